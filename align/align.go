package align

import (
	"context"
	"errors"
	"fmt"
	"runtime"

	"github.com/bitext-go/bitext/segment"
)

// An Aligner aligns texts. The zero value is ready, and any number of goroutines may use one.
type Aligner struct {
	// Scorer is the evidence to go by; nil means [Standard].
	Scorer Scorer
	// MaxGroup is how many sentences of one text a bead may hold, from 1 to 10; 0 means 5.
	MaxGroup int
	// Pivot is the text that all others are aligned with, where there are more than two.
	Pivot int
	// Anchors are places that no bead runs across, in order: each says how many sentences of each text stand before it.
	Anchors [][]int
	// Reasons is how many reasons a bead carries, at most; 0 means none.
	Reasons int
	// Workers is how many goroutines search a long text at a time; 0 means as many as there are processors. The beads are
	// the same whatever it is. Models that are no [Forker] are searched by one.
	Workers int
	// Progress, if set, is called from time to time, from the goroutine that called Align, with how much of the work is
	// done and how much there is. The unit is a sentence looked at; all may differ from one pair of texts to the next.
	Progress func(done, all int)
}

// Standard is the evidence that needs nothing but the texts: length, paragraphs, numbers, punctuation, cognates, names,
// and what the texts teach.
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
	if a.MaxGroup < 0 || a.MaxGroup > mostGroup {
		return nil, fmt.Errorf("align: MaxGroup %d: it goes from 1 to %d", a.MaxGroup, mostGroup)
	}
	if a.Workers < 0 {
		return nil, fmt.Errorf("align: Workers %d: it is at least 1, or 0 for one a processor", a.Workers)
	}
	if err := checkAnchors(a.Anchors, texts); err != nil {
		return nil, fmt.Errorf("align: %w", err)
	}
	if len(texts) == 2 {
		return a.pair(ctx, texts, 0, 1)
	}
	pairs := make([][]Bead, len(texts))
	for k := range texts {
		if k == a.Pivot {
			continue
		}
		var err error
		if pairs[k], err = a.pair(ctx, texts, a.Pivot, k); err != nil {
			return nil, err
		}
	}
	return mergeRows(texts, a.Pivot, pairs), nil
}

// mostGroup bounds MaxGroup: nothing that large is a translation unit.
const mostGroup = 10

// pair aligns texts s and t.
func (a *Aligner) pair(ctx context.Context, texts []*segment.Text, s, t int) ([]Bead, error) {
	src, tgt := texts[s], texts[t]
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
	p := &pairing{src: src, tgt: tgt, model: model, reasons: a.Reasons, workers: a.Workers, progress: a.Progress}
	if p.workers == 0 {
		p.workers = runtime.GOMAXPROCS(0)
	}
	for _, at := range a.Anchors {
		p.pins = append(p.pins, corner{at[s], at[t]})
	}
	if err := p.run(ctx, most); err != nil {
		if ctx.Err() != nil {
			return nil, err
		}
		return nil, fmt.Errorf("align: %w", err)
	}
	return p.beads(), nil
}
