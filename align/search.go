package align

import (
	"context"
	"errors"
	"math"

	"github.com/bitext-go/bitext/align/evidence"
	"github.com/bitext-go/bitext/internal/dp"
	"github.com/bitext-go/bitext/segment"
)

// A pairing is the alignment of two texts in the making.
type search struct {
	src, tgt               *segment.Text
	model                  evidence.Model
	priors                 priors
	firstShapes, allShapes []dp.Shape // that searches try: the first, and those that refine it
	path                   []dp.Step
	// After the last search, for each step of the path: its posterior, and what the model says of
	// it.
	posterior, evidence []float64

	srcChars, tgtChars []float64

	required   required
	workers    int
	maxReasons int                 // that each bead carries at most
	progress   func(done, all int) // or nil; in sentences of the source text, over all searches
}

const (
	// exactCells is the largest grid that is searched whole.
	exactCells = 400_000
	// beam is how much more than the best of its neighbours, in nats, a partial alignment of long
	// texts may cost before it is given up.
	beam      = 40
	laterBeam = 20 // near the path of an earlier search
	// sharpness makes posteriors of costs whose evidence is not independent: with 0.5 they rank
	// right beads above wrong ones best.
	sharpness = 0.5
	// rounds of learning; a third changes next to nothing. Texts of more than longCells cells have
	// enough words to learn from in one round, right after the first search.
	rounds    = 2
	longCells = 10_000_000
)

// run aligns the texts: a first search with few bead shapes, one with all of them near its path,
// and then rounds of learning from the beads and searching again.
func (p *search) run(ctx context.Context, most int) error {
	p.priors = initialPriors
	p.srcChars, p.tgtChars = p.src.CharsBefore(), p.tgt.CharsBefore()
	all, few := shapes(most)
	p.allShapes, p.firstShapes = all, all[:few]
	n, m := len(p.src.Sentences), len(p.tgt.Sentences)
	rounds, first, width := rounds, 0, halfBand
	if n*m > longCells {
		rounds, first, width = 1, 0, longBand
	}
	tick := p.ticker(2 + rounds - first)
	if err := p.firstPass(ctx, tick); err != nil {
		return err
	}
	for round := first; round <= rounds; round++ {
		if round > 0 {
			p.priors.learn(p.path)
			p.model.Learn(pairsOf(p.beads()))
		}
		if err := p.refinePass(ctx, width, round == rounds, tick); err != nil {
			return err
		}
	}
	return nil
}

// ticker returns how searches report the rows that they are done with.
func (p *search) ticker(searches int) func(rows int) {
	done := 0
	return func(rows int) {
		done += rows
		if p.progress != nil {
			p.progress(done, searches*len(p.src.Sentences))
		}
	}
}

// first returns the search for a first path. Long texts are searched with a beam; where pins force
// a path that the beam has given up, without.
func (p *search) firstPass(ctx context.Context, tick func(rows int)) (err error) {
	n, m := len(p.src.Sentences), len(p.tgt.Sentences)
	g := &dp.Grid{Rows: n, Cols: m, Band: p.firstBand(), Shapes: p.firstShapes, Cost: func(s dp.Step) float64 { return p.cost(p.model, s) }}
	last := 0
	g.Tick = func(rows int) { tick(rows - last); last = rows }
	if n*m > exactCells {
		g.Beam, g.Slope = beam, max(p.priors.drop, p.priors.next)
	}
	p.path, err = g.Cheapest(ctx)
	if errors.Is(err, dp.ErrNoPath) && g.Beam > 0 {
		g.Beam, last = 0, n
		p.path, err = g.Cheapest(ctx)
	}
	return err
}

// firstBand returns where the first search looks: everywhere in small texts, along anchors in large
// ones.
func (p *search) firstBand() dp.Band {
	n, m := len(p.src.Sentences), len(p.tgt.Sentences)
	if n*m <= exactCells {
		return dp.Full(n, m)
	}
	var anchors []anchor
	if f, ok := p.model.(evidence.Anchorer); ok {
		for _, a := range f.Anchors() {
			anchors = append(anchors, anchor{i: a.I, j: a.J})
		}
	}
	return corridor(p.required.join(anchors), n, m)
}

// cost returns the prior of the shape and, where both sides hold sentences, what the model says of
// them.
func (p *search) cost(model evidence.Model, s dp.Step) float64 {
	if len(p.required) > 0 && !p.required.allow(s) {
		return math.Inf(1)
	}
	c := p.priors.of(s.M, s.N)
	if s.M == 0 || s.N == 0 {
		return c
	}
	return c + model.Cost(segment.Range{Lo: s.I, Hi: s.I + s.M}, segment.Range{Lo: s.J, Hi: s.J + s.N})
}

// beads returns the path as beads. A run of sentences without counterparts is a bead for each.
func (p *search) beads() []Bead {
	out := make([]Bead, 0, len(p.path))
	usual := 0.0
	if p.posterior != nil {
		usual = p.meanDensity()
	}
	for k, s := range p.path {
		add := func(i, m, j, n int) {
			b := Bead{Ranges: []segment.Range{{Lo: i, Hi: i + m}, {Lo: j, Hi: j + n}}}
			if p.posterior != nil {
				p.setConfidence(&b, k, usual)
				p.explain(&b, p.maxReasons)
			}
			out = append(out, b)
		}
		switch {
		case s.N == 0:
			for i := range s.M {
				add(s.I+i, 1, s.J, 0)
			}
		case s.M == 0:
			for j := range s.N {
				add(s.I, 0, s.J+j, 1)
			}
		default:
			add(s.I, s.M, s.J, s.N)
		}
	}
	return out
}
