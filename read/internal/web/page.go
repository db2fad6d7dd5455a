// Package web reads HTML pages: the blocks of the article become paragraphs, and what surrounds the
// article is left out.
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

// A Page is the content of an HTML page.
type Page struct {
	Paragraphs []part.Paragraph
	LeftOut    []part.LeftOut
	Langs      []string // values of lang attributes, each once, in order
}

// A block is the text between two elements that begin a new line.
type block struct {
	text       string
	line, last int32
	linked     int32  // bytes of text inside links
	title      bool   // it is inside an <h1>
	frame      *frame // the innermost element around it
}

// A frame is an element around text.
type frame struct {
	name   atom.Atom
	parent *frame // nil for the root, which is the page
	noise  string // what the element declares to be, if not the article: "menu"
	main   bool   // it declares to be the article
	hidden bool   // it or an element around it is hidden

	skipped bool // its text is skipped, as that of a script
	code    bool // its class says that preformatted text in it is code
	from    int  // for preformatted text, its first block

	prose int    // columns of prose inside it
	why   string // why it is left out: its own noise, or that of an element around it
	in    bool   // it is the article or inside it

	cell *part.Cell // its place, if it is a cell of a table
	list *list      // what counts the items, if it is a list with numbers
}

// A reader reads one page. It works on the stream of tags: missing or wrong tags do little harm,
// and the time is linear in the size of the page, which is not so for a tree with all the repairs
// that browsers make.
type reader struct {
	page   Page
	blocks []block
	frames []*frame          // all elements, in the order in which they begin
	stack  []*frame          // the open elements
	open   map[atom.Atom]int // their number by name

	now      strings.Builder // the text of the current block
	number   string          // what comes before the next text, which begins an item of a list
	begun    bool            // there is a current block
	at       block           // the current block, without its text
	line     int
	link     bool // a link is open
	inCode   bool // code inside a line is open
	skipLink bool // its text is the mark of a comment or a note
	markLink bool // its text is a mark if it is short
	pre      int  // open <pre> elements
	skipped  int  // open elements whose text is skipped
	titles   int  // open <h1> elements
	grid     part.Grid
	bounds   part.Bounds

	Options
	title    strings.Builder  // of the page
	inTitle  bool             // the title goes on
	head     []part.Paragraph // the title and the descriptions
	pictures []string         // the texts of the pictures in the current block
}

// Options say what is read of a page.
type Options struct {
	// Metadata adds the title and the descriptions before the text, and the text of a picture (alt)
	// after the block that it is in.
	Metadata bool
	// Book says that the page is of a book: nothing surrounds the text.
	Book bool
}

// Read reads a page, which must be valid UTF-8.
func Read(text string, bounds part.Bounds, o Options) (*Page, error) {
	r := &reader{line: 1, bounds: bounds, open: map[atom.Atom]int{}, Options: o}
	r.push(&frame{})
	z := html.NewTokenizer(strings.NewReader(r.frontMatter(text)))
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
	r.page.Paragraphs = append(r.head, r.page.Paragraphs...)
	return &r.page, nil
}

// text adds text of the page. Its lines are counted, so that each block knows where it begins.
func (r *reader) text(s string) {
	if r.inTitle && r.title.Len() < maxTitle {
		r.title.WriteString(s)
	}
	if r.skipped > 0 || r.skipLink || r.markLink && len([]rune(strings.TrimSpace(s))) <= maxMark {
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
	r.put(r.withoutTags(s))
	if r.begun {
		r.at.last = int32(line + strings.Count(strings.TrimRight(s, " \t\r\n\f"), "\n"))
	}
	r.line = line
}

// put adds text to the current block. A block begins with the first text that is not white space.
func (r *reader) put(s string) {
	if !r.begun {
		if strings.TrimSpace(s) == "" || r.skipped > 0 {
			return
		}
		r.begun = true
		r.at = block{line: int32(r.line), last: int32(r.line), frame: r.stack[len(r.stack)-1], title: r.titles > 0}
	}
	r.now.WriteString(r.number)
	r.number = ""
	r.now.WriteString(s)
	if r.link {
		r.at.linked += int32(len(strings.TrimSpace(s)))
	}
}

// breakBlock ends the current block.
func (r *reader) breakBlock() {
	if r.begun {
		r.at.text = r.now.String()
		r.blocks = append(r.blocks, r.at)
		r.now.Reset()
	}
	r.begun = false
	for _, text := range r.pictures {
		frame := r.stack[len(r.stack)-1]
		r.blocks = append(r.blocks, block{text: text, line: int32(r.line), last: int32(r.line), frame: frame})
	}
	r.pictures = nil
}

// maxMark is the most characters of a link that is nothing but a mark: "¶", "[12]". Some generators
// make the whole heading such a link.
const maxMark = 4

// maxTitle is the most bytes of the title of a page.
const maxTitle = 1000

// describe adds a title or a description of the page, each wording once.
func (r *reader) describe(text string) {
	text = strings.Join(strings.Fields(text), " ")
	if text == "" || len(r.head) == 10 {
		return
	}
	for _, p := range r.head {
		if p.Text == text {
			return
		}
	}
	r.head = append(r.head, part.Paragraph{Text: text, Line: r.line})
}
