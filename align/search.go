package align

import (
	"context"
	"math"

	"github.com/bitext-go/bitext/align/evidence"
	"github.com/bitext-go/bitext/internal/dp"
	"github.com/bitext-go/bitext/segment"
)

// A search aligns two texts.
type search struct {
	src, tgt               *segment.Text
	srcChars, tgtChars     []float64 // before each sentence
	model                  evidence.Model
	pricer                 evidence.Pricer // of the goroutine that called Align; made anew after Learn
	priors                 priors
	firstShapes, allShapes []dp.Shape
	exploreShapes          []dp.Shape // of the first steps of a section
	required               required
	maxReasons             int // of each bead
	call                   *call

	path []dp.Step
	near dp.Band // where good paths led in the last pass
	// After the last pass, for each step of the path: its posterior, and the evidence against it.
	posterior, evidence []float64
	translation         []float64 // how likely its sides are to translate one another
}

func newSearch(a *Aligner, c *call, src, tgt *segment.Text, model evidence.Model) *search {
	return &search{
		src: src, tgt: tgt, srcChars: src.CharsBefore(), tgtChars: tgt.CharsBefore(),
		model: model, maxReasons: a.MaxReasons, call: c,
	}
}

const (
	// exactCells is the largest grid that is searched whole.
	exactCells = 400_000
	// firstBeam is how much more than the best of its neighbours, in nats, a partial alignment of
	// long texts may cost in the first pass; laterBeam is the same near the path of an earlier
	// pass. Lower ones begin to lose beads on texts of 20,000 lines.
	firstBeam = 40
	laterBeam = 20
	// sharpness makes posteriors of costs whose evidence is not independent: with 0.5 they rank
	// right beads above wrong ones best.
	sharpness = 0.5
	// rounds of learning; a third changes next to nothing.
	rounds = 2
	// Texts of more than longCells cells have enough words to learn from in one round, right after
	// the first pass, which is as good as an exploration there (see firstGrid).
	longCells = 1_000_000
)

// run aligns the texts: a first pass with few bead shapes, one with all of them near its path, and
// then rounds of learning from the beads and searching again.
func (x *search) run(ctx context.Context, maxGroup int) error {
	x.priors, x.pricer = initialPriors, x.call.pricer(x.model)
	all, few := shapes(maxGroup)
	x.allShapes, x.firstShapes, x.exploreShapes = all, all[:few], withRuns(all[:few])
	rounds := rounds
	if x.long() {
		rounds = 1
		x.call.begin(3 * len(x.src.Sentences)) // the last for judging
	} else {
		x.call.begin((3 + rounds) * len(x.src.Sentences))
	}
	if err := x.firstPass(ctx); err != nil {
		return err
	}
	if !x.long() {
		if err := x.refinePass(ctx, true, false); err != nil {
			return err
		}
	}
	for round := 1; round <= rounds; round++ {
		x.priors.learn(x.path)
		if err := x.model.Learn(ctx, x.pairs()); err != nil {
			return err
		}
		x.pricer = x.call.pricer(x.model)
		if err := x.refinePass(ctx, false, round == rounds); err != nil {
			return err
		}
	}
	x.pricer = x.call.pricer(x.model) // one that has not kept what the passes asked for
	if err := x.giveWay(ctx); err != nil {
		return err
	}
	return x.leaveStrangers(ctx)
}

// cells returns the size of the grid: pairs of sentences.
func (x *search) cells() int { return len(x.src.Sentences) * len(x.tgt.Sentences) }

// long reports whether the texts are long.
func (x *search) long() bool { return x.cells() > longCells }

// firstPass finds a first path. Long texts are searched with a beam, in sections between anchors.
// If required corners force the path through what the beam has pruned, they are searched again
// without.
func (x *search) firstPass(ctx context.Context) error {
	band, sections, err := x.firstBand(ctx)
	if err != nil {
		return err
	}
	err = x.inSections(ctx, sections, func(int) sectionWork {
		grid := x.firstGrid()
		var scratch dp.Scratch
		return func(s *section, tick func(rows int)) error {
			g := grid(s)
			g.Band, g.Tick, g.Scratch = s.part(band), tick, &scratch
			if x.cells() > exactCells {
				g.Beam, g.Slope = firstBeam, max(x.priors.drop, x.priors.next)
			}
			path, _, err := s.explore(ctx, g)
			s.path = joinRuns(path)
			return err
		}
	})
	if err != nil {
		return err
	}
	x.join(sections)
	x.joinNear(sections)
	return nil
}

// firstGrid returns a function for one goroutine that returns the grid of a section in the first
// pass. Long texts are explored as in later passes, at about the price of counting words: the path
// is good enough to learn from. In short texts a path that ignores the places of words leaves more
// room for better ones.
func (x *search) firstGrid() func(s *section) *dp.Grid {
	if x.long() {
		pricer := x.call.pricer(x.model)
		return func(s *section) *dp.Grid { return x.exploring(s, pricer) }
	}
	pricer := x.call.coarse(x.model)
	return func(s *section) *dp.Grid {
		return &dp.Grid{Rows: s.rows, Cols: s.cols, Shapes: x.firstShapes,
			Cost: func(step dp.Step) float64 { return x.cost(pricer, s.moved(step)) }}
	}
}

// exploring returns the grid of a section with few shapes and estimates for costs.
func (x *search) exploring(s *section, pricer evidence.Pricer) *dp.Grid {
	return &dp.Grid{Rows: s.rows, Cols: s.cols, Shapes: x.exploreShapes,
		Cost: func(step dp.Step) float64 { return x.estimate(pricer, s.moved(step)) }}
}

// firstBand returns the band of the first pass: everything in small texts, a corridor along anchors
// in large ones; and its sections.
func (x *search) firstBand(ctx context.Context) (dp.Band, []section, error) {
	n, m := len(x.src.Sentences), len(x.tgt.Sentences)
	if x.cells() <= exactCells {
		return dp.Full(n, m), []section{{rows: n, cols: m}}, nil
	}
	var anchors []anchor
	if f, ok := x.model.(evidence.Anchorer); ok {
		found, err := f.Anchors(ctx)
		if err != nil {
			return dp.Band{}, nil, err
		}
		for _, a := range found {
			anchors = append(anchors, anchor{i: a.I, j: a.J})
		}
	}
	anchors = x.required.join(anchors)
	return corridor(anchors, n, m), cutAtAnchors(anchors, n, m), nil
}

// refinePass searches where the pass before it found good paths, with all shapes. The last pass
// also finds the posterior of each step.
func (x *search) refinePass(ctx context.Context, first, last bool) error {
	sections, err := x.sections(ctx)
	if err != nil {
		return err
	}
	widen := exploreWiden
	if first {
		widen = firstWiden
	}
	err = x.inSections(ctx, sections, func(k int) sectionWork {
		w := sectionSearch{search: x, pricer: x.pricer, widen: widen, last: last}
		if k > 0 {
			w.pricer = x.call.pricer(x.model)
		}
		if last {
			w.fine = x.call.fine(w.pricer)
		}
		return func(s *section, _ func(rows int)) error { return w.run(ctx, s) }
	})
	if err != nil {
		return err
	}
	x.join(sections)
	x.joinNear(sections)
	return nil
}

// cost returns the prior of the shape plus, if both sides hold sentences, the evidence against
// them; +Inf if the step passes by a required corner.
func (x *search) cost(pricer evidence.Pricer, s dp.Step) float64 {
	if len(x.required) > 0 && !x.required.allow(s) {
		return math.Inf(1)
	}
	return x.priors.of(s.M, s.N) + evidenceOf(pricer, s)
}

// estimate returns an estimate of cost.
func (x *search) estimate(pricer evidence.Pricer, s dp.Step) float64 {
	if s.M == 0 || s.N == 0 {
		return x.cost(pricer, s)
	}
	if len(x.required) > 0 && !x.required.allow(s) {
		return math.Inf(1)
	}
	p := pairOf(s)
	return x.priors.of(s.M, s.N) + evidence.Estimate(pricer, p.Source, p.Target)
}

// evidenceOf returns the evidence against a step, 0 if it has an empty side.
func evidenceOf(pricer evidence.Pricer, s dp.Step) float64 {
	if s.M == 0 || s.N == 0 {
		return 0
	}
	p := pairOf(s)
	return pricer.Cost(p.Source, p.Target)
}
