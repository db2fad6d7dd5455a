package tmx

import (
	"fmt"
	"hash/fnv"
	"strconv"
	"strings"

	"github.com/bitext-go/bitext/align"
	"github.com/bitext-go/bitext/segment"
)

// The types of the properties that [NewUnit] sets. The first two are properties of the unit, the
// others of each variant.
const (
	PropBoundary    = "x-bitext-boundary"    // align.Bead.Boundary, "0.000" to "1.000"
	PropTranslation = "x-bitext-translation" // align.Bead.Translation, "0.000" to "1.000"
	PropDocument    = "x-bitext-document"    // segment.Text.Name
	PropParagraph   = "x-bitext-paragraph"   // the paragraph in the text, counted from 1: "4", or "4-5"
	PropLines       = "x-bitext-lines"       // the lines in the document, counted from 1: "13", or "13-15"
)

// NewUnit returns the unit of a bead and the texts it was made from, in their order. A text without
// sentences in the bead gives no variant. ok is false if there would be fewer than two variants.
//
// The wording is that of the document, character for character, except that a line break in it
// becomes a space. The id depends only on the languages and the wording, so that a pair has the
// same id wherever it is found. The properties give the place of each variant and the confidences
// of the bead.
//
// NewUnit panics if the number of texts is not the number of ranges in the bead, or if a range is
// not in its text.
func NewUnit(bead align.Bead, texts ...*segment.Text) (unit Unit, ok bool) {
	if len(texts) != len(bead.Ranges) {
		panic(fmt.Sprintf("tmx: NewUnit with %d texts for a bead of %d", len(texts), len(bead.Ranges)))
	}
	if bead.Null() {
		return Unit{}, false
	}
	for i, t := range texts {
		r := bead.Ranges[i]
		if r.Len() <= 0 {
			continue
		}
		unit.Variants = append(unit.Variants, NewVariant(t, r))
	}
	unit.ID = ID(unit.Variants)
	unit.SetConfidence(bead.Boundary, bead.Translation)
	return unit, true
}

// NewVariant returns the variant that [NewUnit] makes of sentences of a text.
func NewVariant(t *segment.Text, r segment.Range) Variant {
	return Variant{Lang: t.Lang, Text: oneLine(t.Wording(r)), Props: provenance(t, r)}
}

// ID returns the id that [NewUnit] gives to a unit with these variants: the FNV-1a hash of their
// languages and wording, in their order, as 16 hexadecimal digits.
func ID(variants []Variant) string {
	h := fnv.New64a()
	for _, v := range variants {
		h.Write([]byte(v.Lang.String()))
		h.Write([]byte{0})
		h.Write([]byte(v.Text))
		h.Write([]byte{0})
	}
	return fmt.Sprintf("%016x", h.Sum64())
}

// provenance returns the properties that give the place of sentences in their document.
func provenance(t *segment.Text, r segment.Range) []Prop {
	var props []Prop
	if t.Name != "" {
		props = append(props, Prop{Type: PropDocument, Text: t.Name})
	}
	if len(t.Paragraphs) > 0 {
		first, last := t.ParagraphOf(r.Lo)+1, t.ParagraphOf(r.Hi-1)+1
		props = append(props, Prop{Type: PropParagraph, Text: fromTo(first, last)})
	}
	if first, last := t.LinesOf(r); first > 0 {
		props = append(props, Prop{Type: PropLines, Text: fromTo(first, last)})
	}
	return props
}

// fromTo returns a range of numbers as properties have it: "4" or "4-5".
func fromTo(first, last int) string {
	if first == last {
		return strconv.Itoa(first)
	}
	return strconv.Itoa(first) + "-" + strconv.Itoa(last)
}

// oneLine replaces each line break, with the white space around it, by one space. A tool that reads
// the document line by line, or shows a segment on one line, would not find the segment otherwise.
func oneLine(s string) string {
	if !strings.ContainsAny(s, "\n\r\u0085\u2028\u2029") {
		return s
	}
	var b strings.Builder
	for i, line := range strings.FieldsFunc(s, func(r rune) bool {
		return r == '\n' || r == '\r' || r == '\u0085' || r == '\u2028' || r == '\u2029'
	}) {
		if line = strings.Trim(line, " \t"); line == "" {
			continue
		}
		if i > 0 && b.Len() > 0 {
			b.WriteByte(' ')
		}
		b.WriteString(line)
	}
	return b.String()
}
