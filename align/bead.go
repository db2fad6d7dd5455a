package align

import (
	"github.com/bitext-go/bitext/align/evidence"
	"github.com/bitext-go/bitext/segment"
)

// A Bead is one group of sentences that translate one another: one Range of sentences per text, in
// the order of the texts. The beads of an alignment follow one another in every text without gap or
// overlap.
type Bead struct {
	Ranges []segment.Range
	// Boundary is how sure it is that the bead is cut right, from 0 to 1.
	Boundary float64
	// Translation is how sure it is that the sides translate one another, whether or not they are
	// cut right, from 0 to 1. It is 0 where all sides but one are empty.
	Translation float64
	// Reasons are what speaks for and against the bead: first what is against it, numbers that
	// stand on one side only before the rest, then what is for it. They are there where the Aligner
	// was told to give them.
	Reasons []evidence.Reason
}

// Null reports whether fewer than two of the bead's ranges hold sentences: then there is nothing to
// pair.
func (b Bead) Null() bool {
	n := 0
	for _, r := range b.Ranges {
		if r.Len() > 0 {
			n++
		}
	}
	return n < 2
}

// pairsOf returns what models learn from: the beads with two sides.
func pairsOf(beads []Bead) []evidence.Pair {
	var out []evidence.Pair
	for _, b := range beads {
		if !b.Null() {
			out = append(out, evidence.Pair{Source: b.Ranges[0], Target: b.Ranges[1]})
		}
	}
	return out
}

// rangesOf returns the ranges of beads.
func rangesOf(beads []Bead) [][]segment.Range {
	out := make([][]segment.Range, len(beads))
	for i, b := range beads {
		out[i] = b.Ranges
	}
	return out
}
