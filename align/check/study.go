package check

import (
	"unicode"

	"github.com/bitext-go/bitext/align/lexicon/cldr"
	"github.com/bitext-go/bitext/internal/langtag"
	"github.com/bitext-go/bitext/internal/words"
	"github.com/bitext-go/bitext/segment"
)

// A study is what the checks know of one side.
type study struct {
	Side
	base   string        // the language by its two or three letters
	tokens []words.Token // numbers, months, words
	// values is what the text may say in numbers, in digits, words or numerals of any kind: what is
	// among them is not missing, though it need not be there.
	values    map[string]bool
	months    map[int]bool // from 1 to 12
	digits    []figure     // the numbers in digits, in order
	dates     []date
	addresses [][]int // where e-mail and web addresses stand
	mentions  []cldr.Mention
	found     bool     // mentions are there
	forms     []string // for bare
}

func newStudy(side Side) *study {
	s := &study{Side: side, base: langtag.Base(side.Lang).String(), values: map[string]bool{}, months: map[int]bool{}}
	if side.Text == "" {
		return s
	}
	s.addresses = addressSpans(side.Text)
	var t words.Tokenizer
	s.tokens = t.Append(nil, side.Text)
	s.readMonths()
	s.readNumbers()
	s.readDates()
	return s
}

// reset forgets what was reported in another comparison.
func (s *study) reset() {
	for i := range s.digits {
		s.digits[i].taken = false
	}
}

// take marks the numbers in a span as reported.
func (s *study) take(span segment.Span) {
	for i, f := range s.digits {
		if f.span.Start < span.End && span.Start < f.span.End {
			s.digits[i].taken = true
		}
	}
}

// names returns the countries and languages of the text.
func (s *study) names() []cldr.Mention {
	if !s.found && s.Text != "" {
		s.mentions, s.found = cldr.Find(s.Text, s.Lang), true
	}
	return s.mentions
}

// letters returns how many letters a text has, and how many of them belong to a script that is
// written without spaces.
func letters(s string) (all, unspaced int) {
	for _, r := range s {
		if unicode.IsLetter(r) {
			all++
			if words.Unspaced(r) {
				unspaced++
			}
		}
	}
	return all, unspaced
}
