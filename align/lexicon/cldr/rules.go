package cldr

import (
	"strings"
	"unicode/utf8"
)

// rules describes how a language inflects names, as far as finding them needs: which particles may
// precede a name in the same word, how many letters may be missing at its end, and which may be
// added.
type rules struct {
	prefixes []string // particles that are written together with the word after them
	article  string   // the article, which is contracted after a prefix that ends in ل
	drop     int      // how many letters may be missing at the end
	dropped  string   // which letters; "" means any
	add      int      // how many letters may be added there
	added    string   // which letters; "" means any
	words    []string // stems of the words for "language"
	sayIn    bool     // the word "in" before the name of a language shows that it is one
}

const (
	cyrillicVowels = "аеиоуыэюяёйьіїє"
	latinVowels    = "aeiouy"
	russianEndings = "аяьйыи" // of nouns that are declined
)

// languageWords holds the folded stems of the words for "language" in many languages.
var languageWords = foldAll("language", "langue", "sprach", "lengua", "idioma", "língua", "lingua", "taal", "språk",
	"sprog", "język", "jazy", "език", "язык", "мов", "језик", "jezik", "limb", "kalb", "valod", "kiel", "keel", "nyelv",
	"dil", "тіл", "γλώσσ", "لغ", "زبان", "भाषा", "שפ", "언어", "lugha", "bahasa", "tiếng")

func foldAll(words ...string) []string {
	for i, w := range words {
		words[i] = fold(w)
	}
	return words
}

// rulesOf returns the rules of a language by its two or three letters.
func rulesOf(lang string) rules {
	r := rules{words: languageWords, sayIn: lang == "en" || lang == "de" || lang == "it" || lang == "nl"}
	switch lang {
	case "ru", "uk", "be", "bg", "mk", "sr":
		r.drop, r.dropped, r.add, r.added = 1, russianEndings, 3, cyrillicVowels+"мхвгт"
	case "pl", "cs", "sk", "hr", "sl", "bs":
		r.drop, r.dropped, r.add, r.added = 1, "aeioy", 3, latinVowels+"mhvcjg"
	case "lt", "lv":
		r.drop, r.dropped, r.add, r.added = 2, latinVowels+"s", 3, latinVowels+"mhvcjs"
	case "fi", "et":
		r.drop, r.dropped, r.add = 1, "i", 5
	case "ka":
		r.drop, r.dropped, r.add = 1, "იაო", 5
	case "hu", "az", "tk", "uz", "eu", "kk", "ky", "mn", "tr", "hy", "sw":
		r.add = 5
	case "ko":
		r.add = 3
	case "bn", "ta", "te", "kn", "ml", "mr", "gu", "ne", "si":
		r.add = 4
	case "el", "is", "ro", "sq", "la":
		r.drop, r.dropped, r.add, r.added = 2, latinVowels+"sαειουωσης", 4, ""
	case "de":
		r.add, r.added = 2, "esn"
	case "sv", "da", "nb", "nn", "no", "nl":
		r.add, r.added = 2, "se"
	case "ar":
		r.prefixes, r.article = []string{"و", "ف", "ب", "ل", "ك", "وب", "ول", "وك", "فب", "فل"}, "ال"
	case "he":
		r.prefixes = []string{"ו", "ב", "ל", "מ", "ש", "ה", "כ", "וב", "ול", "ומ", "שב", "של", "וה", "מה"}
	}
	return r
}

// starts appends to out the folded word, and what is left of it without each possible particle.
func (r *rules) starts(out []string, form string) []string {
	out = append(out, form)
	for _, p := range r.prefixes {
		rest, ok := strings.CutPrefix(form, p)
		if !ok || runes(rest) < 3 {
			continue
		}
		out = append(out, rest)
		if r.article != "" && strings.HasSuffix(p, "ل") && strings.HasPrefix(rest, "ل") {
			out = append(out, "ا"+rest) // لل is ل and ال
		}
	}
	return out
}

// stem returns the part of a word of a name that all its forms share. A name of several words has
// adjectives, whose endings are longer.
func (r *rules) stem(w string, several bool) string {
	drop := r.drop
	if several && r.added != "" {
		drop = 2 * r.drop
	}
	if several && r.added == "esn" {
		return strings.TrimSuffix(strings.TrimSuffix(strings.TrimSuffix(w, "s"), "r"), "e") // Vereinigtes
	}
	if several && r.dropped == russianEndings {
		for _, end := range [...]string{"ая", "ое", "ий", "ый", "ые", "ие", "яя"} {
			if rest, ok := strings.CutSuffix(w, end); ok && runes(rest) >= 3 {
				return rest
			}
		}
		drop = 1
	}
	for n := 0; n < drop; n++ {
		last, size := utf8.DecodeLastRuneInString(w)
		before, _ := utf8.DecodeLastRuneInString(w[:len(w)-size])
		if (last == 'а' || last == 'a') && strings.ContainsRune("аоуыэюaouy", before) {
			break // Самоа
		}
		if runes(w) <= 3 || r.dropped != "" && !strings.ContainsRune(r.dropped, last) {
			break
		}
		w = w[:len(w)-size]
	}
	return w
}

// cuts calls f with every stem that a word of a text can have.
func (r *rules) cuts(form string, f func(stem string)) {
	f(form)
	n := 0
	for i := len(form); i > 0 && n < r.add; n++ {
		last, size := utf8.DecodeLastRuneInString(form[:i])
		if r.added != "" && !strings.ContainsRune(r.added, last) {
			return
		}
		i -= size
		if runes(form[:i]) < 2 {
			return
		}
		f(form[:i])
	}
}

// matches reports whether a word of a text is an inflected form of a word of a name.
func (r *rules) matches(form string, w word) bool {
	if form == w.form {
		return true
	}
	end, ok := strings.CutPrefix(form, w.stem)
	if !ok || r.add == 0 {
		return false
	}
	n := runes(end)
	if runes(w.stem) < 4 && n > 2 || n == 0 && !strings.HasSuffix(w.form, "ы") {
		return false
	}
	return n <= r.add && (r.added == "" || strings.Trim(end, r.added) == "")
}

// matchesAny reports what matches reports, for a word in the middle of a name, which may have
// particles too.
func (r *rules) matchesAny(form string, w word) bool {
	for _, s := range r.starts(nil, form)[1:] {
		if r.matches(s, w) {
			return true
		}
	}
	return false
}

// isLanguageWord reports whether a folded word is a word for "language".
func (r *rules) isLanguageWord(form string) bool {
	for _, s := range r.starts(nil, form) {
		s = strings.TrimPrefix(s, "ال")
		for _, w := range r.words {
			if strings.HasPrefix(s, w) && runes(s) <= runes(w)+4 {
				return true
			}
		}
	}
	return false
}
