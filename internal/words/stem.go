package words

import (
	"strings"
	"unicode/utf8"
)

// latinStem takes the commonest endings of English and of the Romance and Germanic languages off a
// folded word of Latin letters, always leaving at least three: plurals in -s and -es, -ed and -ing,
// a final -e, a doubled last letter. It knows nothing of the language, so it takes only what harms
// none.
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

// cyrillicStem takes the endings of cases and persons off a folded word of Cyrillic letters, always
// leaving at least three.
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
var cyrillicEndings = strings.Fields(`иями ьями ями ами ого его ому ему ыми ими иях ях ах ов ев ей ой ый ий ій ая яя ое ее ие ье ую юю ых их ым им
	ом ем ам ям ия ья ию ью ии ть ал ла ло ли ет ит ют ут ат ят а я о е и ы у ю ь й і ї є`)
