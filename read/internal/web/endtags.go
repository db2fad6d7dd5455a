package web

import (
	"slices"
	"strings"

	"github.com/bitext-go/bitext/read/internal/part"
	"github.com/bitext-go/bitext/segment/layout"
	"golang.org/x/net/html/atom"
)

// endTag closes an element and those inside it that are still open.
func (r *reader) endTag(name atom.Atom) {
	if name == atom.A {
		r.link, r.skipLink, r.markLink = false, false, false
		return
	}
	if inlineCode[name] {
		r.inCode = false
	}
	if name == atom.Title && r.inTitle {
		r.inTitle = false
		r.describe(r.title.String())
	}
	if blocks[name] {
		r.breakBlock()
	}
	if name == atom.Li || name == atom.Ol {
		r.number = "" // of an item without text
	}
	if r.open[name] == 0 || name == 0 {
		return
	}
	for i := len(r.stack) - 1; i > 0; i-- {
		if r.stack[i].name == name {
			r.pop(i)
			return
		}
		if barrier[r.stack[i].name] && !barrier[name] {
			return
		}
	}
}

// pop closes the open elements from index to on.
func (r *reader) pop(to int) {
	for _, f := range r.stack[to:] {
		r.count(f, -1)
		switch {
		case f.name == atom.Table:
			r.grid.EndTable()
		case f.name == atom.Pre && f.noise == "":
			var lines []string
			for _, b := range r.blocks[f.from:] {
				lines = append(lines, strings.Split(b.text, layout.LineSeparator)...)
			}
			if part.IsCode(lines) {
				f.noise = code
			}
		}
	}
	r.stack = r.stack[:to]
	r.link, r.skipLink, r.markLink = false, false, false
}

// closeImplied closes the elements whose end tags may be left out, before an element that cannot be
// inside them.
func (r *reader) closeImplied(name atom.Atom) {
	if n := len(r.stack) - 1; r.stack[n].name == atom.P {
		r.pop(n)
	}
	ends, ok := implied[name]
	if !ok {
		return
	}
	for i := len(r.stack) - 1; i > 0; i-- {
		if slices.Contains(ends, r.stack[i].name) {
			r.pop(i)
			return
		}
		if barrier[r.stack[i].name] {
			return
		}
	}
}
