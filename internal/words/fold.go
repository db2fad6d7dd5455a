package words

import (
	"strings"
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

// appendFolded appends what is left of one character.
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
	'أ': "ا", 'إ': "ا", 'آ': "ا", 'ٱ': "ا", 'ى': "ي", 'ی': "ي", 'ې': "ي", 'ے': "ي", 'ئ': "ي", 'ؤ': "و", 'ة': "ه", 'ۀ': "ه",
	'ہ': "ه", 'ھ': "ه", 'ۃ': "ه", 'ە': "ه", 'ک': "ك", 'ګ': "گ", 'ء': "",
	// Hebrew final letters; Armenian ligature.
	'ך': "כ", 'ם': "מ", 'ן': "נ", 'ף': "פ", 'ץ': "צ", 'և': "եւ",
}

// arabicStem takes the particles that Arabic writes together with a word, and its commonest
// endings, off a folded word, always leaving at least three letters: a light stemmer in the manner
// of Larkey's light10.
func arabicStem(w string) string {
	if runes(w) > 4 && (strings.HasPrefix(w, "و") || strings.HasPrefix(w, "ف") && strings.HasPrefix(w[2:], "ال")) {
		w = w[len("و"):]
	}
	for _, p := range [...]string{"بال", "كال", "فال", "لل", "ال"} {
		if strings.HasPrefix(w, p) && runes(w) >= runes(p)+3 {
			w = w[len(p):]
			break
		}
	}
	for range 2 {
		for _, p := range [...]string{"هما", "ها", "هم", "نا", "ات", "ان", "ون", "ين", "يه", "وا", "ه", "ي", "ا"} {
			if strings.HasSuffix(w, p) && runes(w) >= runes(p)+3 {
				w = w[:len(w)-len(p)]
				break
			}
		}
	}
	return cut(w, stemLen)
}

// hebrewStem takes the conjunction and one inseparable particle off a folded word, leaving at least
// three letters.
func hebrewStem(w string) string {
	if strings.HasPrefix(w, "ו") && runes(w) >= 4 {
		w = w[len("ו"):]
	}
	for _, p := range [...]string{"שה", "ה", "ב", "ל", "מ", "ש", "כ"} {
		if strings.HasPrefix(w, p) && runes(w) >= runes(p)+3 {
			w = w[len(p):]
			break
		}
	}
	for _, p := range [...]string{"ים", "ות", "ימ", "יה"} {
		if strings.HasSuffix(w, p) && runes(w) >= runes(p)+3 {
			w = w[:len(w)-len(p)]
			break
		}
	}
	return cut(w, stemLen)
}

// hangulStem takes one case particle off, leaving at least two syllables.
func hangulStem(w string) string {
	for _, p := range [...]string{"에서는", "으로는", "에서", "으로", "에게", "까지", "부터", "하고", "이다", "에는", "들은",
		"들이", "은", "는", "이", "가", "을", "를", "에", "의", "로", "와", "과", "도", "만"} {
		if strings.HasSuffix(w, p) && runes(w) >= runes(p)+2 {
			w = w[:len(w)-len(p)]
			break
		}
	}
	return cut(w, 4)
}

func runes(s string) int { return utf8.RuneCountInString(s) }
