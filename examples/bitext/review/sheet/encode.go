package sheet

import (
	"encoding/json"
	"errors"
	"fmt"
	"time"

	"golang.org/x/text/language"

	"github.com/bitext-go/bitext/align/tmx"
)

// The JSON forms. A cell is a list of ranges of the column's pieces, [lo, hi), and of pieces that a
// person typed.

type writtenSheet struct {
	Columns []Column      `json:"columns"`
	Header  *tmx.Header   `json:"header,omitempty"`
	Units   []writtenUnit `json:"units,omitempty"`
	Skipped int           `json:"skipped,omitempty"`
	Rows    []writtenRow  `json:"rows"`
}

type writtenRow struct {
	ID          int             `json:"id"`
	Cells       [][]writtenPart `json:"cells"`
	State       State           `json:"state,omitempty"`
	Note        string          `json:"note,omitempty"`
	Hand        bool            `json:"hand,omitempty"`
	Regrouped   bool            `json:"regrouped,omitempty"`
	Boundary    float64         `json:"boundary"`
	Translation float64         `json:"translation"`
	Reasons     []Reason        `json:"reasons,omitempty"`
	Units       []int           `json:"units,omitempty"`
	Changed     *time.Time      `json:"changed,omitempty"`
}

type writtenPart struct {
	Lo, Hi int    `json:",omitempty"`
	Typed  *Piece `json:"typed,omitempty"`
}

// Encode returns the sheet as JSON, without its undo history; see [Sheet.EncodeSplice].
func (s *Sheet) Encode() ([]byte, error) {
	w := writtenSheet{
		Columns: s.Columns,
		Units:   writtenUnits(s.Units),
		Skipped: s.Skipped,
		Rows:    s.written(s.Rows),
		Header:  &s.Header,
	}
	return json.Marshal(w)
}

// Decode returns the sheet that Encode encoded.
func Decode(b []byte) (*Sheet, error) {
	var w writtenSheet
	if err := json.Unmarshal(b, &w); err != nil {
		return nil, err
	}
	s := &Sheet{Columns: w.Columns, Units: readUnits(w.Units), Skipped: w.Skipped}
	if w.Header != nil {
		s.Header = *w.Header
	}
	if len(s.Columns) < 1 {
		return nil, errors.New("no columns")
	}
	for c, column := range s.Columns {
		if column.Lang == language.Und && len(s.Units) > 0 {
			return nil, fmt.Errorf("column %d has no language", c+1)
		}
		for i, p := range column.Pieces {
			if p == nil || p.From != i || !p.sound() {
				return nil, fmt.Errorf("column %d: sentence %d has misplaced codes", c+1, i+1)
			}
		}
	}
	rows, err := s.read(w.Rows)
	if err != nil {
		return nil, err
	}
	s.splice(0, 0, rows)
	return s, s.unique(0, 0, nil)
}

func (s *Sheet) written(rows []*Row) []writtenRow {
	out := make([]writtenRow, len(rows))
	for i, r := range rows {
		w := writtenRow{
			ID:          r.ID,
			State:       r.State,
			Note:        r.Note,
			Hand:        r.Hand,
			Regrouped:   r.Regrouped,
			Boundary:    r.Boundary,
			Translation: r.Translation,
			Reasons:     r.Reasons,
			Units:       r.Units,
			Cells:       make([][]writtenPart, len(r.Cells)),
		}
		if !r.Changed.IsZero() {
			w.Changed = &r.Changed
		}
		for c, cell := range r.Cells {
			w.Cells[c] = s.parts(c, cell)
		}
		out[i] = w
	}
	return out
}

func (s *Sheet) parts(column int, cell []*Piece) (parts []writtenPart) {
	pieces := s.Columns[column].Pieces
	for _, p := range cell {
		if p.From < 0 || pieces[p.From] != p {
			parts = append(parts, writtenPart{Typed: p})
			continue
		}
		if n := len(parts); n > 0 && parts[n-1].Typed == nil && parts[n-1].Hi == p.From {
			parts[n-1].Hi++
			continue
		}
		parts = append(parts, writtenPart{Lo: p.From, Hi: p.From + 1})
	}
	return parts
}

func (s *Sheet) read(rows []writtenRow) ([]*Row, error) {
	out := make([]*Row, len(rows))
	for i, w := range rows {
		if len(w.Cells) != len(s.Columns) {
			return nil, fmt.Errorf("row number %d has %d cells for %d columns", w.ID, len(w.Cells), len(s.Columns))
		}
		r := &Row{
			ID:          w.ID,
			State:       w.State,
			Note:        w.Note,
			Hand:        w.Hand,
			Regrouped:   w.Regrouped,
			Boundary:    w.Boundary,
			Translation: w.Translation,
			Reasons:     w.Reasons,
			Units:       w.Units,
			Cells:       make([][]*Piece, len(w.Cells)),
		}
		if w.Changed != nil {
			r.Changed = *w.Changed
		}
		for _, u := range r.Units {
			if u < 0 || u >= len(s.Units) {
				return nil, fmt.Errorf("row number %d is of unit %d, and there are %d", r.ID, u+1, len(s.Units))
			}
		}
		for c, parts := range w.Cells {
			pieces := s.Columns[c].Pieces
			for _, p := range parts {
				switch {
				case p.Typed != nil:
					if !p.Typed.isPartOf(pieces) || !p.Typed.sound() {
						return nil, fmt.Errorf("row %d: a sentence has misplaced codes", r.ID)
					}
					r.Cells[c] = append(r.Cells[c], p.Typed)
				case p.Lo < 0 || p.Hi > len(pieces) || p.Lo >= p.Hi:
					return nil, fmt.Errorf("row number %d: there are no sentences %d to %d", r.ID, p.Lo+1, p.Hi)
				default:
					r.Cells[c] = append(r.Cells[c], pieces[p.Lo:p.Hi]...)
				}
			}
		}
		out[i] = r
	}
	return out, nil
}

// sound reports whether the offsets of the codes are within the text and in order.
func (p *Piece) sound() bool {
	at := 0
	for _, in := range p.Codes {
		if in.Offset < at || in.Offset > len(p.Text) {
			return false
		}
		at = in.Offset
	}
	return true
}

// isPartOf reports whether From, Start and End of a piece are valid.
func (p *Piece) isPartOf(pieces []*Piece) bool {
	if p.From < 0 {
		return p.From == -1 && p.Start == 0 && p.End == 0
	}
	return p.From < len(pieces) && p.Start >= 0 && p.Start <= p.End && p.End <= len(pieces[p.From].Text)
}
