package review

import (
	"errors"
	"fmt"
	"strings"

	"github.com/bitext-go/bitext/examples/bitext/review/sheet"
)

// An Action is one operation that a person asks for.
type Action struct {
	Version int      `json:"version"` // of the sheet that the action was meant for
	Do      string   `json:"do"`      // the name of an operation; see operation
	Row     int      `json:"row"`     // ID
	Place            // of "split", "move", "swap" and "correct"
	Also    []Place  `json:"also"`  // of "split": places in other columns
	Only    bool     `json:"only"`  // of "split": columns without a place stay whole
	Up      bool     `json:"up"`    // the row above, not the one below
	With    int      `json:"with"`  // of "swap": the ID of the other row; 0 for a neighbour
	Text    string   `json:"text"`  // of "note", and of "correct": a line for each sentence
	Range   *Range   `json:"range"` // the rows instead of Row
	Sure    int      `json:"sure"`  // of "approve sure": the least confidence in percent
	Replace *Replace `json:"replace"`
}

// A Place is a place in a row: before a sentence or inside it.
type Place struct {
	Column int `json:"column"`
	Piece  int `json:"piece"`
	Offset int `json:"offset"` // UTF-16 code units from the start of the sentence, as browsers count
}

// A Range is the rows at places [From, To) of a list.
type Range struct {
	Query
	From int `json:"from"`
	To   int `json:"to"`
}

// An Outcome describes what an action did.
type Outcome struct {
	Version int    `json:"version"`
	Focus   int    `json:"focus"` // the ID of the row to show
	What    string `json:"what"`  // the operation, such as "merge"
	Rows    int    `json:"rows"`  // how many rows it made or changed
}

// ErrStale means that the sheet has changed since the version that the action names.
var ErrStale = errors.New("the review has changed in another window; the page shows the new state")

// A RefusedError explains to a person why an action is not possible.
type RefusedError struct{ error }

func (e RefusedError) Unwrap() error { return e.error }

// operation returns what an action does to the rows.
func (r *Review) operation(a Action) (sheet.Splice, error) {
	now := r.options.Now().UTC()
	direction := sheet.Down
	if a.Up {
		direction = sheet.Up
	}
	if a.Range != nil {
		return r.rangeOperation(a)
	}
	switch a.Do {
	case "merge":
		return r.sheet.Merge(a.Row, direction, now)
	case "split":
		cuts, err := r.cuts(a.Row, append([]Place{a.Place}, a.Also...)...)
		if err != nil {
			return sheet.Splice{}, err
		}
		return r.sheet.Split(a.Row, cuts, !a.Only, now)
	case "move":
		cuts, err := r.cuts(a.Row, a.Place)
		if err != nil {
			return sheet.Splice{}, err
		}
		return r.sheet.Move(a.Row, cuts[0], direction, now)
	case "swap":
		other := a.With
		if i := r.sheet.Index(a.Row); other == 0 && i >= 0 {
			if i += direction; i < 0 || i >= len(r.sheet.Rows) {
				return sheet.Splice{}, errors.New("there is no row on that side to swap with")
			}
			other = r.sheet.Rows[i].ID
		}
		return r.sheet.Swap(a.Row, other, a.Column, now)
	case "approve":
		return r.sheet.Mark(a.Row, sheet.Approved, now)
	case "approve sure":
		return r.sheet.MarkAll(a.Do, sheet.Approved, r.atLeast(a.Sure), now)
	case "reject":
		return r.sheet.Mark(a.Row, sheet.Rejected, now)
	case "note":
		return r.sheet.Annotate(a.Row, clean(a.Text), now)
	case "correct":
		lines, err := r.typedLines(a)
		if err != nil {
			return sheet.Splice{}, err
		}
		return r.sheet.Correct(a.Row, a.Column, lines, now)
	case "replace":
		return r.replace(a.Replace, now)
	}
	return sheet.Splice{}, fmt.Errorf("there is no action %q", a.Do)
}

// rangeOperation returns what an action does to the rows of a range. Context rows are not marked.
func (r *Review) rangeOperation(a Action) (sheet.Splice, error) {
	now := r.options.Now().UTC()
	rows, lo, hi, err := r.rowsOf(a.Range)
	if err != nil {
		return sheet.Splice{}, err
	}
	chosen := func(row *sheet.Row) bool { return rows[row] }
	switch a.Do {
	case "merge":
		return r.sheet.MergeRows(lo, hi, now)
	case "approve":
		return r.sheet.MarkAll("approve", sheet.Approved, chosen, now)
	case "reject":
		return r.sheet.MarkAll("mark as not a translation", sheet.Rejected, chosen, now)
	case "reopen":
		return r.sheet.MarkAll("reopen", sheet.Open, chosen, now)
	}
	return sheet.Splice{}, fmt.Errorf("there is no action %q on several rows", a.Do)
}

// rowsOf returns the rows of a range without context rows, and the range [lo, hi) of the sheet from
// the first of its rows to the last, context included.
func (r *Review) rowsOf(g *Range) (rows map[*sheet.Row]bool, lo, hi int, err error) {
	if err := g.validate(); err != nil {
		return nil, 0, 0, err
	}
	items := r.list(g.Query)
	if g.From < 0 || g.To > len(items) || g.From >= g.To {
		return nil, 0, 0, errors.New("choose some rows")
	}
	items = items[g.From:g.To]
	rows = map[*sheet.Row]bool{}
	for _, item := range items {
		if !item.Context {
			rows[r.sheet.Rows[item.Index]] = true
		}
	}
	return rows, items[0].Index, items[len(items)-1].Index + 1, nil
}

// cuts returns places of a row as the sheet counts.
func (r *Review) cuts(id int, places ...Place) ([]sheet.Cut, error) {
	i := r.sheet.Index(id)
	if i < 0 {
		return nil, errGone
	}
	var out []sheet.Cut
	for _, p := range places {
		cut := sheet.Cut{Column: p.Column, Piece: p.Piece}
		if p.Offset != 0 {
			cells := r.sheet.Rows[i].Cells
			if p.Column < 0 || p.Column >= len(cells) || p.Piece < 0 || p.Piece >= len(cells[p.Column]) {
				return nil, errors.New("choose a place in the text")
			}
			var ok bool
			if cut.Offset, ok = byteOffset(cells[p.Column][p.Piece].Text, p.Offset); !ok {
				return nil, errors.New("choose a place in the text")
			}
		}
		out = append(out, cut)
	}
	return out, nil
}

// byteOffset returns the byte offset of a UTF-16 offset.
func byteOffset(s string, units int) (int, bool) {
	for i, c := range s {
		if units <= 0 {
			return i, units == 0
		}
		units--
		if c > 0xFFFF {
			units--
		}
	}
	return len(s), units == 0
}

// utf16Len returns the length of a text in UTF-16 code units.
func utf16Len(s string) (n int) {
	for _, c := range s {
		n++
		if c > 0xFFFF {
			n++
		}
	}
	return n
}

var errGone = errors.New("this row no longer exists")

// typedLines returns the lines that a person typed, with placeholders replaced by the codes of the
// cell.
func (r *Review) typedLines(a Action) ([]sheet.Piece, error) {
	i := r.sheet.Index(a.Row)
	if i < 0 || a.Column < 0 || a.Column >= len(r.sheet.Columns) {
		return nil, errGone
	}
	var out []sheet.Piece
	codes := cellCodes(r.sheet.Rows[i].Cells[a.Column])
	for line := range strings.SplitSeq(strings.ReplaceAll(a.Text, "\r\n", "\n"), "\n") {
		if strings.TrimSpace(line) == "" {
			continue
		}
		if len(r.sheet.Units) == 0 { // in a memory, white space at the ends is part of the unit
			line = strings.TrimSpace(line)
		}
		text, used := fromTyped(line, codes)
		out = append(out, sheet.Piece{Text: text, Codes: used})
	}
	return out, nil
}
