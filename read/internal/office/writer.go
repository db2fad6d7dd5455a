package office

import (
	"strings"

	"github.com/bitext-go/bitext/read/internal/part"
	"github.com/bitext-go/bitext/segment/layout"
)

// A writer collects the paragraphs of a document. A paragraph inside another one, in a text box or
// a footnote, follows it.
type writer struct {
	done   []part.Paragraph
	open   []*strings.Builder
	cells  []part.Cell // for each of open, its place in a table
	marks  []string    // for each of open, its number in a list
	grid   part.Grid
	after  [][]part.Paragraph // for each of open, the paragraphs that follow it
	marked bool               // the mark at the end of the current paragraph was deleted
	merge  bool               // that of the last one was deleted, so that the next one continues it

	written      int   // bytes of text so far
	alternatives []int // written at the beginning of each open mc:AlternateContent
}

// begin begins a paragraph.
func (w *writer) begin() {
	w.open = append(w.open, new(strings.Builder))
	w.after = append(w.after, nil)
	w.marks = append(w.marks, "")
	w.cells = append(w.cells, w.grid.Cell())
}

// text adds text to the current paragraph. Text outside paragraphs is ignored.
func (w *writer) text(s string) {
	if n := len(w.open); n > 0 {
		w.open[n-1].WriteString(s)
		w.written += len(strings.TrimSpace(s))
	}
}

// hasText reports whether the current paragraph has a text.
func (w *writer) hasText() bool {
	n := len(w.open)
	return n > 0 && strings.TrimSpace(w.open[n-1].String()) != ""
}

// beginAlternatives begins content that is there in several forms, for programs of different ages.
func (w *writer) beginAlternatives() { w.alternatives = append(w.alternatives, w.written) }

// endAlternatives ends it.
func (w *writer) endAlternatives() {
	if n := len(w.alternatives); n > 0 {
		w.alternatives = w.alternatives[:n-1]
	}
}

// wantsFallback reports whether no form so far of the content in several forms had a text.
func (w *writer) wantsFallback() bool {
	n := len(w.alternatives)
	return n > 0 && w.alternatives[n-1] == w.written
}

// number sets what comes before the text of the current paragraph, if it has a text.
func (w *writer) number(s string) {
	if n := len(w.marks); n > 0 {
		w.marks[n-1] = s
	}
}

// follow puts paragraphs after the current one.
func (w *writer) follow(p []part.Paragraph) {
	if n := len(w.open); n > 0 {
		w.after[n-1] = append(w.after[n-1], p...)
		return
	}
	w.done = append(w.done, p...)
}

// mergeNext makes the next paragraph a part of the current one, whose end was deleted.
func (w *writer) mergeNext() { w.marked = len(w.open) == 1 }

// end ends the current paragraph.
func (w *writer) end() {
	n := len(w.open) - 1
	if n < 0 {
		return
	}
	p, after, cell := w.open[n].String(), w.after[n], w.cells[n]
	if strings.TrimSpace(p) != "" && !w.merge {
		p = w.marks[n] + p
	}
	w.open, w.after, w.cells, w.marks = w.open[:n], w.after[:n], w.cells[:n], w.marks[:n]
	out := after
	if p != "" {
		out = append([]part.Paragraph{{Text: p, Cell: cell}}, after...)
	}
	if n > 0 {
		w.after[n-1] = append(w.after[n-1], out...)
		return
	}
	if last := len(w.done) - 1; w.merge && last >= 0 {
		w.done[last].Text += p
		out = after
	}
	w.merge, w.marked = w.marked, false
	w.done = append(w.done, out...)
}

// lineBreaks makes the line breaks in a cell or a text frame what readers hand on.
var lineBreaks = strings.NewReplacer("\r\n", layout.LineSeparator, "\n", layout.LineSeparator, "\v",
	layout.LineSeparator,
	"\r", layout.LineSeparator)
