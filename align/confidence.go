package align

import (
	"math"

	"github.com/bitext-go/bitext/internal/dp"
)

// The two confidences of a bead are logistic functions of what the search knows of it, fitted on
// the development data (novels, magazines, yearbooks and made texts in eleven pairs of languages,
// with and without word lists): of the beads that are given 0.9, about nine in ten are right there.
// The reliability table of examples/evaluate shows how far that holds.
const (
	// Of beads with two sides, from the log-odds of the posterior of their step and the density of
	// their evidence. Where evidence is dense, as with a word list, the same posterior is a little
	// less sure: more of the evidence is of one kind.
	boundaryBias, boundarySlope, boundaryDensity = 1.84, 2.06, -1.43
	// Of beads with one side, from the less sure of the steps before and after, and the density of
	// the evidence in the whole text: where words are hardly known, much is left out that should
	// not be.
	nullBias, nullSlope, nullDensity = -0.8, 0.38, 6.19
	// Log-odds of posteriors below this count as this: they say nothing more.
	minLogit = -1
	// From the density of the evidence.
	translationBias, translationSlope = 2.94, 5.23
	// The density of evidence is its log-odds over the square root of the characters of both sides,
	// softened for short beads: long beads gather evidence, and noise, from more words.
	densitySoftener = 20
)

// densityOf returns how dense evidence is that costs this much, between this many characters on
// both sides together.
func densityOf(cost, chars float64) float64 { return -cost / math.Sqrt(chars+densitySoftener) }

// confidences are what the confidences of the steps of a path are made of.
type confidences struct {
	path      []dp.Step
	posterior []float64
	density   []float64 // of the evidence of steps with two sides
	mean      float64   // of the density
}

func newConfidences(path []dp.Step, posterior, density []float64) confidences {
	sum, n := 0.0, 0.0
	for k, s := range path {
		if s.M > 0 && s.N > 0 {
			sum, n = sum+density[k], n+1
		}
	}
	return confidences{path, posterior, density, sum / math.Max(1, n)}
}

// boundary returns how sure it is that step k is cut right.
func (c *confidences) boundary(k int) float64 {
	if s := c.path[k]; s.M == 0 || s.N == 0 {
		beside := math.Min(c.logit(k-1), c.logit(k+1))
		return logistic(nullBias + nullSlope*beside + nullDensity*c.mean)
	}
	return logistic(boundaryBias + boundarySlope*c.logit(k) + boundaryDensity*c.density[k])
}

// of returns both confidences of step k of a text that is laid beside rows; those of two texts are
// judged by themselves, in translation.go.
func (c *confidences) of(k int) (boundary, translation float64) {
	if s := c.path[k]; s.M > 0 && s.N > 0 {
		translation = logistic(translationBias + translationSlope*c.density[k])
	}
	return c.boundary(k), translation
}

// logit returns the log-odds of the posterior of step k. The ends of the texts are certain.
func (c *confidences) logit(k int) float64 {
	if k < 0 || k >= len(c.posterior) {
		return logit(1)
	}
	return math.Max(minLogit, logit(c.posterior[k]))
}

func logistic(x float64) float64 { return 1 / (1 + math.Exp(-x)) }

// logit returns the log-odds of a probability, with p kept 1e-6 away from 0 and 1: a calibration
// knows nothing beyond.
func logit(p float64) float64 {
	const least = 1e-6
	p = math.Min(1-least, math.Max(least, p))
	return math.Log(p / (1 - p))
}
