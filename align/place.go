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
func (a *Aligner) Place(ctx context.Context, rows []Bead, texts []*segment.Text, added *segment.Text) (placed []Placement, order []int, err error) {
	if err := checkRows(rows, texts); err != nil {
		return nil, nil, fmt.Errorf("align: %w", err)
	}
	if len(added.Sentences) == 0 {
		return nil, nil, fmt.Errorf("align: the added text (%s) has no sentences", added.Lang)
	}
	if a.MaxGroup < 0 || a.MaxGroup > maxGroupLimit {
		return nil, nil, fmt.Errorf("align: MaxGroup %d: it goes from 1 to %d", a.MaxGroup, maxGroupLimit)
	}
	plain := Aligner{Scorer: a.Scorer, MaxGroup: a.MaxGroup, Progress: a.Progress}
	n := len(texts)
	x := plain.newMulti(append(texts[:n:n], added))
	// The text with the most sentences says where to look, unless nothing is known of the two
	// languages.
	var lead int
	var p *search
	for _, lead = range bySentences(texts) {
		if p, err = plain.pair(ctx, x.texts, lead, n); !errors.Is(err, fs.ErrNotExist) {
			break
		}
	}
	if err != nil {
		return nil, nil, err
	}
	pair := p.beads()
	x.use(lead, n, p.model)
	for _, b := range pair {
		for j := b.Ranges[1].Lo; j < b.Ranges[1].Hi; j++ {
			x.boundary[n][j], x.translation[n][j] = b.Boundary, b.Translation
		}
	}
	stand := lattice.Of(rangesOf(rows), n)
	x.lattice = stand.Beside(lead, rangesOf(pair))
	for k := range texts {
		if err := plain.fit(x, k, n); err != nil {
			return nil, nil, err
		}
	}
	for i := range rows {
		order = append(order, i)
	}
	always := func(k, j int) bool { return true }
	for pass := range placePasses {
		t := x.ofText(n, x.lattice, always)
		if t == nil {
			break
		}
		path, firm, err := t.grid().Posteriors(ctx, sharpness)
		if err != nil {
			return nil, nil, err
		}
		t.setConfidences(path, firm)
		x.lattice = t.merge(path)
		if pass+1 < placePasses {
			if err := x.reorder(ctx, n, order); err != nil {
				return nil, nil, err
			}
		}
	}
	return x.placed(n), order, nil
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

// placePasses is how often an added text is laid beside the rows.
const placePasses = 2

// placed returns the beads of text n with the slots that other texts have.
func (x *multi) placed(n int) []Placement {
	var out []Placement
	row, last := segment.Range{}, 0
	end := 0 // the boundary behind row.Hi
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
				return fmt.Errorf("row %d: text %d stands at %d before it, so it cannot hold sentences %d to %d", i, k+1, done[k], r.Lo, r.Hi)
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
