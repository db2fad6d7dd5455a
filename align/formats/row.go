package formats

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/bitext-go/bitext/align"
	"github.com/bitext-go/bitext/align/evidence"
	"github.com/bitext-go/bitext/segment"
)

// A Row is a bead with its wording.
type Row struct {
	Texts                 []string          // the wording in each language; "" where it has none
	Ranges                []segment.Range   // the sentences of each text; nil where the format does not tell
	Boundary, Translation float64           // see [align.Bead]; 0 where the format does not tell
	Reasons               []evidence.Reason // only JSON Lines tell
}

// NewRow makes a row of a bead and the texts it was made from, in their order. It panics if there
// are not as many texts as ranges in the bead.
func NewRow(bead align.Bead, texts ...*segment.Text) Row {
	if len(texts) != len(bead.Ranges) {
		panic("formats: NewRow with " + strconv.Itoa(len(texts)) + " texts for a bead of " + strconv.Itoa(len(bead.Ranges)))
	}
	row := Row{Ranges: bead.Ranges, Boundary: bead.Boundary, Translation: bead.Translation, Reasons: bead.Reasons}
	for i, t := range texts {
		row.Texts = append(row.Texts, t.Wording(bead.Ranges[i]))
	}
	return row
}

// full reports whether every language has wording.
func (r *Row) full() bool {
	for _, t := range r.Texts {
		if t == "" {
			return false
		}
	}
	return len(r.Texts) > 0
}

// score writes a confidence as all formats that are read by people do.
func score(p float64) string { return strconv.FormatFloat(p, 'f', 3, 64) }

func parseScores(boundary, translation string) (b, t float64, err error) {
	if b, err = strconv.ParseFloat(boundary, 64); err == nil {
		t, err = strconv.ParseFloat(translation, 64)
	}
	return b, t, err
}

// line returns s as one line, without tabs.
func line(s string) string {
	if !strings.ContainsAny(s, "\t\n\v\f\r\u0085\u2028\u2029") {
		return s
	}
	return strings.Map(func(r rune) rune {
		switch r {
		case '\t', '\n', '\v', '\f', '\r', '\u0085', '\u2028', '\u2029':
			return ' '
		}
		return r
	}, s)
}

func at(line int, err error) error { return fmt.Errorf("formats: line %d: %w", line, err) }
