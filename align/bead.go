package align

import (
	"fmt"
	"strconv"

	"github.com/bitext-go/bitext/align/evidence"
	"github.com/bitext-go/bitext/segment"
)

// A Bead is one group of sentences that translate one another: one Range of sentences per text, in
// the order of the texts. The beads of an alignment follow one another in every text without gap or
// overlap.
type Bead struct {
	Ranges []segment.Range
	// Boundary is the probability, from 0 to 1, that the bead is cut right: that a person would
	// have made the same bead. It is low if the sides are hardly translations. Of a bead with one
	// side it is the probability that its sentence has no counterpart.
	Boundary float64
	// Translation is the probability, from 0 to 1, that the sides translate one another, whether or
	// not they are cut right. It is 0 if fewer than two sides hold sentences. If the words of texts
	// of up to some 200 sentences hardly show that they are translations at all, it is low for all
	// of their beads. Without a dictionary that is also so of one translation of ten sentences in
	// five.
	Translation float64
	// Moved reports whether the sides are not in the same order as other beads. Such a bead is
	// where its sentence of the first text is; in the second text the beads before and after it do
	// not meet there. Only [Aligner.Moved] makes such beads.
	Moved bool
	// Reasons are what speaks for and against the bead, as many as [Aligner.MaxReasons] asks for:
	// first what is against it, numbers that are on one side only before the rest, then what is for
	// it.
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

// Confidence writes and reads a confidence of a [Bead] as text, the same in every format: three
// decimals, from "0.000" to "1.000".
//
//	text := align.Confidence(b.Translation).String()
type Confidence float64

// String returns the confidence with three decimals.
func (c Confidence) String() string { return strconv.FormatFloat(float64(c), 'f', 3, 64) }

// MarshalText returns what String returns.
func (c Confidence) MarshalText() ([]byte, error) { return []byte(c.String()), nil }

// UnmarshalText reads a number from 0 to 1, with any number of decimals. If the text is anything
// else, it returns an error and c keeps its value.
func (c *Confidence) UnmarshalText(text []byte) error {
	p, err := strconv.ParseFloat(string(text), 64)
	if err != nil || !(p >= 0 && p <= 1) {
		return fmt.Errorf("confidence %q: write a number from 0 to 1, such as 0.950", text)
	}
	*c = Confidence(p)
	return nil
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
