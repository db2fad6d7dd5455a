package evidence

import (
	"github.com/bitext-go/bitext/internal/words"
	"github.com/bitext-go/bitext/segment"
)

// Evidence is a [Scorer] that speaks of the words of the two texts: it knows pairs of them that
// translate one another. Alone it prices beads by the words that it knows; in a [Sum] all Evidence
// is pooled. It is implemented by [Numbers], [Marks], [Cognates], [Names], [Dictionary] and
// [Learning].
type Lexical interface {
	Scorer
	// link reports the pairs of word types that translate one another.
	link(b *linkBuilder)
}

// Numbers is the evidence of equal numbers, in the digits and numerals of any script, with or
// without separators and scale words, and of months.
type Numbers struct{}

// Marks is the evidence of equal punctuation: questions, exclamations, colons, brackets,
// quotations, percentages, sums of money.
type Punctuation struct{}

// Probabilities that one token of a kind is translated by its like, from experiments with German,
// French, Spanish, Arabic, Hebrew, Chinese and Hungarian texts.
const (
	numberLink   = 0.8
	markLink     = 0.56
	equalLink    = 0.6  // a word that is the same in both texts
	shortLink    = 0.15 // the same with fewer than three letters
	skeletonLink = 0.5  // names whose consonants agree across scripts
)

// Fit notes the numbers and months of both texts; it never fails.
func (e Numbers) Fit(src, tgt *segment.Text) (Model, error) { return fitWords(src, tgt, []Lexical{e}) }

// Fit notes the marks of both texts; it never fails.
func (e Punctuation) Fit(src, tgt *segment.Text) (Model, error) {
	return fitWords(src, tgt, []Lexical{e})
}

func (Numbers) link(b *linkBuilder) {
	b.equal(numberLink, func(w *wordType) bool { return w.kind == words.Number || w.kind == words.Month })
}

func (Punctuation) link(b *linkBuilder) {
	b.equal(markLink, func(w *wordType) bool { return w.kind == words.Mark })
}

// equal links the types of the two texts that have one form, where ok holds for it.
func (b *linkBuilder) equal(p float64, ok func(*wordType) bool) {
	for i := range b.src.types {
		w := &b.src.types[i]
		if !ok(w) {
			continue
		}
		if j, found := b.tgt.ids[w.form]; found {
			b.add(int32(i), j, p, p)
		}
	}
}
