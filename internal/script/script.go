// Package script knows how the scripts of the world are written.
package script

import (
	"unicode"
	"unicode/utf8"
)

// Letter reports what unicode.IsLetter does, for the letters that most texts are made of without a
// search in Unicode's tables.
func Letter(r rune) bool {
	switch {
	case r < utf8.RuneSelf:
		return 'a' <= r|0x20 && r|0x20 <= 'z'
	case r >= 0x00D8 && r <= 0x02C1: // Latin
		return r != 0x00F7
	case r >= 0x0620 && r <= 0x064A, // Arabic
		r >= 0x0400 && r <= 0x0481, // Cyrillic
		r >= 0x05D0 && r <= 0x05EA, // Hebrew
		r >= 0x03A3 && r <= 0x03F5, // Greek
		r >= 0x0904 && r <= 0x0939, // Devanagari
		r >= 0x4E00 && r <= 0x9FFF, // Han
		r >= 0xAC00 && r <= 0xD7A3: // Hangul
		return true
	}
	return unicode.IsLetter(r)
}

// Unspaced reports whether r belongs to a script that is written without spaces between words, or
// to its punctuation.
func Unspaced(r rune) bool {
	return r >= 0xE00 && unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Thai, unicode.Lao,
		unicode.Khmer, unicode.Myanmar) || r >= 0x3000 && r <= 0x303F || r >= 0xFF00 && r <= 0xFF65
}

// Dense reports whether a letter is of a script whose letters are syllables or words.
func Dense(r rune) bool {
	return r > 0xE00 && unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Hangul, unicode.Thai,
		unicode.Lao, unicode.Khmer, unicode.Myanmar)
}

// First returns the first rune of s, or utf8.RuneError if s is empty.
func First(s string) rune { r, _ := utf8.DecodeRuneInString(s); return r }

// Last returns the last rune of s, or utf8.RuneError if s is empty.
func Last(s string) rune { r, _ := utf8.DecodeLastRuneInString(s); return r }

// DigitValue returns the value of a decimal digit of any script, from 0 to 9, or -1 if r is none.
// Every script has its ten digits in a row, and all but the mathematical ones begin at a multiple
// of ten from the start of their range in [unicode.Nd].
func DigitValue(r rune) int {
	if r >= '0' && r <= '9' {
		return int(r - '0')
	}
	if r < utf8.RuneSelf || !unicode.IsDigit(r) {
		return -1
	}
	for _, x := range unicode.Nd.R16 {
		if rune(x.Lo) <= r && r <= rune(x.Hi) {
			return int(r-rune(x.Lo)) % 10
		}
	}
	for _, x := range unicode.Nd.R32 {
		if rune(x.Lo) <= r && r <= rune(x.Hi) {
			return int(r-rune(x.Lo)) % 10
		}
	}
	return -1
}

// ThreeDigits reports whether s begins with three digits and no more, as a group of thousands does.
func ThreeDigits(s string) bool {
	n := 0
	for _, r := range s {
		if DigitValue(r) < 0 {
			break
		}
		n++
	}
	return n == 3
}
