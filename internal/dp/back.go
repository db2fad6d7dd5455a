package dp

import (
	"context"
	"math"
)

// outgoing calls f for each step from corner (i, j) that was priced on the way forward, with the
// index of its shape and the cell that it leads to.
func (r *run) outgoing(i, j int, f func(shape, to int, cost float64)) {
	at := r.costsAt[r.starts[i]+j-r.band.Lo[i]]
	if at < 0 {
		return
	}
	for n, c := range r.scratch.costs[at : int(at)+len(r.grid.Shapes)] {
		if !math.IsInf(float64(c), 1) {
			shape := r.grid.Shapes[n]
			f(n, r.cell(i+shape.M, j+shape.N), float64(c))
		}
	}
}

// guide returns the cheapest cost from each cell to the end, and the band of corners on a path that
// costs at most slack more than the cheapest.
func (r *run) guide(ctx context.Context, slack float64) (*Guide, error) {
	rows, cols := r.grid.Rows, r.grid.Cols
	rest := r.cells(math.Inf(1))
	rest[len(rest)-1] = 0
	next := make([]uint8, len(rest))
	b := Band{make([]int, rows+1), make([]int, rows+1)}
	for i := rows; i >= 0; i-- {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		b.Lo[i], b.Hi[i] = cols, 0
		for j := r.band.Hi[i]; j >= r.band.Lo[i]; j-- {
			cell := r.starts[i] + j - r.band.Lo[i]
			r.outgoing(i, j, func(n, to int, cost float64) {
				if cost += rest[to]; cost < rest[cell] {
					rest[cell], next[cell] = cost, uint8(n+1)
				}
			})
			if r.reached[cell]+rest[cell] <= r.best+slack {
				b.Lo[i], b.Hi[i] = min(b.Lo[i], j), max(b.Hi[i], j)
			}
		}
	}
	return &Guide{Near: b, run: r, rest: rest, next: next, shape: indexOf(r.grid.Shapes)}, nil
}

// posteriors sums the weight of all paths from each cell to the end, and returns the share of each
// step of the path.
func (r *run) posteriors(ctx context.Context, path []Step) ([]float64, error) {
	beta := r.cells(math.Inf(-1)) // by cell: the log weight of all paths from it to the end
	beta[len(beta)-1] = 0
	out := make([]float64, len(path))
	next := len(path) - 1
	total := r.alpha[len(r.alpha)-1]
	for i := r.grid.Rows; i >= 0; i-- {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		for j := r.band.Hi[i]; j >= r.band.Lo[i]; j-- {
			cell := r.starts[i] + j - r.band.Lo[i]
			onPath := next >= 0 && path[next].I == i && path[next].J == j
			r.outgoing(i, j, func(n, to int, cost float64) {
				weight := beta[to] - r.sharpness*cost
				beta[cell] = logAdd(beta[cell], weight)
				if onPath && r.grid.Shapes[n] == (Shape{path[next].M, path[next].N}) {
					out[next] = math.Min(1, math.Exp(r.alpha[cell]+weight-total))
				}
			})
			if onPath {
				next--
			}
		}
	}
	return out, nil
}

// logAdd returns log(exp(a) + exp(b)).
func logAdd(a, b float64) float64 {
	if a < b {
		a, b = b, a
	}
	if math.IsInf(a, -1) || a-b > 36 { // exp(-36) is below the precision of a float64
		return a
	}
	return a + math.Log1p(math.Exp(b-a))
}
