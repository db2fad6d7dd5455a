package sheet

import (
	"fmt"
	"slices"
	"time"

	"golang.org/x/text/language"

	"github.com/bitext-go/bitext/align/tmx"
)

// A Piece is one sentence of a column, the smallest part of a text that can be moved.
type Piece struct {
	Text        string       `json:"text"`
	Codes       []tmx.Inline `json:"codes,omitempty"`     // the markup of a memory, by its place in Text
	Gap         string       `json:"gap,omitempty"`       // what parts it from the piece before it where both are in one row
	Begins      bool         `json:"begins,omitempty"`    // a paragraph
	Paragraph   int          `json:"paragraph,omitempty"` // counted from 1; 0 if it is not known
	First, Last int          `json:",omitempty"`          // lines of the document, counted from 1; 0 if they are not known
	From        int          `json:"from"`                // the piece of Column.Pieces that this is a correction of, or itself; -1 for none
}

// A Column is one language of the sheet, with its text as it was read.
type Column struct {
	Lang   language.Tag `json:"lang"`
	Name   string       `json:"name,omitempty"` // the document
	Pieces []*Piece     `json:"pieces"`
}

// A State is what a person said of a row.
type State string

// The states of a row.
const (
	Open     State = ""
	Approved State = "approved"
	Rejected State = "rejected" // not a translation
)

// A Row is a group of sentences that translate one another. Rows are never changed in place.
type Row struct {
	ID    int // of this sheet, never used again
	Cells [][]*Piece
	State State
	Note  string
	Hand  bool // a person made it what it is
	// Boundary and Translation are the confidences of the alignment, from 0 to 1; -1 where there
	// are none.
	Boundary, Translation float64
	Reasons               []Reason
	Units                 []int     // the units of the memory that the row was made of
	Changed               time.Time // when a person changed it last; zero for never
}

// A Reason is what speaks for a row or against it, in words.
type Reason struct {
	Text string `json:"text"`
	For  bool   `json:"for,omitempty"`
}

// Alone reports whether the row has text in fewer than two columns.
func (r *Row) Alone() bool {
	n := 0
	for _, c := range r.Cells {
		if len(c) > 0 {
			n++
		}
	}
	return n < 2
}

// Altered reports whether a person has changed which sentences are in the row, or their wording.
func (s *Sheet) Altered(r *Row) bool {
	if r.Hand {
		return true
	}
	for c, cell := range r.Cells {
		for _, p := range cell {
			if p.From < 0 || s.Columns[c].Pieces[p.From] != p {
				return true
			}
		}
	}
	return false
}

// Settled reports whether a person has decided on the row, so that no alignment may change it: by a
// word on it, or by giving it a counterpart.
func (r *Row) Settled() bool { return r.State != Open || r.Hand && !r.Alone() }

// A Sheet is the rows in their order, and what was done to them. The zero value is an empty one. It
// is not safe for use by several goroutines at a time.
type Sheet struct {
	Columns []Column
	Rows    []*Row
	Header  tmx.Header // of the memory that the sheet was made of or will become
	Units   []tmx.Unit // of the memory that the sheet was made of
	Skipped int        // units of that memory that could not be read

	last       int // the highest row number that was ever used
	undo, redo []Splice
}

// A Splice puts the rows New in the place of the rows Old, which begin at row At.
type Splice struct {
	What     string // the operation, as in "merge"
	At       int
	Old, New []*Row
	Focus    int // the ID of the row to look at afterwards
}

// Index returns the place of the row with the given ID, or -1.
func (s *Sheet) Index(id int) int {
	return slices.IndexFunc(s.Rows, func(r *Row) bool { return r.ID == id })
}

// Apply carries out a splice that was made for the sheet as it is now.
func (s *Sheet) Apply(p Splice) {
	s.splice(p.At, len(p.Old), p.New)
	s.undo, s.redo = append(s.undo, p), nil
}

// Undo takes back the last splice. ok is false where there is none.
func (s *Sheet) Undo() (p Splice, ok bool) {
	if len(s.undo) == 0 {
		return Splice{}, false
	}
	p = s.undo[len(s.undo)-1]
	s.undo = s.undo[:len(s.undo)-1]
	s.splice(p.At, len(p.New), p.Old)
	s.redo = append(s.redo, p)
	return p, true
}

// Redo carries out again what was taken back last. ok is false where there is nothing.
func (s *Sheet) Redo() (p Splice, ok bool) {
	if len(s.redo) == 0 {
		return Splice{}, false
	}
	p = s.redo[len(s.redo)-1]
	s.redo = s.redo[:len(s.redo)-1]
	s.splice(p.At, len(p.Old), p.New)
	s.undo = append(s.undo, p)
	return p, true
}

// NextUndo and NextRedo are the operations that Undo and Redo would take back and carry out, or "".
func (s *Sheet) NextUndo() string { return lastOf(s.undo) }
func (s *Sheet) NextRedo() string { return lastOf(s.redo) }

func lastOf(all []Splice) string {
	if len(all) == 0 {
		return ""
	}
	return all[len(all)-1].What
}

func (s *Sheet) splice(at, drop int, rows []*Row) {
	s.Rows = slices.Replace(s.Rows, at, at+drop, rows...)
	for _, r := range rows {
		s.last = max(s.last, r.ID)
	}
}

// Append adds a row at the end, as the sheet is made. It gets the next ID.
func (s *Sheet) Append(r *Row) {
	s.last++
	r.ID = s.last
	s.Rows = append(s.Rows, r)
}

// row returns the place of a row, or an error for a person.
func (s *Sheet) row(id int) (int, *Row, error) {
	i := s.Index(id)
	if i < 0 {
		return 0, nil, fmt.Errorf("that row is gone")
	}
	return i, s.Rows[i], nil
}
