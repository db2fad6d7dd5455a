// Package web reads pages of HTML: their blocks become paragraphs, and what surrounds the article
// is told from it.
package web

import (
	"bytes"
	"io"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"github.com/bitext-go/bitext/read/internal/part"
	"github.com/bitext-go/bitext/segment/layout"
)

// A Page is what a page holds.
type Page struct {
	Paragraphs []part.Paragraph
	LeftOut    []part.LeftOut
	Langs      []string // values of lang attributes, in their order, each once
}

// A block is a stretch of text between two elements that begin a new line.
type block struct {
	text       string
	line, last int32
	linked     int32  // bytes of text inside links
	title      bool   // it is a heading of the first rank
	frame      *frame // the innermost element around it
}

// A frame is an element around text.
type frame struct {
	name   atom.Atom
	parent *frame // nil for the page, which is no element
	noise  string // what the element says that it is, if that is not the article: "menu"
	main   bool   // it says that it is the article
	hidden bool   // it, or an element around it, is not shown

	unshown bool // its text is passed over, as that of a script

	prose int    // columns of prose within it
	why   string // what it is that is left out, being noise or within noise
	in    bool   // it is the article, or within it
}

// reader is the reading of one page. It works on the stream of tags: tags that are missing or wrong
// cost little, and time is linear in the page's size, which a tree with all the repairs that
// browsers make does not promise.
type reader struct {
	page   Page
	blocks []block
	frames []*frame // all elements, in the order in which they begin
	stack  []*frame // those that are open
	open   map[atom.Atom]int

	now     strings.Builder // the block at hand
	begun   bool            // there is one
	at      block           // what is known of it
	line    int
	link    bool
	pre     int // open elements of preformatted text
	unshown int // open elements whose text is not shown
	titles  int // open headings of the first rank
	bounds  part.Bounds
}

// Read reads a page, which is valid UTF-8.
func Read(text string, bounds part.Bounds) (*Page, error) {
	r := &reader{line: 1, bounds: bounds, open: map[atom.Atom]int{}}
	r.push(&frame{})
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

func (r *reader) text(s string) {
	if r.unshown > 0 {
		return
	}
	line := r.line
	if r.pre > 0 {
		for i, l := range strings.Split(s, "\n") {
			switch {
			case strings.TrimSpace(l) == "":
				r.breakBlock()
			case i > 0 && r.begun:
				r.put(layout.LineSeparator)
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
	if r.begun {
		r.at.last = int32(line + strings.Count(strings.TrimRight(s, " \t\r\n\f"), "\n"))
	}
	r.line = line
}

// put adds text to the block at hand. One begins with the first that is no white space.
func (r *reader) put(s string) {
	if !r.begun {
		if strings.TrimSpace(s) == "" || r.unshown > 0 {
			return
		}
		r.begun = true
		r.at = block{line: int32(r.line), last: int32(r.line), frame: r.stack[len(r.stack)-1], title: r.titles > 0}
	}
	r.now.WriteString(s)
	if r.link {
		r.at.linked += int32(len(strings.TrimSpace(s)))
	}
}

func (r *reader) breakBlock() {
	if r.begun {
		r.at.text = r.now.String()
		r.blocks = append(r.blocks, r.at)
		r.now.Reset()
	}
	r.begun = false
}
