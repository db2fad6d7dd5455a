package sheet

import (
	"errors"
	"slices"
	"time"

	"golang.org/x/text/language"

	"github.com/bitext-go/bitext/align/tmx"
)

// A Piece is one sentence of a column, the smallest part of a text that can be moved.
type Piece struct {
	Text  string       `json:"text"`
	Codes []tmx.Inline `json:"codes,omitempty"` // the markup of a memory, by its offset in Text
	// Gap separates the piece from the one before it if both are in one row.
	Gap       string `json:"gap,omitempty"`
	Begins    bool   `json:"begins,omitempty"`    // begins a paragraph
	Paragraph int    `json:"paragraph,omitempty"` // from 1; 0 if unknown
	// First and Last are lines of the document, from 1; 0 if unknown.
	First, Last int `json:",omitempty"`
	// From is the index in Column.Pieces of this piece, or of the piece that it corrects; -1 if it
	// was added.
	From int `json:"from"`
	// Start and End are the bytes of the text of that piece that this one is a part of; 0 and 0 if
	// it is not divided.
	Start int `json:"start,omitempty"`
	End   int `json:"end,omitempty"`
}

// A Column is one language of the sheet, with its text as it was read.
type Column struct {
	Lang   language.Tag `json:"lang"`
	Name   string       `json:"name,omitempty"` // the document
	Pieces []*Piece     `json:"pieces"`
}

// A State is the decision of a person about a row.
type State string

// The states of a row.
const (
	Open     State = ""
	Approved State = "approved"
	Rejected State = "rejected" // not a translation
)

// A Row is a group of sentences that translate one another. Rows are immutable.
type Row struct {
	ID    int // unique in the sheet, never reused
	Cells [][]*Piece
	State State
	Note  string
	Hand  bool // a person merged, split or moved its sentences
	// Boundary and Translation are the confidences of the alignment, from 0 to 1, or -1 if unknown.
	Boundary, Translation float64
	Reasons               []Reason
	Units                 []int     // the units of the memory that the row was made of
	Regrouped             bool      // an alignment has put sentences of its units into other rows
	Changed               time.Time // when a person changed it last; zero for never
}

// A Reason is evidence for or against a row, in words.
type Reason struct {
	Text string `json:"text"` // in English
	For  bool   `json:"for,omitempty"`
	// For a page in another language: Only is text that is in the column In only, and Long reports
	// that the column In is unusually long.
	Only string `json:"only,omitempty"`
	Long bool   `json:"long,omitempty"`
	In   int    `json:"in,omitempty"`
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

// Altered reports whether a person has changed which sentences are in the row, or their text.
func (s *Sheet) Altered(r *Row) bool {
	if r.Hand {
		return true
	}
	for c, cell := range r.Cells {
		for _, p := range cell {
			if _, changed := s.Was(c, p); changed {
				return true
			}
		}
	}
	return false
}

// Settled reports whether a person has decided on the row, by a state or by pairing it, so that no
// alignment may change it.
func (r *Row) Settled() bool { return r.State != Open || r.Hand && !r.Alone() }

// A Sheet holds the rows in order, and the history of their changes. The zero value is empty. A
// Sheet is not safe for concurrent use.
type Sheet struct {
	Columns []Column
	Rows    []*Row
	Header  tmx.Header // of the memory that the sheet was made of or will become
	Units   []tmx.Unit // of the memory that the sheet was made of
	Skipped int        // how many units of that memory were damaged

	last       int // the highest ID that was ever used
	undo, redo []Splice
}

// A Splice replaces the rows Old, the first of which is at index At, by the rows New.
type Splice struct {
	What     string // the operation, such as "merge"
	At       int
	Old, New []*Row
	Focus    int // the ID of the row to show afterwards
}

// Index returns the index in Rows of the row with the given ID, or -1.
func (s *Sheet) Index(id int) int {
	return slices.IndexFunc(s.Rows, func(r *Row) bool { return r.ID == id })
}

// Apply carries out a splice that was made for the present state of the sheet. It clears what Redo
// would do.
func (s *Sheet) Apply(p Splice) {
	s.splice(p.At, len(p.Old), p.New)
	s.undo, s.redo = append(s.undo, p), nil
}

// Undo reverts the last splice. ok is false if there is none.
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

// Redo applies the splice that was undone last. ok is false if there is none.
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

// NextUndo and NextRedo return the names of the operations that Undo would revert and Redo would
// apply, or "".
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

// Append adds a row at the end, while the sheet is being made. It sets the ID of the row.
func (s *Sheet) Append(r *Row) {
	s.last++
	r.ID = s.last
	s.Rows = append(s.Rows, r)
}

// find returns the index of a row and the row, or an error to show to a person.
func (s *Sheet) find(id int) (int, *Row, error) {
	i := s.Index(id)
	if i < 0 {
		return 0, nil, errors.New("this row no longer exists")
	}
	return i, s.Rows[i], nil
}
