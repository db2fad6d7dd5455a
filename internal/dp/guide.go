package dp

import "math"

// A Guide is what a search found out about a grid, for a search with more shapes or other costs.
type Guide struct {
	// Near is the band of all corners on a path that costs at most slack more than the cheapest.
	Near Band

	run   *run
	rest  []float64 // by cell: the cheapest cost from it to the end
	next  []uint8   // by cell: the shape of the first step on the cheapest way to the end, plus one
	shape [][]int   // by rows and columns: the index of the shape plus one, or 0
}

// Band returns the band of all corners that the guide knows.
func (g *Guide) Band() Band { return g.run.band }

// Pressed reports whether Near reaches an edge of the band, other than that of the grid, in a row
// where it has several corners: a better path may lie beyond.
func (g *Guide) Pressed() bool {
	b := g.run.band
	for i, lo := range g.Near.Lo {
		hi := g.Near.Hi[i]
		if lo < hi && b.Hi[i] > b.Lo[i]+1 && (lo == b.Lo[i] && lo > 0 || hi == b.Hi[i] && hi < g.run.grid.Cols) {
			return true
		}
	}
	return false
}

// After returns the cheapest cost from corner (i, j) to the end, +Inf if the guide did not reach
// it.
func (g *Guide) After(i, j int) float64 {
	if cell := g.run.cell(i, j); cell >= 0 {
		return g.rest[cell]
	}
	return math.Inf(1)
}

// Cost returns what a step cost, as a float32; +Inf if it was not priced. It may be called until
// the Scratch of the guide's search is used again.
func (g *Guide) Cost(s Step) float64 {
	cell := g.run.cell(s.I, s.J)
	if cell < 0 || s.M >= len(g.shape) || s.N >= len(g.shape[s.M]) {
		return math.Inf(1)
	}
	n, at := g.shape[s.M][s.N], g.run.costsAt[cell]
	if n == 0 || at < 0 {
		return math.Inf(1)
	}
	return float64(g.run.scratch.costs[int(at)+n-1])
}

// Detour returns how much more than the cheapest path the cheapest one that takes a step costs;
// +Inf if there is none. It may be called as long as Cost.
func (g *Guide) Detour(s Step) float64 {
	cost := g.Cost(s)
	if math.IsInf(cost, 1) {
		return cost
	}
	return g.run.reached[g.run.cell(s.I, s.J)] + cost + g.After(s.I+s.M, s.J+s.N) - g.run.best
}

// Between calls f with the steps of the cheapest way from the corner where a step begins, in order,
// and reports whether the way leads through the corner where the step ends.
func (g *Guide) Between(s Step, f func(Step)) bool {
	i, j := s.I, s.J
	for i < s.I+s.M || j < s.J+s.N {
		cell := g.run.cell(i, j)
		if cell < 0 || g.next[cell] == 0 {
			return false
		}
		shape := g.run.grid.Shapes[g.next[cell]-1]
		f(Step{i, j, shape.M, shape.N})
		i, j = i+shape.M, j+shape.N
	}
	return i == s.I+s.M && j == s.J+s.N
}

// indexOf returns where each shape is among some, plus one, by its rows and columns.
func indexOf(shapes []Shape) [][]int {
	var index [][]int
	for n, s := range shapes {
		for len(index) <= s.M {
			index = append(index, nil)
		}
		for len(index[s.M]) <= s.N {
			index[s.M] = append(index[s.M], 0)
		}
		if index[s.M][s.N] == 0 {
			index[s.M][s.N] = n + 1
		}
	}
	return index
}
