package align

import (
	"math"

	"github.com/bitext-go/bitext/internal/dp"
)

// Boundary is a logistic function of what the search knows of a bead. Its weights are fitted to
// whole texts and to short ones, without a lexicon and with each of those that are built in; texts
// in other languages were kept to check them (METHOD.md). BenchmarkCalibration fits them anew.
var (
	// Of beads with two sides: a constant, the log-odds of the posterior of their step, these times
	// how well words are known, and the logarithm of how likely the sides are to be translations.
	// The posterior says more where words are known: where they are not, errors agree. If
	// the sides are not translations, the bead is not cut right.
	pairWeights = [...]float64{1.99, 0.32, 1.27, 0.95}
	// Of beads with one side: a constant, how well words are known, and the share of the sentences
	// that have no counterpart, times the logarithm of the number of sentences over usualSentences.
	// If a short text has hardly any counterparts, too little is known of its words. The posteriors
	// of the step and of those beside it say nothing more.
	nullWeights = [...]float64{1.53, 2.30, 1.52}
)

const (
	usualSentences = 100 // of both texts
	// Log-odds of posteriors below this count as this: they say nothing more.
	minLogit = -1
	// Translation in rows, from the density of the evidence.
	translationBias, translationSlope = 2.94, 5.23
	// The density of evidence is its log-odds over the square root of the characters of both sides,
	// softened for short beads: long beads gather evidence, and noise, from more words.
	densitySoftener = 20
)

// densityOf returns how dense evidence is that costs this much, between this many characters on
// both sides together.
func densityOf(cost, chars float64) float64 { return -cost / math.Sqrt(chars+densitySoftener) }

// translationOf returns how likely a bead with evidence of this density is to be a translation, in
// rows; beads of two texts are judged by themselves, in translation.go.
func translationOf(density float64) float64 {
	return logistic(translationBias + translationSlope*density)
}

// confidences are what the confidences of the steps of a path are made of.
type confidences struct {
	path        []dp.Step
	posterior   []float64
	translation []float64 // of steps with two sides
	known       float64   // how well words are known: the mean density of the evidence, at least 0
	alone       float64   // the share of the sentences in steps with one side
	sentences   float64   // of both texts, at least 1
}

func newConfidences(path []dp.Step, posterior, density, translation []float64) confidences {
	sum, pairs, alone, all := 0.0, 0.0, 0.0, 0.0
	for k, s := range path {
		n := float64(s.M + s.N)
		if all += n; s.M > 0 && s.N > 0 {
			sum, pairs = sum+density[k], pairs+1
		} else {
			alone += n
		}
	}
	c := confidences{path: path, posterior: posterior, translation: translation, sentences: math.Max(1, all)}
	c.known, c.alone = math.Max(0, sum/math.Max(1, pairs)), alone/c.sentences
	return c
}

// boundary returns how sure it is that step k is cut right.
func (c *confidences) boundary(k int) float64 {
	if s := c.path[k]; s.M == 0 || s.N == 0 {
		null := c.null()
		return logistic(product(nullWeights[:], null[:]))
	}
	pair := c.pair(k)
	return logistic(product(pairWeights[:], pair[:]))
}

// pair returns what pairWeights weigh, for a step with two sides.
func (c *confidences) pair(k int) [len(pairWeights)]float64 {
	posterior := math.Max(minLogit, logit(c.posterior[k]))
	return [...]float64{1, posterior, posterior * c.known, math.Log(bounded(c.translation[k]))}
}

// null returns what nullWeights weigh, for any step with one side.
func (c *confidences) null() [len(nullWeights)]float64 {
	return [...]float64{1, c.known, c.alone * math.Log(c.sentences/usualSentences)}
}

func product(a, b []float64) (sum float64) {
	for i := range a {
		sum += a[i] * b[i]
	}
	return sum
}

func logistic(x float64) float64 { return 1 / (1 + math.Exp(-x)) }

// logit returns the log-odds of a probability, which is bounded first.
func logit(p float64) float64 {
	p = bounded(p)
	return math.Log(p / (1 - p))
}

// bounded returns a probability that is at least 1e-6 away from 0 and 1: a calibration knows
// nothing beyond.
func bounded(p float64) float64 {
	const least = 1e-6
	return math.Min(1-least, math.Max(least, p))
}
