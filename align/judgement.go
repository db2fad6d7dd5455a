package align

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io/fs"

	"github.com/bitext-go/bitext/align/evidence"
	"github.com/bitext-go/bitext/internal/dp"
	"github.com/bitext-go/bitext/segment"
)

// Judge returns the probability, from 0 to 1, that the sides of each bead translate one another, as
// Align does for the beads that it finds; 0 for a bead with an empty side. The beads may come from
// anywhere, such as the units of a memory, and are not changed. Each is held against ranges of
// about its length from the rest of the texts, so a few dozen beads tell more than one; and if all
// together hardly show that short texts are translations, the probabilities of all are low.
//
// It is an error if a bead does not have two ranges, if a range is not in its text, if the options
// of the Aligner are out of their range, or if the scorer fails; the error of a cancelled context
// is returned unchanged. Pivot and LockPivot do not apply. Time grows in proportion to the number
// of beads.
func (a *Aligner) Judge(ctx context.Context, beads []Bead, src, tgt *segment.Text) (sure []float64, err error) {
	if err := cmp.Or(a.checkOptions(), checkTexts(src, tgt)); err != nil {
		return nil, fmt.Errorf("align: %w", err)
	}
	for i, b := range beads {
		if len(b.Ranges) != 2 || !within(b.Ranges[0], src) || !within(b.Ranges[1], tgt) {
			return nil, fmt.Errorf("align: bead %d does not have a range of sentences in each of the two texts", i)
		}
	}
	err = a.run(ctx, func(ctx context.Context, c *call) (err error) {
		c.begin(len(src.Sentences))
		sure, err = a.judge(ctx, c, beads, src, tgt)
		return err
	})
	if err != nil {
		return nil, err
	}
	return sure, nil
}

// judge returns what Judge does, for beads and texts that have been checked.
func (a *Aligner) judge(ctx context.Context, c *call, beads []Bead, src, tgt *segment.Text) ([]float64, error) {
	model, err := fit(ctx, a.scorer(), src, tgt)
	if err != nil {
		return nil, err
	}
	x := newSearch(a, c, src, tgt, model)
	for _, b := range beads {
		s, t := b.Ranges[0], b.Ranges[1]
		x.path = append(x.path, dp.Step{I: s.Lo, J: t.Lo, M: s.Len(), N: t.Len()})
	}
	forgets, err := forgets(ctx, model)
	if err == nil && !forgets {
		err = model.Learn(ctx, pairsOf(beads))
	}
	if err != nil {
		return nil, err
	}
	x.pricer = c.coarse(x.model)
	translation, _, err := x.judge(ctx)
	if err != nil || len(a.Anchors) > 0 {
		return translation, err
	}
	related, err := x.related(ctx, beads)
	for k := range translation {
		translation[k] *= related
	}
	return translation, err
}

// judgePlaced lowers the confidences of placements that are hardly translations of any text of
// their rows. rows are those that Place was given, and order their order.
func (a *Aligner) judgePlaced(
	ctx context.Context, c *call, placed []Placement, order []int,
	rows []Bead, texts []*segment.Text, added *segment.Text,
) error {
	best := make([]float64, len(placed))
	judged := make([]bool, len(placed)) // beside one text at least
	for k, text := range texts {
		var beads []Bead
		var which []int // index in placed
		for i, p := range placed {
			if r := rangeOf(rows, order[p.Rows.Lo:p.Rows.Hi], k); r.Len() > 0 && p.Sentences.Len() > 0 {
				beads, which = append(beads, Bead{Ranges: []segment.Range{r, p.Sentences}}), append(which, i)
			}
		}
		translation, err := a.judge(ctx, c, beads, text, added)
		switch {
		case errors.Is(err, fs.ErrNotExist): // the scorer does not know these two texts
			continue
		case err != nil:
			return err
		}
		for n, i := range which {
			best[i], judged[i] = max(best[i], translation[n]), true
		}
	}
	for i := range placed {
		if judged[i] {
			placed[i].Translation = min(placed[i].Translation, best[i])
		}
	}
	return nil
}

// judgeRows lowers the confidences of rows that hold a text which is hardly a translation of any
// other in the row: a row is as sure as that text.
func (a *Aligner) judgeRows(ctx context.Context, c *call, rows []Bead, texts []*segment.Text) error {
	bare := &Aligner{Scorer: a.Scorer, Workers: a.Workers, Anchors: a.Anchors}
	best := make([][]float64, len(rows)) // by row and text: beside the text of the row that fits best
	judged := make([][]bool, len(rows))  // beside one other text at least
	for i := range rows {
		best[i], judged[i] = make([]float64, len(texts)), make([]bool, len(texts))
	}
	for l := range texts {
		for k := range l {
			var beads []Bead
			var which []int // index in rows
			for i, row := range rows {
				if row.Ranges[k].Len() > 0 && row.Ranges[l].Len() > 0 {
					beads = append(beads, Bead{Ranges: []segment.Range{row.Ranges[k], row.Ranges[l]}})
					which = append(which, i)
				}
			}
			translation, err := bare.judge(ctx, c, beads, texts[k], texts[l])
			switch {
			case errors.Is(err, fs.ErrNotExist): // the scorer does not know these two texts
				continue
			case err != nil:
				return err
			}
			for n, i := range which {
				for _, text := range [2]int{k, l} {
					best[i][text], judged[i][text] = max(best[i][text], translation[n]), true
				}
			}
		}
	}
	for i := range rows {
		for k := range texts {
			if judged[i][k] {
				rows[i].Translation = min(rows[i].Translation, best[i][k])
			}
		}
	}
	return nil
}

// rangeOf returns the sentences that some rows hold of a text, from the first to the last.
func rangeOf(rows []Bead, which []int, text int) (out segment.Range) {
	for _, i := range which {
		switch r := rows[i].Ranges[text]; {
		case r.Len() == 0:
		case out.Len() == 0:
			out = r
		default:
			out = segment.Range{Lo: min(out.Lo, r.Lo), Hi: max(out.Hi, r.Hi)}
		}
	}
	return out
}

// within reports whether a range is one of sentences of a text. An empty range is.
func within(r segment.Range, t *segment.Text) bool {
	return r.Lo >= 0 && r.Lo <= r.Hi && r.Hi <= len(t.Sentences)
}

// forgets reports whether a model can begin anew, so that each bead can be judged by one that has
// not learnt from it.
func forgets(ctx context.Context, model evidence.Model) (bool, error) {
	f, ok := model.(evidence.Fresher)
	if !ok {
		return false, nil
	}
	fresh, err := f.Fresh(ctx)
	return fresh != nil, err
}
