package words

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// stemLen is how many letters of a word its form keeps, after its endings are removed. From 4 to 9
// the alignment of test documents hardly differs; 6 keeps tables small and unites most inflected
// forms.
const stemLen = 6

// stem returns the part of a folded word that its inflected forms share, by simple rules for each
// script.
func stem(full string) string {
	r, _ := utf8.DecodeRuneInString(full)
	switch {
	case r < 0x0250:
		return latinStem(full)
	case r >= 0x0400 && r < 0x0530:
		return cyrillicStem(full)
	case r < 0x0590:
		return cut(full, stemLen)
	case r < 0x0600:
		return hebrewStem(full)
	case unicode.Is(unicode.Arabic, r):
		return arabicStem(full)
	case unicode.Is(unicode.Hangul, r):
		return hangulStem(full)
	}
	return cut(full, stemLen)
}

// latinStem removes the commonest endings of English and of the Romance and Germanic languages from
// a folded word of Latin letters: plurals in -s and -es, -ed and -ing, a final -e, a doubled last
// letter. At least three letters stay. It does not know the language, so it removes only what does
// no harm in any.
func latinStem(w string) string {
	switch {
	case len(w) < 4:
		return w
	case strings.HasSuffix(w, "ing") && len(w) >= 6 && vowelIn(w[:len(w)-3]):
		w = w[:len(w)-3]
	case strings.HasSuffix(w, "ed") && len(w) >= 5 && vowelIn(w[:len(w)-2]):
		w = w[:len(w)-2]
	case strings.HasSuffix(w, "es") && len(w) >= 5:
		w = w[:len(w)-2]
	case strings.HasSuffix(w, "s") && !strings.HasSuffix(w, "ss") && !strings.HasSuffix(w, "us"):
		w = w[:len(w)-1]
	}
	if n := len(w); n >= 4 {
		if w[n-1] == 'e' {
			w = w[:n-1]
		} else if w[n-1] == 'y' {
			w = w[:n-1] + "i"
		}
	}
	if n := len(w); n >= 4 && w[n-1] == w[n-2] && !strings.ContainsRune("aeiou", rune(w[n-1])) {
		w = w[:n-1]
	}
	return cut(w, stemLen)
}

func vowelIn(s string) bool { return strings.ContainsAny(s, "aeiouy") }

// cyrillicStem removes the endings of cases and persons from a folded word of Cyrillic letters. At
// least three letters stay.
func cyrillicStem(w string) string {
	n := utf8.RuneCountInString(w)
	for _, p := range cyrillicEndings {
		if strings.HasSuffix(w, p) && n >= utf8.RuneCountInString(p)+3 {
			w = w[:len(w)-len(p)]
			break
		}
	}
	return cut(w, stemLen)
}

// cyrillicEndings are endings of Russian and Ukrainian, the longest first.
var cyrillicEndings = strings.Fields(`иями ьями ями ами ого его ому ему ыми ими иях ях ах ов ев ей ой ый ий ій
	ая яя ое ее ие ье ую юю ых их ым им ом ем ам ям ия ья ию ью ии ть ал ла ло ли ет ит ют ут ат ят а я о е
	и ы у ю ь й і ї є`)

// arabicStem removes the particles that Arabic writes together with a word, and its commonest
// endings, from a folded word. At least three letters stay. It is a light stemmer like light10 of
// Larkey, Ballesteros and Connell (2007).
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

// hebrewStem removes the conjunction and one inseparable particle from a folded word. At least
// three letters stay.
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

// hangulStem removes one case particle. At least two syllables stay.
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

// cut returns the first n characters of s.
func cut(s string, n int) string {
	if len(s) <= n {
		return s
	}
	for i := range s {
		if n == 0 {
			return s[:i]
		}
		n--
	}
	return s
}
