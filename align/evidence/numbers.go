package evidence

import (
	"context"

	"github.com/bitext-go/bitext/internal/words"
	"github.com/bitext-go/bitext/segment"
)

// Numbers is the evidence of equal numbers, in the digits and numerals of any script, with or
// without separators and scale words, and of months.
type Numbers struct{}

// Punctuation is the evidence of equal punctuation: questions, exclamations, colons, brackets,
// quotations, percentages, sums of money.
type Punctuation struct{}

// Probabilities that a token is translated by an equal one, from experiments with German,
// French, Spanish, Arabic, Hebrew, Chinese and Hungarian texts.
const (
	numberLink = 0.8
	markLink   = 0.56
	equalLink  = 0.6  // a word that is the same in both texts
	shortLink  = 0.15 // the same with fewer than three letters
)

// Fit finds the numbers and months of both texts; it fails only if ctx is cancelled.
func (e Numbers) Fit(ctx context.Context, src, tgt *segment.Text) (Model, error) {
	return fitWords(ctx, src, tgt, []Lexical{e})
}

// Fit finds the marks of both texts; it fails only if ctx is cancelled.
func (e Punctuation) Fit(ctx context.Context, src, tgt *segment.Text) (Model, error) {
	return fitWords(ctx, src, tgt, []Lexical{e})
}

func (Numbers) link(_ context.Context, b *linkBuilder) error {
	b.equal(numberLink, func(w *wordType) bool { return w.kind == words.Number || w.kind == words.Month })
	return nil
}

func (Punctuation) link(_ context.Context, b *linkBuilder) error {
	b.equal(markLink, func(w *wordType) bool { return w.kind == words.Mark })
	return nil
}
