package align

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"math"
	"runtime"

	"github.com/bitext-go/bitext/align/evidence"
	"github.com/bitext-go/bitext/align/internal/lattice"
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
	// its sentences are before the place.
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

const (
	// maxGroupLimit bounds MaxGroup: nothing that large is a translation unit.
	maxGroupLimit = 10
	// defaultMaxGroup holds all beads of the development data except for two in 2,300.
	defaultMaxGroup = 5
)

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

func (a *Aligner) alignTexts(ctx context.Context, c *call, texts []*segment.Text) ([]Bead, error) {
	if len(texts) > 2 {
		return a.rows(ctx, c, texts)
	}
	x, err := a.pair(ctx, c, texts, 0, 1)
	if err != nil {
		return nil, err
	}
	if a.Moved {
		return x.withMoved(ctx)
	}
	return x.beads(ctx)
}

// Place aligns one more text with rows that are fixed: rows of the texts as [Aligner.Align] returns
// them, or as a person made them. The placements hold each row and each sentence once, in order.
//
// Neighbouring rows that have no text in common, such as a sentence that is only in Arabic and one
// that is only in English, have no order among themselves until a text comes that has both. So
// placements count rows in the order that Place returns: order holds the index of each row.
//
// What a row says is the mean of what its texts say, so a text finds its counterparts in whatever
// language has them. Pivot, LockPivot and Anchors do not apply, and there are no Reasons.
//
// It is an error if there are no rows, if a row does not follow the one before it in every text, if
// the added text has no sentences, or if a scorer fails; the error of a cancelled context is
// returned unchanged.
func (a *Aligner) Place(
	ctx context.Context, rows []Bead, texts []*segment.Text, added *segment.Text,
) (placed []Placement, order []int, err error) {
	if err := a.checkPlace(rows, texts, added); err != nil {
		return nil, nil, fmt.Errorf("align: %w", err)
	}
	err = a.run(ctx, func(ctx context.Context, c *call) (err error) {
		placed, order, err = a.placeText(ctx, c, rows, texts, added)
		return err
	})
	if err != nil {
		return nil, nil, err
	}
	return placed, order, nil
}

func (a *Aligner) placeText(
	ctx context.Context, c *call, rows []Bead, texts []*segment.Text, added *segment.Text,
) (placed []Placement, order []int, err error) {
	bare := &Aligner{Scorer: a.Scorer, MaxGroup: a.MaxGroup, Workers: a.Workers, Progress: a.Progress}
	x := newMulti(bare, c, append(texts[:len(texts):len(texts)], added))
	if err := bare.beside(ctx, x, rows); err != nil {
		return nil, nil, err
	}
	if placed, order, err = place(ctx, x, len(rows)); err != nil {
		return nil, nil, err
	}
	return placed, order, bare.judgePlaced(ctx, c, placed, order, rows, texts, added)
}

// check returns what is wrong with the options or the texts.
func (a *Aligner) check(texts []*segment.Text) error {
	if len(texts) < 2 {
		return errors.New("two texts or more are needed")
	}
	if err := checkTexts(texts...); err != nil {
		return err
	}
	for i, t := range texts {
		if len(t.Sentences) == 0 {
			return fmt.Errorf("text %d (%s) %w", i+1, t.Lang, ErrNoSentences)
		}
	}
	if a.Pivot < 0 || a.Pivot >= len(texts) {
		return fmt.Errorf("pivot %d: there are %d texts; count from 0", a.Pivot, len(texts))
	}
	if err := a.checkOptions(); err != nil {
		return err
	}
	return checkAnchors(a.Anchors, texts)
}

// checkTexts returns what is wrong with texts that were made by hand.
func checkTexts(texts ...*segment.Text) error {
	for i, t := range texts {
		switch err := t.Check(); {
		case t == nil:
			return fmt.Errorf("text %d is nil", i+1)
		case err != nil:
			return fmt.Errorf("text %d (%s): %w", i+1, t.Lang, err)
		}
	}
	return nil
}

// checkPlace returns what is wrong with the options or what Place is given.
func (a *Aligner) checkPlace(rows []Bead, texts []*segment.Text, added *segment.Text) error {
	if err := checkTexts(texts...); err != nil {
		return err
	}
	if err := checkRows(rows, texts); err != nil {
		return err
	}
	switch err := added.Check(); {
	case added == nil:
		return errors.New("the added text is nil")
	case err != nil:
		return fmt.Errorf("the added text (%s): %w", added.Lang, err)
	case len(added.Sentences) == 0:
		return fmt.Errorf("the added text (%s) %w", added.Lang, ErrNoSentences)
	}
	return a.checkOptions()
}

func (a *Aligner) checkOptions() error {
	if a.MaxGroup < 0 || a.MaxGroup > maxGroupLimit {
		return fmt.Errorf("MaxGroup %d: it must be from 1 to %d", a.MaxGroup, maxGroupLimit)
	}
	if a.Workers < 0 {
		return fmt.Errorf("the field Workers %d: it must be at least 1, or 0 for one for each processor", a.Workers)
	}
	return nil
}

func (a *Aligner) maxGroup() int {
	if a.MaxGroup == 0 {
		return defaultMaxGroup
	}
	return a.MaxGroup
}

func (a *Aligner) workers() int {
	if a.Workers == 0 {
		return runtime.GOMAXPROCS(0)
	}
	return a.Workers
}

func (a *Aligner) scorer() evidence.Scorer {
	if a.Scorer == nil {
		return evidence.Standard()
	}
	return a.Scorer
}

// pair aligns texts s and t.
func (a *Aligner) pair(ctx context.Context, c *call, texts []*segment.Text, s, t int) (*search, error) {
	src, tgt := texts[s], texts[t]
	model, err := fit(ctx, a.scorer(), src, tgt)
	if err != nil {
		return nil, err
	}
	if a.LockPivot && (s == a.Pivot || t == a.Pivot) {
		model = evidence.Models{forbidMerging(s == a.Pivot), model}
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

// forbidMerging forbids beads with several sentences of the source, or else of the target.
func forbidMerging(src bool) evidence.CostFunc {
	return func(s, t segment.Range) float64 {
		if src && s.Len() > 1 || !src && t.Len() > 1 {
			return math.Inf(1)
		}
		return 0
	}
}

// rows aligns three texts or more: each with the pivot, and then each with all others.
func (a *Aligner) rows(ctx context.Context, c *call, texts []*segment.Text) ([]Bead, error) {
	x := newMulti(a, c, texts)
	pairs := make([][]Bead, len(texts))
	for k := range texts {
		if k == a.Pivot {
			continue
		}
		p, err := a.pair(ctx, c, texts, a.Pivot, k)
		if err != nil {
			return nil, err
		}
		if pairs[k], err = p.beads(ctx); err != nil {
			return nil, err
		}
		x.use(a.Pivot, k, p.model)
	}
	x.star(a.Pivot, pairs)
	for i, l := range x.order {
		for _, k := range x.order[:i] {
			if err := x.fit(ctx, a.scorer(), k, l); err != nil {
				return nil, err
			}
		}
	}
	if err := refine(ctx, x); err != nil {
		return nil, err
	}
	beads := x.beads()
	return beads, a.judgeRows(ctx, c, beads, texts)
}

// beside makes the lattice of x: the rows, and its last text where an alignment with one of the
// others puts it: with the text that has the most sentences, or the next if a scorer has no data
// for the two languages.
func (a *Aligner) beside(ctx context.Context, x *multi, rows []Bead) error {
	n := len(x.texts) - 1
	var lead int
	var p *search
	var err error
	for _, lead = range bySentences(x.texts[:n]) {
		if p, err = a.pair(ctx, x.call, x.texts, lead, n); !errors.Is(err, fs.ErrNotExist) {
			break
		}
	}
	if err != nil {
		return err
	}
	pair, err := p.beads(ctx)
	if err != nil {
		return err
	}
	x.use(lead, n, p.model)
	for _, b := range pair {
		x.setConfidences(n, b.Ranges[1], b.Boundary, b.Translation)
	}
	x.lattice = lattice.Beside(lattice.Of(rangesOf(rows), n), lead, rangesOf(pair))
	for k := range n {
		if err := x.fit(ctx, a.scorer(), k, n); err != nil {
			return err
		}
	}
	return nil
}
