// Package part holds what readers of single formats hand to package read: paragraphs, what was left
// out, and bounds.
package part

import "fmt"

// A Paragraph is one paragraph of a document. U+2028 stands where a line break is inside it; other
// white space is as the file has it.
type Paragraph struct {
	Text string
	Line int // the line of the file in which it begins, from 1; 0 where the file has no lines to speak of
}

// A LeftOut is what stands in a document and does not belong to its text.
type LeftOut struct {
	First, Last int    // lines of the file, or paragraphs where the file has no lines; 0 where neither can be said
	What        string // "menu", "table of contents"
	Text        string // its wording, or how it begins
}

// Bounds are what a document may hold at most.
type Bounds struct {
	Bytes int64 // of one file, after it was unpacked
	Depth int   // of elements within one another
	Files int   // in an archive
}

// A LimitError says that a document is beyond a bound.
type LimitError struct {
	What  string // what is too large, and how large it may be: "more than 64 MiB after unpacking"
	Bound string // the field that sets the bound: "MaxBytes"
}

func (e *LimitError) Error() string {
	return fmt.Sprintf("%s; split the document, or raise the bound %s", e.What, e.Bound)
}

// TooManyBytes returns the error for what, a file or a part of one, that is larger than bounds
// allow.
func (b Bounds) TooManyBytes(what string) error {
	return &LimitError{fmt.Sprintf("%s is larger than %s", what, Size(b.Bytes)), "MaxBytes"}
}

// TooDeep returns the error for elements that stand too deep within one another.
func (b Bounds) TooDeep() error {
	return &LimitError{fmt.Sprintf("its elements stand within one another more than %d deep", b.Depth), "MaxDepth"}
}

// TooManyFiles returns the error for an archive of too many files.
func (b Bounds) TooManyFiles() error {
	return &LimitError{fmt.Sprintf("it is an archive of more than %d files", b.Files), "MaxFiles"}
}

// Size returns a number of bytes as a person says it.
func Size(n int64) string {
	switch {
	case n >= 1<<20 && n%(1<<20) == 0:
		return fmt.Sprintf("%d MiB", n>>20)
	case n >= 1<<10 && n%(1<<10) == 0:
		return fmt.Sprintf("%d KiB", n>>10)
	}
	return fmt.Sprintf("%d bytes", n)
}
