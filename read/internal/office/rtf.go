package office

import (
	"errors"
	"strings"
	"unicode"

	"github.com/bitext-go/bitext/read/internal/part"
)

// ReadRTF reads RTF 1.9.1. Text boxes and notes follow the paragraph that they are in. Text that is
// hidden or whose deletion is tracked is left out, and so are heads and feet of pages, and tables
// of contents.
//
// Characters beyond ASCII are numbers of Unicode or bytes in the code page of their font.
func ReadRTF(raw []byte, bounds part.Bounds) (*Document, error) {
	if !strings.HasPrefix(string(raw[:min(len(raw), 5)]), `{\rtf`) {
		return nil, errors.New(`it does not begin with {\rtf, so it is not RTF; save the document again`)
	}
	r := &rtfReader{
		in: rtfScanner{in: string(raw)}, bounds: bounds, doc: &Document{},
		codePage: "windows-1252", fonts: map[int]string{}, names: map[int]string{},
		groups: []rtfGroup{{unicodeSkip: 1}},
	}
	r.flows = []*rtfFlow{{}}
	if err := r.read(); err != nil {
		return nil, err
	}
	r.endParagraph("")
	r.doc.Paragraphs = append(r.flows[0].done, r.endnotes...)
	if r.edges {
		r.doc.LeftOut = append(r.doc.LeftOut, part.LeftOut{What: "heads and feet of the pages"})
	}
	return r.doc, nil
}

// An rtfGroup is what a group sets for the text in it.
type rtfGroup struct {
	unicodeSkip int // characters after \u that are for old programs
	font        int
	script      int // the font of complex scripts (\af)
	complex     bool
	hidden      bool // hidden or deleted
	deleted     bool
	table       int // how many tables are around the text (\intbl, \itap)

	list   bool // it holds the number of an item of a list
	listAt int  // where that begins in the paragraph

	flow bool // a note or a text box ends with the group
	end  bool // the note is an endnote
	toc  bool // the field is a table of contents
}

// An rtfFlow is text that runs on: that of the document, of a note or of a text box.
type rtfFlow struct {
	done  []part.Paragraph
	now   strings.Builder
	first int              // bytes of the number of its item in a list
	after []part.Paragraph // what follows the current paragraph
	cell  part.Cell        // the place of the current paragraph
	begun bool

	tables []part.Cell // the current cell of each open table
}

// An rtfReader reads one file.
type rtfReader struct {
	in       rtfScanner
	bounds   part.Bounds
	doc      *Document
	codePage string
	fonts    map[int]string // code pages by the numbers of fonts
	names    map[int]string // their names
	groups   []rtfGroup
	flows    []*rtfFlow
	endnotes []part.Paragraph
	tables   int
	edges    bool // there are heads or feet of pages

	bytes []byte // text that is not decoded yet
	high  rune   // the first of two surrogates
	skip  int    // characters to skip after \u
}

// read reads the file up to its end. A group that is not closed is closed by the end of the file.
func (r *rtfReader) read() error {
	for first := true; ; { // whether the group has just begun
		t := r.in.next()
		switch t.kind {
		case rtfEnd:
			for len(r.groups) > 1 {
				r.closeGroup()
			}
			r.flush()
			return nil
		case rtfOpen:
			r.flush()
			if len(r.groups) > r.bounds.Depth {
				return r.bounds.TooDeep()
			}
			g := *r.group()
			g.flow, g.end, g.list = false, false, false
			r.groups = append(r.groups, g)
			r.skip = 0
		case rtfClose:
			r.flush()
			r.closeGroup()
			r.skip = 0
			if len(r.groups) == 1 {
				return nil // what follows the last brace is not part of the document
			}
		case rtfByte:
			switch {
			case r.skip > 0:
				r.skip--
			case r.isShown(t.b):
				r.bytes = append(r.bytes, t.b)
			}
		case rtfWord:
			r.flush()
			if first && r.destination(t) {
				break
			}
			r.word(t)
		}
		first = t.kind == rtfOpen
	}
}

// isShown reports whether a byte of text is part of the document, and notes what is hidden or
// deleted.
func (r *rtfReader) isShown(b byte) bool {
	switch g := r.group(); {
	case !g.hidden && !g.deleted:
		return true
	case b == ' ':
	case g.deleted:
		r.doc.leave("deleted text of tracked changes")
	default:
		r.doc.leave("hidden text")
	}
	return false
}

func (r *rtfReader) group() *rtfGroup { return &r.groups[len(r.groups)-1] }

func (r *rtfReader) flow() *rtfFlow { return r.flows[len(r.flows)-1] }

// closeGroup ends the innermost group.
func (r *rtfReader) closeGroup() {
	g := r.group()
	if g.flow {
		r.endFlow(g.end)
	}
	if g.list {
		r.flow().number(g.listAt)
	}
	r.groups = r.groups[:len(r.groups)-1]
}

// number ends the number of an item of a list, which begins at an offset. A bullet is left out.
func (f *rtfFlow) number(at int) {
	text := f.now.String()
	at = min(at, len(text))
	isNumber := func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }
	if strings.ContainsFunc(text[at:], isNumber) && strings.TrimSpace(text[at:]) != "o" { // a bullet of Word
		f.first = len(text)
		return
	}
	f.now.Reset()
	f.now.WriteString(text[:at])
}

// beginFlow begins a note or a text box, which the current group holds.
func (r *rtfReader) beginFlow() {
	g := r.group()
	g.flow, g.table = true, 0
	r.flows = append(r.flows, &rtfFlow{})
}

// endFlow ends it.
func (r *rtfReader) endFlow(endnote bool) {
	r.endParagraph("")
	done := r.flow().done
	r.flows = r.flows[:len(r.flows)-1]
	if endnote {
		r.endnotes = append(r.endnotes, done...)
		return
	}
	f := r.flow()
	f.after = append(f.after, done...)
}
