package main

import (
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/bitext-go/bitext/align"
	"github.com/bitext-go/bitext/align/memory"
	"github.com/bitext-go/bitext/internal/verdict"
	"github.com/bitext-go/bitext/read"
	"github.com/bitext-go/bitext/segment"
)

// A result is what bitext align has found.
type result struct {
	docs   []*read.Document
	texts  []*segment.Text
	beads  []align.Bead
	unit   string // "sentence" or "paragraph"
	format string // the format that it will be written in
	date   time.Time

	disagree []memory.Disagreement // beads that state different facts

	verdict *verdict.Verdict // nil if the sentences were paired already
	sure    float64          // the least likely translation that becomes a unit

	lexicons []*lexiconSource
	dropped  int // characters that TMX cannot hold
}

// compareFacts lowers the confidence of beads that state different facts, and notes them.
func (r *result) compareFacts() {
	r.disagree = memory.Disagreements(r.beads, r.texts...)
	for _, d := range r.disagree {
		r.beads[d.Bead].Translation = d.Translation
	}
	r.disagree = slices.DeleteFunc(r.disagree, func(d memory.Disagreement) bool { return d.Translation >= r.sure })
}

// written returns the beads that the format holds. Formats of units leave out beads that are too
// unlikely translations; below is their number.
func (r *result) written() (beads []align.Bead, below int) {
	if !slices.Contains(unitFormats, r.format) {
		return r.beads, 0
	}
	return verdict.Floor(r.beads, r.sure)
}

// units returns the sentences, or the paragraphs, of text i that are in a bead.
func (r *result) units(b align.Bead, i int) segment.Range {
	s := b.Ranges[i]
	if r.unit == "sentence" || s.Len() == 0 {
		return s
	}
	return segment.Range{Lo: r.texts[i].ParagraphOf(s.Lo), Hi: r.texts[i].ParagraphOf(s.Hi-1) + 1}
}

// kind returns the size of a bead, as in "1-2".
func (r *result) kind(b align.Bead) string {
	sizes := make([]string, len(b.Ranges))
	for i := range b.Ranges {
		sizes[i] = strconv.Itoa(r.units(b, i).Len())
	}
	return strings.Join(sizes, "-")
}
