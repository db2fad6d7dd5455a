// Package quote prepares text of a document for messages: isolated, so that text that runs from
// right to left does not change the order of the words around it, and shortened to its beginning.
package quote

import (
	"strings"
	"unicode/utf8"
)

// The characters that begin and end an isolate: FIRST STRONG ISOLATE and POP DIRECTIONAL ISOLATE.
// See https://www.unicode.org/reports/tr9/#Explicit_Directional_Isolates.
const fsi, pdi = "\u2068", "\u2069"

// Isolate returns s as an isolate of the bidirectional algorithm. Characters of s that would end
// the isolate or change the direction after it are removed, and control characters become U+FFFD.
func Isolate(s string) string {
	return fsi + strings.Map(func(r rune) rune {
		switch {
		case isDirection(r):
			return -1
		case isControl(r):
			return utf8.RuneError
		}
		return r
	}, s) + pdi
}

// Unisolate returns a message without the marks that [Isolate] put into it, for places that set off
// foreign text in a way of their own.
func Unisolate(message string) string {
	return strings.NewReplacer(fsi, "", pdi, "").Replace(message)
}

// Printable returns s with U+FFFD for each character that could move the cursor of a
// terminal or change the direction of the rest of its line.
func Printable(s string) string {
	return strings.Map(func(r rune) rune {
		if isDirection(r) || isControl(r) {
			return utf8.RuneError
		}
		return r
	}, s)
}

// isDirection reports whether r is an embedding, an override, an isolate, or the end of one.
func isDirection(r rune) bool { return r >= 0x202A && r <= 0x202E || r >= 0x2066 && r <= 0x2069 }

// isControl reports whether r is a control character of ASCII or Latin-1.
func isControl(r rune) bool { return r < ' ' || r >= 0x7F && r < 0xA0 }

// Excerpt returns s if it has at most n characters, else its first n-1 and an ellipsis. Bytes that
// are not UTF-8 become U+FFFD.
func Excerpt(s string, n int) string {
	s = strings.ToValidUTF8(s, string(utf8.RuneError))
	if utf8.RuneCountInString(s) <= n {
		return s
	}
	return head(s, n-1) + "…"
}

// ExcerptWords returns s on one line if it then has at most n characters, else its beginning and an
// ellipsis. It cuts between words if there is a space in the second half of the n characters.
func ExcerptWords(s string, n int) string {
	s = strings.Join(strings.Fields(s), " ")
	if utf8.RuneCountInString(s) <= n {
		return s
	}
	s = head(s, n)
	if k := strings.LastIndexByte(s, ' '); k > len(s)/2 {
		s = s[:k]
	}
	return s + " …"
}

// head returns the first n characters of s.
func head(s string, n int) string {
	for i := range s {
		if n == 0 {
			return s[:i]
		}
		n--
	}
	return s
}
