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
	// Shapes are the steps that are tried. (1, 0) and (0, 1) should be among them, else there may be no path. At most
	// 255; where two paths cost the same, the earlier shape wins.
	Shapes []Shape
	// Cost prices a step; +Inf forbids it. It is called row by row, and within a row column by column.
	Cost func(Step) float64
	// Beam, if more than 0, gives up corners that cost so much more than the cheapest corner of their row, each column to
	// its left counting Slope more: a path that leaves out many columns walks along the row at a cost that grows with every
	// step. The path found is then the cheapest but for detours that would have paid late. Slope must be no less than what
	// a step (0, 1) costs.
	Beam, Slope float64
	// Tick, if set, is told from time to time how many of the rows are done.
	Tick func(rows int)
}

// ErrNoPath says that every path through the grid is forbidden.
var ErrNoPath = errors.New("dp: no path leads through the grid")

// Cheapest is the steps of the cheapest path, in order.
func (g *Grid) Cheapest(ctx context.Context) ([]Step, error) {
	s := newSweep(g)
	if err := s.forward(ctx, 0); err != nil {
		return nil, err
	}
	return s.trace()
}

// Posteriors is the steps of the cheapest path and, for each, the share of the weight of all paths that takes just this
// step, from 0 to 1. The weight of a path is exp(-sharpness·cost). Costs that are log-odds of evidence which is not
// quite independent want a sharpness below 1.
func (g *Grid) Posteriors(ctx context.Context, sharpness float64) ([]Step, []float64, error) {
	s := newSweep(g)
	if err := s.forward(ctx, sharpness); err != nil {
		return nil, nil, err
	}
	path, err := s.trace()
	if err != nil {
		return nil, nil, err
	}
	p, err := s.backward(ctx, sharpness, path)
	return path, p, err
}

type sweep struct {
	*Grid
	at      []int     // where in the cell arrays row i begins
	how     []uint8   // the last shape of the cheapest path to a cell, plus one
	alpha   []float64 // log weight of all paths to a cell; nil when not asked for
	best    float64
	reach   int // rows of the highest shape
	rowBeam beam
}

func newSweep(g *Grid) *sweep {
	s := &sweep{Grid: g}
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

// cell is the index of corner (i, j), or -1 where the band does not hold it.
func (s *sweep) cell(i, j int) int {
	if i > s.Rows || j < s.Band.Lo[i] || j > s.Band.Hi[i] {
		return -1
	}
	return s.at[i] + j - s.Band.Lo[i]
}

// forward fills how and, where sharpness is not 0, alpha. Costs of cells are kept only for the rows that a step can
// still reach.
func (s *sweep) forward(ctx context.Context, sharpness float64) error {
	s.how = make([]uint8, s.at[s.Rows+1])
	if sharpness != 0 {
		s.alpha = make([]float64, len(s.how))
		for i := range s.alpha {
			s.alpha[i] = math.Inf(-1)
		}
		s.alpha[0] = 0
	}
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
			if beam.gives(k, here) {
				if s.alpha != nil {
					s.alpha[s.cell(i, j)] = math.Inf(-1)
				}
				continue
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
				target := &row(i + shape.M)[to-s.at[i+shape.M]]
				if here+c < *target {
					*target, s.how[to] = here+c, uint8(n+1)
				}
				if s.alpha != nil {
					s.alpha[to] = logAdd(s.alpha[to], s.alpha[s.cell(i, j)]-sharpness*c)
				}
			}
		}
	}
	s.best = row(s.Rows)[s.Cols-s.Band.Lo[s.Rows]]
	return nil
}

// A beam tells which corners of a row are given up.
type beam struct {
	width, slope float64
	left         float64   // the cheapest corner to the left, with what the way from there adds
	right        []float64 // the cheapest corner from each on, before the row's own steps
}

func (s *sweep) beam(row []float64) *beam {
	b := &s.rowBeam
	*b = beam{s.Beam, s.Slope, math.Inf(1), b.right[:0]}
	if s.Beam <= 0 {
		return b
	}
	b.right = append(b.right, row...)
	for k := len(row) - 2; k >= 0; k-- {
		b.right[k] = min(b.right[k], b.right[k+1])
	}
	return b
}

// gives says whether corner k of the row, which costs this much, is given up. It is asked from left to right.
func (b *beam) gives(k int, cost float64) bool {
	if b.width <= 0 {
		return false
	}
	b.left = min(b.left+b.slope, cost)
	return cost > min(b.left, b.right[k])+b.width
}

func (s *sweep) trace() ([]Step, error) {
	if math.IsInf(s.best, 1) {
		return nil, ErrNoPath
	}
	var path []Step
	for i, j := s.Rows, s.Cols; i > 0 || j > 0; {
		shape := s.Shapes[s.how[s.cell(i, j)]-1]
		i, j = i-shape.M, j-shape.N
		path = append(path, Step{i, j, shape.M, shape.N})
	}
	for a, b := 0, len(path)-1; a < b; a, b = a+1, b-1 {
		path[a], path[b] = path[b], path[a]
	}
	return path, nil
}

// backward sums the weight of all paths from each cell to the end and reads off the share of each step of the path.
func (s *sweep) backward(ctx context.Context, sharpness float64, path []Step) ([]float64, error) {
	beta := make([][]float64, s.reach+1)
	out := make([]float64, len(path))
	next := len(path) - 1
	total := s.alpha[len(s.alpha)-1]
	for i := s.Rows; i >= 0; i-- {
		if i&0xff == 0 {
			if err := ctx.Err(); err != nil {
				return nil, err
			}
		}
		w := s.at[i+1] - s.at[i]
		r := beta[i%len(beta)]
		if cap(r) < w {
			r = make([]float64, w)
		}
		r = r[:w]
		beta[i%len(beta)] = r
		for j := s.Band.Hi[i]; j >= s.Band.Lo[i]; j-- {
			sum := math.Inf(-1)
			if i == s.Rows && j == s.Cols {
				sum = 0
			}
			onPath := next >= 0 && path[next].I == i && path[next].J == j
			if !math.IsInf(s.alpha[s.at[i]+j-s.Band.Lo[i]], -1) {
				for _, shape := range s.Shapes {
					to := s.cell(i+shape.M, j+shape.N)
					if to < 0 {
						continue
					}
					c := s.Cost(Step{i, j, shape.M, shape.N})
					if math.IsInf(c, 1) || math.IsNaN(c) {
						continue
					}
					v := beta[(i+shape.M)%len(beta)][to-s.at[i+shape.M]] - sharpness*c
					sum = logAdd(sum, v)
					if onPath && shape.M == path[next].M && shape.N == path[next].N {
						out[next] = math.Min(1, math.Exp(s.alpha[s.cell(i, j)]+v-total))
					}
				}
			}
			r[j-s.Band.Lo[i]] = sum
			if onPath {
				next--
			}
		}
	}
	return out, nil
}

// logAdd is log(exp(a) + exp(b)).
func logAdd(a, b float64) float64 {
	if a < b {
		a, b = b, a
	}
	if math.IsInf(a, -1) || a-b > 36 { // exp(-36) is below the precision of a float64
		return a
	}
	return a + math.Log1p(math.Exp(b-a))
}
