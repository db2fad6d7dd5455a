// Package part has the types that the readers of single formats share with package read:
// paragraphs, what was left out, and bounds.
package part

import (
	"fmt"
	"time"
)

// A Paragraph is one paragraph of a document. A line break inside it is layout.LineSeparator; other
// white space is as in the file.
type Paragraph struct {
	Text string
	Line int // the line of the file in which it begins, from 1; 0 if the format has no lines

	Cell
	Key        string        // the name of a string in a resource file; "" in other formats
	Start, End time.Duration // when a subtitle is shown; 0 in other formats
}

// A Cell is the place of a paragraph in a table. All numbers are 0 outside tables.
type Cell struct {
	Table, Row, Column int // from 1; a cell over several columns is in the first
}

// A Grid counts the cells of tables, which may be nested, as a reader passes them.
type Grid struct {
	tables int    // tables so far
	open   []Cell // the current cell of each open table; Column is 0 between rows
	next   []int  // for each open table, the column of its next cell
}

// BeginTable begins a table.
func (g *Grid) BeginTable() {
	g.tables++
	g.open = append(g.open, Cell{Table: g.tables})
	g.next = append(g.next, 1)
}

// EndTable ends the innermost table.
func (g *Grid) EndTable() {
	if n := len(g.open) - 1; n >= 0 {
		g.open, g.next = g.open[:n], g.next[:n]
	}
}

// BeginRow begins a row of the innermost table.
func (g *Grid) BeginRow() {
	if n := len(g.open) - 1; n >= 0 {
		g.open[n].Row++
		g.open[n].Column, g.next[n] = 0, 1
	}
}

// SkipRows counts rows that are left out.
func (g *Grid) SkipRows(rows int) {
	if n := len(g.open) - 1; n >= 0 {
		g.open[n].Row += max(0, rows)
	}
}

// BeginCell begins a cell that spans some columns.
func (g *Grid) BeginCell(span int) {
	if n := len(g.open) - 1; n >= 0 {
		g.open[n].Column = g.next[n]
		g.next[n] += min(max(span, 1), maxSpan)
	}
}

// At sets the place of the current cell, for formats that say it.
func (g *Grid) At(row, column int) {
	if n := len(g.open) - 1; n >= 0 && row > 0 && column > 0 {
		g.open[n].Row, g.open[n].Column = row, min(column, maxSpan)
	}
}

// Span widens the current cell to some columns.
func (g *Grid) Span(span int) {
	if n := len(g.open) - 1; n >= 0 {
		g.next[n] = g.open[n].Column + min(max(span, 1), maxSpan)
	}
}

// maxSpan is the largest number of columns of a spreadsheet.
const maxSpan = 16384

// Cell returns the current cell of the innermost table.
func (g *Grid) Cell() Cell {
	if n := len(g.open) - 1; n >= 0 && g.open[n].Column > 0 && g.open[n].Row > 0 {
		return g.open[n]
	}
	return Cell{}
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
