package align

import (
	"cmp"
	"context"
	"errors"
	"io/fs"
	"slices"

	"github.com/bitext-go/bitext/align/evidence"
	"github.com/bitext-go/bitext/align/internal/lattice"
	"github.com/bitext-go/bitext/internal/dp"
	"github.com/bitext-go/bitext/segment"
)

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

// A multi is several texts that are being aligned: where they are beside one another, and a model
// of each two of them. One text after the other is taken out and realigned with all others, until
// nothing changes; the evidence for a place in a row is the mean of the evidence of each text of
// the row. So the texts share their evidence, and a sentence that the pivot lacks finds its
// counterparts too.
type multi struct {
	texts   []*segment.Text
	order   []int               // the texts in an order that does not depend on the order in which they were given
	models  [][]evidence.Model  // of texts k and l, in one of the two places
	pricers [][]evidence.Pricer // of the same
	coarse  [][]evidence.Pricer // of the same, for confidences, which are fitted to coarse costs
	chars   [][]float64         // by text and sentence: characters before it
	priors  priors
	shapes  []dp.Shape
	lattice *lattice.Lattice
	anchors [][]int
	locked  int // the text whose sentences are not joined, or -1
	call    *call

	boundary, translation [][]float64 // by text and sentence
}

func newMulti(a *Aligner, c *call, texts []*segment.Text) *multi {
	x := &multi{call: c, texts: texts, priors: rowPriors, anchors: a.Anchors, locked: -1}
	if a.LockPivot {
		x.locked = a.Pivot
	}
	x.shapes, _ = shapes(a.maxGroup())
	for k, t := range texts {
		x.models = append(x.models, make([]evidence.Model, len(texts)))
		x.pricers = append(x.pricers, make([]evidence.Pricer, len(texts)))
		x.coarse = append(x.coarse, make([]evidence.Pricer, len(texts)))
		x.chars = append(x.chars, t.CharsBefore())
		x.order = append(x.order, k)
		x.boundary = append(x.boundary, make([]float64, len(t.Sentences)))
		x.translation = append(x.translation, make([]float64, len(t.Sentences)))
	}
	slices.SortStableFunc(x.order, func(k, l int) int {
		s, t := texts[k], texts[l]
		return cmp.Or(cmp.Compare(s.Lang.String(), t.Lang.String()), cmp.Compare(s.Name, t.Name))
	})
	return x
}

// star makes the lattice of alignments with the pivot. The confidences of a sentence are those of
// its bead, and those of the pivot's the mean over the alignments.
func (x *multi) star(pivot int, pairs [][]Bead) {
	ranges := make([][][]segment.Range, len(pairs))
	for k, beads := range pairs {
		ranges[k] = rangesOf(beads)
		for _, b := range beads {
			x.setConfidences(k, b.Ranges[1], b.Boundary, b.Translation)
			for i := b.Ranges[0].Lo; i < b.Ranges[0].Hi; i++ {
				x.boundary[pivot][i] += b.Boundary / float64(len(pairs)-1)
				x.translation[pivot][i] += b.Translation / float64(len(pairs)-1)
			}
		}
	}
	x.lattice = lattice.Star(pivot, len(x.texts[pivot].Sentences), ranges, x.order, x.anchors)
}

func (x *multi) setConfidences(k int, r segment.Range, boundary, translation float64) {
	for j := r.Lo; j < r.Hi; j++ {
		x.boundary[k][j], x.translation[k][j] = boundary, translation
	}
}

// fit makes the model of two texts, if there is none, and teaches it what the lattice knows of
// them. If the scorer has no data for the two, there is none.
func (x *multi) fit(ctx context.Context, scorer evidence.Scorer, k, l int) error {
	if x.known(k, l) {
		return nil
	}
	m, err := fit(ctx, scorer, x.texts[k], x.texts[l])
	if errors.Is(err, fs.ErrNotExist) {
		return nil // the user did not ask for this pair, and others vouch for the two
	}
	if err == nil {
		err = m.Learn(ctx, pairsOf(x.between(k, l)))
	}
	if err != nil {
		return err
	}
	x.use(k, l, m)
	return nil
}

// use sets the model of two texts, which learns nothing more.
func (x *multi) use(k, l int, m evidence.Model) {
	x.models[k][l], x.pricers[k][l], x.coarse[k][l] = m, x.call.pricer(m), x.call.coarse(m)
}

// known reports whether there is a model of two texts.
func (x *multi) known(k, l int) bool { return x.models[k][l] != nil || x.models[l][k] != nil }

// cost returns the evidence against sentences s of text k and t of text l translating one another.
func (x *multi) cost(k int, s segment.Range, l int, t segment.Range) float64 {
	return priceWith(x.pricers, k, s, l, t)
}

// priceWith returns the cost of sentences s of text k and t of text l by the pricer of the two.
func priceWith(pricers [][]evidence.Pricer, k int, s segment.Range, l int, t segment.Range) float64 {
	if p := pricers[k][l]; p != nil {
		return p.Cost(s, t)
	}
	return pricers[l][k].Cost(t, s)
}

// cutter returns what cuts one of two ranges as the best alignment of the two does. When ctx is
// cancelled it cuts nothing.
func (x *multi) cutter(ctx context.Context) lattice.Cutter {
	return func(k int, s segment.Range, l int, t segment.Range) []int { return x.cutBetween(ctx, k, s, l, t) }
}

func (x *multi) cutBetween(ctx context.Context, k int, s segment.Range, l int, t segment.Range) []int {
	out := slices.Repeat([]int{lattice.Inside}, s.Len()-1)
	if !x.known(k, l) {
		return out
	}
	g := &dp.Grid{Rows: s.Len(), Cols: t.Len(), Shapes: x.shapes, Cost: func(p dp.Step) float64 {
		c := x.priors.of(p.M, p.N)
		if p.M > 0 && p.N > 0 {
			c += x.cost(
				k, segment.Range{Lo: s.Lo + p.I, Hi: s.Lo + p.I + p.M},
				l, segment.Range{Lo: t.Lo + p.J, Hi: t.Lo + p.J + p.N})
		}
		return c
	}}
	path, err := g.Cheapest(ctx)
	if err != nil {
		return out
	}
	for _, p := range path {
		if p.I > 0 && p.I < s.Len() && out[p.I-1] == lattice.Inside {
			out[p.I-1] = t.Lo + p.J
		}
	}
	return out
}

// between returns the beads of two texts, as the lattice has them.
func (x *multi) between(k, l int) []Bead {
	var out []Bead
	last := 0
	for s := 1; s <= x.lattice.Slots(); s++ {
		r, whole := x.lattice.Sentences(k, last, s)
		q, also := x.lattice.Sentences(l, last, s)
		if !whole || !also {
			continue
		}
		if last = s; r.Len()+q.Len() > 0 {
			out = append(out, Bead{Ranges: []segment.Range{r, q}})
		}
	}
	return out
}

// anchored reports whether boundary s of a lattice is an anchor.
func (x *multi) anchored(y *lattice.Lattice, s int) bool {
	return slices.ContainsFunc(x.anchors, func(at []int) bool {
		for k := range at {
			if y.At[k][s] != at[k] {
				return false
			}
		}
		return true
	})
}

// beads returns the rows with their confidences: those of the least certain sentence.
func (x *multi) beads() []Bead {
	var rows []Bead
	for _, r := range x.lattice.Rows() {
		b := Bead{Ranges: r, Boundary: 1, Translation: 1}
		for k, r := range r {
			for j := r.Lo; j < r.Hi; j++ {
				b.Boundary = min(b.Boundary, x.boundary[k][j])
				b.Translation = min(b.Translation, x.translation[k][j])
			}
		}
		if b.Null() {
			b.Translation = 0
		}
		rows = append(rows, b)
	}
	return rows
}
