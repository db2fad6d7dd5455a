package read

import (
	"fmt"
	"strings"
)

// A Note reports what happened to a part of a document.
type Note struct {
	Kind NoteKind

	// First and Last are lines, counted as in Body for text and as in the file for HTML and
	// Markdown; 0 means the whole document.
	First, Last int

	What string // the part: "menu", "3 characters that are not UTF-8"
	Text string // the beginning of text that was left out
}

// A NoteKind is what happened to a part of a document.
type NoteKind uint8

// The kinds of note.
const (
	LeftOut NoteKind = iota + 1 // it is not part of the text
	Lost                        // it could not be decoded and became U+FFFD
	Assumed                     // the file does not state it; it was inferred from the content
	Doubted                     // as Assumed, but uncertain
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
