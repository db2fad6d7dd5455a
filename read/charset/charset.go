// Package charset finds out in which encoding a text was saved, and decodes it.
//
//	name, _ := charset.Detect(raw)
//	text, losses, err := charset.Decode(raw, name)
//
// Detect knows the byte order marks, UTF-8 and UTF-16 without them, and the encodings of one or two
// bytes a character that texts were saved in before: windows-1250 to 1258, ISO 8859, KOI8, GB18030,
// Big5, Shift_JIS, EUC-JP, EUC-KR and a few more. It has no model but how often the letters of some
// forty languages are used; of the encodings it takes the one in which the text looks most like one
// of these languages. Names are those of the Encoding Standard, in any spelling that it knows.
package charset

import (
	"bytes"
	"fmt"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/htmlindex"
	"golang.org/x/text/encoding/unicode"
)

// A Loss is characters of one line that an encoding has no meaning for. Each was made U+FFFD.
type Loss struct {
	Line  int // 1 for the first line of the text
	Count int // characters
}

// Canonical returns the name of an encoding as the Encoding Standard has it, in small letters:
// "windows-1252" for "latin1" and for "CP1252". The error names what can be written instead.
func Canonical(name string) (string, error) {
	_, canonical, err := find(name)
	return canonical, err
}

// aliases are names that people use and the Encoding Standard does not know.
var aliases = map[string]string{
	"cp936": "gbk", "ms936": "gbk", "cp932": "shift_jis", "ms932": "shift_jis", "cp949": "euc-kr", "uhc": "euc-kr", "cp950": "big5",
	"cp65001": "utf-8", "utf16": "utf-16le", "utf-16": "utf-16le", "utf16le": "utf-16le", "utf16be": "utf-16be", "cp437": "ibm437",
	"cp850": "ibm850", "cp852": "ibm852", "cp855": "ibm855", "sjis": "shift_jis", "eucjp": "euc-jp", "euckr": "euc-kr",
	"ansi": "windows-1252",
}

// more are encodings that the Encoding Standard has not, but old documents do.
var more = map[string]encoding.Encoding{
	"ibm437": charmap.CodePage437, "ibm850": charmap.CodePage850, "ibm852": charmap.CodePage852, "ibm855": charmap.CodePage855,
}

func find(name string) (encoding.Encoding, string, error) {
	key := strings.ToLower(strings.TrimSpace(name))
	for _, k := range []string{key, strings.ReplaceAll(key, "_", "-"), strings.NewReplacer("-", "", "_", "").Replace(key)} {
		if a, known := aliases[k]; known {
			k = a
		}
		if e, known := more[k]; known {
			return e, k, nil
		}
		e, err := htmlindex.Get(k)
		if err != nil {
			continue
		}
		if canonical, err := htmlindex.Name(e); err == nil && canonical != "replacement" && canonical != "x-user-defined" {
			return e, canonical, nil
		}
	}
	return nil, "", fmt.Errorf("%q is no encoding; names such as utf-8, utf-16le, windows-1252, windows-1256, gb18030 or shift_jis are", name)
}

var marks = []struct {
	bytes []byte
	name  string
}{
	{[]byte{0xEF, 0xBB, 0xBF}, "utf-8"},
	{[]byte{0xFF, 0xFE}, "utf-16le"},
	{[]byte{0xFE, 0xFF}, "utf-16be"},
	{[]byte{0x84, 0x31, 0x95, 0x33}, "gb18030"},
}

// Mark returns the encoding that the byte order mark at the beginning of raw stands for, and its
// length; "", 0 without one.
func Mark(raw []byte) (name string, length int) {
	for _, m := range marks {
		if bytes.HasPrefix(raw, m.bytes) {
			return m.name, len(m.bytes)
		}
	}
	return "", 0
}

// Decode returns the text of raw, which was saved in the encoding with that name, without its byte
// order mark. What the encoding has no meaning for becomes U+FFFD, and losses say in which lines
// that was, in their order. A mark at the beginning wins over the name. The error is that of a name
// which is no encoding.
func Decode(raw []byte, name string) (text string, losses []Loss, err error) {
	e, canonical, err := find(name)
	if err != nil {
		return "", nil, err
	}
	if marked, n := Mark(raw); n > 0 {
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
		losses = lose(losses, line)
	}
	return text, losses, nil
}

func lose(losses []Loss, line int) []Loss {
	if n := len(losses); n > 0 && losses[n-1].Line == line {
		losses[n-1].Count++
		return losses
	}
	return append(losses, Loss{line, 1})
}

// decodeUTF8 replaces each byte that is not UTF-8; half a character at once, such as one of two
// surrogates, is one.
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
		losses = lose(losses, line)
		for i++; i < len(raw) && raw[i]&0xC0 == 0x80; i++ { // the rest of the broken character
		}
	}
	return string(out), losses
}

// withoutControls replaces the control characters from 0x80 on, which an encoding of bytes gives
// where it has no character; NEL is a line end.
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
