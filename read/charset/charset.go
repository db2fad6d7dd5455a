// Package charset detects the encoding in which a text was saved, and decodes it.
//
//	name, _ := charset.Detect(raw)
//	text, losses, err := charset.Decode(raw, name)
//
// Detect knows byte order marks, UTF-8, UTF-16 and UTF-32 without them, UTF-7, and the encodings of
// one or two bytes a character that were used before Unicode: windows-1250 to 1258, ISO 8859, KOI8,
// code pages of DOS and Macintosh, GB18030, Big5, Shift_JIS, EUC-JP, EUC-KR, johab and HZ. Its only
// model is how often each letter is used in some forty languages; it chooses the encoding in which
// the text looks most like one of them.
//
// Names of encodings are those of the WHATWG Encoding Standard (https://encoding.spec.whatwg.org),
// in any spelling that it lists.
package charset

import (
	"bytes"
	"fmt"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/htmlindex"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/encoding/unicode/utf32"
)

// A Loss is the characters of one line that could not be decoded. Each became U+FFFD.
type Loss struct {
	Line  int // 1 for the first line of the text
	Count int // characters
}

// Canonical returns the name of an encoding in the Encoding Standard, in lower case: "windows-1252"
// for "latin1" and for "CP1252". The error for an unknown name gives examples of known ones.
func Canonical(name string) (string, error) {
	_, canonical, err := find(name)
	return canonical, err
}

// aliases are names in use that the Encoding Standard does not list.
var aliases = map[string]string{
	"cp936": "gbk", "ms936": "gbk", "cp932": "shift_jis", "ms932": "shift_jis", "sjis": "shift_jis",
	"cp949": "euc-kr", "uhc": "euc-kr", "euckr": "euc-kr", "cp950": "big5", "eucjp": "euc-jp",
	"cp65001": "utf-8", "utf16": "utf-16le", "utf-16": "utf-16le", "utf16le": "utf-16le", "utf16be": "utf-16be",
	"cp437": "ibm437", "cp850": "ibm850", "cp852": "ibm852", "cp855": "ibm855", "ansi": "windows-1252",
	"cp737": "ibm737", "cp775": "ibm775", "cp857": "ibm857", "cp861": "ibm861", "cp862": "ibm862", "cp863": "ibm863",
	"cp865": "ibm865", "cp869": "ibm869", "cp1125": "ibm1125", "cp866u": "ibm1125", "cp1361": "johab", "ms1361": "johab",
	"hz": "hz-gb-2312", "utf7": "utf-7", "utf32": "utf-32le", "utf-32": "utf-32le", "utf32le": "utf-32le",
	"utf32be": "utf-32be", "ucs-4": "utf-32be", "iso-10646-ucs-4": "utf-32be", "macce": "x-mac-ce",
	"macgreek": "x-mac-greek", "macturkish": "x-mac-turkish", "maciceland": "x-mac-icelandic",
}

// legacy are encodings of old documents that the Encoding Standard does not have.
var legacy = map[string]encoding.Encoding{
	"ibm437": charmap.CodePage437, "ibm850": charmap.CodePage850,
	"ibm852": charmap.CodePage852, "ibm855": charmap.CodePage855, "ibm862": charmap.CodePage862,
	"ibm863": charmap.CodePage863, "ibm865": charmap.CodePage865,
	"hz-gb-2312": simplifiedchinese.HZGB2312, "johab": johab{}, "utf-7": utf7{},
	"utf-32le": utf32.UTF32(utf32.LittleEndian, utf32.IgnoreBOM), "utf-32be": utf32.UTF32(utf32.BigEndian, utf32.IgnoreBOM),
}

func find(name string) (encoding.Encoding, string, error) {
	key := strings.ToLower(strings.TrimSpace(name))
	for _, k := range []string{key, strings.ReplaceAll(key, "_", "-"), strings.NewReplacer("-", "", "_",
		"").Replace(key)} {
		if a, known := aliases[k]; known {
			k = a
		}
		if e, known := legacy[k]; known {
			return e, k, nil
		}
		if p, known := codePages[k]; known {
			return p, k, nil
		}
		e, err := htmlindex.Get(k)
		if err != nil {
			continue
		}
		canonical, err := htmlindex.Name(e)
		if err == nil && canonical != "replacement" && canonical != "x-user-defined" {
			return e, canonical, nil
		}
	}
	return nil, "", fmt.Errorf("%q is no encoding; use a name such as utf-8, utf-16le, windows-1252, "+
		"windows-1256, gb18030 or shift_jis", name)
}

// byteOrderMarks are those of the Unicode Standard, section 23.8, and of GB 18030.
var byteOrderMarks = []struct {
	bytes []byte
	name  string
}{
	{[]byte{0xEF, 0xBB, 0xBF}, "utf-8"},
	{[]byte{0xFF, 0xFE, 0, 0}, "utf-32le"},
	{[]byte{0, 0, 0xFE, 0xFF}, "utf-32be"},
	{[]byte{0xFF, 0xFE}, "utf-16le"},
	{[]byte{0xFE, 0xFF}, "utf-16be"},
	{[]byte{0x84, 0x31, 0x95, 0x33}, "gb18030"},
}

// ByteOrderMark returns the encoding of the byte order mark at the beginning of raw, and the mark's
// length in bytes; "", 0 if there is none.
func ByteOrderMark(raw []byte) (name string, length int) {
	for _, m := range byteOrderMarks {
		if bytes.HasPrefix(raw, m.bytes) {
			return m.name, len(m.bytes)
		}
	}
	return "", 0
}

// Decode returns raw, decoded from the named encoding, without its byte order mark. Bytes that have
// no meaning in the encoding become U+FFFD; losses has their lines, in order. A byte order mark
// overrides the name. The error is that of an unknown name.
func Decode(raw []byte, name string) (text string, losses []Loss, err error) {
	e, canonical, err := find(name)
	if err != nil {
		return "", nil, err
	}
	if marked, n := ByteOrderMark(raw); n > 0 {
		raw = raw[n:]
		if marked != canonical {
			if e, canonical, err = find(marked); err != nil {
				return "", nil, err
			}
		}
	}
	if canonical == "utf-8" {
		text, losses = decodeUTF8(raw)
		return text, losses, nil
	}
	switch canonical {
	case "utf-16le":
		e = unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM)
	case "utf-16be":
		e = unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM)
	}
	out, err := e.NewDecoder().Bytes(raw)
	if err != nil {
		return "", nil, fmt.Errorf("decoding as %s: %w", canonical, err)
	}
	text = withoutControls(string(out), strings.HasPrefix(canonical, "utf"))
	line, from := 1, 0
	for from < len(text) {
		i := strings.Index(text[from:], "\uFFFD")
		if i < 0 {
			break
		}
		line += strings.Count(text[from:from+i], "\n")
		from += i + len("\uFFFD")
		losses = addLoss(losses, line)
	}
	return text, losses, nil
}

// addLoss adds a lost character of a line, which is not before the last one.
func addLoss(losses []Loss, line int) []Loss {
	if n := len(losses); n > 0 && losses[n-1].Line == line {
		losses[n-1].Count++
		return losses
	}
	return append(losses, Loss{line, 1})
}

// decodeUTF8 replaces each byte that is not UTF-8 by U+FFFD, and the bytes of an incomplete
// character by a single one.
func decodeUTF8(raw []byte) (string, []Loss) {
	if utf8.Valid(raw) {
		return string(raw), nil
	}
	var losses []Loss
	out := make([]byte, 0, len(raw)+len(raw)/8)
	line := 1
	for i := 0; i < len(raw); {
		r, n := utf8.DecodeRune(raw[i:])
		if r != utf8.RuneError || n > 1 {
			if r == '\n' {
				line++
			}
			out = append(out, raw[i:i+n]...)
			i += n
			continue
		}
		out = append(out, "\uFFFD"...)
		losses = addLoss(losses, line)
		for i++; i < len(raw) && raw[i]&0xC0 == 0x80; i++ { // the rest of the broken character
		}
	}
	return string(out), losses
}

// withoutControls replaces the control characters from U+0080 to U+009F, to which decoders map
// bytes without a meaning. NEL (U+0085) is a line end and is kept.
func withoutControls(text string, keep bool) string {
	if keep || !strings.Contains(text, "\xC2") {
		return text
	}
	return strings.Map(func(r rune) rune {
		if r >= 0x80 && r < 0xA0 && r != 0x85 {
			return utf8.RuneError
		}
		return r
	}, text)
}
