package align

import "math"

// The two confidences of a bead are logistic functions of what the search knows of it, fitted on the development data
// (novels, magazines, yearbooks and made texts in eleven pairs of languages, with and without word lists): of the beads
// that are given 0.9, about nine in ten are right there. The reliability table of examples/evaluate shows how far that
// holds.
const (
	// Of beads with two sides, from the log-odds of the posterior of their step.
	boundaryBias, boundarySlope = 1.74, 1.52
	// Of beads with one side: a run that is cut differently is right sentence by sentence all the same.
	nullBias, nullSlope = 3.09, 0.29
	// From the log-odds of the evidence, divided by the square root of the characters of both sides and softened for short
	// beads: long beads gather evidence, and noise, from more words.
	translationBias, translationSlope = 2.94, 5.23
	translationSoftener               = 20
)

// confide sets the confidences of a bead from the posterior of its step and, where it has two sides, what the model says
// of it.
func (p *pairing) confide(b *Bead, posterior, evidence float64) {
	if b.Null() {
		b.Boundary = logistic(nullBias + nullSlope*logit(posterior))
		return
	}
	s, t := b.Ranges[0], b.Ranges[1]
	b.Boundary = logistic(boundaryBias + boundarySlope*logit(posterior))
	chars := p.srcChars[s.Hi] - p.srcChars[s.Lo] + p.tgtChars[t.Hi] - p.tgtChars[t.Lo]
	b.Translation = logistic(translationBias - translationSlope*evidence/math.Sqrt(chars+translationSoftener))
}

func logistic(x float64) float64 { return 1 / (1 + math.Exp(-x)) }

// logit is the log-odds of a probability, kept within what a calibration can know.
func logit(p float64) float64 {
	const least = 1e-6
	p = math.Min(1-least, math.Max(least, p))
	return math.Log(p / (1 - p))
}
