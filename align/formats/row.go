package formats

import (
	"encoding/xml"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/bitext-go/bitext/align"
	"github.com/bitext-go/bitext/align/evidence"
	"github.com/bitext-go/bitext/align/tmx"
	"github.com/bitext-go/bitext/segment"
)

// A Row is a bead with its wording.
type Row struct {
	Texts                 []string          // the wording in each language; "" if it has none
	Ranges                []segment.Range   // the sentences of each text; nil if the format has none
	Boundary, Translation float64           // from 0 to 1, see [align.Bead]; 0 if the format has none
	Reasons               []evidence.Reason // JSON Lines only
	Untranslated          bool              // a side is the same as the original's; JSON Lines only

	// Marked are the texts with their inline codes, parallel to Texts, for XLIFF, which is the only
	// format that holds codes. An element without a text has none. It may be nil.
	Marked []Marked
}

// Marked is a text with inline codes, as package tmx has them.
type Marked struct {
	Text   string
	Inline []tmx.Inline
}

// NewRow returns the row of a bead and the texts it was made from, in their order. It panics if the
// number of texts is not the number of ranges in the bead. The row shares the bead's slices.
func NewRow(bead align.Bead, texts ...*segment.Text) Row {
	if len(texts) != len(bead.Ranges) {
		panic(fmt.Sprintf("formats: NewRow with %d texts for a bead of %d", len(texts), len(bead.Ranges)))
	}
	row := Row{Ranges: bead.Ranges, Boundary: bead.Boundary, Translation: bead.Translation, Reasons: bead.Reasons}
	for i, t := range texts {
		row.Texts = append(row.Texts, t.Wording(bead.Ranges[i]))
	}
	return row
}

// full reports whether every language has wording.
func (r *Row) full() bool {
	return len(r.Texts) > 0 && !slices.Contains(r.Texts, "")
}

// note reads a note and sets the confidence that it has, if it is one of ours.
func (r *Row) note(d *xml.Decoder, start xml.StartElement) error {
	var text string
	if err := d.DecodeElement(&text, &start); err != nil {
		return err
	}
	for _, a := range start.Attr {
		if a.Name.Local != "category" {
			continue
		}
		p, err := strconv.ParseFloat(text, 64)
		switch {
		case err != nil:
		case a.Value == "boundary":
			r.Boundary = p
		case a.Value == "translation":
			r.Translation = p
		}
	}
	return nil
}

// score returns a confidence as the formats that people read have it: "0.000" to "1.000".
func score(p float64) string { return align.Confidence(p).String() }

// parseScores returns the two confidences that score wrote.
func parseScores(boundary, translation string) (b, t float64, err error) {
	if b, err = strconv.ParseFloat(boundary, 64); err == nil {
		t, err = strconv.ParseFloat(translation, 64)
	}
	return b, t, err
}

// lineBreaks are the characters that end a line for some tool, and the tab.
const lineBreaks = "\t\n\v\f\r\u0085\u2028\u2029"

// oneLine returns s with spaces instead of tabs and line breaks.
func oneLine(s string) string {
	if !strings.ContainsAny(s, lineBreaks) {
		return s
	}
	return strings.Map(func(r rune) rune {
		if strings.ContainsRune(lineBreaks, r) {
			return ' '
		}
		return r
	}, s)
}

// at returns an error with the line, from 1, that it is about.
func at(line int, err error) error { return fmt.Errorf("formats: line %d: %w", line, err) }
