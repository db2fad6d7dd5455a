package words

import (
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Fold returns s as forms have it: compatibility characters replaced, lower case, without marks,
// Arabic letters in one shape.
func Fold(s string) string {
	b := make([]byte, 0, len(s))
	for _, r := range s {
		b = appendFolded(b, r)
	}
	return string(b)
}

// appendFolded appends the folded form of one character, which may be empty.
func appendFolded(b []byte, r rune) []byte {
	if r < utf8.RuneSelf {
		if r >= 'A' && r <= 'Z' {
			r |= 0x20
		}
		return append(b, byte(r))
	}
	if s, ok := foldings[r]; ok {
		return append(b, s...)
	}
	switch {
	case unicode.IsMark(r) && !keepsMarks(r), r == 0x0640, r == 0x200C, r == 0x200D, r == 0x00AD,
		r >= 0x200E && r <= 0x200F, r >= 0x202A && r <= 0x202E, r >= 0x2066 && r <= 0x2069, r == 0xFEFF:
		return b
	case r >= hanFirst && r <= hanLast:
		return utf8.AppendRune(b, Simplified(r))
	case r >= 0x0E00 && r <= 0x109F, r >= 0x1780 && r <= 0x17FF, r >= 0x3041 && r <= 0x30FF, r >= 0xAC00 && r <= 0xD7A3:
		return utf8.AppendRune(b, r) // syllables and letters with their marks stay as they are written
	}
	var enc [utf8.UTFMax]byte
	n := utf8.EncodeRune(enc[:], r)
	dec := norm.NFKD.Properties(enc[:n]).Decomposition()
	if dec == nil {
		return utf8.AppendRune(b, unicode.ToLower(r))
	}
	for _, d := range string(dec) {
		if unicode.IsMark(d) && !keepsMarks(d) {
			continue
		}
		if s, ok := foldings[d]; ok {
			b = append(b, s...)
			continue
		}
		b = utf8.AppendRune(b, unicode.ToLower(d))
	}
	return b
}

// keepsMarks reports whether a combining mark is part of the spelling rather than an aid to
// reading: vowel signs of the Indic and South-East Asian scripts, and the voicing marks of kana.
func keepsMarks(r rune) bool {
	return r >= 0x0900 && r <= 0x109F || r >= 0x1780 && r <= 0x17D3 || r == 0x3099 || r == 0x309A
}

// foldings are the letters that decomposition does not bring together.
var foldings = map[rune]string{
	'ß': "ss", 'æ': "ae", 'Æ': "ae", 'œ': "oe", 'Œ': "oe", 'ø': "o", 'Ø': "o", 'ð': "d", 'Ð': "d", 'þ': "th", 'Þ': "th",
	'ł': "l", 'Ł': "l", 'đ': "d", 'Đ': "d", 'ı': "i", 'İ': "i", 'ħ': "h", 'Ħ': "h", 'ə': "a", 'Ə': "a", 'ς': "σ",
	// Arabic letters as Arabic, Persian, Urdu and Pashto keyboards write them.
	'أ': "ا", 'إ': "ا", 'آ': "ا", 'ٱ': "ا", 'ى': "ي", 'ی': "ي", 'ې': "ي", 'ے': "ي", 'ئ': "ي", 'ؤ': "و", 'ة': "ه",
	'ۀ': "ه",
	'ہ': "ه", 'ھ': "ه", 'ۃ': "ه", 'ە': "ه", 'ک': "ك", 'ګ': "گ", 'ء': "",
	// Hebrew final letters; Armenian ligature.
	'ך': "כ", 'ם': "מ", 'ן': "נ", 'ף': "פ", 'ץ': "צ", 'և': "եւ",
}
