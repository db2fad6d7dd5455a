package sheet

import (
	"errors"
	"slices"
	"strconv"
	"strings"

	"github.com/bitext-go/bitext/align"
	"github.com/bitext-go/bitext/segment"
)

var errCrossesFixed = errors.New("the alignment crosses a row that must stay as it is")

// Realign returns a splice that makes rows of beads found for [Sheet.Texts] with [Sheet.Anchors] of
// the same fixed rows. Fixed rows stay, and so does any other row that has the same sentences and
// confidences as before.
func (s *Sheet) Realign(beads []align.Bead, fixed func(*Row) bool) (Splice, error) {
	// Fixed rows divide every column into stretches: 0 is before the first, 1 is the first, 2 is
	// between it and the second, and so on.
	n := len(s.Columns)
	all, stretch := make([][]*Piece, n), make([][]int, n)
	var fixedRows []*Row
	known := map[string]*Row{}  // rows of the alignment, by their sentences
	units := map[*Piece][]int{} // of the row that a sentence was in
	for _, r := range s.Rows {
		k := 2 * len(fixedRows)
		if fixed(r) {
			fixedRows = append(fixedRows, r)
			k++
		}
		ranges := make([]segment.Range, n)
		for c, cell := range r.Cells {
			ranges[c].Lo = len(all[c])
			all[c] = append(all[c], cell...)
			ranges[c].Hi = len(all[c])
			for _, p := range cell {
				stretch[c] = append(stretch[c], k)
				units[p] = r.Units
			}
		}
		if !fixed(r) && !r.Hand {
			known[key(ranges)] = r
		}
	}
	rows := make([][]*Row, 2*len(fixedRows)+1)
	for k, r := range fixedRows {
		rows[2*k+1] = []*Row{r}
	}
	id := s.last
	for _, b := range beads {
		at := -1
		r := &Row{Boundary: b.Boundary, Translation: b.Translation, Cells: make([][]*Piece, n)}
		for c, span := range b.Ranges {
			if span.Len() == 0 {
				continue
			}
			first, last := stretch[c][span.Lo], stretch[c][span.Hi-1]
			if first != last || at >= 0 && at != first {
				return Splice{}, errCrossesFixed
			}
			at = first
			r.Cells[c] = all[c][span.Lo:span.Hi:span.Hi]
		}
		if at < 0 || at%2 == 1 {
			continue // it is in a fixed row
		}
		r.Reasons = s.reasons(b)
		if old := known[key(b.Ranges)]; old != nil {
			r.ID, r.Note, r.Units, r.Changed, r.Regrouped = old.ID, old.Note, old.Units, old.Changed, old.Regrouped
			if old.Boundary == r.Boundary && old.Translation == r.Translation && slices.Equal(old.Reasons, r.Reasons) {
				r = old
			}
		} else {
			id++
			r.ID = id
			r.Units, r.Regrouped = unitsOf(r, units), len(s.Units) > 0
		}
		rows[at] = append(rows[at], r)
	}
	return s.difference("realign", slices.Concat(rows...))
}

// unitsOf returns the units that the sentences of a row come from, each once, in order.
func unitsOf(r *Row, units map[*Piece][]int) (out []int) {
	for _, cell := range r.Cells {
		for _, p := range cell {
			out = append(out, units[p]...)
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// key returns a string that identifies the sentences of a bead.
func key(ranges []segment.Range) string {
	var b strings.Builder
	for _, r := range ranges {
		if r.Len() > 0 {
			b.WriteString(strconv.Itoa(r.Lo) + "-" + strconv.Itoa(r.Hi))
		}
		b.WriteByte('|')
	}
	return b.String()
}

// difference returns the smallest splice that turns the rows of the sheet into other rows.
func (s *Sheet) difference(what string, rows []*Row) (Splice, error) {
	old, at := s.Rows, 0
	for len(old) > 0 && len(rows) > 0 && old[0] == rows[0] {
		old, rows, at = old[1:], rows[1:], at+1
	}
	for len(old) > 0 && len(rows) > 0 && old[len(old)-1] == rows[len(rows)-1] {
		old, rows = old[:len(old)-1], rows[:len(rows)-1]
	}
	if len(old)+len(rows) == 0 {
		return Splice{}, ErrNothing
	}
	p := Splice{What: what, At: at, Old: slices.Clone(old), New: rows}
	if len(rows) > 0 {
		p.Focus = rows[0].ID
	}
	return p, nil
}
