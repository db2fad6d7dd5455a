package layout

import (
	"fmt"
	"iter"
	"strings"

	"github.com/bitext-go/bitext/internal/nfc"
)

// A Span is the bytes [Start, End) of a text.
type Span struct{ Start, End int }

// Len returns the number of bytes in the span.
func (s Span) Len() int { return s.End - s.Start }

// A Line says that the body from Offset on, up to the Offset of the next Line, is from line Number
// of the document.
type Line struct {
	Offset int // bytes into the body
	Number int // 1 for the first line
	Page   int // 1 for the first page; 0 if the document has no form feeds
}

// A Document is a document divided into paragraphs.
type Document struct {
	Body       string // NFC, valid UTF-8
	Paragraphs []Span // of Body, in order; none is empty
	Lines      []Line // in order of Offset
	Notes      []Note // what was repaired, in the order of the lines
}

// A Mode selects how the paragraphs of a document are found.
type Mode uint8

const (
	Repair Mode = iota // repair wrapped lines, page breaks and the rest: see the package comment
	Keep               // take the lines between two empty ones for a paragraph, and change nothing
)

// Read divides a document into paragraphs. It never fails: bytes that are not UTF-8 become U+FFFD.
// Time and memory are linear in the length of the text.
func (m Mode) Read(text string) *Document {
	text = strings.ToValidUTF8(text, "\uFFFD")
	if m == Repair {
		text = withoutSoftHyphens(text)
	}
	text = nfc.String(text)
	d := &Document{}
	w := writer{doc: d, repair: m == Repair, paged: strings.Contains(text, "\f")}
	lines := scanLines(text)
	if m == Keep {
		keepLines(lines)
	} else {
		lines = dropBoilerplate(text, dropFurniture(text, lines, d.note), d.note)
		joinLines(text, lines)
		w.joiner = learnJoiner(text, lines)
	}
	w.all(text, lines)
	return d
}

// keepLines makes a paragraph of the lines between two empty ones.
func keepLines(lines []line) {
	for i := range lines {
		if i > 0 && lines[i].gap == 0 && !lines[i].hard {
			lines[i].join = asIs
		}
	}
}

func (d *Document) note(n Note) { d.Notes = append(d.Notes, n) }

// Paragraphs iterates over the paragraphs of a text as they are found by [Repair], from the first
// character of each to its last. It changes nothing and leaves nothing out: line breaks and page
// furniture inside a paragraph are part of it. The spans are in order, do not overlap, and hold
// everything except white space and invisible marks.
func Paragraphs(text string) iter.Seq[Span] {
	return func(yield func(Span) bool) {
		if end, _ := lineEnd(text, 0); end == len(text) { // most calls are for text without line breaks
			trimmed := strings.TrimLeftFunc(text, blank)
			start := len(text) - len(trimmed)
			if trimmed = strings.TrimRightFunc(trimmed, blank); trimmed != "" {
				yield(Span{start, start + len(trimmed)})
			}
			return
		}
		lines := scanLines(text)
		joinLines(text, lines)
		for lo := 0; lo < len(lines); {
			hi := lo + 1
			for hi < len(lines) && lines[hi].join != 0 {
				hi++
			}
			if !yield(Span{lines[lo].Start, lines[hi-1].End}) {
				return
			}
			lo = hi
		}
	}
}

// A Note describes a repair of some lines of a document.
type Note struct {
	Kind        NoteKind
	First, Last int // lines of the document, from 1
}

// String returns the note as a line for people: "lines 5–6: …".
func (n Note) String() string {
	if n.First == n.Last {
		return fmt.Sprintf("line %d: %v", n.First, n.Kind)
	}
	return fmt.Sprintf("lines %d–%d: %v", n.First, n.Last, n.Kind)
}

// A NoteKind is a kind of repair.
type NoteKind uint8

// The kinds of repair.
const (
	Wrapped     NoteKind = iota + 1 // lines of wrapped text joined to a paragraph
	PageCut                         // a paragraph cut by a page break joined again
	TitleRest                       // a line and its rest joined
	Emphasis                        // lines between two marks of emphasis joined
	Furniture                       // a page number, running head or document symbol left out
	DrawnLine                       // a line drawn with hyphens or the like left out
	Boilerplate                     // menus, buttons and headlines around the article of a web page left out
	asIs                            // lines of one block, unchanged; never in a Note
)

// String returns the kind in words, such as "drawn line, left out".
func (k NoteKind) String() string {
	switch k {
	case Wrapped:
		return "wrapped lines, joined to one paragraph"
	case PageCut:
		return "a paragraph that a page break had cut, joined again"
	case TitleRest:
		return "a full line and its rest, joined"
	case Emphasis:
		return "one emphasis over several lines, joined"
	case Furniture:
		return "page number, running head or document symbol, left out"
	case DrawnLine:
		return "drawn line, left out"
	case Boilerplate:
		return "not part of the web page's article, left out"
	}
	return fmt.Sprintf("NoteKind(%d)", k)
}
