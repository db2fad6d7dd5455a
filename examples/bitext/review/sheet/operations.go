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

// made returns a row that a person makes of others: what was known of them holds no longer, but
// their notes and units stay.
func (s *Sheet) made(id int, cells [][]*Piece, now time.Time, of ...*Row) *Row {
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

// whole returns what keeps rows from being merged or parted: text of their units that is not shown
// would not go along.
func (s *Sheet) whole(rows ...*Row) error {
	for _, r := range rows {
		for _, u := range r.Units {
			shown := 0
			for _, c := range s.Columns {
				if variant(&s.Units[u], c.Lang) != nil {
					shown++
				}
			}
			if shown < len(s.Units[u].Variants) {
				return errors.New("its unit in the memory has text that is not shown here, in another language or twice in one; only units that are shown whole can be merged and split")
			}
		}
	}
	return nil
}

// Merge joins a row with the one above or below.
func (s *Sheet) Merge(id, direction int, now time.Time) (Splice, error) {
	i, _, err := s.row(id)
	if err != nil {
		return Splice{}, err
	}
	at := min(i, i+direction)
	if at < 0 || at+1 >= len(s.Rows) {
		return Splice{}, errors.New("there is no row on that side to merge with")
	}
	a, b := s.Rows[at], s.Rows[at+1]
	if err := s.whole(a, b); err != nil {
		return Splice{}, err
	}
	cells := make([][]*Piece, len(s.Columns))
	for c := range cells {
		cells[c] = slices.Concat(a.Cells[c], b.Cells[c])
	}
	r := s.made(s.last+1, cells, now, a, b)
	return Splice{What: "merge", At: at, Old: []*Row{a, b}, New: []*Row{r}, Focus: r.ID}, nil
}

// Split parts a row before a piece of a column. The other columns are parted where their shares of
// the text come nearest.
func (s *Sheet) Split(id, column, piece int, now time.Time) (Splice, error) {
	i, r, err := s.row(id)
	if err != nil {
		return Splice{}, err
	}
	if column < 0 || column >= len(r.Cells) || piece <= 0 || piece >= len(r.Cells[column]) {
		return Splice{}, errors.New("choose a sentence that is not the first of its row; the row is split before it")
	}
	if err := s.whole(r); err != nil {
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
	a, b := s.made(s.last+1, above, now, r), s.made(s.last+2, below, now, r)
	return Splice{What: "split", At: i, Old: []*Row{r}, New: []*Row{a, b}, Focus: a.ID}, nil
}

// shares returns which part of the characters of a cell stand before each of its pieces, and before
// its end.
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

// Move puts a piece into the row above, and with it those before it in its cell; or into the row
// below, with those after it. A row that is left without text goes.
func (s *Sheet) Move(id, column, piece, direction int, now time.Time) (Splice, error) {
	i, r, err := s.row(id)
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
	if err := s.whole(old...); err != nil {
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
			p.New = append(p.New, s.made(s.last+k+1, cells, now, old[k]))
		}
	}
	p.Focus = p.New[0].ID
	if len(p.New) == 2 && direction == Down {
		p.Focus = p.New[1].ID
	}
	if len(p.New) == 1 && old[0].Note+old[1].Note != p.New[0].Note {
		p.New[0] = s.made(p.New[0].ID, p.New[0].Cells, now, old...)
	}
	return p, nil
}

// Mark returns a row a state, or takes it away where the row has it already. A row that goes from
// one state to another passes no third.
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

// ApproveAll approves all rows that a function chooses, in one operation.
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

// Annotate returns a row a note; "" takes it away.
func (s *Sheet) Annotate(id int, note string, now time.Time) (Splice, error) {
	return s.change("note", id, now, func(r *Row) error {
		if note = strings.TrimSpace(note); note == r.Note {
			return ErrNothing
		}
		r.Note = note
		return nil
	})
}

// ErrNothing says that an operation would leave everything as it is.
var ErrNothing = errors.New("nothing to change")

// change makes a row of the same ID out of one.
func (s *Sheet) change(what string, id int, now time.Time, do func(*Row) error) (Splice, error) {
	i, r, err := s.row(id)
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
