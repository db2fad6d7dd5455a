package review

import (
	"fmt"
	"slices"
	"strings"

	"golang.org/x/text/language/display"

	"github.com/bitext-go/bitext/align/check"
	"github.com/bitext-go/bitext/examples/bitext/review/sheet"
)

// otherTranslations holds findings that only several rows together show: one text of the first
// language that is translated in two ways. They are valid for one version of the text.
type otherTranslations struct {
	text  int               // Review.text
	found map[int][]Finding // by the ID of the row
}

// inContext returns the findings of a row that only other rows show: it is translated differently
// elsewhere, or not translated among rows that are not. Rejected rows do not count.
func (r *Review) inContext(row *sheet.Row) []Finding {
	if r.others == nil || r.others.text != r.text {
		r.others = &otherTranslations{r.text, map[int][]Finding{}}
		for c := 1; c < len(r.sheet.Columns); c++ {
			r.compareWith(c)
		}
	}
	if row.State == sheet.Rejected {
		return nil
	}
	return append(slices.Clip(r.others.found[row.ID]), r.copies(row)...)
}

// compareWith finds texts of the first column with several translations in column c. Each row whose
// translation is not the first one gets a finding that names the row of the first.
func (r *Review) compareWith(c int) {
	type place struct {
		row           int
		text, wording string
	}
	before := map[string]place{}
	for i, row := range r.sheet.Rows {
		if row.State == sheet.Rejected || len(row.Cells[0]) == 0 || len(row.Cells[c]) == 0 {
			continue
		}
		source, text := normalize(sheet.Joined(row.Cells[0])), normalize(sheet.Joined(row.Cells[c]))
		p, known := before[source]
		switch {
		case !known:
			before[source] = place{i, text, sheet.Joined(row.Cells[c])}
		case p.text != text:
			message := fmt.Sprintf("translated differently in row %d", p.row+1)
			if len(r.sheet.Columns) > 2 {
				message += " (in " + display.English.Tags().Name(r.sheet.Columns[c].Lang) + ")"
			}
			marks := []markSpan{different(sheet.Joined(row.Cells[c]), p.wording, c)}
			r.others.found[row.ID] = append(r.others.found[row.ID], Finding{Kind: Other, Text: message,
				What: check.Inconsistent, Wording: p.wording, Column: c, Row: p.row + 1, marks: marks})
		}
	}
}

// different returns the part of a text that another one does not have at its beginning or end, in
// whole words.
func different(text, other string, column int) markSpan {
	words, others := strings.Fields(text), strings.Fields(other)
	head := 0
	for head < len(words) && head < len(others) && words[head] == others[head] {
		head++
	}
	tail := 0
	for tail < len(words)-head && tail < len(others)-head && words[len(words)-1-tail] == others[len(others)-1-tail] {
		tail++
	}
	start, end, at := 0, len(text), 0
	for k, w := range words {
		i := at + strings.Index(text[at:], w)
		if k == head {
			start = i
		}
		at = i + len(w)
		if k == len(words)-1-tail {
			end = at
		}
	}
	if head == len(words) { // the other one has more words at its end
		start = 0
	}
	return markSpan{column, start, end, string(Other)}
}

// normalize returns a text without case and final punctuation, which do not make a different
// translation.
func normalize(s string) string {
	return strings.TrimRight(strings.ToLower(s), " .:;,。：；،؛")
}

// findings returns all findings of a row.
func (r *Review) findings(row *sheet.Row) []Finding {
	return slices.Concat(r.traitsOf(row).findings, r.inContext(row))
}

// movedRows are the rows with moved text, by their IDs. They are valid for one version of the text.
type movedRows struct {
	text int // Review.text
	rows map[int]bool
}

// moved reports whether a row has text that is out of the order of its document.
func (r *Review) moved(row *sheet.Row) bool {
	if r.crossed == nil || r.crossed.text != r.text {
		r.crossed = &movedRows{r.text, map[int]bool{}}
		for row := range r.sheet.Moved() {
			r.crossed.rows[row.ID] = true
		}
	}
	return r.crossed.rows[row.ID]
}

// carry hands on what is known of the rows that a splice replaces to those that it makes. If it
// changes the text of rows or their order, or rejects one, comparisons between rows are done again.
func (r *Review) carry(old, made []*sheet.Row) {
	before := map[int]*sheet.Row{}
	for _, row := range old {
		before[row.ID] = row
	}
	same := len(old) == len(made)
	for i, row := range made {
		was := before[row.ID]
		if was == nil || !sameCells(was, row) {
			same = false
			continue
		}
		if same && (old[i].ID != row.ID || (was.State == sheet.Rejected) != (row.State == sheet.Rejected)) {
			same = false
		}
		known := was.Hand == row.Hand && was.Boundary == row.Boundary && was.Translation == row.Translation
		if t := r.traits[was]; t != nil && known {
			copied := *t
			if was.Note != row.Note {
				copied.folded = ""
			}
			r.traits[row] = &copied
		}
	}
	for _, row := range old {
		delete(r.traits, row) // undo makes them again
	}
	if !same {
		r.text++
	}
}

// sameCells reports whether two rows have the same pieces.
func sameCells(a, b *sheet.Row) bool {
	return slices.EqualFunc(a.Cells, b.Cells, slices.Equal)
}
