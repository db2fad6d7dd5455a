package dp

import (
	"context"
	"errors"
)

// A Grid is what a path is searched in.
type Grid struct {
	Rows, Cols int
	// Band bounds the search; the zero Band is [Full]. A band that no path can follow is widened,
	// in a copy, until one can.
	Band Band
	// Shapes are the steps that are tried, at most 255. (1, 0) and (0, 1) should be among them,
	// else there may be no path. Of two paths that cost the same, the one with the earlier shape
	// wins.
	Shapes []Shape
	// Cost prices a step; +Inf forbids it, and so does NaN. It is called row by row, and within a
	// row column by column.
	Cost func(Step) float64
	// Beam, if greater than 0, prunes corners that cost more than Beam above the cheapest corner of
	// their row. A corner to the left is charged Slope for each column in between, because a path
	// that leaves out many columns walks along the row at a cost that grows with every step. A path
	// whose detour pays off only later may be missed. Slope must be no less than the cost of a step
	// (0, 1).
	Beam, Slope float64
	// Guide, if set, prunes corners and steps: a step is priced only if the cost to its first
	// corner, plus Estimate, plus what the guide knows of the rest, is at most Slack more than the
	// least such sum of the corners of its row. Estimate is about what Cost is, but faster to
	// compute; for the shapes of the guide it must be what the guide's costs were. If no path is
	// left, for costs may be far from the estimates, the search is done again without Slack.
	Guide    *Guide
	Estimate func(Step) float64
	Slack    float64
	// Scratch, if set, is the memory of the search; the next search may use it again.
	Scratch *Scratch
	// Tick, if set, is called from time to time with the number of rows that are done.
	Tick func(rows int)
}

// Scratch is memory that one search after the other uses. The zero Scratch is ready.
type Scratch struct {
	costs []float32
	at    []int32
}

// ErrNoPath is returned if every path through the grid is forbidden.
var ErrNoPath = errors.New("dp: no path leads through the grid")

// Cheapest returns the steps of the cheapest path, in order. It returns [ErrNoPath], or the error
// of a cancelled context.
func (g *Grid) Cheapest(ctx context.Context) ([]Step, error) {
	r := newRun(g)
	if err := r.forward(ctx); err != nil {
		return nil, err
	}
	return r.trace()
}

// Posteriors returns the steps of the cheapest path and, for each, the share of the weight of all
// paths that takes exactly this step, from 0 to 1. The weight of a path is exp(-sharpness·cost).
// Use a sharpness below 1 if costs are log-odds of evidence that is not quite independent.
func (g *Grid) Posteriors(ctx context.Context, sharpness float64) ([]Step, []float64, error) {
	r := newRun(g)
	r.keepCosts()
	r.alpha, r.sharpness = make([]float64, r.size()), sharpness
	if err := r.forward(ctx); err != nil {
		return nil, nil, err
	}
	path, err := r.trace()
	if err != nil {
		return nil, nil, err
	}
	p, err := r.posteriors(ctx, path)
	return path, p, err
}

// Explore returns the steps of the cheapest path, and a guide for another search of the same grid.
func (g *Grid) Explore(ctx context.Context, slack float64) ([]Step, *Guide, error) {
	r := newRun(g)
	r.keepCosts()
	r.reached = make([]float64, r.size())
	if err := r.forward(ctx); err != nil {
		return nil, nil, err
	}
	path, err := r.trace()
	if err != nil {
		return nil, nil, err
	}
	guide, err := r.guide(ctx, slack)
	return path, guide, err
}
