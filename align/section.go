package align

import (
	"context"
	"errors"
	"math"

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
	// For the first pass they are cut after firstRows sentences, where cutAnchors anchors follow
	// one another.
	firstRows  = 512
	cutAnchors = 5
)

// A section is a stretch of the path that is searched again.
type section struct {
	from                corner // where it begins in the texts
	rows, cols          int
	path                []dp.Step // from the section's own corner (0, 0)
	posterior, evidence []float64 // of each step, after the last pass
	near                dp.Band   // where good paths lead, from the section's own corner (0, 0)
}

// moved returns a step of the section as a step of the texts.
func (s *section) moved(x dp.Step) dp.Step {
	return dp.Step{I: x.I + s.from.i, J: x.J + s.from.j, M: x.M, N: x.N}
}

// part returns the part of a band of the texts that is in the section, from its own corner (0, 0).
func (s *section) part(b dp.Band) dp.Band {
	out := dp.Band{Lo: make([]int, s.rows+1), Hi: make([]int, s.rows+1)}
	for k := range out.Lo {
		out.Lo[k] = min(s.cols, max(0, b.Lo[s.from.i+k]-s.from.j))
		out.Hi[k] = min(s.cols, max(0, b.Hi[s.from.i+k]-s.from.j))
	}
	return out
}

// explore searches the grid of a section, and remembers where good paths lead. If required corners
// force the path through what the beam has pruned, it searches again without.
func (s *section) explore(ctx context.Context, g *dp.Grid) ([]dp.Step, *dp.Guide, error) {
	path, guide, err := g.Explore(ctx, nearSlack)
	if errors.Is(err, dp.ErrNoPath) && g.Beam > 0 {
		g.Beam = 0
		path, guide, err = g.Explore(ctx, nearSlack)
	}
	if err == nil {
		s.near = guide.Near
	}
	return path, guide, err
}

// cutAtAnchors cuts texts with rows and cols sentences into sections, in the middle of anchors that
// follow one another in both texts.
func cutAtAnchors(anchors []anchor, rows, cols int) []section {
	var out []section
	from, run := corner{}, 0
	for k, a := range anchors {
		if k > 0 && !(a.i == anchors[k-1].i+1 && a.j == anchors[k-1].j+1) || a.given {
			run = 0
		}
		run++
		middle := anchors[max(0, k-cutAnchors/2)]
		if run >= cutAnchors && middle.i-from.i >= firstRows {
			out = append(out, section{from: from, rows: middle.i - from.i, cols: middle.j - from.j})
			from, run = corner{middle.i, middle.j}, 0
		}
	}
	return append(out, section{from: from, rows: rows - from.i, cols: cols - from.j})
}

// cutSections cuts a path through rows and cols sentences into sections.
func cutSections(
	ctx context.Context, path []dp.Step, rows, cols int, evidence func(dp.Step) float64,
) ([]section, error) {
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
		if err := look(ctx, k); err != nil {
			return nil, err
		}
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
	return out, nil
}

const (
	// A section is explored with few shapes, exploreWiden sentences around the corners on paths
	// that cost at most nearSlack nats more than the cheapest in the pass before, and firstWiden
	// sentences around those of the first pass, which has learnt nothing yet. Where there is one
	// such corner for settledRows rows on either side, it is explored alone. All shapes are then
	// tried from corners, and to corners, on paths that are estimated to cost at most pathSlack
	// nats more than the cheapest.
	nearSlack    = 20
	exploreWiden = 2
	firstWiden   = 5
	settledRows  = 2
	pathSlack    = 16
	// mostFarther is how often a section is explored again, firstWiden sentences farther, because
	// good paths lead along the edge of what was explored.
	mostFarther = 2
	// fineSlack is how much more than the cheapest path, in nats, a path with a bead of more than
	// three sentences may cost by the usual price, if the bead is to be priced finely.
	fineSlack = 5
	// lastSlack is what pathSlack is in the last pass, where all costs are known except for what
	// the fine pricer adds: a path that costs so much more has less than half a hundredth of the
	// best one's weight.
	lastSlack = 11
	// smallCells is the largest grid that is explored without a beam.
	smallCells = 2500
)

// A sectionSearch searches sections, one after the other, from one goroutine.
type sectionSearch struct {
	search *search
	pricer evidence.Pricer
	fine   evidence.Pricer // of the last pass; nil if there is none
	widen  int             // how far a path may leave the good ones of the pass before, in sentences
	last   bool            // posteriors are asked for
	dp     dp.Scratch
	usual  dp.Scratch // of the usual costs, beside the fine ones
}

// run searches a section: with few shapes to see where good paths are, then there with all.
func (w *sectionSearch) run(ctx context.Context, s *section) error {
	guide, err := w.explore(ctx, s)
	if err != nil {
		return err
	}
	g := w.grid(s)
	g.Band, g.Shapes, g.Guide, g.Slack = guide.Band(), w.search.allShapes, guide, pathSlack
	g.Cost = func(x dp.Step) float64 { return w.search.cost(w.pricer, s.moved(x)) }
	g.Estimate = func(x dp.Step) float64 { return w.search.estimate(w.pricer, s.moved(x)) }
	if !w.last {
		s.path, err = g.Cheapest(ctx)
		return err
	}
	price := w.pricer
	if w.fine != nil {
		g.Scratch = &w.usual
		_, usual, err := g.Explore(ctx, 0)
		if err != nil {
			return err
		}
		g.Scratch, g.Estimate, g.Slack = &w.dp, usual.Cost, lastSlack
		price, g.Cost = w.fine, func(x dp.Step) float64 { return w.fineCost(s, usual, x) }
	}
	if s.path, s.posterior, err = g.Posteriors(ctx, sharpness); err != nil {
		return err
	}
	for k, x := range s.path {
		if err := look(ctx, k); err != nil {
			return err
		}
		s.evidence = append(s.evidence, evidenceOf(price, s.moved(x)))
	}
	return nil
}

// fineCost returns the cost of a step by the fine pricer. Of its time most would go to large beads,
// so one that is on no path which is nearly the best by the usual costs costs as much more than the
// best way between its corners as it does usually; +Inf if the best way does not lead through both.
func (w *sectionSearch) fineCost(s *section, usual *dp.Guide, x dp.Step) float64 {
	if x.M+x.N <= 3 || x.M == 0 || x.N == 0 || usual.Detour(x) <= fineSlack {
		return w.search.cost(w.fine, s.moved(x))
	}
	cost := usual.Cost(x)
	if !usual.Between(x, func(y dp.Step) { cost += w.search.cost(w.fine, s.moved(y)) - usual.Cost(y) }) {
		return math.Inf(1)
	}
	return cost
}

// explore searches a section with few shapes. Where good paths lead along the edge of the band, it
// looks farther.
func (w *sectionSearch) explore(ctx context.Context, s *section) (*dp.Guide, error) {
	g := w.search.exploring(s, w.pricer)
	g.Scratch, g.Band = &w.dp, s.part(w.search.near).Widen(w.widen, settledRows)
	if s.rows*s.cols > smallCells {
		g.Beam, g.Slope = laterBeam, max(w.search.priors.drop, w.search.priors.next)
	}
	_, guide, err := s.explore(ctx, g)
	for n := 0; err == nil && n < mostFarther && guide.Pressed(); n++ {
		g.Band = s.near.Widen(firstWiden, settledRows)
		_, guide, err = s.explore(ctx, g)
	}
	return guide, err
}

// grid returns the grid of a section.
func (w *sectionSearch) grid(s *section) *dp.Grid {
	return &dp.Grid{Rows: s.rows, Cols: s.cols, Scratch: &w.dp}
}
