package review

import (
	"context"

	"golang.org/x/text/language/display"

	"github.com/bitext-go/bitext/align/check"
	"github.com/bitext-go/bitext/examples/bitext/review/sheet"
)

// A Finding is something in a row that a person should look at, such as a number that stands on one
// side only.
type Finding struct {
	Kind Kind   `json:"kind"`
	Text string `json:"text"`
}

// Kind says what a finding is about.
type Kind string

// The kinds that the page has filters for, and the rest.
const (
	Numbers Kind = "numbers"
	Names   Kind = "names"
	Other   Kind = "other"
)

// kinds is the kinds of package check that the page has a filter for.
var kinds = map[check.Kind]Kind{
	check.Number: Numbers, check.Date: Numbers, check.Year: Numbers, check.ListNumber: Numbers,
	check.Country: Names, check.Language: Names,
}

// judge finds what is wrong with a row that pairs something: its first text is compared with each
// of the others, and all with the glossary.
func judge(columns []sheet.Column, glossary *terms, r *sheet.Row) (out []Finding) {
	var first *check.Side
	var sides []check.Side
	for c, cell := range r.Cells {
		if len(cell) == 0 {
			continue
		}
		side := check.Side{Lang: columns[c].Lang, Text: sheet.Joined(cell)}
		sides = append(sides, side)
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
			out = append(out, Finding{kind, f.Message})
		}
	}
	return append(out, glossary.missing(sides)...)
}

// judged returns the traits of a row with its findings.
func (r *Review) judged(row *sheet.Row) *traits {
	t := r.of(row)
	if !t.judged {
		t.findings, t.judged = judge(r.sheet.Columns, r.terms, row), true
		r.verdicts++
		r.lists = nil
	}
	return t
}

// batch is how many rows are judged at a time: a fraction of a second's work.
const batch = 50

// first is how many rows are judged before the page opens.
const first = 300

// Judge looks for what is wrong with the rows that were not judged yet, and goes on with those that
// are made later, until the context ends. Others can use the review meanwhile.
func (r *Review) Judge(ctx context.Context) {
	for ctx.Err() == nil {
		if r.judgeSome(batch) {
			continue
		}
		select {
		case <-ctx.Done():
		case <-r.made:
		}
	}
}

// judgeSome judges some rows, and reports whether there are more.
func (r *Review) judgeSome(most int) (more bool) {
	r.mutex.Lock()
	waiting, more := r.open(most)
	columns := r.sheet.Columns
	r.mutex.Unlock()
	found := make([][]Finding, len(waiting))
	for i, row := range waiting { // rows never change, so nobody need wait for this
		found[i] = judge(columns, r.terms, row)
	}
	r.mutex.Lock()
	defer r.mutex.Unlock()
	for i, row := range waiting {
		if t := r.of(row); !t.judged {
			t.findings, t.judged = found[i], true
			r.verdicts++
			r.lists = nil
		}
	}
	return more
}

// open is some rows that were not judged yet, and whether there are more.
func (r *Review) open(most int) (rows []*sheet.Row, more bool) {
	for ; r.looked < len(r.sheet.Rows); r.looked++ {
		if row := r.sheet.Rows[r.looked]; !r.of(row).judged {
			if len(rows) == most {
				return rows, true
			}
			rows = append(rows, row)
		}
	}
	return rows, false
}
