package judge

import "math"

// Log-odds of a pair that was chosen among many are a weighted sum of its lead over size, of its
// margin in deviations of rivals, and of its density, fitted by logistic regression to the pairs
// that each prefer one another in two piles with few translations.
const (
	choiceBias    = -9.1
	choiceLead    = 0.66
	choiceMargin  = 0.75
	choiceDensity = 6.8
	leastChoice   = -4 // deviations; less says nothing more
	mostChoice    = 12
)

// Choice returns the probability that a pair of sentences which prefer one another to all others of
// two texts, in any order, is a translation. Margin is how much larger its score is than that of
// the best other pair with one of its sides, in nats.
func Choice(b *Bead, margin float64) float64 {
	c := b.compareWith(b.rivals())
	within := func(x float64) float64 { return max(leastChoice, min(mostChoice, x)) }
	x := choiceBias + choiceLead*within(c.lead/c.size) + choiceMargin*within(margin/c.deviation)
	x += choiceDensity * c.density
	return 1 / (1 + math.Exp(-x))
}
