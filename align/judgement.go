package align

import (
	"context"
	"fmt"

	"github.com/bitext-go/bitext/align/evidence"
	"github.com/bitext-go/bitext/internal/dp"
	"github.com/bitext-go/bitext/segment"
)

// Judge returns the probability, from 0 to 1, that the sides of each bead translate one another, as
// Align does for the beads that it finds; 0 for a bead with an empty side. The beads may come from
// anywhere, such as the units of a memory, and are not changed. Each is held against ranges of
// about its length from the rest of the texts, so a few dozen beads tell more than one.
//
// It is an error if a bead does not have two ranges, if a range is not in its text, if the options
// of the Aligner are out of their range, or if the scorer fails. Anchors, Pivot and LockPivot do not
// apply. Time grows in proportion to the number of beads.
func (a *Aligner) Judge(ctx context.Context, beads []Bead, src, tgt *segment.Text) ([]float64, error) {
	if err := a.checkOptions(); err != nil {
		return nil, fmt.Errorf("align: %w", err)
	}
	x := &search{src: src, tgt: tgt}
	for i, b := range beads {
		if len(b.Ranges) != 2 || !within(b.Ranges[0], src) || !within(b.Ranges[1], tgt) {
			return nil, fmt.Errorf("align: bead %d does not have a range of sentences in each of the two texts", i)
		}
		s, t := b.Ranges[0], b.Ranges[1]
		x.path = append(x.path, dp.Step{I: s.Lo, J: t.Lo, M: s.Len(), N: t.Len()})
	}
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	model, err := a.scorer().Fit(src, tgt)
	if err != nil {
		return nil, fmt.Errorf("align: %w", err)
	}
	if x.model = model; !forgets(model) {
		model.Learn(pairsOf(beads))
	}
	x.pricer = coarse(x.model)
	translation, _ := x.judge()
	return translation, ctx.Err()
}

// within reports whether a range is one of sentences of a text. An empty range is.
func within(r segment.Range, t *segment.Text) bool {
	return r.Lo >= 0 && r.Lo <= r.Hi && r.Hi <= len(t.Sentences)
}

// forgets reports whether a model can begin anew, so that each bead can be judged by one that has
// not learnt from it.
func forgets(model evidence.Model) bool {
	f, ok := model.(evidence.Fresher)
	return ok && f.Fresh() != nil
}
