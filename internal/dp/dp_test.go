package dp

import (
	"context"
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

var small = []Shape{{1, 1}, {1, 0}, {0, 1}, {1, 2}, {2, 1}, {2, 2}, {3, 1}}

// random returns a grid whose steps cost what a table of random numbers says.
func random(r *rand.Rand, rows, cols int) *Grid {
	costs := map[Step]float64{}
	for i := range rows + 1 {
		for j := range cols + 1 {
			for _, s := range small {
				costs[Step{i, j, s.M, s.N}] = r.NormFloat64() + 1
			}
		}
	}
	return &Grid{Rows: rows, Cols: cols, Shapes: small, Cost: func(s Step) float64 { return costs[s] }}
}

// all calls f with the cost of every path from (i, j) to the end.
func all(g *Grid, i, j int, cost float64, f func(float64)) {
	if i == g.Rows && j == g.Cols {
		f(cost)
	}
	for _, s := range g.Shapes {
		if i+s.M <= g.Rows && j+s.N <= g.Cols {
			all(g, i+s.M, j+s.N, cost+g.Cost(Step{i, j, s.M, s.N}), f)
		}
	}
}

func price(g *Grid, path []Step) float64 {
	sum := 0.0
	for _, s := range path {
		sum += g.Cost(s)
	}
	return sum
}

func TestCheapestIsBruteForce(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for range 60 {
		g := random(r, r.IntN(5), r.IntN(5))
		path, posteriors, err := g.Posteriors(context.Background(), 0.5)
		require.NoError(t, err)
		i, j := 0, 0
		for _, s := range path {
			assert.Equal(t, [2]int{i, j}, [2]int{s.I, s.J}, "steps follow one another")
			i, j = i+s.M, j+s.N
		}
		assert.Equal(t, [2]int{g.Rows, g.Cols}, [2]int{i, j}, "the path reaches the end")
		least, total := math.Inf(1), 0.0
		all(g, 0, 0, 0, func(c float64) { least = min(least, c); total += math.Exp(-c / 2) })
		assert.InDelta(t, least, price(g, path), 1e-9, "no path is cheaper")
		for k, s := range path { // the share of all paths that take step k
			share := 0.0
			before := &Grid{Rows: s.I, Cols: s.J, Shapes: small, Cost: g.Cost}
			all(before, 0, 0, 0, func(a float64) {
				all(g, s.I+s.M, s.J+s.N, a+g.Cost(s), func(c float64) { share += math.Exp(-c / 2) })
			})
			// Costs are kept with 24 bits.
			assert.InDelta(t, share/total, posteriors[k], 1e-6, "posteriors are shares of all paths")
		}
	}
}

func TestNearIsBruteForce(t *testing.T) {
	r := rand.New(rand.NewPCG(7, 8))
	for range 60 {
		g := random(r, r.IntN(5), r.IntN(5))
		slack := 4 * r.Float64()
		path, guide, err := g.Explore(context.Background(), slack)
		require.NoError(t, err)
		band := guide.Near
		best := price(g, path)
		for i := range g.Rows + 1 {
			lo, hi := g.Cols, 0
			for j := range g.Cols + 1 {
				least := math.Inf(1) // of the paths through the corner
				all(&Grid{Rows: i, Cols: j, Shapes: small, Cost: g.Cost}, 0, 0, 0, func(a float64) {
					all(g, i, j, a, func(c float64) { least = min(least, c) })
				})
				if least <= best+slack {
					lo, hi = min(lo, j), max(hi, j)
				}
			}
			assert.Equal(t, [2]int{lo, hi}, [2]int{band.Lo[i], band.Hi[i]}, "row %d", i)
		}
	}
}

func TestDetourIsBruteForce(t *testing.T) {
	r := rand.New(rand.NewPCG(11, 12))
	for range 60 {
		g := random(r, r.IntN(5), r.IntN(5))
		path, guide, err := g.Explore(context.Background(), 0)
		require.NoError(t, err)
		best := price(g, path)
		for i := range g.Rows + 1 {
			for j := range g.Cols + 1 {
				for _, x := range append(small, Shape{9, 9}) {
					least, s := math.Inf(1), Step{i, j, x.M, x.N} // of the paths with the step
					if i+x.M <= g.Rows && j+x.N <= g.Cols {
						all(&Grid{Rows: i, Cols: j, Shapes: small, Cost: g.Cost}, 0, 0, 0, func(a float64) {
							all(g, i+x.M, j+x.N, a+g.Cost(s), func(c float64) { least = min(least, c) })
						})
						assert.InDelta(t, g.Cost(s), guide.Cost(s), 1e-6, "%v", s)
					}
					if math.IsInf(least, 1) {
						assert.True(t, math.IsInf(guide.Detour(s), 1), "%v", s)
						continue
					}
					assert.InDelta(t, least-best, guide.Detour(s), 1e-5, "%v", s)
					way := 0.0
					if guide.Between(s, func(y Step) { way += g.Cost(y) }) {
						between := guide.After(s.I, s.J) - guide.After(s.I+s.M, s.J+s.N)
						assert.InDelta(t, between, way, 1e-5, "the cheapest way between the corners")
					} else {
						assert.NotContains(t, path, s, "the guide's own path leads through the corners of its steps")
					}
				}
			}
		}
	}
}

func TestGuideIsBruteForce(t *testing.T) {
	r := rand.New(rand.NewPCG(9, 10))
	ctx := context.Background()
	for range 60 {
		g := random(r, r.IntN(6), r.IntN(6))
		least := math.Inf(1)
		all(g, 0, 0, 0, func(c float64) { least = min(least, c) })
		// Costs are kept with 24 bits, so a slack of 0 would be too strict.
		guided := func(shapes int, slack float64, estimate func(Step) float64) float64 {
			few := *g
			few.Shapes = small[:shapes]
			few.Cost = estimate
			_, guide, err := few.Explore(ctx, 0)
			require.NoError(t, err)
			x := *g
			x.Guide, x.Estimate, x.Slack = guide, estimate, slack
			path, err := x.Cheapest(ctx)
			require.NoError(t, err, "a path of the guide stays")
			return price(g, path)
		}
		assert.InDelta(t, least, guided(len(small), 1e-4, g.Cost), 1e-9, "a guide that knows all")
		assert.InDelta(t, least, guided(3, 100, g.Cost), 1e-9, "slack makes up for what the guide does not know")
		few := *g
		few.Shapes = small[:3]
		path, err := few.Cheapest(ctx)
		require.NoError(t, err)
		assert.LessOrEqual(t, guided(3, 1e-4, g.Cost), price(g, path)+1e-9, "no worse than the guide's own path")
		rough := func(s Step) float64 { return g.Cost(s) + 0.5*math.Sin(float64(7*s.I+11*s.J+13*s.M+17*s.N)) }
		assert.InDelta(t, least, guided(3, 100, rough), 1e-9, "estimates need not be exact")
	}
}

func TestAGuideThatLeadsNowhere(t *testing.T) {
	shapes := []Shape{{1, 1}, {1, 0}, {0, 1}}
	g := &Grid{Rows: 2, Cols: 2, Shapes: shapes, Cost: func(Step) float64 { return 1 }}
	_, guide, err := g.Explore(context.Background(), 0)
	require.NoError(t, err)
	// Corner (1, 0) costs so little that the slack leaves no other in its row, and no step leads
	// further from there.
	g.Guide, g.Slack = guide, 5
	g.Estimate = guide.Cost
	g.Cost = func(s Step) float64 {
		switch {
		case s.I == 0 && s.J == 0 && s.N == 0:
			return -100
		case s.I == 1 && s.J == 0:
			return math.Inf(1)
		}
		return 1
	}
	want := []Step{{0, 0, 1, 1}, {1, 1, 1, 1}}
	path, err := g.Cheapest(context.Background())
	require.NoError(t, err)
	assert.Equal(t, want, path)
	path, posteriors, err := g.Posteriors(context.Background(), 1)
	require.NoError(t, err)
	assert.Equal(t, want, path)
	sum := 0.0 // 1-1 twice costs 2, any detour by single steps 3 or 4
	for _, p := range posteriors {
		assert.True(t, p > 0.4 && p < 1, "%v", posteriors)
		sum += p
	}
	assert.Less(t, sum, 2.0)
}

func TestBands(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	for range 50 {
		rows, cols := r.IntN(40), r.IntN(40)
		g := random(r, rows, cols)
		b := Band{make([]int, rows+1), make([]int, rows+1)}
		for i := range b.Lo { // any band at all, even one with holes
			b.Lo[i], b.Hi[i] = r.IntN(cols+1), r.IntN(cols+1)
		}
		g.Band = b
		given := Band{slices.Clone(b.Lo), slices.Clone(b.Hi)}
		path, err := g.Cheapest(context.Background())
		require.NoError(t, err, "a band is widened until a path can follow it")
		assert.Equal(t, given, b, "the caller's band does not change")
		g.Band = Around(path, rows, cols, 3)
		again, err := g.Cheapest(context.Background())
		require.NoError(t, err)
		assert.LessOrEqual(t, price(g, again), price(g, path)+1e-9, "the path itself lies in the band around it")
	}
}

func TestWidenLeavesSettledRows(t *testing.T) {
	b := Band{Lo: []int{0, 1, 2, 3, 4, 5, 6, 7, 8}, Hi: []int{0, 1, 2, 3, 4, 5, 6, 8, 9}}
	w := b.Widen(2, 2)
	// Rows 2 to 4 have two rows with one corner on either side.
	assert.Equal(t, Band{
		Lo: []int{0, 0, 2, 3, 4, 1, 2, 3, 4}, Hi: []int{4, 5, 2, 3, 4, 10, 11, 11, 11},
	}, w)
	assert.Equal(t, []int{0, 0, 0, 0, 0, 1, 2, 3, 4}, b.Widen(2, 9).Lo)
	assert.Equal(t, []int{0, 1, 2, 3, 4, 5, 6, 7, 8}, b.Lo, "the band itself does not change")
}

func TestBeamLeavesOutLongRuns(t *testing.T) {
	// 400 columns without counterpart in the middle: along one row the cost rises far beyond the
	// beam.
	g := &Grid{Rows: 20, Cols: 420, Shapes: small[:3], Beam: 10, Slope: 2, Cost: func(s Step) float64 {
		switch {
		case s.M == 0 || s.N == 0:
			return 2
		case s.I < 10 && s.J == s.I, s.I >= 10 && s.J == s.I+400:
			return -5
		}
		return 3
	}}
	path, err := g.Cheapest(context.Background())
	require.NoError(t, err)
	assert.InDelta(t, 400*2-20*5, price(g, path), 1e-9)
}

func TestOfEqualPathsTheEarlierShapeWins(t *testing.T) {
	nothing := func(Step) float64 { return 0 }
	for _, c := range []struct {
		shapes []Shape
		want   []Step
	}{
		{[]Shape{{1, 1}, {1, 0}, {0, 1}}, []Step{{0, 0, 1, 1}, {1, 1, 1, 1}}},
		{[]Shape{{2, 2}, {1, 1}, {1, 0}, {0, 1}}, []Step{{0, 0, 2, 2}}},
	} {
		g := &Grid{Rows: 2, Cols: 2, Shapes: c.shapes, Cost: nothing}
		path, err := g.Cheapest(context.Background())
		require.NoError(t, err)
		assert.Equal(t, c.want, path)
	}
}

func TestNaNForbidsAStep(t *testing.T) {
	shapes := []Shape{{1, 0}, {0, 1}, {1, 1}}
	g := &Grid{Rows: 2, Cols: 2, Shapes: shapes, Cost: func(s Step) float64 {
		if s.M == 1 && s.N == 1 {
			return math.NaN()
		}
		return 3
	}}
	path, posteriors, err := g.Posteriors(context.Background(), 1)
	require.NoError(t, err)
	require.Len(t, path, 4, "one of six paths that cost the same")
	assert.InDelta(t, 0.5, posteriors[0], 1e-9, "three of the six begin like it")
	for _, p := range posteriors {
		assert.True(t, p > 0.1 && p < 0.6, "%v", posteriors)
	}
}

func TestABeamLooksBothWays(t *testing.T) {
	b := beam{width: 5, slope: 1}
	row := []float64{10, 4, 12, math.Inf(1), 1}
	b.begin(row)
	var pruned []int
	for k, cost := range row {
		if b.prunes(k, cost) {
			pruned = append(pruned, k)
		}
	}
	assert.Equal(t, []int{0, 2, 3}, pruned, "the last corner prunes those to its left")
	var none beam
	none.begin(row)
	assert.False(t, none.prunes(0, 100), "a beam without a width prunes nothing")
}

func TestNoPath(t *testing.T) {
	g := &Grid{Rows: 2, Cols: 2, Shapes: small, Cost: func(Step) float64 { return math.Inf(1) }}
	_, err := g.Cheapest(context.Background())
	assert.ErrorIs(t, err, ErrNoPath)
}

func TestCancelled(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	_, err := random(rand.New(rand.NewPCG(5, 6)), 3, 3).Cheapest(ctx)
	assert.ErrorIs(t, err, context.Canceled)
}

func TestPressed(t *testing.T) {
	// along makes steps (1, 1) cheap if they begin some columns to the right of the diagonal.
	along := func(columns int) func(Step) float64 {
		return func(s Step) float64 {
			if s.M == 1 && s.N == 1 && s.J == s.I+columns {
				return -5
			}
			return 1
		}
	}
	pressed := func(left, right int, cost func(Step) float64) bool {
		g := &Grid{Rows: 30, Cols: 30, Shapes: small[:3], Cost: cost}
		g.Band = Band{make([]int, 31), make([]int, 31)}
		for i := range 31 {
			g.Band.Lo[i], g.Band.Hi[i] = max(0, i-left), min(30, i+right)
		}
		_, guide, err := g.Explore(context.Background(), 3)
		require.NoError(t, err)
		return guide.Pressed()
	}
	assert.True(t, pressed(2, 2, along(4)), "no path of the band is much better than others")
	assert.False(t, pressed(4, 4, along(0)), "the good paths are within the band")
	assert.False(t, pressed(2, 0, along(0)), "one path alone presses nothing")
	assert.False(t, pressed(30, 30, along(40)), "the edges of the grid are no edges of the band")
}
