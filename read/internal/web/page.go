// Package web reads pages of HTML: their blocks become paragraphs, and what surrounds the article is told from it.
package web

import (
	"bytes"
	"io"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"github.com/bitext-go/bitext/read/internal/part"
)

// A Page is what a page holds.
type Page struct {
	Paragraphs []part.Paragraph
	LeftOut    []part.LeftOut
	Langs      []string // values of lang attributes, in their order, each once
}

const lineBreak = "\u2028"

// A block is a stretch of text between two elements that begin a new line.
type block struct {
	text   strings.Builder
	line   int
	last   int      // the line in which it ends
	linked int      // bytes of text inside links
	frames []*frame // the elements around it, the outermost first
	title  bool     // it is a heading of the first rank
}

// A frame is an element around text.
type frame struct {
	name  atom.Atom
	noise string // what the element says that it is, if that is not the article: "menu"
	main  bool   // it says that it is the article
	prose int    // columns of prose within it
}

// reader is the reading of one page. It works on the stream of tags: tags that are missing or wrong cost little, and time
// is linear in the page's size, which a tree with all the repairs that browsers make does not promise.
type reader struct {
	page   Page
	blocks []*block
	now    *block
	stack  []*frame
	line   int
	link   bool
	pre    int // elements of preformatted text
	bounds part.Bounds
}

// Read reads a page, which is valid UTF-8.
func Read(text string, bounds part.Bounds) (*Page, error) {
	r := &reader{line: 1, bounds: bounds}
	z := html.NewTokenizer(strings.NewReader(text))
	for {
		kind := z.Next()
		if kind == html.ErrorToken {
			if err := z.Err(); err != io.EOF {
				return nil, err
			}
			break
		}
		lines := bytes.Count(z.Raw(), []byte("\n"))
		var err error
		switch kind {
		case html.TextToken:
			r.text(string(z.Text()))
		case html.StartTagToken, html.SelfClosingTagToken:
			err = r.start(z, kind)
		case html.EndTagToken:
			name, _ := z.TagName()
			r.endTag(atom.Lookup(name))
		}
		if err != nil {
			return nil, err
		}
		r.line += lines
	}
	r.breakBlock()
	r.article()
	return &r.page, nil
}

// start begins an element.
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
	switch {
	case name == atom.Br:
		r.put(lineBreak)
		return nil
	case void[name]:
		return nil
	case name == atom.A:
		r.link = attrs["href"] != ""
		return nil
	}
	f := &frame{name: name}
	f.noise, f.main = purpose(name, attrs)
	if name == atom.Header && r.within(atom.Article, atom.Main) {
		f.noise = ""
	}
	if kind == html.SelfClosingTagToken && !block {
		return nil // <svg/>, and whatever XHTML closes so
	}
	if !block && !gone[name] && f.noise == "" && !r.gone() {
		return nil
	}
	if r.stack = append(r.stack, f); len(r.stack) > r.bounds.Depth {
		return r.bounds.TooDeep()
	}
	if name == atom.Pre {
		r.pre++
	}
	return nil
}

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

// endTag ends an element, and those within it that nothing has ended.
func (r *reader) endTag(name atom.Atom) {
	if name == atom.A {
		r.link = false
		return
	}
	if blocks[name] {
		r.breakBlock()
	}
	for i := len(r.stack) - 1; i >= 0; i-- {
		if r.stack[i].name == name {
			r.pop(i)
			return
		}
		if barrier[r.stack[i].name] && !barrier[name] {
			return
		}
	}
}

func (r *reader) pop(to int) {
	for _, f := range r.stack[to:] {
		if f.name == atom.Pre {
			r.pre--
		}
	}
	r.stack = r.stack[:to]
	r.link = false
}

// closeImplied ends the elements whose end tags may be left out, before one that cannot stand in them.
func (r *reader) closeImplied(name atom.Atom) {
	if n := len(r.stack); n > 0 && r.stack[n-1].name == atom.P {
		r.pop(n - 1)
	}
	ends, ok := implied[name]
	if !ok {
		return
	}
	for i := len(r.stack) - 1; i >= 0; i-- {
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

// gone says whether text here is not shown.
func (r *reader) gone() bool {
	for _, f := range r.stack {
		if gone[f.name] {
			return true
		}
	}
	return false
}

func (r *reader) within(names ...atom.Atom) bool {
	for _, f := range r.stack {
		for _, n := range names {
			if f.name == n {
				return true
			}
		}
	}
	return false
}

func (r *reader) text(s string) {
	if r.gone() {
		return
	}
	line := r.line
	if r.pre > 0 {
		for i, l := range strings.Split(s, "\n") {
			switch {
			case strings.TrimSpace(l) == "":
				r.breakBlock()
			case i > 0 && r.now != nil:
				r.put(lineBreak)
			}
			r.line = line + i
			r.put(l)
		}
		r.line = line
		return
	}
	lead := len(s) - len(strings.TrimLeft(s, " \t\r\n\f"))
	r.line += strings.Count(s[:lead], "\n")
	r.put(s)
	if r.now != nil {
		r.now.last = line + strings.Count(strings.TrimRight(s, " \t\r\n\f"), "\n")
	}
	r.line = line
}

// put adds text to the block at hand. One begins with the first that is no white space.
func (r *reader) put(s string) {
	if r.now == nil {
		if strings.TrimSpace(s) == "" || r.gone() {
			return
		}
		r.now = &block{line: r.line, last: r.line, frames: append([]*frame(nil), r.stack...)}
		r.now.title = r.within(atom.H1)
	}
	r.now.text.WriteString(s)
	if r.link {
		r.now.linked += len(strings.TrimSpace(s))
	}
}

func (r *reader) breakBlock() {
	if r.now != nil {
		r.blocks = append(r.blocks, r.now)
	}
	r.now = nil
}
