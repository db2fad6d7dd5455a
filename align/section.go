package align

import (
	"context"
	"errors"
	"sync"

	"github.com/bitext-go/bitext/align/evidence"
	"github.com/bitext-go/bitext/internal/dp"
	"github.com/bitext-go/bitext/segment"
)

const (
	// halfBand is how far, in sentences, the search leaves the path of the search before it.
	halfBand = 12
	longBand = 7 // of long texts
	// Of that, all bead shapes are tried only where few of them lead to a path that costs at most
	// this much more, in nats, than the cheapest, and this many sentences around.
	nearSlack = 20
	nearWiden = 2
	// Grids of up to this many cells are searched whole with all shapes.
	smallCells = 2500
	// Long texts are cut into sections that are searched by themselves: after this many sentences,
	// in the middle of the first stretch of this many 1-1 beads that each get at least firmGain
	// nats from the evidence.
	sectionRows = 192
	cutBeads    = 9
	cutEvidence = -5
)

// A section is a stretch of the path that is searched anew.
type section struct {
	path                []dp.Step // from the corner (0, 0) of the section
	posterior, evidence []float64
	from                corner // where it begins in the texts
	rows, cols          int
	err                 error
}

// refine searches near the path with all shapes. The last time it also finds out how firm each step
// is.
func (p *search) refinePass(ctx context.Context, width int, last bool, tick func(rows int)) error {
	sections := p.sections()
	models := []evidence.Model{p.model}
	for len(models) < min(p.workers, len(sections)) {
		f, ok := p.model.(evidence.Forker)
		if !ok {
			break
		}
		fork := f.Fork()
		if fork == nil {
			break
		}
		models = append(models, fork)
	}
	// Sections are handed out in order and put together in order: who searched which makes no
	// difference.
	todo, done := make(chan *section), make(chan *section)
	var wait sync.WaitGroup
	for _, model := range models {
		wait.Add(1)
		go func() {
			defer wait.Done()
			var room dp.Scratch
			for s := range todo {
				s.err = p.refineSection(ctx, model, s, width, last, &room)
				done <- s
			}
		}()
	}
	go func() {
		for i := range sections {
			todo <- &sections[i]
		}
		close(todo)
		wait.Wait()
		close(done)
	}()
	for s := range done {
		tick(s.rows)
	}
	p.path, p.posterior, p.evidence = p.path[:0:0], nil, nil
	for i := range sections {
		s := &sections[i]
		if s.err != nil {
			return s.err
		}
		for _, x := range s.path {
			p.path = append(p.path, dp.Step{I: x.I + s.from.i, J: x.J + s.from.j, M: x.M, N: x.N})
		}
		p.posterior, p.evidence = append(p.posterior, s.posterior...), append(p.evidence, s.evidence...)
	}
	return nil
}

// refineSection searches a section: with few shapes to see where good paths lie, then there with
// all.
func (p *search) refineSection(ctx context.Context, model evidence.Model, s *section, width int, last bool, room *dp.Scratch) error {
	moved := func(x dp.Step) dp.Step { return dp.Step{I: x.I + s.from.i, J: x.J + s.from.j, M: x.M, N: x.N} }
	g := &dp.Grid{Rows: s.rows, Cols: s.cols, Band: dp.Around(s.path, s.rows, s.cols, width), Shapes: p.firstShapes, Scratch: room,
		Cost: func(x dp.Step) float64 { return p.cost(model, moved(x)) }}
	band := dp.Full(s.rows, s.cols)
	if s.rows*s.cols > smallCells {
		g.Beam, g.Slope = laterBeam, max(p.priors.drop, p.priors.next)
		_, near, err := g.Near(ctx, nearSlack)
		if errors.Is(err, dp.ErrNoPath) {
			g.Beam = 0
			_, near, err = g.Near(ctx, nearSlack)
		}
		if err != nil {
			return err
		}
		band = near.Widen(nearWiden)
	}
	g.Beam, g.Band, g.Shapes = 0, band, p.allShapes
	var err error
	if !last {
		s.path, err = g.Cheapest(ctx)
		return err
	}
	if s.path, s.posterior, err = g.Posteriors(ctx, sharpness); err != nil {
		return err
	}
	for _, x := range s.path {
		s.evidence = append(s.evidence, evidenceOf(model, moved(x)))
	}
	return nil
}

// evidenceOf returns what a model says of a step, 0 where it has an empty side.
func evidenceOf(model evidence.Model, s dp.Step) float64 {
	if s.M == 0 || s.N == 0 {
		return 0
	}
	return model.Cost(segment.Range{Lo: s.I, Hi: s.I + s.M}, segment.Range{Lo: s.J, Hi: s.J + s.N})
}

// sections cuts the path of long texts at firm places, so that a section needs little memory and
// several can be searched at a time.
func (p *search) sections() []section {
	var out []section
	begin, at := 0, corner{}
	long := len(p.src.Sentences)*len(p.tgt.Sentences) > exactCells
	firm := 0 // 1-1 beads in a row
	cut := func(k int, to corner) {
		s := section{from: at, rows: to.i - at.i, cols: to.j - at.j}
		for _, x := range p.path[begin:k] {
			s.path = append(s.path, dp.Step{I: x.I - at.i, J: x.J - at.j, M: x.M, N: x.N})
		}
		out = append(out, s)
		begin, at = k, to
	}
	for k, s := range p.path {
		if !long || s.I-at.i+cutBeads/2 < sectionRows {
			continue
		}
		if s.M != 1 || s.N != 1 || evidenceOf(p.model, s) > cutEvidence {
			firm = 0
			continue
		}
		if firm++; firm == cutBeads {
			middle := k - cutBeads/2
			cut(middle, corner{p.path[middle].I, p.path[middle].J})
			firm = 0
		}
	}
	cut(len(p.path), corner{len(p.src.Sentences), len(p.tgt.Sentences)})
	return out
}
