// Package xmltext writes text as XML 1.0 needs it and checks text that claims to be XML.
//
// Unlike encoding/xml, which replaces characters that XML cannot hold by U+FFFD in silence, it
// leaves them out and counts them.
package xmltext

import (
	"fmt"
	"strings"
	"unicode/utf8"
)

// The classes of bytes.
const (
	plain   = iota
	special // has a meaning in XML
	illegal // XML has no way to write it
	maybe   // 0xEF, the first byte of U+FFFE and U+FFFF
)

var inElement, inAttribute = func() (e, a [256]byte) {
	for c := range byte(' ') {
		e[c] = illegal
	}
	e['\t'], e['\n'], e['\r'] = plain, plain, special
	e['&'], e['<'], e['>'], e[0xEF] = special, special, special, maybe
	a = e
	a['\t'], a['\n'], a['"'] = special, special, special
	return e, a
}()

// Escape appends s as the content of an element and returns the number of characters that it left
// out. Each byte that is not UTF-8 counts as one.
func Escape(dst []byte, s string) (out []byte, dropped int) { return escape(dst, s, &inElement) }

// EscapeAttr appends s as the value of an attribute in double quotes, like [Escape].
func EscapeAttr(dst []byte, s string) (out []byte, dropped int) { return escape(dst, s, &inAttribute) }

func escape(dst []byte, s string, class *[256]byte) (out []byte, dropped int) {
	if !utf8.ValidString(s) {
		s, dropped = valid(s)
	}
	from := 0
	for i := 0; i < len(s); i++ {
		switch class[s[i]] {
		case special:
			dst = append(append(dst, s[from:i]...), reference(s[i])...)
			from = i + 1
		case illegal:
			dst = append(dst, s[from:i]...)
			from = i + 1
			dropped++
		case maybe:
			if noncharacter(s[i:]) {
				dst = append(dst, s[from:i]...)
				from = i + 3
				dropped++
			}
			i += 2
		}
	}
	return append(dst, s[from:]...), dropped
}

// reference returns how a special character is written. Otherwise a carriage return would be read
// as a line feed, and white space in attributes as a space.
func reference(c byte) string {
	switch c {
	case '&':
		return "&amp;"
	case '<':
		return "&lt;"
	case '>':
		return "&gt;"
	case '"':
		return "&#34;"
	case '\t':
		return "&#9;"
	case '\n':
		return "&#10;"
	default:
		return "&#13;"
	}
}

func noncharacter[T string | []byte](s T) bool {
	return len(s) >= 3 && s[0] == 0xEF && s[1] == 0xBF && (s[2] == 0xBE || s[2] == 0xBF)
}

// valid returns s without the bytes that are not UTF-8, and their number.
func valid(s string) (string, int) {
	b := make([]byte, 0, len(s))
	dropped := 0
	for i := 0; i < len(s); {
		r, n := utf8.DecodeRuneInString(s[i:])
		if r == utf8.RuneError && n == 1 {
			dropped++
		} else {
			b = append(b, s[i:i+n]...)
		}
		i += n
	}
	return string(b), dropped
}

// Legal reports whether XML 1.0 allows the character.
func Legal(r rune) bool {
	return r == '\t' || r == '\n' || r == '\r' || r >= ' ' && utf8.ValidRune(r) && r != 0xFFFE && r != 0xFFFF
}

// Check returns the position of the first byte that is not UTF-8, or of the first character that
// XML 1.0 does not allow, and what is wrong there. at is -1 if there is none.
func Check(b []byte) (at int, problem string) {
	for i := 0; i < len(b); i++ {
		switch inElement[b[i]] {
		case illegal:
			return i, fmt.Sprintf("character U+%04X is not allowed in XML", b[i])
		case maybe:
			if noncharacter(b[i:]) {
				return i, fmt.Sprintf("character U+FFF%X is not allowed in XML", b[i+2]-0xB0)
			}
		}
	}
	if utf8.Valid(b) {
		return -1, ""
	}
	for at = 0; ; {
		r, n := utf8.DecodeRune(b[at:])
		if r == utf8.RuneError && n == 1 {
			return at, fmt.Sprintf("byte 0x%02X is not UTF-8", b[at])
		}
		at += n
	}
}

// Clean returns s without what [Escape] leaves out.
func Clean(s string) string {
	if at, _ := Check([]byte(s)); at < 0 {
		return s
	}
	s, _ = valid(s)
	return strings.Map(func(r rune) rune {
		if !Legal(r) {
			return -1
		}
		return r
	}, s)
}
