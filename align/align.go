package align

import (
	"context"
	"errors"
	"fmt"
	"math"
	"runtime"

	"github.com/bitext-go/bitext/align/evidence"
	"github.com/bitext-go/bitext/segment"
)

// An Aligner aligns texts. The zero value is ready, and any number of goroutines may use one.
type Aligner struct {
	// Scorer is the evidence to go by; nil means [evidence.Standard].
	Scorer evidence.Scorer
	// MaxGroup is how many sentences of one text a bead may hold, from 1 to 10; 0 means 5.
	MaxGroup int
	// Pivot is the text that all others are aligned with first, where there are more than two. It
	// decides little, since each is laid beside all others then, unless Lock holds it.
	Pivot int
	// Lock keeps the sentences of the pivot apart: no bead holds more than one of them. Where
	// another text has one sentence for two of the pivot's, it stands with the one that it fits
	// best.
	LockPivot bool
	// Anchors are places that no bead runs across, in order: each says how many sentences of each
	// text stand before it.
	Anchors [][]int
	// Reasons is how many reasons a bead carries, at most; 0 means none.
	MaxReasons int
	// Workers is how many goroutines search a long text at a time; 0 means as many as there are
	// processors. The beads do not depend on it.
	Workers int
	// Progress, if set, is called from time to time, from the goroutine that called Align, with how
	// much of the work is done and how much there is. The unit is a sentence looked at; all may
	// differ from one pair of texts to the next.
	Progress func(done, all int)
}

// Align pairs the sentences of texts that translate one another, with the zero [Aligner].
func Align(texts ...*segment.Text) ([]Bead, error) {
	return new(Aligner).Align(context.Background(), texts...)
}

// Align pairs the sentences of two or more texts, which stay unchanged. The beads hold each
// sentence of each text once, in order. Beads of more than two texts are rows: each text is aligned
// with the pivot, and then laid beside all others until nothing changes, so that all of them vouch
// for a row. A text may have nothing in a row, the pivot too. The order of the texts decides
// nothing but the order of the ranges.
//
// It is an error if there are fewer than two texts, if one of them has no sentences, or if a scorer
// fails; the error of a cancelled context is returned as it is. Two texts of which neither is the
// pivot say nothing of one another where a scorer fails with fs.ErrNotExist.
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
	if a.MaxGroup < 0 || a.MaxGroup > maxGroupLimit {
		return nil, fmt.Errorf("align: MaxGroup %d: it goes from 1 to %d", a.MaxGroup, maxGroupLimit)
	}
	if a.Workers < 0 {
		return nil, fmt.Errorf("align: Workers %d: it is at least 1, or 0 for one a processor", a.Workers)
	}
	if err := checkAnchors(a.Anchors, texts); err != nil {
		return nil, fmt.Errorf("align: %w", err)
	}
	if len(texts) == 2 {
		p, err := a.pair(ctx, texts, 0, 1)
		if err != nil {
			return nil, err
		}
		return p.beads(), nil
	}
	return a.rows(ctx, texts)
}

// mostGroup bounds MaxGroup: nothing that large is a translation unit.
const maxGroupLimit = 10

func (a *Aligner) maxGroup() int {
	if a.MaxGroup == 0 {
		return 5
	}
	return a.MaxGroup
}

func (a *Aligner) scorer() evidence.Scorer {
	if a.Scorer == nil {
		return evidence.Standard()
	}
	return a.Scorer
}

// apart forbids beads with several sentences of the source, or else of the target.
func forbidMerging(src bool) evidence.CostFunc {
	return func(s, t segment.Range) float64 {
		if src && s.Len() > 1 || !src && t.Len() > 1 {
			return math.Inf(1)
		}
		return 0
	}
}

// pair aligns texts s and t.
func (a *Aligner) pair(ctx context.Context, texts []*segment.Text, s, t int) (*search, error) {
	src, tgt := texts[s], texts[t]
	model, err := a.scorer().Fit(src, tgt)
	if err != nil {
		return nil, fmt.Errorf("align: %w", err)
	}
	if a.LockPivot && (s == a.Pivot || t == a.Pivot) {
		model = evidence.Models{forbidMerging(s == a.Pivot), model}
	}
	p := &search{src: src, tgt: tgt, model: model, maxReasons: a.MaxReasons, workers: a.Workers, progress: a.Progress}
	if p.workers == 0 {
		p.workers = runtime.GOMAXPROCS(0)
	}
	for _, at := range a.Anchors {
		p.required = append(p.required, corner{at[s], at[t]})
	}
	if err := p.run(ctx, a.maxGroup()); err != nil {
		if ctx.Err() != nil {
			return nil, err
		}
		return nil, fmt.Errorf("align: %w", err)
	}
	return p, nil
}
