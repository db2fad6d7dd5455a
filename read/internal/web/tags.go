package web

import (
	"strconv"
	"strings"

	"github.com/bitext-go/bitext/read/internal/part"
	"github.com/bitext-go/bitext/segment/layout"
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// start opens an element.
func (r *reader) start(z *html.Tokenizer, kind html.TokenType) error {
	tag, more := z.TagName()
	name := atom.Lookup(tag)
	attrs := map[string]string{}
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
	if !block && !f.skipped && r.skipped == 0 {
		return nil
	}
	if len(r.stack) > r.bounds.Depth {
		return r.bounds.TooDeep()
	}
	f.code = hasCodeClass(attrs["class"]) || name != atom.Pre && attrs["translate"] == "no"
	r.push(f)
	switch name {
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
	return nil
}

// hasRole reports whether an element of a book has one of some roles, as DPUB-ARIA or EPUB name
// them.
func hasRole(attrs map[string]string, roles ...string) bool {
	for _, r := range roles {
		if attrs["role"] == "doc-"+r {
			return true
		}
		for word := range strings.FieldsSeq(attrs["epub:type"]) {
			if word == r {
				return true
			}
		}
	}
	return false
}

// isMark reports whether the class of a link says that it is the number of a note, the way back
// from it, or the address of a heading.
func isMark(class string) bool {
	for word := range strings.FieldsSeq(class) {
		switch word {
		case "headerlink", "header-anchor", "heading-anchor", "anchor-link", "anchorjs-link", "hash-link",
			"footnote-ref", "footnote-back", "footnote-backref", "footnote-reference":
			return true
		}
	}
	return false
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

// hasCodeClass reports whether a class is one that programs give to code which they colour.
func hasCodeClass(class string) bool {
	for word := range strings.FieldsFuncSeq(strings.ToLower(class), isSeparator) {
		switch word {
		case "highlight", "highlighter", "code", "codehilite", "sourcecode", "prettyprint", "language", "lang", "brush",
			"brush:", "programlisting", "screen", "listingblock":
			return true
		}
	}
	return false
}

// describing reads what an element says about the page or a picture.
func (r *reader) describing(name atom.Atom, attrs map[string]string) {
	switch name {
	case atom.Title:
		r.inTitle = r.skipped == 0 // not that of a drawing
	case atom.Meta:
		switch strings.ToLower(attrs["name"] + attrs["property"]) {
		case "description", "og:title", "og:description", "twitter:title", "twitter:description":
			r.describe(attrs["content"])
		}
	case atom.Img:
		if alt := strings.TrimSpace(attrs["alt"]); alt != "" && r.skipped == 0 {
			r.pictures = append(r.pictures, alt)
			if !r.begun {
				r.breakBlock()
			}
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

// lang adds the language of an element to those of the page, up to 20.
func (r *reader) lang(attrs map[string]string) {
	l := attrs["lang"]
	if l == "" {
		l = attrs["xml:lang"]
	}
	if l == "" || len(r.page.Langs) == 20 {
		return
	}
	for _, known := range r.page.Langs {
		if known == l {
			return
		}
	}
	r.page.Langs = append(r.page.Langs, l)
}

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
		for _, e := range ends {
			if r.stack[i].name == e {
				r.pop(i)
				return
			}
		}
		if barrier[r.stack[i].name] {
			return
		}
	}
}
