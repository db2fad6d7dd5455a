package review

import (
	"context"
	"strings"

	"golang.org/x/text/language/display"

	"github.com/bitext-go/bitext/align/check"
	"github.com/bitext-go/bitext/examples/bitext/review/sheet"
)

// A Finding is something in a row that a person should check, such as a number that is on one side
// only.
type Finding struct {
	Kind Kind   `json:"kind"`
	Text string `json:"text"` // in English
	// What, Wording and Column say the same, for a page in another language: the kind of check, the
	// text that is at fault, and the column that it is in. Only reports that the wording is in that
	// column only. Row is the number of the row that it differs from, or 0.
	What    check.Kind `json:"what"`
	Wording string     `json:"wording,omitempty"`
	Column  int        `json:"column,omitempty"`
	Only    bool       `json:"only,omitempty"`
	Row     int        `json:"row,omitempty"`
	marks   []markSpan
}

// Kind is what a finding is about.
type Kind string

// The kinds that the page has filters for, and one for the rest.
const (
	Numbers Kind = "numbers"
	Names   Kind = "names"
	Other   Kind = "other"
)

// kinds maps the kinds of package check to those of the page. All others are Other.
var kinds = map[check.Kind]Kind{
	check.Number: Numbers, check.Date: Numbers, check.Year: Numbers, check.ListNumber: Numbers,
	check.Country: Names, check.Language: Names,
}

// checkRow returns the findings of a row: its first text is compared with each of the others, and
// all with the glossary.
func checkRow(columns []sheet.Column, glossary *terms, r *sheet.Row) (out []Finding) {
	var first *check.Side
	var sides []check.Side
	var columnsOf []int // of sides
	for c, cell := range r.Cells {
		if len(cell) == 0 {
			continue
		}
		side := check.Side{Lang: columns[c].Lang, Text: sheet.Joined(cell)}
		sides, columnsOf = append(sides, side), append(columnsOf, c)
		if first == nil {
			first = &side
			continue
		}
		for _, f := range check.Pair(*first, side) {
			kind, ok := kinds[f.Kind]
			if !ok {
				kind = Other
			}
			if len(columns) > 2 {
				f.Message += " (compared with " + display.English.Tags().Name(side.Lang) + ")"
			}
			column := c
			if f.Side == 0 {
				column = columnsOf[0]
			}
			mark := markSpan{column, f.Span.Start, f.Span.End, string(kind)}
			out = append(out, Finding{Kind: kind, Text: f.Message, What: f.Kind, Wording: f.Wording, Column: column,
				Only: strings.Contains(f.Message, " only in "), marks: []markSpan{mark}})
		}
	}
	return append(out, glossary.missing(sides, columnsOf)...)
}

// checkedTraits returns the traits of a row, its findings included.
func (r *Review) checkedTraits(row *sheet.Row) *traits {
	t := r.traitsOf(row)
	if !t.checked {
		t.findings, t.checked = checkRow(r.sheet.Columns, r.terms, row), true
		r.rechecked++
		r.lists = nil
	}
	return t
}

// first is how many rows are checked before the page opens, so that the top of the list is
// complete.
const first = 300

// Check checks rows and judges units of a memory, and those that actions make later, until the
// context ends. Other goroutines can use the review meanwhile.
func (r *Review) Check(ctx context.Context) {
	for ctx.Err() == nil {
		if r.checkSome(batch) || r.judgeSome(ctx) {
			pause()
			continue
		}
		select {
		case <-ctx.Done():
		case <-r.wake:
		}
	}
}

// checkSome checks up to most rows and reports whether more remain.
func (r *Review) checkSome(most int) (more bool) {
	r.mutex.Lock()
	waiting, more := r.unchecked(most)
	columns := r.sheet.Columns
	r.mutex.Unlock()
	found := make([][]Finding, len(waiting))
	for i, row := range waiting { // rows are immutable, so no lock is needed
		found[i] = checkRow(columns, r.terms, row)
	}
	r.mutex.Lock()
	defer r.mutex.Unlock()
	for i, row := range waiting {
		if t := r.traitsOf(row); !t.checked {
			t.findings, t.checked = found[i], true
			r.rechecked++
			r.lists = nil
		}
	}
	return more
}

// unchecked returns up to most rows that are not checked yet, and reports whether more remain.
func (r *Review) unchecked(most int) (rows []*sheet.Row, more bool) {
	for ; r.checkedTo < len(r.sheet.Rows); r.checkedTo++ {
		if row := r.sheet.Rows[r.checkedTo]; !r.traitsOf(row).checked {
			if len(rows) == most {
				return rows, true
			}
			rows = append(rows, row)
		}
	}
	return rows, false
}
