package align

import (
	"math"
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/bitext-go/bitext/internal/dp"
)

func TestConfidenceOfALineWithoutCounterpart(t *testing.T) {
	path := []dp.Step{{M: 1, N: 1}, {I: 1, J: 1, M: 1}, {I: 2, J: 1, M: 1, N: 1}}
	of := func(before, after float64) float64 {
		c := newConfidences(path, []float64{before, .5, after}, make([]float64, 3))
		return c.boundary(1)
	}
	assert.Less(t, of(.6, .99), of(.9, .99), "it is as sure as the less sure of its neighbours")
	assert.InDelta(t, of(.6, .99), of(.99, .6), 1e-12, "on either side")
	assert.InDelta(t, of(.6, .7), of(.6, .99), 1e-12)
	assert.InDelta(t, of(.001, .99), of(.2, .99), 1e-12, "posteriors that low say nothing more")
	end := newConfidences(path[:2], []float64{.9, .5}, make([]float64, 2))
	assert.InDelta(t, of(.9, 1), end.boundary(1), 1e-12, "the end of the text is certain")
}

func TestConfidencesAreNeverCertain(t *testing.T) {
	for _, p := range []float64{0, 1, math.Nextafter(0, 1), math.Nextafter(1, 0)} {
		assert.False(t, math.IsInf(logit(p), 0), p)
		assert.InDelta(t, 13.8, math.Abs(logit(p)), .1, p)
	}
	path := []dp.Step{{M: 1, N: 1}}
	for _, posterior := range []float64{0, 1} {
		for _, density := range []float64{-5, 0, 5} {
			c := newConfidences(path, []float64{posterior}, []float64{density})
			boundary, translation := c.of(0)
			for _, p := range []float64{boundary, translation} {
				assert.True(t, p >= 0 && p <= 1 && !math.IsNaN(p), "%v", p)
			}
		}
	}
}
