package align

import "math"

// The two confidences of a bead are logistic functions of what the search knows of it, fitted on
// the development data (novels, magazines, yearbooks and made texts in eleven pairs of languages,
// with and without word lists): of the beads that are given 0.9, about nine in ten are right there.
// The reliability table of examples/evaluate shows how far that holds.
const (
	// Of beads with two sides, from the log-odds of the posterior of their step and the density of
	// their evidence. Where evidence is dense, as with a word list, the same posterior is a little
	// less sure: more of the evidence is of one kind.
	boundaryBias, boundarySlope, boundaryDensity = 1.84, 2.06, -1.43
	// Of beads with one side, from the less sure of the steps before and behind, and the density of
	// the evidence in the whole text: where words are hardly known, much is left out that should
	// not be.
	nullBias, nullSlope, nullDensity = -0.8, 0.38, 6.19
	// Below this, log-odds of posteriors say nothing more.
	minLogit = -1
	// From the density of the evidence.
	translationBias, translationSlope = 2.94, 5.23
	// The density of evidence is its log-odds over the square root of the characters of both sides,
	// softened for short beads: long beads gather evidence, and noise, from more words.
	densitySoftener = 20
)

// confide sets the confidences of the bead of step k of the path. usual is the density of evidence
// in the whole text.
func (p *search) setConfidence(b *Bead, k int, usual float64) {
	if b.Null() {
		beside := math.Min(p.logitOf(k-1), p.logitOf(k+1))
		b.Boundary = logistic(nullBias + nullSlope*beside + nullDensity*usual)
		return
	}
	density := p.density(k)
	b.Boundary = logistic(boundaryBias + boundarySlope*p.logitOf(k) + boundaryDensity*density)
	b.Translation = logistic(translationBias + translationSlope*density)
}

// logitOf returns the log-odds of the posterior of step k of the path; before the first and behind
// the last is nothing doubtful.
func (p *search) logitOf(k int) float64 {
	if k < 0 || k >= len(p.posterior) {
		return logit(1)
	}
	return math.Max(minLogit, logit(p.posterior[k]))
}

// density returns how dense the evidence is in step k of the path, which has two sides.
func (p *search) density(k int) float64 {
	s := p.path[k]
	chars := p.srcChars[s.I+s.M] - p.srcChars[s.I] + p.tgtChars[s.J+s.N] - p.tgtChars[s.J]
	return -p.evidence[k] / math.Sqrt(chars+densitySoftener)
}

// usualDensity returns the mean density of all steps with two sides, 0 if there are none.
func (p *search) meanDensity() float64 {
	sum, n := 0.0, 0.0
	for k, s := range p.path {
		if s.M > 0 && s.N > 0 {
			sum, n = sum+p.density(k), n+1
		}
	}
	return sum / math.Max(1, n)
}

func logistic(x float64) float64 { return 1 / (1 + math.Exp(-x)) }

// logit returns the log-odds of a probability, kept within what a calibration can know.
func logit(p float64) float64 {
	const least = 1e-6
	p = math.Min(1-least, math.Max(least, p))
	return math.Log(p / (1 - p))
}
