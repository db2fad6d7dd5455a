// Package part has the types that the readers of single formats share with package read:
// paragraphs, what was left out, and bounds.
package part

import "fmt"

// A Paragraph is one paragraph of a document. A line break inside it is layout.LineSeparator; other
// white space is as in the file.
type Paragraph struct {
	Text string
	Line int // the line of the file in which it begins, from 1; 0 if the format has no lines
}

// A LeftOut is a part of a document that is not part of its text.
type LeftOut struct {
	First, Last int    // lines of the file, or paragraphs if the format has no lines; 0 if neither is known
	What        string // "menu", "table of contents"
	Text        string // its wording, or how it begins
}

// Bounds limit what is read of a document.
type Bounds struct {
	Bytes int64 // of one file, after it is unpacked
	Depth int   // of nested elements
	Files int   // in an archive
}

// A LimitError reports that a document exceeds a bound.
type LimitError struct {
	What  string // what is too large, and how large it may be: "more than 64 MiB after unpacking"
	Bound string // the field that sets the bound: "MaxBytes"
}

func (e *LimitError) Error() string {
	return fmt.Sprintf("%s; split the document, or raise the bound %s", e.What, e.Bound)
}

// TooManyBytes returns the error for a file, or a part of one, that is larger than the bounds
// allow. what is the subject of the message.
func (b Bounds) TooManyBytes(what string) error {
	return &LimitError{fmt.Sprintf("%s is larger than %s", what, Size(b.Bytes)), "MaxBytes"}
}

// TooDeep returns the error for elements that are nested too deep.
func (b Bounds) TooDeep() error {
	return &LimitError{fmt.Sprintf("its elements are nested more than %d deep", b.Depth), "MaxDepth"}
}

// TooManyFiles returns the error for an archive of too many files.
func (b Bounds) TooManyFiles() error {
	return &LimitError{fmt.Sprintf("the archive holds more than %d files", b.Files), "MaxFiles"}
}

// Size returns a number of bytes with a unit: "32 MiB".
func Size(n int64) string {
	switch {
	case n >= 1<<20 && n%(1<<20) == 0:
		return fmt.Sprintf("%d MiB", n>>20)
	case n >= 1<<10 && n%(1<<10) == 0:
		return fmt.Sprintf("%d KiB", n>>10)
	}
	return fmt.Sprintf("%d bytes", n)
}
