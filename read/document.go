package read

import (
	"fmt"
	"strings"
	"time"

	"golang.org/x/text/language"

	"github.com/bitext-go/bitext/lang"
	"github.com/bitext-go/bitext/segment"
	"github.com/bitext-go/bitext/segment/layout"
)

// A Format is a kind of file.
type Format string

// The formats that are read.
const (
	Text     Format = "text"
	Markdown Format = "markdown"
	HTML     Format = "html"
	DOCX     Format = "docx"
	ODT      Format = "odt"
	PDF      Format = "pdf"
)

// A Document is a file that was read.
type Document struct {
	Name     string // the file's name without its folder
	Path     string // as it was given
	Format   Format
	Encoding string         // the encoding of its text, as package charset names it; "" where the format leaves no choice
	Langs    []language.Tag // the languages that an HTML page says it is in, which need not be true
	Modified time.Time      // when the file was changed last; zero if that is not known

	// Body is the text, valid UTF-8. Of text and PDF it is the file's own lines. Of the other
	// formats it is one paragraph after the other, each ended by a paragraph separator, U+2029, and
	// line breaks inside one are U+2028. Paragraphs of HTML and Markdown stand in lines of the same
	// number as in the file; those of DOCX and ODT are one a line, so that the number of a line is
	// that of the paragraph.
	Body string

	// Layout makes Texts of Body: it repairs layout where the format does not say what a paragraph
	// is.
	Layout layout.Mode

	// Rules cut its paragraphs into sentences.
	Rules segment.Rules

	// Notes are what was left out, lost and assumed, in the order of the lines.
	Notes []Note
}

// Text returns the document as a text in one language.
func (d *Document) Text(lang language.Tag) *segment.Text {
	t := (&segment.Segmenter{Layout: d.Layout, Rules: d.Rules}).Text(d.Body, lang)
	t.Name = d.Name
	return t
}

// Split makes a text of each language in the document, in the order in which they first appear; see
// [lang.Split].
func (d *Document) Split(by lang.Detector) []*segment.Text {
	texts := lang.SplitWith(d.Body, by, &segment.Segmenter{Layout: d.Layout, Rules: d.Rules})
	for _, t := range texts {
		t.Name = d.Name
	}
	return texts
}

// Lossy reports whether characters of the document could not be decoded. Notes says which lines
// those are in.
func (d *Document) Lossy() bool {
	for _, n := range d.Notes {
		if n.Kind == Lost {
			return true
		}
	}
	return false
}

// A Note says what became of a part of a document.
type Note struct {
	Kind        NoteKind
	First, Last int    // lines, as Body counts them for text and as the file does for HTML and Markdown; 0 for the whole document
	What        string // what it is: "menu", "3 characters that are not UTF-8"
	Text        string // how it begins, if it is text that was left out
}

// A NoteKind is what became of it.
type NoteKind uint8

// The kinds of note.
const (
	LeftOut NoteKind = iota + 1 // it does not belong to the text
	Lost                        // it could not be decoded, and U+FFFD stands in its place
	Assumed                     // the file does not say it, and it was found by its content
	Doubted                     // so it was, but not for sure
)

// String returns the note as a line for a person: "lines 3–9: menu, left out: “Home · News”".
func (n Note) String() string {
	var b strings.Builder
	switch {
	case n.First == 0:
	case n.First == n.Last:
		fmt.Fprintf(&b, "line %d: ", n.First)
	default:
		fmt.Fprintf(&b, "lines %d–%d: ", n.First, n.Last)
	}
	b.WriteString(n.What)
	if n.Kind == LeftOut {
		b.WriteString(", left out")
	}
	if n.Text != "" {
		b.WriteString(": “" + n.Text + "”")
	}
	return b.String()
}
