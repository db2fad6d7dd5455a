package sheet

import (
	"errors"
	"slices"
	"strings"
	"time"
	"unicode/utf8"
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
	a, b := s.Rows[at], s.Rows[at+1]
	if err := s.checkShownWhole(a, b); err != nil {
		return Splice{}, err
	}
	cells := make([][]*Piece, len(s.Columns))
	for c := range cells {
		cells[c] = slices.Concat(a.Cells[c], b.Cells[c])
	}
	r := s.derive(s.last+1, cells, now, a, b)
	return Splice{What: "merge", At: at, Old: []*Row{a, b}, New: []*Row{r}, Focus: r.ID}, nil
}

// Split returns a splice that splits a row before a piece of a column. The other columns are split
// at the piece boundary whose share of the text is nearest.
func (s *Sheet) Split(id, column, piece int, now time.Time) (Splice, error) {
	i, r, err := s.find(id)
	if err != nil {
		return Splice{}, err
	}
	if column < 0 || column >= len(r.Cells) || piece <= 0 || piece >= len(r.Cells[column]) {
		return Splice{}, errors.New("choose a sentence that is not the first of its row; the row is split before it")
	}
	if err := s.checkShownWhole(r); err != nil {
		return Splice{}, err
	}
	share := shares(r.Cells[column])[piece]
	above, below := make([][]*Piece, len(r.Cells)), make([][]*Piece, len(r.Cells))
	for c, cell := range r.Cells {
		cut := piece
		if c != column {
			cut = nearest(shares(cell), share)
		}
		above[c], below[c] = cell[:cut:cut], cell[cut:]
	}
	a, b := s.derive(s.last+1, above, now, r), s.derive(s.last+2, below, now, r)
	return Splice{What: "split", At: i, Old: []*Row{r}, New: []*Row{a, b}, Focus: a.ID}, nil
}

// shares returns the part of the characters of a cell, from 0 to 1, before each of its pieces and
// before its end.
func shares(cell []*Piece) []float64 {
	out := make([]float64, len(cell)+1)
	for k, p := range cell {
		out[k+1] = out[k] + float64(utf8.RuneCountInString(p.Text)+1)
	}
	for k := range out {
		out[k] /= max(out[len(cell)], 1)
	}
	return out
}

func nearest(shares []float64, to float64) int {
	best := 0
	for k, s := range shares {
		if d, least := s-to, shares[best]-to; d*d < least*least {
			best = k
		}
	}
	return best
}

// Move returns a splice that moves a piece to the row above, together with those before it in its
// cell, or to the row below, together with those after it. A row that is left without text is
// removed.
func (s *Sheet) Move(id, column, piece, direction int, now time.Time) (Splice, error) {
	i, r, err := s.find(id)
	if err != nil {
		return Splice{}, err
	}
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
	cell := r.Cells[column]
	if direction == Up {
		above[column] = slices.Concat(above[column], cell[:piece+1])
		below[column] = cell[piece+1:]
	} else {
		below[column] = slices.Concat(cell[piece:], below[column])
		above[column] = cell[:piece:piece]
	}
	p := Splice{What: "move", At: at, Old: old}
	for k, cells := range [][][]*Piece{above, below} {
		if slices.ContainsFunc(cells, func(c []*Piece) bool { return len(c) > 0 }) {
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

// ApproveAll returns a splice that approves all open rows for which chosen returns true.
func (s *Sheet) ApproveAll(chosen func(*Row) bool, now time.Time) (Splice, error) {
	rows := slices.Clone(s.Rows)
	for i, r := range rows {
		if r.State == Open && chosen(r) {
			n := *r
			n.State, n.Changed = Approved, now
			rows[i] = &n
		}
	}
	return s.difference("approve the rest", rows)
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
