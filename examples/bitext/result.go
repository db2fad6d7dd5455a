package main

import (
	"iter"
	"slices"
	"strconv"
	"strings"
	"time"

	"golang.org/x/text/language"

	"github.com/bitext-go/bitext/align"
	"github.com/bitext-go/bitext/align/formats"
	"github.com/bitext-go/bitext/align/memory"
	"github.com/bitext-go/bitext/align/tmx"
	"github.com/bitext-go/bitext/internal/verdict"
	"github.com/bitext-go/bitext/read"
	"github.com/bitext-go/bitext/read/bilingual"
	"github.com/bitext-go/bitext/segment"
)

// A result is what bitext align has found.
type result struct {
	docs   []*read.Document
	texts  []*segment.Text
	beads  []align.Bead
	paired *bilingual.File // what the texts and beads are from; nil if they were aligned
	unit   string          // "sentence" or "paragraph"
	format string          // the format that it will be written in
	date   time.Time

	disagree []memory.Disagreement // beads that state different facts
	copies   []memory.Copy         // sides that are not translated
	same     bool                  // they are written in units too

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

// holdsUnits reports whether the format holds translation units, and so nothing that is not
// translated.
func (r *result) holdsUnits() bool { return slices.Contains(unitFormats, r.format) }

// written returns the beads that the format holds. Formats of units leave out sides that are not
// translated, and beads that are too unlikely translations; below is the number of the latter.
func (r *result) written() (beads []align.Bead, below int) {
	if !r.holdsUnits() {
		return r.beads, 0
	}
	beads = r.beads
	if !r.same {
		beads = memory.WithoutCopies(beads, r.copies)
	}
	return verdict.Floor(beads, r.sure)
}

// question asks whether the right files were named, and says what to do if they were. It is "" if
// the texts seem to be translations, or if the user wants all beads whatever their confidence.
func (r *result) question() string {
	if r.verdict == nil || r.sure == 0 {
		return ""
	}
	question := r.verdict.Unrelated()
	if _, below := r.written(); question == "" || below == 0 {
		return question
	}
	if !slices.ContainsFunc(r.lexicons, func(s *lexiconSource) bool { return len(s.used) > 0 }) {
		question += " No lexicon has words of both languages, so little is known of them;" +
			" --lexicon takes a dictionary."
	}
	return question + " If they are, --sure 0 writes what was paired."
}

// retag writes other tags for the languages of the texts; language.Und keeps a tag.
func (r *result) retag(as []language.Tag) {
	for i, tag := range as {
		if tag == language.Und || i >= len(r.texts) {
			continue
		}
		was := r.texts[i].Lang
		r.texts[i].Lang = tag
		if r.paired == nil {
			continue
		}
		for _, d := range r.paired.Details {
			if d != nil && i < len(d.Variants) && d.Variants[i].Lang == was {
				d.Variants[i].Lang = tag
			}
		}
	}
}

// memory returns the units of the beads that are written, with the codes, notes and properties of a
// file whose sentences were paired already.
func (r *result) memory(beads []align.Bead) iter.Seq[tmx.Unit] {
	all := memory.FromBeads(beads, r.texts...)
	if r.paired == nil || r.paired.Details == nil || len(beads) != len(r.paired.Beads) {
		return all
	}
	return func(yield func(tmx.Unit) bool) {
		k := -1
		for u := range all {
			for k++; k < len(beads) && beads[k].Null(); k++ {
			}
			r.paired.Detail(&u, k)
			if !yield(u) {
				return
			}
		}
	}
}

// row returns the row of bead k of those that are written.
func (r *result) row(beads []align.Bead, k int) formats.Row {
	row := formats.NewRow(beads[k], r.texts...)
	row.Untranslated = !r.holdsUnits() && r.isCopied(k)
	if r.paired == nil || r.paired.Details == nil || len(beads) != len(r.paired.Beads) {
		return row
	}
	for i := range r.texts {
		if text, inline, ok := r.paired.Inline(k, i); ok {
			if row.Marked == nil {
				row.Marked = make([]formats.Marked, len(r.texts))
			}
			row.Marked[i] = formats.Marked{Text: text, Inline: inline}
		}
	}
	return row
}

// isCopied reports whether a side of bead k is not translated.
func (r *result) isCopied(k int) bool {
	_, is := slices.BinarySearchFunc(r.copies, k, func(c memory.Copy, k int) int { return c.Bead - k })
	return is
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
