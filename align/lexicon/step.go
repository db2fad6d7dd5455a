package lexicon

import "math"

// step is a probability in steps of an eighth of a nat: 0 is 1, 8 is 1/e, 255 less than 10⁻¹³.
type step uint8

// toStep returns the nearest step. It starts from the lowest step of the numbers that share their
// first bits with p, which takes a tenth of the time of a logarithm.
func toStep(p float64) step {
	switch {
	case p >= 1:
		return 0
	case !(p >= leastStep):
		return math.MaxUint8
	}
	s := firstSteps[(math.Float64bits(p)-math.Float64bits(leastStep))>>firstBits]
	for s < math.MaxUint8 && p < stepEdges[s] {
		s++
	}
	return s
}

const (
	leastStep = 1.0 / (1 << 47) // below the probability of the last step
	firstBits = 52 - 4
)

// firstSteps is the lowest step of the numbers from leastStep to 1 that share their exponent and
// four bits more.
var firstSteps = func() (t [47 << 4]step) {
	for i := range t {
		above := math.Float64frombits(math.Float64bits(leastStep) + uint64(i+1)<<firstBits)
		t[i] = step(min(max(math.Round(-8*math.Log(above)), 0), math.MaxUint8))
	}
	return t
}()

// stepEdges is the probability below which each step gives way to the next.
var stepEdges = func() (t [math.MaxUint8 + 1]float64) {
	for i := range t {
		t[i] = math.Exp(-(float64(i) + .5) / 8)
	}
	return t
}()

// probabilities holds the probability that each step stands for.
var probabilities = func() (t [math.MaxUint8 + 1]float64) {
	for i := range t {
		t[i] = math.Exp(-float64(i) / 8)
	}
	return t
}()
