package read

import (
	"slices"
	"strings"
	"time"
	"unicode"

	"golang.org/x/text/language"

	"github.com/bitext-go/bitext/internal/nfc"
	"github.com/bitext-go/bitext/internal/quote"
	"github.com/bitext-go/bitext/internal/script"
	"github.com/bitext-go/bitext/lang"
	"github.com/bitext-go/bitext/read/internal/part"
	"github.com/bitext-go/bitext/segment"
	"github.com/bitext-go/bitext/segment/layout"
)

// A Document is a file that was read.
type Document struct {
	Name     string // the file's name without its folder
	Path     string // the file's name as it was given
	Format   Format
	Encoding string         // the encoding of the text, as package charset names it; "" if the format allows only one
	Langs    []language.Tag // the languages that a page or its front matter names, which may be wrong
	Modified time.Time      // when the file was last changed; zero if unknown

	// Body is the text, valid UTF-8. For text and PDF it is the file's own lines. For the other
	// formats it is a sequence of paragraphs, each ended by layout.ParagraphSeparator, with
	// layout.LineSeparator for a line break inside one. Paragraphs of HTML and Markdown are on the
	// same line as in the file. Those of DOCX, ODT and RTF are one a line, so that the number of a
	// line is that of the paragraph.
	Body string

	// Paragraphs are those of Body, in order, with what the format says about them. They are nil
	// for text, and for PDF without a table, where package segment finds the paragraphs.
	Paragraphs []Paragraph

	// Layout makes Texts of Body. It repairs the layout if the format does not mark paragraphs.
	Layout layout.Mode

	// Rules cut the paragraphs into sentences.
	Rules segment.Rules

	// Notes report what was left out, lost and assumed, in the order of the lines.
	Notes []Note
}

// A Paragraph is one paragraph of a document.
type Paragraph struct {
	Text string // with layout.LineSeparator for line breaks
	Line int    // as in Body

	Table, Row, Column int // its place in a table, from 1; 0 outside tables

	Key        string        // the name of the string in a resource file
	Start, End time.Duration // when a subtitle is shown
}

// Text returns the document as a text in one language.
func (d *Document) Text(lang language.Tag) *segment.Text {
	t := (&segment.Segmenter{Layout: d.Layout, Rules: d.Rules}).Text(d.Body, lang)
	t.Name = d.Name
	return t
}

// Split returns a text for each language in the document, in the order in which they first appear;
// see [lang.Split].
func (d *Document) Split(by lang.Detector) []*segment.Text {
	texts := lang.SplitWith(d.Body, by, &segment.Segmenter{Layout: d.Layout, Rules: d.Rules})
	for _, t := range texts {
		t.Name = d.Name
	}
	return texts
}

// Lossy reports whether characters of the document could not be decoded. Notes has their lines.
func (d *Document) Lossy() bool {
	return slices.ContainsFunc(d.Notes, func(n Note) bool { return n.Kind == Lost })
}

// setParagraphs makes the body of paragraphs, and notes of what was left out.
func (d *Document) setParagraphs(paragraphs []part.Paragraph, leftOut []part.LeftOut) {
	d.Layout = layout.Keep
	d.Paragraphs = make([]Paragraph, 0, len(paragraphs))
	var b strings.Builder
	line := 1
	for _, p := range paragraphs {
		text := tidy(p.Text)
		if text == "" {
			continue
		}
		for ; line < p.Line; line++ {
			b.WriteByte('\n')
		}
		b.WriteString(text)
		b.WriteString(layout.ParagraphSeparator)
		d.Paragraphs = append(d.Paragraphs, Paragraph{
			Text: text, Line: p.Line, Table: p.Table, Row: p.Row, Column: p.Column,
			Key: p.Key, Start: p.Start, End: p.End,
		})
		if p.Line == 0 {
			d.Paragraphs[len(d.Paragraphs)-1].Line = len(d.Paragraphs)
			b.WriteByte('\n')
		}
	}
	d.Body = b.String()
	for _, l := range leftOut {
		d.Notes = append(d.Notes, Note{
			Kind: LeftOut, First: l.First, Last: max(l.First, l.Last), What: l.What,
			Text: quote.Excerpt(tidy(l.Text), excerptLength),
		})
	}
	slices.SortStableFunc(d.Notes, func(a, b Note) int { return a.First - b.First })
}

// tidy returns the text of a paragraph in NFC, with single spaces, without soft hyphens and
// invisible characters. A line end between two characters of a script without spaces is nothing.
// No-break spaces are kept, since the author put them there.
func tidy(s string) string {
	var b strings.Builder
	space, wrapped := false, false // white space before the character, with a line end in it
	last := rune(0)
	for _, r := range strings.ToValidUTF8(s, "\uFFFD") {
		switch {
		case r == '\u2028': // layout.LineSeparator
			b.WriteRune(r)
			space, last = false, r
		case unicode.IsSpace(r) && r != '\u00A0' && r != '\u202F':
			if !space {
				wrapped = false
			}
			wrapped = wrapped || r == '\n'
			space = b.Len() > 0 && last != '\u2028'
		case r == '\u00AD' || r == '\uFEFF' || r < ' ' || r == 0x7F:
		default:
			if space && !(wrapped && script.Unspaced(last) && script.Unspaced(r)) {
				b.WriteByte(' ')
			}
			space, last = false, r
			b.WriteRune(r)
		}
	}
	return nfc.String(strings.Trim(b.String(), layout.LineSeparator+" "))
}

// excerptLength is how many characters a note quotes of text that was left out, about a line.
const excerptLength = 100
