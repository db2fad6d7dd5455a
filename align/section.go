package align

import (
	"context"
	"errors"

	"github.com/bitext-go/bitext/align/evidence"
	"github.com/bitext-go/bitext/internal/dp"
)

// Long texts are cut into sections: after sectionRows sentences, in the middle of the first run of
// cutBeads 1-1 beads that each get at least -cutEvidence nats from the evidence. So a section needs
// little memory, and workers search several at a time.
const (
	sectionRows = 192
	cutBeads    = 9
	cutEvidence = -5
)

// A section is a stretch of the path that is searched again.
type section struct {
	from                corner // where it begins in the texts
	rows, cols          int
	path                []dp.Step // from the section's own corner (0, 0)
	posterior, evidence []float64 // of each step, after the last pass
	err                 error
}

// moved returns a step of the section as a step of the texts.
func (s *section) moved(x dp.Step) dp.Step {
	return dp.Step{I: x.I + s.from.i, J: x.J + s.from.j, M: x.M, N: x.N}
}

// cutSections cuts a path through rows and cols sentences into sections.
func cutSections(path []dp.Step, rows, cols int, evidence func(dp.Step) float64) []section {
	var out []section
	begin, from := 0, corner{}
	cut := func(k int, to corner) {
		s := section{from: from, rows: to.i - from.i, cols: to.j - from.j}
		for _, x := range path[begin:k] {
			s.path = append(s.path, dp.Step{I: x.I - from.i, J: x.J - from.j, M: x.M, N: x.N})
		}
		out = append(out, s)
		begin, from = k, to
	}
	sure := 0 // sure 1-1 beads in a row
	for k, s := range path {
		if s.I-from.i+cutBeads/2 < sectionRows {
			continue
		}
		if s.M != 1 || s.N != 1 || evidence(s) > cutEvidence {
			sure = 0
			continue
		}
		if sure++; sure == cutBeads {
			middle := k - cutBeads/2
			cut(middle, corner{path[middle].I, path[middle].J})
			sure = 0
		}
	}
	cut(len(path), corner{rows, cols})
	return out
}

const (
	// All bead shapes are tried only at corners that a path of few shapes leads through which costs
	// at most nearSlack nats more than the cheapest, and nearWiden sentences around them.
	nearSlack = 20
	nearWiden = 2
	// smallCells is the largest grid that is searched whole with all shapes.
	smallCells = 2500
)

// A sectionSearch searches sections, one after the other, from one goroutine.
type sectionSearch struct {
	search *search
	pricer evidence.Pricer
	width  int  // how far a path may leave the one before, in sentences
	last   bool // posteriors are asked for
	dp     dp.Scratch
}

// run searches a section: with few shapes to see where good paths are, then there with all.
func (w *sectionSearch) run(ctx context.Context, s *section) error {
	g := &dp.Grid{
		Rows: s.rows, Cols: s.cols, Band: dp.Full(s.rows, s.cols), Shapes: w.search.allShapes, Scratch: &w.dp,
		Cost: func(x dp.Step) float64 { return w.search.cost(w.pricer, s.moved(x)) },
	}
	if s.rows*s.cols > smallCells {
		near, err := w.near(ctx, s, *g)
		if err != nil {
			return err
		}
		g.Band = near
	}
	var err error
	if !w.last {
		s.path, err = g.Cheapest(ctx)
		return err
	}
	if s.path, s.posterior, err = g.Posteriors(ctx, sharpness); err != nil {
		return err
	}
	for _, x := range s.path {
		s.evidence = append(s.evidence, evidenceOf(w.pricer, s.moved(x)))
	}
	return nil
}

// near returns the band around the good paths of few shapes.
func (w *sectionSearch) near(ctx context.Context, s *section, g dp.Grid) (dp.Band, error) {
	priors := &w.search.priors
	g.Band, g.Shapes = dp.Around(s.path, s.rows, s.cols, w.width), w.search.firstShapes
	g.Beam, g.Slope = laterBeam, max(priors.drop, priors.next)
	_, near, err := g.Near(ctx, nearSlack)
	if errors.Is(err, dp.ErrNoPath) {
		g.Beam = 0
		_, near, err = g.Near(ctx, nearSlack)
	}
	if err != nil {
		return dp.Band{}, err
	}
	return near.Widen(nearWiden), nil
}
