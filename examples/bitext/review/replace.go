package review

import (
	"errors"
	"fmt"
	"regexp"
	"strings"
	"time"

	"golang.org/x/text/unicode/norm"

	"github.com/bitext-go/bitext/examples/bitext/review/sheet"
	"github.com/bitext-go/bitext/internal/lazyregexp"
)

// A Replace is what to find and what to put instead.
type Replace struct {
	Find   string `json:"find"`
	With   string `json:"with"`
	Regexp bool   `json:"regexp"` // Find is a regular expression of Go, and With may name groups: $1
	Case   bool   `json:"case"`   // upper and lower case differ
	Words  bool   `json:"words"`  // whole words only
	Column int    `json:"column"` // -1 for all columns
	Range  *Range `json:"range"`  // nil for all rows
}

// maxPattern bounds a pattern in bytes.
const maxPattern = 1000

// edits returns the function that finds the edits of a text.
func (p *Replace) edits() (func(text string) []sheet.Edit, error) {
	switch {
	case p.Find == "":
		return nil, errors.New("enter a text to find")
	case len(p.Find) > maxPattern || len(p.With) > maxPattern:
		return nil, fmt.Errorf("the text to find or its replacement has more than %d bytes; shorten it", maxPattern)
	}
	pattern := norm.NFC.String(p.Find)
	if !p.Regexp {
		pattern = regexp.QuoteMeta(pattern)
	}
	if !p.Case {
		pattern = "(?i)" + pattern
	}
	re, err := regexp.Compile(pattern)
	if err != nil {
		return nil, fmt.Errorf("this is not a regular expression: %s", strings.TrimPrefix(err.Error(),
			"error parsing regexp: "))
	}
	with := clean(p.With)
	return func(text string) (out []sheet.Edit) {
		for _, m := range re.FindAllStringSubmatchIndex(text, -1) {
			if m[0] == m[1] || p.Words && !wholeWord(text, m[0], m[1]) {
				continue
			}
			instead := with
			if p.Regexp {
				instead = string(re.ExpandString(nil, with, text, m))
			}
			if instead != text[m[0]:m[1]] {
				out = append(out, sheet.Edit{Start: m[0], End: m[1], New: instead})
			}
		}
		return out
	}, nil
}

// wholeWord reports whether neither end of a part of a text is inside a word.
func wholeWord(text string, start, end int) bool {
	inside := func(at int) bool {
		before, after := lastLetter.MatchString(text[:at]), firstLetter.MatchString(text[at:])
		return before && after
	}
	return !inside(start) && !inside(end)
}

var (
	lastLetter  = lazyregexp.New(`[\pL\pM\pN]$`)
	firstLetter = lazyregexp.New(`^[\pL\pM\pN]`)
)

// replace returns what a replacement does to the rows.
func (r *Review) replace(p *Replace, now time.Time) (sheet.Splice, error) {
	if p == nil {
		return sheet.Splice{}, errors.New("enter a text to find")
	}
	find, err := p.edits()
	if err != nil {
		return sheet.Splice{}, err
	}
	within, err := r.within(p)
	if err != nil {
		return sheet.Splice{}, err
	}
	return r.sheet.Replace(func(row *sheet.Row, column int, piece *sheet.Piece) []sheet.Edit {
		if !within(row, column) {
			return nil
		}
		return find(piece.Text)
	}, now)
}

// within returns the function that tells which cells a replacement may change.
func (r *Review) within(p *Replace) (func(*sheet.Row, int) bool, error) {
	var rows map[*sheet.Row]bool
	if p.Range != nil {
		var err error
		if rows, _, _, err = r.rowsOf(p.Range); err != nil {
			return nil, err
		}
	}
	return func(row *sheet.Row, column int) bool {
		return (p.Column < 0 || p.Column == column) && (rows == nil || rows[row])
	}, nil
}

// maxPreviews is how many changes a preview shows.
const maxPreviews = 200

// A preview is what a replacement would change.
type preview struct {
	Count int            `json:"count"` // replacements
	Rows  int            `json:"rows"`  // rows with replacements
	Shown []previewShown `json:"shown"` // the first of them
}

type previewShown struct {
	Number int    `json:"n"`
	Column int    `json:"column"`
	Parts  []part `json:"parts"` // what is removed is marked "old", what is added "new"
}

// preview returns what a replacement would change.
func (r *Review) preview(p *Replace) (out preview, err error) {
	out.Shown = []previewShown{}
	find, err := p.edits()
	if err != nil {
		return out, err
	}
	within, err := r.within(p)
	if err != nil {
		return out, err
	}
	for i, row := range r.sheet.Rows {
		found := false
		for c, cell := range row.Cells {
			if !within(row, c) {
				continue
			}
			for _, piece := range cell {
				edits := find(piece.Text)
				out.Count += len(edits)
				found = found || len(edits) > 0
				if len(edits) > 0 && len(out.Shown) < maxPreviews {
					out.Shown = append(out.Shown, previewShown{i + 1, c, previewParts(piece.Text, edits)})
				}
			}
		}
		if found {
			out.Rows++
		}
	}
	return out, nil
}

func previewParts(text string, edits []sheet.Edit) (out []part) {
	add := func(s, class string) {
		if s != "" {
			out = append(out, part{Text: shown(s), Mark: class})
		}
	}
	at := 0
	for _, e := range edits {
		add(text[at:e.Start], "")
		add(text[e.Start:e.End], "old")
		add(e.New, "new")
		at = e.End
	}
	add(text[at:], "")
	return out
}
