package align

import (
	"math"
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/bitext-go/bitext/internal/dp"
)

// pairs returns a path of n steps of one sentence a side, followed by alone sentences of the source
// without a counterpart.
func pairs(n, alone int) (path []dp.Step) {
	for i := range n {
		path = append(path, dp.Step{I: i, J: i, M: 1, N: 1})
	}
	for i := range alone {
		path = append(path, dp.Step{I: n + i, J: n, M: 1})
	}
	return path
}

// filled returns n times a value.
func filled(n int, value float64) []float64 {
	out := make([]float64, n)
	for i := range out {
		out[i] = value
	}
	return out
}

func TestBoundaryOfAPair(t *testing.T) {
	of := func(posterior, density, translation float64) float64 {
		c := newConfidences(pairs(3, 0), filled(3, posterior), filled(3, density), filled(3, translation))
		return c.boundary(1)
	}
	assert.Less(t, of(.9, 1, .9), of(.99, 1, .9), "it rises with the posterior")
	assert.Less(t, of(.9, 1, .5), of(.9, 1, .9), "what is hardly a translation is hardly cut right")
	assert.Less(t, of(.9, .5, .001), .2, "what is no translation is not cut right")
	gain := func(density float64) float64 { return logit(of(.9, density, 1)) - logit(of(.5, density, 1)) }
	assert.Less(t, 2*gain(.2), gain(1), "the posterior says more where words are known")
	assert.InDelta(t, of(.001, 1, .9), of(.2, 1, .9), 1e-12, "posteriors that low say nothing more")
	assert.InDelta(t, of(.9, 0, .9), of(.9, -3, .9), 1e-12, "a posterior never speaks against a pair")
}

func TestBoundaryOfALineWithoutCounterpart(t *testing.T) {
	of := func(pairsBefore, alone int, density float64) float64 {
		path := pairs(pairsBefore, alone)
		n := len(path)
		c := newConfidences(path, filled(n, .9), filled(n, density), filled(n, .9))
		return c.boundary(n - 1)
	}
	assert.Less(t, of(10, 2, .2), of(10, 2, 1), "it is surer where words are known")
	assert.Less(t, of(0, 14, 0), .2, "where nothing fits in a few lines, little is known")
	assert.Greater(t, of(0, 1000, 0), .9, "where nothing fits in two long texts, they are strangers")
	assert.Less(t, of(4, 10, .5), of(400, 1000, .5))
}

func TestConfidencesOfSwappedSides(t *testing.T) {
	path := []dp.Step{{M: 2, N: 1}, {I: 2, J: 1, N: 1}, {I: 2, J: 2, M: 1, N: 1}, {I: 3, J: 3, M: 2}}
	swapped := make([]dp.Step, len(path))
	for k, s := range path {
		swapped[k] = dp.Step{I: s.J, J: s.I, M: s.N, N: s.M}
	}
	posterior, density, translation := []float64{.9, .8, .7, .6}, []float64{.5, 0, .9, 0}, []float64{.9, 0, .6, 0}
	a := newConfidences(path, posterior, density, translation)
	b := newConfidences(swapped, posterior, density, translation)
	for k := range path {
		assert.Equal(t, a.boundary(k), b.boundary(k), k)
	}
}

func TestConfidencesAreNeverCertain(t *testing.T) {
	for _, p := range []float64{0, 1, math.Nextafter(0, 1), math.Nextafter(1, 0)} {
		assert.False(t, math.IsInf(logit(p), 0), p)
		assert.InDelta(t, 13.8, math.Abs(logit(p)), .1, p)
	}
	for _, path := range [][]dp.Step{pairs(1, 0), pairs(0, 1), pairs(1, 1)} {
		for _, p := range []float64{0, 1} {
			for _, density := range []float64{-5, 0, 5, 1e6} {
				n := len(path)
				c := newConfidences(path, filled(n, p), filled(n, density), filled(n, p))
				for _, p := range []float64{c.boundary(0), c.boundary(n - 1), translationOf(density)} {
					assert.True(t, p >= 0 && p <= 1 && !math.IsNaN(p), "%v", p)
				}
			}
		}
	}
	assert.Empty(t, newConfidences(nil, nil, nil, nil).path)
}
