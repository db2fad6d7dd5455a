package align

import (
	"context"
	"errors"
	"fmt"
	"math"

	"github.com/bitext-go/bitext/align/evidence"
	"github.com/bitext-go/bitext/segment"
)

// An Aligner aligns texts. The zero value is ready. Any number of goroutines may use one at a time,
// as long as none changes it.
type Aligner struct {
	// Scorer is the evidence to use; nil means [evidence.Standard].
	Scorer evidence.Scorer
	// MaxGroup is how many sentences of one text a bead may hold, from 1 to 10; 0 means 5.
	MaxGroup int
	// Pivot is the text that all others are aligned with first if there are more than two. It
	// decides little unless LockPivot is set, since each text is then realigned with all others.
	Pivot int
	// LockPivot keeps the sentences of the pivot apart: no bead holds more than one of them. If
	// another text has one sentence for two of the pivot's, it is paired with the one that fits
	// best.
	LockPivot bool
	// Anchors are places that no bead runs across, in order: each has, for every text, how many of
	// its sentences are before the place. With anchors the texts are known to be translations, and
	// short ones are not doubted (see [Bead.Translation]).
	Anchors [][]int
	// Moved pairs sentences that are left over in both texts also if they are not in the same
	// order, such as definitions that a translation sorts anew. Their beads have [Bead.Moved] set.
	// It has no effect on more than two texts.
	Moved bool
	// MaxReasons is how many reasons a bead has at most; 0 means none. Beads of more than two texts
	// have none.
	MaxReasons int
	// Workers is how many goroutines work on long texts at a time, those of the scorers of package
	// evidence among them; 0 means as many as there are processors. The beads do not depend on it.
	Workers int
	// Progress, if set, is called several times a second, from the goroutine that called the
	// method, with how much of the work is done and how much there is, and once at the end. The
	// unit is one sentence searched once; all may differ from one pair of texts to the next, and
	// done begins anew there. While a scorer works, calls repeat the last figures.
	Progress func(done, all int)
}

// ErrNoSentences is wrapped by the errors for texts without sentences.
var ErrNoSentences = errors.New("has no sentences")

// Align pairs the sentences of texts that translate one another, with the zero [Aligner].
func Align(texts ...*segment.Text) ([]Bead, error) {
	return new(Aligner).Align(context.Background(), texts...)
}

// Align pairs the sentences of two or more texts, which must not change meanwhile. The beads hold
// each sentence of each text once, in order, except for those that Moved allows. Beads of more than
// two texts are rows: each text is aligned with the pivot, and then realigned with all others until
// nothing changes. Any text may have nothing in a row, the pivot too. The order of the texts
// decides only the order of the ranges.
//
// It is an error if there are fewer than two texts, if one of them has no sentences, if a field is
// out of its range, or if a scorer fails; the error of a cancelled context is returned unchanged.
// If a scorer returns an error that matches fs.ErrNotExist for two texts that do not include the
// pivot, that pair is ignored.
func (a *Aligner) Align(ctx context.Context, texts ...*segment.Text) (beads []Bead, err error) {
	if err := a.check(texts); err != nil {
		return nil, fmt.Errorf("align: %w", err)
	}
	err = a.run(ctx, func(ctx context.Context, c *call) (err error) {
		beads, err = a.alignTexts(ctx, c, texts)
		return err
	})
	if err != nil {
		return nil, err
	}
	return beads, nil
}

// alignTexts returns what Align does, for texts that were checked.
func (a *Aligner) alignTexts(ctx context.Context, c *call, texts []*segment.Text) ([]Bead, error) {
	if len(texts) > 2 {
		return a.rows(ctx, c, texts)
	}
	x, err := a.pair(ctx, c, texts, 0, 1)
	if err != nil {
		return nil, err
	}
	find := x.beads
	if a.Moved {
		find = x.withMoved
	}
	beads, err := find(ctx)
	if err != nil || len(a.Anchors) > 0 { // anchors vouch for the texts
		return beads, err
	}
	related, err := x.related(ctx, beads)
	for k := range beads {
		beads[k].Translation *= related
	}
	return beads, err
}

// pair aligns texts s and t.
func (a *Aligner) pair(ctx context.Context, c *call, texts []*segment.Text, s, t int) (*search, error) {
	src, tgt := texts[s], texts[t]
	model, err := fit(ctx, a.scorer(), src, tgt)
	if err != nil {
		return nil, err
	}
	if a.LockPivot && (s == a.Pivot || t == a.Pivot) {
		model = evidence.Models{merging{forbidMerging(s == a.Pivot)}, model}
	}
	x := newSearch(a, c, src, tgt, model)
	for _, at := range a.Anchors {
		x.required = append(x.required, corner{at[s], at[t]})
	}
	if err := x.run(ctx, a.maxGroup()); err != nil {
		return nil, err
	}
	return x, nil
}

// fit returns the model of a scorer for two texts.
func fit(ctx context.Context, scorer evidence.Scorer, src, tgt *segment.Text) (evidence.Model, error) {
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	model, err := scorer.Fit(ctx, src, tgt)
	if err == nil && model == nil {
		return nil, fmt.Errorf("the scorer %T returned no Model and no error", scorer)
	}
	return model, err
}

// A merging forbids beads, and says nothing of those that it allows.
type merging struct{ evidence.CostFunc }

// WithoutLayout returns nil.
func (merging) WithoutLayout() evidence.Model { return nil }

// forbidMerging forbids beads with several sentences of the source, or else of the target.
func forbidMerging(src bool) evidence.CostFunc {
	return func(s, t segment.Range) float64 {
		if src && s.Len() > 1 || !src && t.Len() > 1 {
			return math.Inf(1)
		}
		return 0
	}
}
