package align

import (
	"math"
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/bitext-go/bitext/internal/dp"
)

// steps returns a path with this many steps of each shape.
func steps(count map[dp.Shape]int) (path []dp.Step) {
	for _, shape := range []dp.Shape{{M: 1, N: 1}, {M: 1}, {N: 1}, {M: 1, N: 2}, {M: 2, N: 1}, {M: 1, N: 3}, {N: 4}} {
		for range count[shape] {
			path = append(path, dp.Step{M: shape.M, N: shape.N})
		}
	}
	return path
}

func TestPriorsOfShapes(t *testing.T) {
	p := priors{drop: 3, next: 1, merge: 2, more: 0.5, both: 4}
	for shape, want := range map[dp.Shape]float64{
		{M: 1, N: 1}: 0, {M: 1}: 3, {N: 1}: 3, {M: 4}: 6, {M: 1, N: 2}: 2, {M: 2, N: 1}: 2, {M: 1, N: 4}: 3,
		{M: 2, N: 2}: 4, {M: 2, N: 3}: 6, {M: 3, N: 3}: 8,
	} {
		assert.InDelta(t, want, p.of(shape.M, shape.N), 1e-12, "%d-%d", shape.M, shape.N)
	}
}

func TestPriorsAreLearnt(t *testing.T) {
	var nothing, plain, gaps, merges priors
	nothing.learn(nil)
	assert.InDelta(t, typicalPriors.drop, nothing.drop, 1e-9, "no beads: what texts are like")
	assert.InDelta(t, typicalPriors.merge, nothing.merge, 1e-9)
	assert.InDelta(t, typicalPriors.both, nothing.both, .05)
	plain.learn(steps(map[dp.Shape]int{{M: 1, N: 1}: 5000}))
	gaps.learn(steps(map[dp.Shape]int{{M: 1, N: 1}: 5000, {M: 1}: 800, {N: 1}: 800}))
	merges.learn(steps(map[dp.Shape]int{{M: 1, N: 1}: 5000, {M: 1, N: 2}: 800, {M: 2, N: 1}: 800}))
	assert.InDelta(t, -math.Log((800+50*math.Exp(-2.7))/5050), gaps.drop, 1e-9, "a smoothed negative log frequency")
	assert.Less(t, gaps.drop, plain.drop)
	assert.Less(t, merges.merge, plain.merge)
	assert.Less(t, merges.both, plain.both, "where sentences are merged, more pairs cannot be separated")
	assert.Greater(t, gaps.merge, merges.merge)
	var runs, groups priors
	runs.learn(steps(map[dp.Shape]int{{M: 1, N: 1}: 10, {N: 4}: 90_000}))
	groups.learn(steps(map[dp.Shape]int{{M: 1, N: 1}: 10, {M: 1, N: 3}: 90_000}))
	for _, p := range []priors{nothing, plain, gaps, merges, runs, groups} {
		for _, c := range []float64{p.drop, p.next, p.merge, p.more} {
			assert.True(t, c >= 0 && !math.IsInf(c, 0), "%v: no price is a payment", p)
		}
		assert.GreaterOrEqual(t, p.next, minNext)
		assert.GreaterOrEqual(t, p.more, minMore)
	}
}

func TestShapes(t *testing.T) {
	all, first := shapes(5)
	assert.Equal(t, []dp.Shape{{M: 1, N: 1}, {M: 1}, {N: 1}, {M: 1, N: 2}, {M: 2, N: 1}}, all[:first])
	seen := map[dp.Shape]bool{}
	for _, s := range all {
		assert.False(t, seen[s], "%v twice", s)
		assert.LessOrEqual(t, max(s.M, s.N), 8)
		seen[s] = true
	}
	for s := range seen {
		assert.True(t, seen[dp.Shape{M: s.N, N: s.M}], "neither text is preferred")
	}
	all, _ = shapes(1)
	for _, s := range all {
		assert.False(t, s.M > 0 && s.N > 0 && s.M+s.N > 2, "MaxGroup 1 merges nothing")
	}
}

func TestJoinRuns(t *testing.T) {
	path := []dp.Step{{M: 1, N: 1}}
	for range longestRun + 2 {
		path = append(path, dp.Step{I: len(path), J: 1, M: 1})
	}
	path = append(path, dp.Step{I: 11, J: 1, N: 1}, dp.Step{I: 11, J: 2, N: 4}, dp.Step{I: 11, J: 6, M: 1, N: 2})
	assert.Equal(t, []dp.Step{
		{M: 1, N: 1}, {I: 1, J: 1, M: longestRun}, {I: 9, J: 1, M: 2}, {I: 11, J: 1, N: 5}, {I: 11, J: 6, M: 1, N: 2},
	}, joinRuns(path))
}
