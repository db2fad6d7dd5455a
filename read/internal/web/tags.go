package web

import (
	"strconv"
	"strings"

	"github.com/bitext-go/bitext/segment/layout"
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// start opens an element.
func (r *reader) start(z *html.Tokenizer, kind html.TokenType) error {
	tag, more := z.TagName()
	name := atom.Lookup(tag)
	attrs := map[string]string{} // here and not in a function, so that it stays on the stack
	for more {
		var key, value []byte
		key, value, more = z.TagAttr()
		attrs[string(key)] = string(value)
	}
	r.lang(attrs)
	block := blocks[name]
	if block {
		r.breakBlock()
		r.closeImplied(name)
	}
	if r.Metadata {
		r.describing(name, attrs)
	}
	switch {
	case name == atom.Br:
		r.put(layout.LineSeparator)
		return nil
	case void[name]:
		return nil
	case name == atom.A:
		r.startLink(attrs)
		return nil
	}
	if inlineCode[name] {
		r.inCode = true
	}
	if name == atom.Code && r.pre > 0 {
		r.isCode()
	}
	if kind == html.SelfClosingTagToken && !block {
		return nil // <svg/>, and other elements that XHTML closes this way
	}
	f := r.newFrame(name, attrs, block)
	if !block && !f.skipped && r.skipped == 0 {
		return nil
	}
	if len(r.stack) > r.bounds.Depth {
		return r.bounds.TooDeep()
	}
	f.code = hasCodeClass(attrs["class"]) || name != atom.Pre && attrs["translate"] == "no"
	r.push(f)
	r.enter(f, attrs)
	return nil
}

// startLink begins a link. One to a comment makes the paragraph that holds it a comment.
func (r *reader) startLink(attrs map[string]string) {
	r.link = attrs["href"] != ""
	switch href := attrs["href"]; {
	case strings.HasPrefix(href, "#cmnt_ref"): // a comment in a document of Google
		f := r.stack[len(r.stack)-1]
		if f.name == atom.P && f.parent != nil && f.parent.name == atom.Div {
			f = f.parent
		}
		f.noise, f.hidden = "comment", true
	case strings.HasPrefix(href, "#cmnt"), hasRole(attrs, "noteref", "backlink"):
		r.skipLink = true
	}
	r.markLink = isMark(attrs["class"])
}

// newFrame returns the frame of an element in the innermost open one, with what it is for.
func (r *reader) newFrame(name atom.Atom, attrs map[string]string, block bool) *frame {
	f := &frame{name: name, parent: r.stack[len(r.stack)-1]}
	f.noise, f.main = purpose(name, attrs)
	if name == atom.Header && r.open[atom.Article]+r.open[atom.Main] > 0 {
		f.noise = ""
	}
	if f.noise != hidden && hasRole(attrs, "pagebreak") {
		f.noise = pageMark
	}
	skipped := f.noise == hidden || f.noise == noteMark || f.noise == editMark || f.noise == pageMark
	if r.Book && !skipped || hasRole(attrs, "footnote", "endnote") {
		f.noise = ""
	}
	f.skipped = skippedElements[name] || skipped && (!block || f.noise == pageMark)
	return f
}

// enter begins what an open element is the beginning of: a list, a table, preformatted text.
func (r *reader) enter(f *frame, attrs map[string]string) {
	switch f.name {
	case atom.Pre:
		f.from = len(r.blocks)
		if f.code || f.parent.code || f.parent.parent != nil && f.parent.parent.code {
			f.noise = code
		}
	case atom.Ol:
		f.list = newList(attrs)
	case atom.Li:
		r.item(attrs)
	case atom.Table:
		r.grid.BeginTable()
	case atom.Tr:
		r.grid.BeginRow()
	case atom.Td, atom.Th:
		span, _ := strconv.Atoi(attrs["colspan"])
		r.grid.BeginCell(span)
		cell := r.grid.Cell()
		f.cell = &cell
	}
}

// isCode makes the innermost preformatted text code.
func (r *reader) isCode() {
	for i := len(r.stack) - 1; i > 0; i-- {
		if f := r.stack[i]; f.name == atom.Pre {
			if f.noise == "" {
				f.noise = code
			}
			return
		}
	}
}

// push adds an open element.
func (r *reader) push(f *frame) {
	r.frames = append(r.frames, f)
	r.stack = append(r.stack, f)
	f.hidden = f.noise == hidden || f.parent != nil && f.parent.hidden
	r.count(f, 1)
}

// count changes the numbers of open elements by n.
func (r *reader) count(f *frame, n int) {
	r.open[f.name] += n
	switch {
	case f.name == atom.Pre:
		r.pre += n
	case f.name == atom.H1:
		r.titles += n
	case f.skipped:
		r.skipped += n
	}
}
