// Package script knows how the scripts of the world are written.
package script

import (
	"unicode"
	"unicode/utf8"
)

// Unspaced reports whether r belongs to a script that is written without spaces between words, or
// to its punctuation.
func Unspaced(r rune) bool {
	return unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Thai, unicode.Lao, unicode.Khmer,
		unicode.Myanmar) || r >= 0x3000 && r <= 0x303F || r >= 0xFF00 && r <= 0xFF65
}

// First returns the first rune of s, or utf8.RuneError if s is empty.
func First(s string) rune { r, _ := utf8.DecodeRuneInString(s); return r }

// Last returns the last rune of s, or utf8.RuneError if s is empty.
func Last(s string) rune { r, _ := utf8.DecodeLastRuneInString(s); return r }
