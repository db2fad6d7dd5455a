package charset

import (
	"bytes"
	"encoding/base64"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	xunicode "golang.org/x/text/encoding/unicode"
	"golang.org/x/text/transform"
)

// inUTF32 returns the encoding of a text in UTF-32 without a byte order mark; "" for another text.
// Of each four bytes the first or the last is zero.
func inUTF32(raw []byte) string {
	sample := raw[:min(len(raw), sampleBytes)&^3]
	if len(sample) < 8 || len(raw)%4 != 0 {
		return ""
	}
	little, big := true, true
	for i := 0; i < len(sample); i += 4 {
		little = little && sample[i+3] == 0 && sample[i+2] <= 0x10
		big = big && sample[i] == 0 && sample[i+1] <= 0x10
	}
	switch {
	case little && !big:
		return "utf-32le"
	case big && !little:
		return "utf-32be"
	}
	return ""
}

// inUTF16 returns the encoding of a text in UTF-16 without a byte order mark, in any script; "" if
// that is not sure. Nearly all characters must be ASCII or of one script, in one order of the bytes
// and not in the other.
func inUTF16(raw []byte) string {
	sample := raw[:min(len(raw), sampleBytes)&^1]
	if len(raw)%2 != 0 {
		return ""
	}
	little := inOneScript(sample, xunicode.UTF16(xunicode.LittleEndian, xunicode.IgnoreBOM))
	big := inOneScript(sample, xunicode.UTF16(xunicode.BigEndian, xunicode.IgnoreBOM))
	switch {
	case little && !big:
		return "utf-16le"
	case big && !little:
		return "utf-16be"
	}
	return ""
}

// inOneScript reports whether a text is in one script besides ASCII, with spaces between words
// unless the script has none.
func inOneScript(raw []byte, e encoding.Encoding) bool {
	text, err := e.NewDecoder().Bytes(raw)
	if err != nil {
		return false
	}
	var script *unicode.RangeTable
	fit, spaces, letters, all := 0, 0, 0, 0
	for _, r := range string(text) {
		all++
		switch {
		case r == ' ' || r == '\n':
			spaces++
			fit++
		case r == '\r' || r == '\t' || r > ' ' && r < 0x7F || strings.ContainsRune(punctuation, r):
			fit++
		case unicode.IsLetter(r) || unicode.IsMark(r):
			if script == nil {
				script = anyScript(r)
			}
			if script != nil && unicode.Is(script, r) {
				fit++
				letters++
			}
		case unicode.IsPunct(r):
			fit++
		}
	}
	const fitting, spaced, lettered = .97, .04, .3 // shares of the characters, set by hand
	n := float64(all)
	if script == unicode.Thai || script == unicode.Lao || script == unicode.Khmer || script == unicode.Myanmar {
		spaces = all
	}
	return all >= 16 && float64(fit) >= fitting*n && float64(spaces) >= spaced*n && float64(letters) >= lettered*n
}

// anyScript returns the script of a letter, of all that Unicode has.
func anyScript(r rune) *unicode.RangeTable {
	for name, table := range unicode.Scripts {
		if name != "Common" && name != "Inherited" && unicode.Is(table, r) {
			return table
		}
	}
	return nil
}

// inSevenBits returns the encoding of a text of ASCII bytes that holds other characters; "" if it
// holds none.
func inSevenBits(raw []byte) string {
	sample := raw[:min(len(raw), sampleBytes)]
	switch {
	case bytes.Contains(sample, []byte("\x1b$B")) || bytes.Contains(sample, []byte("\x1b$@")):
		return "iso-2022-jp"
	case bytes.Contains(sample, []byte("~{")) && isHZ(sample):
		return "hz-gb-2312"
	case bytes.IndexByte(sample, '+') >= 0 && isUTF7(sample):
		return "utf-7"
	}
	return ""
}

// openHZ is the fewest bytes of HZ that nothing ends.
const openHZ = 12

// isHZ reports whether what is between "~{" and "~}" is pairs of bytes of GB 2312. The end of a
// text may lack the second mark.
func isHZ(raw []byte) bool {
	found := 0
	for {
		_, rest, ok := bytes.Cut(raw, []byte("~{"))
		if !ok {
			return found > 0
		}
		in, after, ok := bytes.Cut(rest, []byte("~}"))
		if !ok {
			in = bytes.TrimRight(in, "\r\n")
			if found > 0 {
				return true
			}
			if len(in) < openHZ {
				return false
			}
		}
		if len(in) == 0 || len(in)%2 != 0 {
			return false
		}
		for i := 0; i < len(in); i += 2 {
			if in[i] < 0x21 || in[i] > 0x77 || in[i+1] < 0x21 || in[i+1] > 0x7E {
				return false
			}
		}
		found++
		raw = after
	}
}

// isUTF7 reports whether each "+" of a text begins characters of UTF-7 (RFC 2152), which are not
// ASCII, and there are some: two runs of them, or one that is ended and holds a letter of Latin
// script or several of another.
func isUTF7(raw []byte) bool {
	found, sure := 0, false
	for {
		i := bytes.IndexByte(raw, '+')
		if i < 0 {
			return found > 1 || sure
		}
		raw = raw[i+1:]
		if len(raw) > 0 && raw[0] == '-' {
			continue
		}
		n := base64Length(raw)
		if n == len(raw) {
			return found > 1 || sure // the end of the sample may have cut it off
		}
		text := fromBase64(raw[:n])
		if text == "" || strings.ContainsFunc(text, func(r rune) bool {
			return r < 0x80 || !assigned(r) && !unicode.IsSpace(r)
		}) {
			return false
		}
		found++
		sure = sure || raw[n] == '-' && (strings.IndexFunc(text, accented) == 0 || lettersIn(text) > 2)
		raw = raw[n:]
	}
}

// accented reports whether a character is one of the letters that Latin scripts add to ASCII.
func accented(r rune) bool { return r >= 0xC0 && r <= 0x17F && r != 0xD7 && r != 0xF7 }

func lettersIn(s string) (n int) {
	for _, r := range s {
		if unicode.IsLetter(r) {
			n++
		}
	}
	return n
}

func base64Length(raw []byte) int {
	for i, c := range raw {
		if c|0x20 >= 'a' && c|0x20 <= 'z' || c >= '0' && c <= '9' || c == '+' || c == '/' {
			continue
		}
		return i
	}
	return len(raw)
}

// fromBase64 returns the text of UTF-16 in base 64; "" if it is none.
func fromBase64(in []byte) string {
	out, err := base64.RawStdEncoding.DecodeString(string(in))
	if err != nil {
		return ""
	}
	text, err := xunicode.UTF16(xunicode.BigEndian, xunicode.IgnoreBOM).NewDecoder().Bytes(out[:len(out)&^1])
	if err != nil || !utf8.Valid(text) || bytes.ContainsRune(text, utf8.RuneError) {
		return ""
	}
	return string(text)
}

// utf7 is UTF-7. It needs all of a text at once.
type utf7 struct{ transform.NopResetter }

func (utf7) NewDecoder() *encoding.Decoder { return &encoding.Decoder{Transformer: utf7{}} }

func (utf7) NewEncoder() *encoding.Encoder { return encoding.Replacement.NewEncoder() }

// Transform implements transform.Transformer.
func (utf7) Transform(dst, src []byte, atEOF bool) (nDst, nSrc int, err error) {
	for nSrc < len(src) {
		out, n := string(src[nSrc:nSrc+1]), 1
		switch {
		case src[nSrc] >= utf8.RuneSelf:
			out = "\uFFFD"
		case src[nSrc] == '+':
			rest := src[nSrc+1:]
			length := base64Length(rest)
			if length == len(rest) && !atEOF {
				return nDst, nSrc, transform.ErrShortSrc
			}
			out, n = fromBase64(rest[:length]), 1+length
			if length < len(rest) && rest[length] == '-' {
				n++
			}
			switch {
			case length == 0 && n == 2:
				out = "+"
			case out == "":
				out = "\uFFFD"
			}
		}
		if nDst+len(out) > len(dst) {
			return nDst, nSrc, transform.ErrShortDst
		}
		nDst += copy(dst[nDst:], out)
		nSrc += n
	}
	return nDst, nSrc, nil
}
