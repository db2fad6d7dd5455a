package align

import (
	"slices"

	"github.com/bitext-go/bitext/segment"
)

// An Overlap is how much of two texts or more has a counterpart, as an alignment shows it.
type Overlap struct {
	// Shares is, for each text, the share of its characters that are expected to have a counterpart
	// in another text, from 0 to 1: the mean of the probability that each is translated.
	Shares []float64
}

const (
	// Texts are unrelated if less than unrelatedShare of each has a counterpart, and translations
	// if parallelShare of each or more has one.
	unrelatedShare = 0.1
	parallelShare  = 0.7
)

// OverlapOf returns the overlap of texts, given their beads. It panics if a bead does not have a
// range for each text.
func OverlapOf(beads []Bead, texts ...*segment.Text) Overlap {
	chars := make([][]float64, len(texts))
	for k, t := range texts {
		chars[k] = t.CharsBefore()
	}
	return overlapOf(beads, chars...)
}

// overlapOf returns the overlap of texts that have that many characters before each sentence.
func overlapOf(beads []Bead, chars ...[]float64) Overlap {
	o := Overlap{Shares: make([]float64, len(chars))}
	for k, before := range chars {
		all := before[len(before)-1]
		for _, b := range beads {
			r := b.Ranges[k]
			if all > 0 {
				o.Shares[k] += b.Translation * (before[r.Hi] - before[r.Lo]) / all
			}
		}
	}
	return o
}

// Parallel reports whether the texts are translations of one another: 70 % of each or more has a
// counterpart. Of no texts it reports false.
func (o Overlap) Parallel() bool {
	return len(o.Shares) > 0 && slices.Min(o.Shares) >= parallelShare
}

// Unrelated reports whether the texts are no translations of one another: less than 10 % of each
// has a counterpart. Of no texts it reports false. Texts that are neither Parallel nor Unrelated
// are translations in part.
func (o Overlap) Unrelated() bool {
	return len(o.Shares) > 0 && slices.Max(o.Shares) < unrelatedShare
}
