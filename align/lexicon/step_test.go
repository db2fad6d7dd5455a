package lexicon

import (
	"math"
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestStep(t *testing.T) {
	for p := 1.0; p > 1e-16; p *= .9973 {
		want := step(min(math.Round(-8*math.Log(p)), math.MaxUint8))
		if got := toStep(p); got != want {
			assert.Failf(t, "wrong step", "of %g: %d, not %d", p, got, want)
		}
	}
	for i, p := range probabilities {
		assert.EqualValues(t, i, toStep(p), "a step is the step of its own probability")
	}
	for _, p := range []float64{0, -1, math.NaN(), 5e-324} {
		assert.EqualValues(t, math.MaxUint8, toStep(p))
	}
	assert.EqualValues(t, 0, toStep(2))
}
