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

// lettersIn returns how many letters a text has.
func lettersIn(s string) (n int) {
	for _, r := range s {
		if unicode.IsLetter(r) {
			n++
		}
	}
	return n
}

// base64Length returns how many bytes at the beginning of raw are digits of base 64.
func base64Length(raw []byte) int {
	for i, c := range raw {
		if c|0x20 >= 'a' && c|0x20 <= 'z' || c >= '0' && c <= '9' || c == '+' || c == '/' {
			continue
		}
		return i
	}
	return len(raw)
}

// fromBase64 returns the text that is in base 64 as UTF-16; "" if in is not such a text.
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
