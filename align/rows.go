package align

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"slices"

	"github.com/bitext-go/bitext/align/evidence"
	"github.com/bitext-go/bitext/align/internal/lattice"
	"github.com/bitext-go/bitext/internal/dp"
	"github.com/bitext-go/bitext/segment"
)

// A multiple is the alignment of several texts in the making: where they stand beside one another,
// and a model of each two of them. Each text in turn is taken out and laid beside all others again,
// until nothing changes; what it is worth beside a row is the mean of what each text of the row
// says of it. So the texts share their evidence, and what the pivot lacks finds its counterparts
// all the same.
type multi struct {
	texts   []*segment.Text
	order   []int               // the texts in an order that does not depend on the order in which they were given
	models  [][]evidence.Model  // of texts k and l, in one of the two places
	pricers [][]evidence.Pricer // of the same
	chars   [][]float64
	priors  priors
	shapes  []dp.Shape
	lattice *lattice.Lattice
	anchors [][]int
	locked  int // the text whose sentences are not joined, or -1

	boundary, translation [][]float64 // by text and sentence
}

func (a *Aligner) newMulti(texts []*segment.Text) *multi {
	x := &multi{texts: texts, priors: typicalPriors, anchors: a.Anchors, locked: -1}
	if a.LockPivot {
		x.locked = a.Pivot
	}
	x.shapes, _ = shapes(a.maxGroup())
	for k, t := range texts {
		x.models = append(x.models, make([]evidence.Model, len(texts)))
		x.pricers = append(x.pricers, make([]evidence.Pricer, len(texts)))
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

// rows aligns three texts or more: each with the pivot, and then each with all others.
func (a *Aligner) rows(ctx context.Context, texts []*segment.Text) ([]Bead, error) {
	x := a.newMulti(texts)
	pairs := make([][]Bead, len(texts))
	for k := range texts {
		if k == a.Pivot {
			continue
		}
		p, err := a.pair(ctx, texts, a.Pivot, k)
		if err != nil {
			return nil, err
		}
		pairs[k] = p.beads()
		x.use(a.Pivot, k, p.model)
	}
	x.confidences(a.Pivot, pairs)
	ranges := make([][][]segment.Range, len(pairs))
	for k, p := range pairs {
		ranges[k] = rangesOf(p)
	}
	x.lattice = lattice.Star(a.Pivot, len(texts[a.Pivot].Sentences), ranges, x.order, a.Anchors)
	for i, l := range x.order {
		for _, k := range x.order[:i] {
			if err := a.fit(x, k, l); err != nil {
				return nil, err
			}
		}
	}
	if err := x.refineRows(ctx); err != nil {
		return nil, err
	}
	return x.beads(), nil
}

// fit makes the model of two texts, if there is none, and teaches it what the lattice knows of
// them. Two texts for which a scorer has no data say nothing of one another.
func (a *Aligner) fit(x *multi, k, l int) error {
	if x.known(k, l) {
		return nil
	}
	m, err := a.scorer().Fit(x.texts[k], x.texts[l])
	if errors.Is(err, fs.ErrNotExist) {
		return nil // the pair was not asked for, and others vouch for the two
	}
	if err != nil {
		return fmt.Errorf("align: %w", err)
	}
	m.Learn(pairsOf(x.between(k, l)))
	x.use(k, l, m)
	return nil
}

// use sets the model of texts k and l, which learns nothing more.
func (x *multi) use(k, l int, m evidence.Model) { x.models[k][l], x.pricers[k][l] = m, m.Pricer() }

// known reports whether there is a model of two texts.
func (x *multi) known(k, l int) bool { return x.models[k][l] != nil || x.models[l][k] != nil }

// cost returns the evidence against sentences s of text k and t of text l translating one another.
func (x *multi) cost(k int, s segment.Range, l int, t segment.Range) float64 {
	if p := x.pricers[k][l]; p != nil {
		return p.Cost(s, t)
	}
	return x.pricers[l][k].Cost(t, s)
}

// confidences are those of alignments with the pivot, whose own are the mean.
func (x *multi) confidences(pivot int, pairs [][]Bead) {
	for k, beads := range pairs {
		for _, b := range beads {
			for j := b.Ranges[1].Lo; j < b.Ranges[1].Hi; j++ {
				x.boundary[k][j], x.translation[k][j] = b.Boundary, b.Translation
			}
			for i := b.Ranges[0].Lo; i < b.Ranges[0].Hi; i++ {
				x.boundary[pivot][i] += b.Boundary / float64(len(pairs)-1)
				x.translation[pivot][i] += b.Translation / float64(len(pairs)-1)
			}
		}
	}
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

// beads returns the rows with their confidences: those of the text that is least sure.
func (x *multi) beads() []Bead {
	var rows []Bead
	for _, r := range x.lattice.Rows() {
		rows = append(rows, Bead{Ranges: r})
	}
	for i := range rows {
		b := &rows[i]
		b.Boundary, b.Translation = 1, 1
		for k, r := range b.Ranges {
			for j := r.Lo; j < r.Hi; j++ {
				b.Boundary = min(b.Boundary, x.boundary[k][j])
				b.Translation = min(b.Translation, x.translation[k][j])
			}
		}
		if b.Null() {
			b.Translation = 0
		}
	}
	return rows
}
