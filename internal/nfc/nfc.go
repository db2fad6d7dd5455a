// Package nfc brings texts into Unicode's normalization form C. It does what package norm does, and
// is many times faster for the texts that are in the form already, as nearly all are.
package nfc

import (
	"strings"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"github.com/bitext-go/bitext/internal/runetable"
)

// String returns s in form C. Bytes that are not UTF-8 stay.
func String(s string) string {
	if end, _ := settled(s, 0); end == len(s) {
		return s
	}
	if !utf8.ValidString(s) { // norm does not read on at such a byte as it begins
		return norm.NFC.String(s)
	}
	return inStretches(s)
}

// Valid returns s in form C, with U+FFFD instead of each run of bytes that are not UTF-8.
func Valid(s string) string {
	if end, _ := settled(s, 0); end == len(s) {
		return s
	}
	if !utf8.ValidString(s) { // which is found several times as fast
		s = strings.ToValidUTF8(s, "\uFFFD")
	}
	return inStretches(s)
}

// stretch is how many bytes from a character that is not settled on are left to package norm. Where
// there is one, as in Arabic with its vowel points, there are more.
const stretch = 32

// inStretches returns a string, which is valid UTF-8, in form C. It leaves stretches with
// characters that are not settled to package norm.
func inStretches(s string) string {
	var out strings.Builder
	copied := 0 // bytes of s whose form is in out, or that stay as they are if out is empty
	for i := 0; ; {
		end, last := settled(s, i)
		if end == len(s) {
			break
		}
		from := max(last, i)
		next := end + stretch
		if next >= len(s) {
			next = len(s)
		} else {
			next = boundary(s, next)
		}
		if part := s[from:next]; !norm.NFC.IsNormalString(part) {
			out.WriteString(s[copied:from])
			out.WriteString(norm.NFC.String(part))
			copied = next
		}
		i = next
	}
	if copied == 0 {
		return s
	}
	out.WriteString(s[copied:])
	return out.String()
}

// settled returns where the first character is, from byte i of s on, that is not settled, and where
// the one before it begins; len(s) if all are settled.
func settled(s string, i int) (end, last int) {
	last = i
	for i < len(s) {
		for i+8 <= len(s) && eightOf(s, i)&0x8080808080808080 == 0 {
			i += 8
			last = i - 1
		}
		if i == len(s) {
			break
		}
		c := s[i]
		if c < utf8.RuneSelf {
			last = i
			i++
			continue
		}
		var r rune
		n := 0
		switch {
		case c >= 0xC2 && c < 0xE0 && i+1 < len(s):
			r, n = rune(c&0x1F)<<6|rune(s[i+1]&0x3F), 2
			if s[i+1]&0xC0 != 0x80 {
				return i, last
			}
		case c >= 0xE0 && c < 0xF0 && i+2 < len(s):
			r, n = rune(c&0x0F)<<12|rune(s[i+1]&0x3F)<<6|rune(s[i+2]&0x3F), 3
			if s[i+1]&0xC0 != 0x80 || s[i+2]&0xC0 != 0x80 || r < 0x800 {
				return i, last
			}
		default:
			if r, n = utf8.DecodeRuneInString(s[i:]); n < 4 {
				return i, last
			}
		}
		if settledTable.At(r) == 0 {
			return i, last
		}
		last = i
		i += n
	}
	return len(s), last
}

// eightOf returns bytes i to i+7 of s as one number.
func eightOf(s string, i int) uint64 {
	b := s[i : i+8]
	return uint64(b[0]) | uint64(b[1])<<8 | uint64(b[2])<<16 | uint64(b[3])<<24 |
		uint64(b[4])<<32 | uint64(b[5])<<40 | uint64(b[6])<<48 | uint64(b[7])<<56
}

// boundary returns where the next settled character begins, from byte i of s on: what is before it
// and what is after it are brought into the form apart.
func boundary(s string, i int) int {
	for i < len(s) && !utf8.RuneStart(s[i]) {
		i++
	}
	for i < len(s) {
		r, n := utf8.DecodeRuneInString(s[i:])
		if settledTable.At(r) == 1 {
			break
		}
		i += n
	}
	return i
}

// settledTable has 1 for the settled characters: they are in form C, and what is before them is
// neither joined to them nor put into another order with them.
var settledTable = runetable.New(func(r rune) uint8 {
	if !utf8.ValidRune(r) {
		return 0
	}
	enc := utf8.AppendRune(nil, r)
	if norm.NFC.Properties(enc).BoundaryBefore() && norm.NFC.IsNormal(enc) {
		return 1
	}
	return 0
})
