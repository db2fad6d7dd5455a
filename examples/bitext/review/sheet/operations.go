package sheet

import (
	"errors"
	"slices"
	"strings"
	"time"
)

// Up and Down are directions among rows.
const (
	Up   = -1
	Down = 1
)

// derive returns a row that a person makes from others. It keeps their notes and units, but not
// their confidences.
func (s *Sheet) derive(id int, cells [][]*Piece, now time.Time, of ...*Row) *Row {
	r := &Row{ID: id, Cells: cells, Hand: true, Boundary: -1, Translation: -1, Changed: now}
	for _, o := range of {
		if o.Note != "" && !strings.Contains(r.Note, o.Note) {
			r.Note = strings.TrimPrefix(r.Note+"\n"+o.Note, "\n")
		}
		for _, u := range o.Units {
			if !slices.Contains(r.Units, u) {
				r.Units = append(r.Units, u)
			}
		}
	}
	return r
}

// checkShownWhole returns an error if the units of rows have text that the sheet does not show,
// which merging or splitting would lose.
func (s *Sheet) checkShownWhole(rows ...*Row) error {
	for _, r := range rows {
		for _, u := range r.Units {
			shown := 0
			for _, c := range s.Columns {
				if variant(&s.Units[u], c.Lang) != nil {
					shown++
				}
			}
			if shown < len(s.Units[u].Variants) {
				return errors.New(
					"its unit in the memory has text that is not shown here, in another language or twice in one; " +
						"only units that are shown whole can be merged and split",
				)
			}
		}
	}
	return nil
}

// Merge returns a splice that joins a row with the one above or below.
func (s *Sheet) Merge(id, direction int, now time.Time) (Splice, error) {
	i, _, err := s.find(id)
	if err != nil {
		return Splice{}, err
	}
	at := min(i, i+direction)
	if at < 0 || at+1 >= len(s.Rows) {
		return Splice{}, errors.New("there is no row on that side to merge with")
	}
	return s.MergeRows(at, at+2, now)
}

// MergeRows returns a splice that joins the rows [lo, hi), which are at least two.
func (s *Sheet) MergeRows(lo, hi int, now time.Time) (Splice, error) {
	if lo < 0 || hi > len(s.Rows) || hi-lo < 2 {
		return Splice{}, errors.New("choose at least two rows to merge")
	}
	old := slices.Clone(s.Rows[lo:hi])
	if err := s.checkShownWhole(old...); err != nil {
		return Splice{}, err
	}
	cells := make([][]*Piece, len(s.Columns))
	for c := range cells {
		for _, r := range old {
			cells[c] = append(cells[c], r.Cells[c]...)
		}
		cells[c] = s.rejoin(c, cells[c])
	}
	r := s.derive(s.last+1, cells, now, old...)
	return Splice{What: "merge", At: lo, Old: old, New: []*Row{r}, Focus: r.ID}, nil
}

// Move returns a splice that moves a piece to the row above, together with those before it in its
// cell, or to the row below, together with those after it. If the offset is inside the piece, only
// the part before it moves up, or the part after it down. A row that is left without text is
// removed.
func (s *Sheet) Move(id int, from Cut, direction int, now time.Time) (Splice, error) {
	i, r, err := s.find(id)
	if err != nil {
		return Splice{}, err
	}
	column, piece := from.Column, from.Piece
	if column < 0 || column >= len(r.Cells) || piece < 0 || piece >= len(r.Cells[column]) {
		return Splice{}, errors.New("choose a sentence to move")
	}
	at := min(i, i+direction)
	if at < 0 || at+1 >= len(s.Rows) {
		return Splice{}, errors.New("there is no row on that side to move it to")
	}
	old := []*Row{s.Rows[at], s.Rows[at+1]}
	if err := s.checkShownWhole(old...); err != nil {
		return Splice{}, err
	}
	above, below := slices.Clone(old[0].Cells), slices.Clone(old[1].Cells)
	var left, right []*Piece
	switch {
	case from.Offset > 0:
		if left, right, err = s.cut(r.Cells[column], from); err != nil {
			return Splice{}, err
		}
	case direction == Up:
		left, right = r.Cells[column][:piece+1], r.Cells[column][piece+1:]
	default:
		left, right = r.Cells[column][:piece], r.Cells[column][piece:]
	}
	if direction == Up {
		above[column], below[column] = s.rejoin(column, slices.Concat(above[column], left)), right
	} else {
		above[column], below[column] = left, s.rejoin(column, slices.Concat(right, below[column]))
	}
	p := Splice{What: "move", At: at, Old: old}
	for k, cells := range [][][]*Piece{above, below} {
		if hasText(cells) {
			p.New = append(p.New, s.derive(s.last+k+1, cells, now, old[k]))
		}
	}
	p.Focus = p.New[0].ID
	if len(p.New) == 2 && direction == Down {
		p.Focus = p.New[1].ID
	}
	if len(p.New) == 1 && old[0].Note+old[1].Note != p.New[0].Note {
		p.New[0] = s.derive(p.New[0].ID, p.New[0].Cells, now, old...)
	}
	return p, nil
}

// Swap returns a splice that exchanges the cells of two rows in one column: the translation of
// moved text comes to its source. A row that is left without text is removed.
func (s *Sheet) Swap(id, other, column int, now time.Time) (Splice, error) {
	i, _, err := s.find(id)
	if err != nil {
		return Splice{}, err
	}
	k, _, err := s.find(other)
	if err != nil {
		return Splice{}, err
	}
	if column < 0 || column >= len(s.Columns) || i == k {
		return Splice{}, errors.New("choose cells of two rows to swap")
	}
	lo, hi := min(i, k), max(i, k)
	old := slices.Clone(s.Rows[lo : hi+1])
	a, b := old[0], old[len(old)-1]
	if err := s.checkShownWhole(a, b); err != nil {
		return Splice{}, err
	}
	if len(a.Cells[column])+len(b.Cells[column]) == 0 {
		return Splice{}, errors.New("both cells are empty")
	}
	p := Splice{What: "swap", At: lo, Old: old}
	upper, lower := slices.Clone(a.Cells), slices.Clone(b.Cells)
	upper[column], lower[column] = b.Cells[column], a.Cells[column]
	first, last := s.derive(s.last+1, upper, now, a), s.derive(s.last+2, lower, now, b)
	switch {
	case !hasText(upper):
		last = s.derive(last.ID, lower, now, a, b) // with the note of the row that disappears
		p.New = append(slices.Clone(old[1:len(old)-1]), last)
	case !hasText(lower):
		first = s.derive(first.ID, upper, now, a, b)
		p.New = slices.Insert(slices.Clone(old[1:len(old)-1]), 0, first)
	default:
		p.New = slices.Concat([]*Row{first}, old[1:len(old)-1], []*Row{last})
	}
	p.Focus = p.New[0].ID
	if i == hi && hasText(lower) || !hasText(upper) {
		p.Focus = last.ID
	}
	return p, nil
}

func hasText(cells [][]*Piece) bool {
	return slices.ContainsFunc(cells, func(c []*Piece) bool { return len(c) > 0 })
}

// Mark returns a splice that gives a row a state, or makes it Open if it has that state already.
func (s *Sheet) Mark(id int, state State, now time.Time) (Splice, error) {
	what := "approve"
	if state == Rejected {
		what = "mark as not a translation"
	}
	return s.change(what, id, now, func(r *Row) error {
		if r.State == state {
			state = Open
		}
		r.State = state
		return nil
	})
}

// MarkAll returns a splice that gives a state to all rows for which chosen returns true.
func (s *Sheet) MarkAll(what string, state State, chosen func(*Row) bool, now time.Time) (Splice, error) {
	rows := slices.Clone(s.Rows)
	for i, r := range rows {
		if r.State != state && chosen(r) {
			n := *r
			n.State, n.Changed = state, now
			rows[i] = &n
		}
	}
	return s.difference(what, rows)
}

// Annotate returns a splice that gives a row a note; "" removes it.
func (s *Sheet) Annotate(id int, note string, now time.Time) (Splice, error) {
	return s.change("note", id, now, func(r *Row) error {
		if note = strings.TrimSpace(note); note == r.Note {
			return ErrNothing
		}
		r.Note = note
		return nil
	})
}

// ErrNothing means that an operation would change nothing.
var ErrNothing = errors.New("nothing to change")

// change returns a splice that replaces a row by a changed copy with the same ID.
func (s *Sheet) change(what string, id int, now time.Time, do func(*Row) error) (Splice, error) {
	i, r, err := s.find(id)
	if err != nil {
		return Splice{}, err
	}
	n := *r
	n.Changed = now
	if err := do(&n); err != nil {
		return Splice{}, err
	}
	return Splice{What: what, At: i, Old: []*Row{r}, New: []*Row{&n}, Focus: id}, nil
}
