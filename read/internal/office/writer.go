package office

import (
	"strings"

	"github.com/bitext-go/bitext/read/internal/part"
)

// A writer collects the paragraphs of a document. One may stand within another, in a text box or a
// footnote: it follows that one.
type writer struct {
	done   []part.Paragraph
	open   []*strings.Builder
	after  [][]part.Paragraph // for each of open, what follows it
	marked bool               // the end of the paragraph at hand was deleted
	merge  bool               // that of the last one was, so that the next goes on with it
}

func (w *writer) begin() {
	w.open = append(w.open, new(strings.Builder))
	w.after = append(w.after, nil)
}

// text adds to the paragraph at hand. Text outside of any belongs to none.
func (w *writer) text(s string) {
	if n := len(w.open); n > 0 {
		w.open[n-1].WriteString(s)
	}
}

// follow puts paragraphs behind the one at hand.
func (w *writer) follow(p []part.Paragraph) {
	if n := len(w.open); n > 0 {
		w.after[n-1] = append(w.after[n-1], p...)
		return
	}
	w.done = append(w.done, p...)
}

// goesOn says that the end of the paragraph at hand was deleted, and what follows is part of it.
func (w *writer) goesOn() { w.marked = len(w.open) == 1 }

func (w *writer) end() {
	n := len(w.open) - 1
	if n < 0 {
		return
	}
	p, after := w.open[n].String(), w.after[n]
	w.open, w.after = w.open[:n], w.after[:n]
	out := after
	if p != "" {
		out = append([]part.Paragraph{{Text: p}}, after...)
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
