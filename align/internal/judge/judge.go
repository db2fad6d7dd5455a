// Package judge decides which of the beads that a search has found are translations.
//
// A search finds the best bead for each sentence, whether or not there is a good one, and learns
// words from what it has found. So neither the cost of a bead nor its share of the paths shows
// that its sides translate one another. This package asks how much better they explain one
// another than the same texts do by chance, and how that compares with the rest of the document:
//
//  1. The evidence of a bead is held against that of rivals, ranges of about the same length from
//     elsewhere in the texts. The model has not learnt from the bead.
//  2. What translations look like in these texts is estimated as one part of a mixture; what
//     chance looks like is known beforehand, since rivals set the scale.
//  3. Beads are a chain: after a translation comes a translation more often than not, and how
//     often is estimated from the texts, as is the share of translations.
package judge

import (
	"context"
	"math"
)

// A Bead is what is known of a bead.
type Bead struct {
	// Null reports whether a side is empty. Then nothing else need be known: it is no translation.
	Null bool
	// Score is the evidence for the bead, in nats of log-odds, by a model that has not learnt from
	// it: above 0 it speaks for a translation.
	Score float64
	// Rivals are, for each side, the scores of that side with ranges from elsewhere in the other
	// text. They may be few, or none.
	Rivals [2][]float64
	// Unmeasured reports whether Rivals are not known yet. They are taken to be like those of the
	// other beads; see Open.
	Unmeasured bool
	// Open reports whether the bead was measured because Open had returned it. What leads look like
	// is estimated from the other measured beads.
	Open bool
	// Chars is how many characters both sides have.
	Chars float64
}

// A Verdict is what Judge finds.
type Verdict struct {
	// Translation is, for each bead, the probability that its sides translate one another, from 0
	// to 1.
	Translation []float64
	// Lead is how far the scores of translations of usual length lead before those of rivals, in
	// standard deviations of these: 10 where words are well known, 4 where they hardly are.
	Lead float64
}

// Judge judges the beads of one pair of texts, which are in the order of the texts. It returns soon
// after ctx is cancelled, with the error of ctx.
func Judge(ctx context.Context, beads []Bead) (Verdict, error) {
	if len(beads) == 0 {
		return Verdict{}, nil
	}
	return judge(ctx, compareAll(beads))
}

// judge judges beads that have been compared.
func judge(ctx context.Context, list []comparison) (Verdict, error) {
	t, err := estimate(ctx, list)
	if err != nil {
		return Verdict{}, err
	}
	evidence := make([]float64, len(list))
	for i := range list {
		evidence[i] = t.logOdds(&list[i])
	}
	translation, err := newChain().fit(ctx, evidence)
	return Verdict{translation, t.lead}, err
}

// A comparison is how a bead compares with its rivals.
type comparison struct {
	null      bool
	typical   bool    // it was measured, as others that are like it were
	lead      float64 // of its score over the mean of the rivals, in their standard deviations
	size      float64 // how large leads of beads of that length are, 1 at usualChars
	density   float64 // score over the square root of the characters
	deviation float64 // of rivals
	known     float64 // how much scores tell, from 0 to 1: where no word is known all rivals are alike
}

const (
	// usualChars is the length of both sides of a usual bead, leastChars that of the shortest for
	// which leads still shrink.
	usualChars = 150
	leastChars = 20
	// softener is added to the characters of a bead before the square root is taken.
	softener = 20
	// Scores of rivals are thought to have this mean and deviation, both times the square root of
	// the characters, as if rivalWeight rivals had shown it: there may be few.
	rivalMean, rivalDeviation = -0.35, 0.11
	rivalWeight               = 1
	// leastVariance is added to the variance of rivals, in square nats.
	leastVariance = 0.5
	// tellingVariance is the variance of rivals, in square nats, from which on scores tell all.
	tellingVariance = 0.4
)

// rivals returns the mean and the variance of the rivals of both sides.
func (b *Bead) rivals() (mean, variance float64) {
	root := b.root()
	for _, scores := range b.Rivals {
		sum, n := rivalMean*root*rivalWeight, rivalWeight+float64(len(scores))
		for _, x := range scores {
			sum += x
		}
		m := sum / n
		sum = rivalDeviation * root * rivalDeviation * root * rivalWeight
		for _, x := range scores {
			sum += (x - m) * (x - m)
		}
		mean, variance = mean+m/2, variance+sum/n/2
	}
	return mean, variance
}

// root returns the square root of the characters, softened.
func (b *Bead) root() float64 { return math.Sqrt(b.Chars + softener) }

// compareWith holds a bead against rivals with that mean and variance.
func (b *Bead) compareWith(mean, variance float64) comparison {
	return comparison{
		typical:   !b.Unmeasured && !b.Open,
		lead:      (b.Score - mean) / math.Sqrt(variance+leastVariance),
		size:      math.Sqrt(max(b.Chars, leastChars) / usualChars),
		density:   b.Score / b.root(),
		deviation: math.Sqrt(variance + leastVariance),
		known:     min(1, variance/tellingVariance),
	}
}
