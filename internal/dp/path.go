package dp

import (
	"context"
	"errors"
	"math"
)

// A Grid is what a path is sought in.
type Grid struct {
	Rows, Cols int
	Band       Band // the zero Band forbids nothing
	// Shapes are the steps that are tried. (1, 0) and (0, 1) should be among them, else there may
	// be no path. At most 255; where two paths cost the same, the earlier shape wins.
	Shapes []Shape
	// Cost prices a step; +Inf forbids it. It is called row by row, and within a row column by
	// column.
	Cost func(Step) float64
	// Beam, if more than 0, gives up corners that cost so much more than the cheapest corner of
	// their row, each column to its left counting Slope more: a path that leaves out many columns
	// walks along the row at a cost that grows with every step. The path found is then the cheapest
	// but for detours that would have paid late. Slope must be no less than what a step (0, 1)
	// costs.
	Beam, Slope float64
	// Room, if set, is used for the search, and can be used for another one after it.
	Scratch *Scratch
	// Tick, if set, is told from time to time how many of the rows are done.
	Tick func(rows int)
}

// A Room is space that searches use one after the other, so that each does not have to ask for it
// anew.
type Scratch struct {
	costs []float32
	at    []int32
}

// ErrNoPath says that every path through the grid is forbidden.
var ErrNoPath = errors.New("dp: no path leads through the grid")

// Cheapest returns the steps of the cheapest path, in order.
func (g *Grid) Cheapest(ctx context.Context) ([]Step, error) {
	s := newRun(g)
	if err := s.forward(ctx); err != nil {
		return nil, err
	}
	return s.trace()
}

// Posteriors returns the steps of the cheapest path and, for each, the share of the weight of all
// paths that takes just this step, from 0 to 1. The weight of a path is exp(-sharpness·cost). Costs
// that are log-odds of evidence which is not quite independent want a sharpness below 1.
func (g *Grid) Posteriors(ctx context.Context, sharpness float64) ([]Step, []float64, error) {
	s := newRun(g)
	s.keepAll()
	s.alpha = s.cells(math.Inf(-1))
	s.alpha[0] = 0
	s.sharpness = sharpness
	if err := s.forward(ctx); err != nil {
		return nil, nil, err
	}
	path, err := s.trace()
	if err != nil {
		return nil, nil, err
	}
	p, err := s.backward(ctx, path)
	return path, p, err
}

// Near returns the steps of the cheapest path and the band of all corners that a path leads through
// which costs at most slack more.
func (g *Grid) Near(ctx context.Context, slack float64) ([]Step, Band, error) {
	s := newRun(g)
	s.keepAll()
	s.reached = s.cells(math.Inf(1))
	if err := s.forward(ctx); err != nil {
		return nil, Band{}, err
	}
	path, err := s.trace()
	if err != nil {
		return nil, Band{}, err
	}
	return path, s.near(slack), nil
}

type run struct {
	*Grid
	at        []int   // where in the cell arrays row i begins
	back      []uint8 // the last shape of the cheapest path to a cell, plus one
	best      float64
	reach     int // rows of the highest shape
	beamOfRow beam

	// What a way back through the grid needs; nil when there is none.
	costsAt   []int32   // where in Room.costs those of all shapes from a cell begin; -1 for one given up or out of reach
	reached   []float64 // the cheapest cost to a cell
	alpha     []float64 // log weight of all paths to a cell
	sharpness float64
}

func newRun(g *Grid) *run {
	s := &run{Grid: g}
	if g.Band.Lo == nil {
		g.Band = Full(g.Rows, g.Cols)
	}
	g.Band.mend(g.Cols)
	s.at = make([]int, g.Rows+2)
	for i := range g.Rows + 1 {
		s.at[i+1] = s.at[i] + g.Band.Hi[i] - g.Band.Lo[i] + 1
	}
	for _, shape := range g.Shapes {
		s.reach = max(s.reach, shape.M)
	}
	return s
}

// keep makes the way forward keep the costs of steps, which are dear, for the way back.
func (s *run) keepAll() {
	if s.Scratch == nil {
		s.Scratch = new(Scratch)
	}
	n := s.at[s.Rows+1]
	if cap(s.Scratch.at) < n {
		s.Scratch.at = make([]int32, n)
	}
	s.costsAt, s.Scratch.costs = s.Scratch.at[:n], s.Scratch.costs[:0]
	for i := range s.costsAt {
		s.costsAt[i] = -1
	}
}

// filled returns an array of all cells.
func (s *run) cells(x float64) []float64 {
	a := make([]float64, s.at[s.Rows+1])
	for i := range a {
		a[i] = x
	}
	return a
}

// cell returns the index of corner (i, j), or -1 where the band does not hold it.
func (s *run) cell(i, j int) int {
	if i > s.Rows || j < s.Band.Lo[i] || j > s.Band.Hi[i] {
		return -1
	}
	return s.at[i] + j - s.Band.Lo[i]
}

// forward fills how and what the way back needs. Costs of cells are kept only for the rows that a
// step can still reach.
func (s *run) forward(ctx context.Context) error {
	s.back = make([]uint8, s.at[s.Rows+1])
	rows := make([][]float64, s.reach+1) // cheapest cost to the cells of the next rows
	row := func(i int) []float64 { return rows[i%len(rows)] }
	open := func(i int) {
		if i > s.Rows {
			return
		}
		w := s.at[i+1] - s.at[i]
		r := rows[i%len(rows)]
		if cap(r) < w {
			r = make([]float64, w)
		}
		r = r[:w]
		for k := range r {
			r[k] = math.Inf(1)
		}
		rows[i%len(rows)] = r
	}
	for i := range s.reach + 1 {
		open(i)
	}
	row(0)[0] = 0
	for i := 0; i <= s.Rows; i++ {
		if i&0xff == 0 {
			if err := ctx.Err(); err != nil {
				return err
			}
			if s.Tick != nil {
				s.Tick(i)
			}
		}
		if i > 0 {
			open(i + s.reach)
		}
		beam := s.beam(row(i))
		for j := s.Band.Lo[i]; j <= s.Band.Hi[i]; j++ {
			k := j - s.Band.Lo[i]
			here := row(i)[k]
			if math.IsInf(here, 1) {
				continue
			}
			if beam.prunes(k, here) {
				continue
			}
			cell := s.at[i] + k
			kept := s.keepCosts(cell)
			if s.reached != nil {
				s.reached[cell] = here
			}
			for n, shape := range s.Shapes {
				to := s.cell(i+shape.M, j+shape.N)
				if to < 0 {
					continue
				}
				c := s.Cost(Step{i, j, shape.M, shape.N})
				if math.IsInf(c, 1) || math.IsNaN(c) {
					continue
				}
				if kept != nil {
					kept[n] = float32(c)
				}
				target := &row(i + shape.M)[to-s.at[i+shape.M]]
				if here+c < *target {
					*target, s.back[to] = here+c, uint8(n+1)
				}
				if s.alpha != nil {
					s.alpha[to] = logAdd(s.alpha[to], s.alpha[cell]-s.sharpness*c)
				}
			}
		}
	}
	s.best = row(s.Rows)[s.Cols-s.Band.Lo[s.Rows]]
	return nil
}

// room makes room for the costs of a cell; nil where they are not kept.
func (s *run) keepCosts(cell int) []float32 {
	if s.costsAt == nil {
		return nil
	}
	at := len(s.Scratch.costs)
	s.costsAt[cell] = int32(at)
	for range s.Shapes {
		s.Scratch.costs = append(s.Scratch.costs, float32(math.Inf(1)))
	}
	return s.Scratch.costs[at:]
}

func (s *run) trace() ([]Step, error) {
	if math.IsInf(s.best, 1) {
		return nil, ErrNoPath
	}
	var path []Step
	for i, j := s.Rows, s.Cols; i > 0 || j > 0; {
		shape := s.Shapes[s.back[s.cell(i, j)]-1]
		i, j = i-shape.M, j-shape.N
		path = append(path, Step{i, j, shape.M, shape.N})
	}
	for a, b := 0, len(path)-1; a < b; a, b = a+1, b-1 {
		path[a], path[b] = path[b], path[a]
	}
	return path, nil
}
