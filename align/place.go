package align

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"slices"

	"github.com/bitext-go/bitext/align/internal/lattice"
	"github.com/bitext-go/bitext/segment"
)

// A Placement is what an added text has beside some rows: sentences that say what the rows say
// together. Without rows, none of the other texts has the sentences; without sentences, the added
// text has nothing there.
type Placement struct {
	// Rows counts rows in the order that [Aligner.Place] returns.
	Rows segment.Range
	// Sentences are those of the added text.
	Sentences segment.Range
	// Boundary and Translation are confidences, as in [Bead].
	Boundary, Translation float64
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

// placeText returns what Place does, for arguments that were checked.
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

// placePasses is how often an added text is realigned with the rows: the second time, they are in
// the order that fits it.
const placePasses = 2

// place realigns the last text of x with the rows of the others, and puts rows without a text in
// common into the order that fits it best. rows is how many there are.
func place(ctx context.Context, x *multi, rows int) (placed []Placement, order []int, err error) {
	n := len(x.texts) - 1
	for i := range rows {
		order = append(order, i)
	}
	for pass := range placePasses {
		t := ofText(x, n, x.lattice, func(k, j int) bool { return true })
		if t == nil {
			break
		}
		path, posterior, err := t.grid().Posteriors(ctx, sharpness)
		if err != nil {
			return nil, nil, err
		}
		t.setConfidences(path, posterior)
		x.lattice = t.merge(path)
		if pass+1 < placePasses {
			if err := reorder(ctx, x, n, order); err != nil {
				return nil, nil, err
			}
		}
	}
	return placements(x, n), order, nil
}

// bySentences returns the texts, those with the most sentences first.
func bySentences(texts []*segment.Text) []int {
	out := make([]int, len(texts))
	for k := range out {
		out[k] = k
	}
	slices.SortStableFunc(out, func(k, l int) int { return len(texts[l].Sentences) - len(texts[k].Sentences) })
	return out
}

// placements returns where text n is beside the rows of the others.
func placements(x *multi, n int) []Placement {
	var out []Placement
	row, last := segment.Range{}, 0
	end := 0 // the boundary after row.Hi
	for s := 1; s <= x.lattice.Slots(); s++ {
		whole, empty := true, true
		for k := range n {
			r, ok := x.lattice.Sentences(k, end, s)
			whole, empty = whole && ok, empty && r.Len() == 0
		}
		if !whole {
			continue
		}
		if end = s; !empty {
			row.Hi++
		}
		own, ok := x.lattice.Sentences(n, last, s)
		if !ok {
			continue
		}
		b := Placement{Rows: row, Sentences: own, Boundary: 1}
		for j := own.Lo; j < own.Hi; j++ {
			b.Boundary, b.Translation = min(b.Boundary, x.boundary[n][j]), x.translation[n][j]
		}
		if row.Len()+own.Len() > 0 {
			out = append(out, b)
		}
		row.Lo, last = row.Hi, s
	}
	return out
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

// checkRows returns what keeps rows from being an alignment of the texts.
func checkRows(rows []Bead, texts []*segment.Text) error {
	if len(rows) == 0 || len(texts) == 0 {
		return errors.New("there are no rows to place a text beside")
	}
	done := make([]int, len(texts))
	for i, row := range rows {
		if len(row.Ranges) != len(texts) {
			return fmt.Errorf("row %d has %d ranges, but there are %d texts", i, len(row.Ranges), len(texts))
		}
		held := 0
		for k, r := range row.Ranges {
			if r.Lo != done[k] || r.Hi < r.Lo {
				const problem = "row %d: text %d has %d sentences before it, so it cannot hold sentences %d to %d"
				return fmt.Errorf(problem, i, k+1, done[k], r.Lo, r.Hi)
			}
			done[k] = r.Hi
			held += r.Len()
		}
		if held == 0 {
			return fmt.Errorf("row %d is empty", i)
		}
	}
	for k, t := range texts {
		if done[k] != len(t.Sentences) {
			return fmt.Errorf("the rows hold %d sentences of text %d, which has %d", done[k], k+1, len(t.Sentences))
		}
	}
	return nil
}
