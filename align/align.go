package align

import (
	"context"
	"errors"
	"fmt"

	"github.com/bitext-go/bitext/segment"
)

// An Aligner aligns texts. The zero value is ready, and any number of goroutines may use one.
type Aligner struct {
	// Scorer is the evidence to go by; nil means [Standard].
	Scorer Scorer
	// MaxGroup is how many sentences of one text a bead may hold, at most; 0 means 5.
	MaxGroup int
	// Pivot is the text that all others are aligned with, where there are more than two.
	Pivot int
}

// Standard is the evidence that needs nothing but the texts: length, paragraphs, numbers, punctuation, cognates, names, and what
// the texts teach.
func Standard() Sum {
	return Sum{Length{}, Breaks{}, Numbers{}, Marks{}, Cognates{}, Names{}, Learning{}}
}

// Align pairs the sentences of texts that translate one another, with the zero [Aligner].
func Align(texts ...*segment.Text) ([]Bead, error) {
	return new(Aligner).Align(context.Background(), texts...)
}

// Align pairs the sentences of two or more texts, which stay unchanged. The beads hold each sentence of each text once,
// in order. With more than two texts each is aligned with the pivot, and a bead ends where all of these alignments end
// one.
//
// It is an error if there are fewer than two texts, if one of them has no sentences, or if a scorer fails; the error
// of a cancelled context is returned as it is.
func (a *Aligner) Align(ctx context.Context, texts ...*segment.Text) ([]Bead, error) {
	if len(texts) < 2 {
		return nil, errors.New("align: two texts or more are needed")
	}
	for i, t := range texts {
		if len(t.Sentences) == 0 {
			return nil, fmt.Errorf("align: text %d (%s) has no sentences", i+1, t.Lang)
		}
	}
	if a.Pivot < 0 || a.Pivot >= len(texts) {
		return nil, fmt.Errorf("align: pivot %d: there are %d texts", a.Pivot, len(texts))
	}
	if len(texts) == 2 {
		return a.pair(ctx, texts[0], texts[1])
	}
	pairs := make([][]Bead, len(texts))
	for k, t := range texts {
		if k == a.Pivot {
			continue
		}
		var err error
		if pairs[k], err = a.pair(ctx, texts[a.Pivot], t); err != nil {
			return nil, err
		}
	}
	return mergeRows(texts, a.Pivot, pairs), nil
}

// pair aligns two texts.
func (a *Aligner) pair(ctx context.Context, src, tgt *segment.Text) ([]Bead, error) {
	scorer := a.Scorer
	if scorer == nil {
		scorer = Standard()
	}
	model, err := scorer.Fit(src, tgt)
	if err != nil {
		return nil, fmt.Errorf("align: %w", err)
	}
	most := a.MaxGroup
	if most == 0 {
		most = 5
	}
	p := &pairing{src: src, tgt: tgt, model: model}
	if err := p.run(ctx, most); err != nil {
		if ctx.Err() != nil {
			return nil, err
		}
		return nil, fmt.Errorf("align: %w", err)
	}
	return p.beads(), nil
}
