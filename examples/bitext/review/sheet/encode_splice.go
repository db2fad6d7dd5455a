package sheet

import (
	"encoding/json"
	"errors"
	"fmt"
)

type writtenSplice struct {
	Do    string       `json:"do"`
	At    int          `json:"at"`
	Drop  int          `json:"drop"`
	Rows  []writtenRow `json:"rows,omitempty"`
	Focus int          `json:"focus"`
}

// EncodeSplice returns a splice as JSON. It must be called before Apply.
func (s *Sheet) EncodeSplice(p Splice) ([]byte, error) {
	return json.Marshal(writtenSplice{Do: p.What, At: p.At, Drop: len(p.Old), Rows: s.written(p.New), Focus: p.Focus})
}

// DecodeSplice returns the splice that EncodeSplice encoded for the sheet in its present state. It
// is checked, so that Apply may be called with it.
func (s *Sheet) DecodeSplice(b []byte) (Splice, error) {
	var w writtenSplice
	if err := json.Unmarshal(b, &w); err != nil {
		return Splice{}, err
	}
	if w.At < 0 || w.Drop < 0 || w.At > len(s.Rows) || w.Drop > len(s.Rows)-w.At {
		return Splice{}, fmt.Errorf("there are no rows %d to %d", w.At+1, w.At+w.Drop)
	}
	rows, err := s.read(w.Rows)
	if err != nil {
		return Splice{}, err
	}
	if err := s.unique(w.At, w.Drop, rows); err != nil {
		return Splice{}, err
	}
	return Splice{
		What:  w.Do,
		At:    w.At,
		Old:   append([]*Row(nil), s.Rows[w.At:w.At+w.Drop]...),
		New:   rows,
		Focus: w.Focus,
	}, nil
}

// unique returns an error if an ID would be invalid, or used twice, after a splice.
func (s *Sheet) unique(at, drop int, rows []*Row) error {
	seen := map[int]bool{}
	check := func(rows []*Row) error {
		for _, r := range rows {
			if r.ID <= 0 || seen[r.ID] {
				return fmt.Errorf("row ID %d is invalid or used twice", r.ID)
			}
			seen[r.ID] = true
		}
		return nil
	}
	if len(rows) == 0 && drop > 0 {
		return nil
	}
	return errors.Join(check(s.Rows[:at]), check(rows), check(s.Rows[at+drop:]))
}
