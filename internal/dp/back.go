package dp

import (
	"context"
	"math"
)

// leaving calls f for each step from corner (i, j) that was priced on the way forward, with the
// index of its shape.
func (s *run) outgoing(i, j int, f func(n, to int, cost float64)) {
	at := s.costsAt[s.at[i]+j-s.Band.Lo[i]]
	if at < 0 {
		return
	}
	for n, c := range s.Scratch.costs[at : int(at)+len(s.Shapes)] {
		if !math.IsInf(float64(c), 1) {
			f(n, s.cell(i+s.Shapes[n].M, j+s.Shapes[n].N), float64(c))
		}
	}
}

// near returns the band of corners that a path leads through which costs at most slack more than
// the cheapest.
func (s *run) near(slack float64) Band {
	rest := s.cells(math.Inf(1)) // the cheapest cost from a cell to the end
	rest[len(rest)-1] = 0
	b := Band{make([]int, s.Rows+1), make([]int, s.Rows+1)}
	for i := s.Rows; i >= 0; i-- {
		b.Lo[i], b.Hi[i] = s.Cols, 0
		for j := s.Band.Hi[i]; j >= s.Band.Lo[i]; j-- {
			cell := s.at[i] + j - s.Band.Lo[i]
			s.outgoing(i, j, func(_, to int, cost float64) { rest[cell] = min(rest[cell], cost+rest[to]) })
			if s.reached[cell]+rest[cell] <= s.best+slack {
				b.Lo[i], b.Hi[i] = min(b.Lo[i], j), max(b.Hi[i], j)
			}
		}
	}
	return b
}

// backward sums the weight of all paths from each cell to the end and reads off the share of each
// step of the path.
func (s *run) backward(ctx context.Context, path []Step) ([]float64, error) {
	beta := s.cells(math.Inf(-1))
	beta[len(beta)-1] = 0
	out := make([]float64, len(path))
	next := len(path) - 1
	total := s.alpha[len(s.alpha)-1]
	for i := s.Rows; i >= 0; i-- {
		if i&0xff == 0 {
			if err := ctx.Err(); err != nil {
				return nil, err
			}
		}
		for j := s.Band.Hi[i]; j >= s.Band.Lo[i]; j-- {
			cell := s.at[i] + j - s.Band.Lo[i]
			onPath := next >= 0 && path[next].I == i && path[next].J == j
			s.outgoing(i, j, func(n, to int, cost float64) {
				v := beta[to] - s.sharpness*cost
				beta[cell] = logAdd(beta[cell], v)
				if onPath && s.Shapes[n].M == path[next].M && s.Shapes[n].N == path[next].N {
					out[next] = math.Min(1, math.Exp(s.alpha[cell]+v-total))
				}
			})
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
