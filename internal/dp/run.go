package dp

import (
	"context"
	"math"
	"slices"
)

// A run is one search of a grid.
type run struct {
	grid   *Grid
	band   Band
	starts []int // index of the first cell of each row, and after the last
	reach  int   // rows of the highest shape
	front  front
	beam   beam
	slack  float64 // of the guide
	back   []uint8 // by cell: the last shape of the cheapest path to it, plus one
	best   float64 // what the cheapest path costs

	// What a way back through the grid needs; nil if there is none.
	scratch   *Scratch
	costsAt   []int32   // by cell: where its costs begin in scratch, for all shapes; -1 if pruned or out of reach
	reached   []float64 // by cell: the cheapest cost to it
	alpha     []float64 // by cell: the log weight of all paths to it
	sharpness float64
}

func newRun(g *Grid) *run {
	r := &run{grid: g, band: Full(g.Rows, g.Cols)}
	if g.Band.Lo != nil {
		r.band = g.Band.closed(g.Cols)
	}
	r.starts = make([]int, g.Rows+2)
	for i := range g.Rows + 1 {
		r.starts[i+1] = r.starts[i] + r.band.Hi[i] - r.band.Lo[i] + 1
	}
	for _, shape := range g.Shapes {
		r.reach = max(r.reach, shape.M)
	}
	r.beam = beam{width: g.Beam, slope: g.Slope}
	return r
}

// keepCosts makes the way forward keep the costs of steps for the way back.
func (r *run) keepCosts() {
	if r.scratch = r.grid.Scratch; r.scratch == nil {
		r.scratch = new(Scratch)
	}
	n := r.size()
	if cap(r.scratch.at) < n {
		r.scratch.at = make([]int32, n)
	}
	r.costsAt = r.scratch.at[:n]
}

// size returns how many cells there are.
func (r *run) size() int { return r.starts[r.grid.Rows+1] }

// cells returns an array with x for each cell.
func (r *run) cells(x float64) []float64 { return slices.Repeat([]float64{x}, r.size()) }

// cell returns the index of corner (i, j), or -1 if the band does not hold it.
func (r *run) cell(i, j int) int {
	if i > r.grid.Rows || j < r.band.Lo[i] || j > r.band.Hi[i] {
		return -1
	}
	return r.starts[i] + j - r.band.Lo[i]
}

// forward fills back and what the way back needs. If what the guide leaves leads nowhere,
// it searches all that the guide knows: costs may be far from the estimates.
func (r *run) forward(ctx context.Context) error {
	r.slack = r.grid.Slack
	err := r.sweep(ctx)
	if err == nil && r.grid.Guide != nil && math.IsInf(r.best, 1) {
		r.slack = math.Inf(1)
		err = r.sweep(ctx)
	}
	return err
}

// sweep goes through the rows once.
func (r *run) sweep(ctx context.Context) error {
	g := r.grid
	r.clear()
	r.front.row(0)[0] = 0
	for i := 0; i <= g.Rows; i++ {
		if err := ctx.Err(); err != nil {
			return err
		}
		if g.Tick != nil {
			g.Tick(i)
		}
		if ahead := i + r.reach; i > 0 && ahead <= g.Rows {
			r.front.open(ahead, r.starts[ahead+1]-r.starts[ahead])
		}
		r.row(i)
	}
	r.best = r.front.row(g.Rows)[g.Cols-r.band.Lo[g.Rows]]
	return nil
}

// clear forgets all that a sweep has found.
func (r *run) clear() {
	rows := r.grid.Rows
	r.back = make([]uint8, r.size())
	r.front = make(front, r.reach+1)
	for i := range min(rows, r.reach) + 1 {
		r.front.open(i, r.starts[i+1]-r.starts[i])
	}
	if r.scratch != nil {
		r.scratch.costs = r.scratch.costs[:0]
	}
	fill(r.costsAt, -1)
	fill(r.reached, math.Inf(1))
	fill(r.alpha, math.Inf(-1))
	if r.alpha != nil {
		r.alpha[0] = 0
	}
}

func fill[T any](list []T, x T) {
	for i := range list {
		list[i] = x
	}
}

// row takes all steps from the corners of row i.
func (r *run) row(i int) {
	costs := r.front.row(i)
	r.beam.begin(costs)
	limit := r.limit(i, costs)
	for k := range costs {
		// A step that takes no row has made the corner cheaper by now.
		if here := costs[k]; !math.IsInf(here, 1) && !r.beam.prunes(k, here) {
			r.corner(i, r.band.Lo[i]+k, here, limit)
		}
	}
}

// limit returns what a path through row i may cost by the guide, given the costs to its corners.
func (r *run) limit(i int, costs []float64) float64 {
	least := math.Inf(1)
	if g := r.grid.Guide; g != nil {
		for k, here := range costs {
			least = min(least, here+g.After(i, r.band.Lo[i]+k))
		}
	}
	return least + r.slack
}

// corner takes all steps from corner (i, j), which costs here, that no guide prunes because of the
// limit.
func (r *run) corner(i, j int, here, limit float64) {
	g := r.grid
	if g.Guide != nil && !(here+g.Guide.After(i, j) <= min(limit, math.MaxFloat64)) {
		return
	}
	cell := r.starts[i] + j - r.band.Lo[i]
	if r.reached != nil {
		r.reached[cell] = here
	}
	var kept []float32
	if r.costsAt != nil {
		kept = r.scratch.room(len(g.Shapes))
		r.costsAt[cell] = int32(len(r.scratch.costs) - len(kept))
	}
	for n, shape := range g.Shapes {
		to := r.cell(i+shape.M, j+shape.N)
		if to < 0 {
			continue
		}
		step := Step{i, j, shape.M, shape.N}
		if g.Guide != nil {
			after := g.Guide.After(i+shape.M, j+shape.N)
			if math.IsInf(after, 1) || g.Estimate(step) > limit-here-after {
				continue
			}
		}
		c := g.Cost(step)
		if math.IsInf(c, 1) || math.IsNaN(c) {
			continue
		}
		if kept != nil {
			kept[n] = float32(c)
		}
		if target := &r.front.row(i + shape.M)[to-r.starts[i+shape.M]]; here+c < *target {
			*target, r.back[to] = here+c, uint8(n+1)
		}
		if r.alpha != nil {
			r.alpha[to] = logAdd(r.alpha[to], r.alpha[cell]-r.sharpness*c)
		}
	}
}

// room returns n costs at the end of the scratch, all of them forbidden.
func (s *Scratch) room(n int) []float32 {
	at := len(s.costs)
	for range n {
		s.costs = append(s.costs, float32(math.Inf(1)))
	}
	return s.costs[at:]
}

// trace returns the cheapest path.
func (r *run) trace() ([]Step, error) {
	if math.IsInf(r.best, 1) {
		return nil, ErrNoPath
	}
	var path []Step
	for i, j := r.grid.Rows, r.grid.Cols; i > 0 || j > 0; {
		shape := r.grid.Shapes[r.back[r.cell(i, j)]-1]
		i, j = i-shape.M, j-shape.N
		path = append(path, Step{i, j, shape.M, shape.N})
	}
	slices.Reverse(path)
	return path, nil
}

// A front holds the cheapest costs to the corners of the rows that a step can still reach, one row
// after the other in a ring.
type front [][]float64

func (f front) row(i int) []float64 { return f[i%len(f)] }

// open makes row i one of width corners that nothing has reached.
func (f front) open(i, width int) {
	row := f[i%len(f)]
	if cap(row) < width {
		row = make([]float64, width)
	}
	row = row[:width]
	for k := range row {
		row[k] = math.Inf(1)
	}
	f[i%len(f)] = row
}
