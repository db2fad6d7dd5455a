package segment

import (
	"fmt"
	"slices"
	"strings"

	"golang.org/x/text/language"
	"golang.org/x/text/unicode/norm"
)

// A Layout makes texts of documents as they stand in files. The zero value repairs what layout has broken; it does what
// [New] does.
//
// A document's own lines decide how it is repaired. Where most lines that stop in mid sentence are so wide that the next
// word had no room on them, lines are wrapped: paragraphs end at short lines, at items of lists, at indents and at empty
// lines; that holds too where every line is followed by an empty one. Elsewhere a line is a paragraph, but for a title
// that goes over several lines. A paragraph that a page break has cut is joined again when it stops in mid sentence and
// the document's others do not. Page furniture, drawn lines, and what surrounds the article of a web page are left out;
// Markdown's marks of emphasis and headings and the hyphens of divided words go. What was done to which lines is in the
// Text's Notes. A paragraph separator, U+2029, parts what stands on its two sides whatever the lines say.
//
// What it cannot know: a title over two short lines in a script without capitals stays two paragraphs; the running head
// of a document of two pages is told from a heading only if a sentence goes on behind it; columns side by side in one
// script are read across.
type Layout struct {
	// AsIs leaves the document as it is: a paragraph is what stands between empty lines, and nothing is taken out.
	AsIs bool
}

// New makes a Text of a document: it normalises to NFC, repairs the layout, and cuts the paragraphs into sentences by
// the rules of the language. Bytes that are not UTF-8 become U+FFFD.
func (o Layout) New(body string, lang language.Tag) *Text {
	t := &Text{Lang: lang}
	body = strings.ToValidUTF8(body, "\uFFFD")
	if !o.AsIs {
		body = withoutSoftHyphens(body)
	}
	body = norm.NFC.String(body)
	lines := scanLines(body)
	if o.AsIs {
		for i := range lines {
			if i > 0 && lines[i].gap == 0 && !lines[i].hard {
				lines[i].join = asIs
			}
		}
	} else {
		lines = dropBoilerplate(body, dropFurniture(body, lines, t.note), t.note)
		joinLines(body, lines)
	}
	w := writer{text: t, repair: !o.AsIs, paged: strings.Contains(body, "\f")}
	if w.repair {
		w.seams = learnSeams(body, lines)
	}
	for lo := 0; lo < len(lines); {
		hi := lo + 1
		for hi < len(lines) && lines[hi].join != 0 {
			hi++
		}
		w.paragraph(body, lines[lo:hi])
		lo = hi
	}
	t.Body = w.body.String()
	for _, p := range w.paragraphs {
		lo := len(t.Sentences)
		for s := range Sentences(t.Body[p.Start:p.End], lang) {
			t.Sentences = append(t.Sentences, Span{p.Start + s.Start, p.Start + s.End})
		}
		if len(t.Sentences) > lo {
			t.Paragraphs = append(t.Paragraphs, Range{lo, len(t.Sentences)})
		}
	}
	slices.SortStableFunc(t.Notes, func(a, b Note) int { return a.First - b.First })
	return t
}

func (t *Text) note(n Note) { t.Notes = append(t.Notes, n) }

// A Note says what layout repair did to some lines of a document.
type Note struct {
	Kind        NoteKind
	First, Last int // lines of the document, from 1
}

// String is the note as a line for a person: "lines 5–6: …".
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
	DrawnLine                       // a line drawn of hyphens or the like left out
	Boilerplate                     // menus, buttons and lists of headlines around the article of a web page left out
	asIs                            // lines of one block, left as they are
)

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
