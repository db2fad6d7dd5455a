package check

import (
	"strings"
	"unicode/utf8"

	"github.com/bitext-go/bitext/internal/words"
)

// A lexeme is what a folded word of a language may be besides a word: a number, or a month.
type lexeme struct {
	values  []float64 // as a number word; nil if it is none
	isMonth bool      // it may be the name of a month, or the first word of one
}

// maxLexemes is how many words of a language are remembered.
const maxLexemes = 1 << 16

// lexeme returns what a folded word may be. It remembers the answer.
func (l *languageFacts) lexeme(word string) lexeme {
	x, ok := l.lexemes[word]
	if ok {
		return x
	}
	if l.lexemes == nil {
		l.lexemes = map[string]lexeme{}
		l.numerals = numeralsOf(l.base)
		for name := range otherMonths[l.base] {
			if first, _, two := strings.Cut(name, " "); two {
				l.monthBegins = append(l.monthBegins, first)
			}
		}
	}
	for _, w := range l.withoutParticles(word) {
		if x.values == nil {
			x.values = l.numerals.valuesOf(w)
		}
		x.isMonth = x.isMonth || otherMonths[l.base][w] > 0 || words.MonthForm(w) != ""
		for _, first := range l.monthBegins {
			x.isMonth = x.isMonth || w == first
		}
	}
	if len(l.lexemes) == maxLexemes {
		clear(l.lexemes)
	}
	l.lexemes[strings.Clone(word)] = x
	return x
}

// withoutParticles returns a word, and what is left of it without the particles that Arabic writes
// together with it. The next call overwrites the result.
func (l *languageFacts) withoutParticles(w string) []string {
	out := append(l.forms[:0], w)
	if l.base == "ar" {
		for _, p := range [...]string{"وال", "بال", "فال", "كال", "لل", "ال", "و", "ب", "ل", "ف"} {
			if rest, ok := strings.CutPrefix(w, p); ok && utf8.RuneCountInString(rest) > 1 {
				out = append(out, rest)
			}
		}
	}
	l.forms = out
	return out
}
