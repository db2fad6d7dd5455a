package cldr

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/bitext-go/bitext/internal/script"
	"github.com/bitext-go/bitext/internal/words"
)

// A token is a word of a text, or a stretch of a script that is written without spaces.
type token struct {
	form           string // folded; "" for a stretch
	start, end     int
	cased          bool // its script has capitals
	upper, acronym bool // it begins with one; it has nothing else
	run            bool
	unrelated      bool // no name begins with the word, and it refers to no country
}

func tokens(text string) []token { return appendTokens(nil, text, analyse) }

// appendTokens appends the tokens of a text. analyse returns the token of a single word.
func appendTokens(out []token, text string, analyse func(word string) token) []token {
	for i := 0; i < len(text); {
		r, n := utf8.DecodeRuneInString(text[i:])
		start := i
		switch {
		case words.Unspaced(r):
			for i < len(text) && words.Unspaced(r) {
				i += n
				r, n = utf8.DecodeRuneInString(text[i:])
			}
			out = append(out, token{start: start, end: i, run: true})
		case inWord(r):
			for i < len(text) && inWord(r) && !words.Unspaced(r) {
				i += n
				r, n = utf8.DecodeRuneInString(text[i:])
			}
			t := analyse(text[start:i])
			t.start, t.end = start, i
			if k := len(out) - 1; k >= 0 && t.acronym && out[k].acronym && text[out[k].end:t.start] == "." &&
				runes(t.form) == 1 { // U.S.
				out[k].form, out[k].end, out[k].unrelated = out[k].form+t.form, t.end, false
				continue
			}
			if t.form != "" {
				out = append(out, t)
			}
		default:
			i += n
		}
	}
	return out
}

// analyse returns the token of a word, without its place.
func analyse(word string) token {
	t := token{form: fold(word), acronym: true}
	first, _ := utf8.DecodeRuneInString(word)
	t.upper = unicode.IsUpper(first)
	for _, r := range word {
		up := unicode.IsUpper(r)
		t.cased = t.cased || up || unicode.IsLower(r)
		t.acronym = t.acronym && up
	}
	return t
}

func inWord(r rune) bool {
	if r < utf8.RuneSelf {
		return r|0x20 >= 'a' && r|0x20 <= 'z'
	}
	return script.Letter(r) || unicode.IsMark(r) || r == 0x0640 || r == 0x200C || r == 0x200D
}

// fold returns the form of a word that names are compared in. Devanagari loses what spellings of
// foreign names differ in: the dot below, the length of i and u, and the shape of o.
func fold(s string) string {
	s = words.Fold(s)
	if r, _ := utf8.DecodeRuneInString(s); unicode.Is(unicode.Devanagari, r) {
		return devanagari.Replace(s)
	}
	return s
}

var devanagari = strings.NewReplacer("़", "", "ऑ", "आ", "ॉ", "ा", "ऊ", "उ", "ू", "ु", "ई", "इ", "ी", "ि", "ँ", "ं", "ऐ",
	"ए", "ै", "े")

func runes(s string) int { return utf8.RuneCountInString(s) }
