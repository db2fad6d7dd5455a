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
}

// Standard is the evidence that needs nothing but the texts: length, numbers, punctuation, cognates, names, and what
// the texts teach.
func Standard() Sum {
	return Sum{Length{}, Numbers{}, Marks{}, Cognates{}, Names{}, Learning{}}
}

// Align pairs the sentences of texts that translate one another, with the zero [Aligner].
func Align(texts ...*segment.Text) ([]Bead, error) {
	return new(Aligner).Align(context.Background(), texts...)
}

// Align pairs the sentences of two or more texts. The beads that it returns hold each sentence of each text once, in
// order.
func (a *Aligner) Align(ctx context.Context, texts ...*segment.Text) ([]Bead, error) {
	if len(texts) != 2 {
		return nil, errors.New("align: two texts are needed")
	}
	scorer := a.Scorer
	if scorer == nil {
		scorer = Standard()
	}
	p := &pairing{src: texts[0], tgt: texts[1]}
	var err error
	if p.model, err = scorer.Fit(p.src, p.tgt); err != nil {
		return nil, fmt.Errorf("align: %w", err)
	}
	most := a.MaxGroup
	if most == 0 {
		most = 5
	}
	if err := p.run(ctx, most); err != nil {
		return nil, fmt.Errorf("align: %w", err)
	}
	return p.beads(), nil
}
