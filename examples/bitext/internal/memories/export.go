package memories

import (
	"cmp"
	"context"
	"strings"
	"time"

	"golang.org/x/text/language"

	"github.com/bitext-go/bitext/align/tmx"
	"github.com/bitext-go/bitext/read/bilingual"
)

// A Row is a unit as a table has it.
type Row struct {
	Unit  *tmx.Unit
	Texts []string // by column, with placeholders; "" if the unit lacks the language

	Date        time.Time // of the last change, else of the creation; zero if unknown
	Author      string
	Document    string
	Translation string // the confidence of translation; "" if there is none
	Notes       string // those of the unit and of its variants, one a line
}

// An ExportReport describes what Export wrote.
type ExportReport struct {
	Units        int `json:"units"`
	Rows         int `json:"rows"`
	Alternatives int `json:"alternatives,omitempty"` // rows that are further wordings of a unit
	Codes        int `json:"units_with_codes,omitempty"`
}

// Columns returns a column for each language that ranges select of a memory; all languages if there
// are no ranges.
func (s *Source) Columns(ranges []Range) (tags []language.Tag, column map[language.Tag]int, err error) {
	have, _, err := s.Languages()
	if err != nil {
		return nil, nil, err
	}
	column = map[language.Tag]int{}
	if len(ranges) == 0 {
		for i, t := range have {
			column[t] = i
		}
		return have, column, nil
	}
	selection, err := Select(ranges, have)
	if err != nil {
		return nil, nil, s.in(err)
	}
	for t, i := range selection.column {
		column[t] = i
	}
	for _, r := range ranges {
		tags = append(tags, cmp.Or(r.As, r.Wanted))
	}
	return tags, column, nil
}

// Export calls write for each unit of a memory, and again for each further wording that a unit has
// in one language. The row is valid until write returns.
func Export(ctx context.Context, s *Source, columns int, column map[language.Tag]int, write func(*Row) error) (
	*ExportReport, error,
) {
	_, units, err := s.Units()
	if err != nil {
		return nil, err
	}
	r := &ExportReport{}
	texts := make([][]string, columns)
	for u, err := range units {
		if err == nil {
			err = ctx.Err()
		}
		if err != nil {
			return nil, err
		}
		for i := range texts {
			texts[i] = texts[i][:0]
		}
		rows, coded := 0, false
		for i := range u.Variants {
			v := &u.Variants[i]
			k, ok := column[v.Lang]
			if !ok {
				continue
			}
			coded = coded || len(v.Inline) > 0
			texts[k] = append(texts[k], bilingual.Shown(v.Text, v.Inline))
			rows = max(rows, len(texts[k]))
		}
		if rows == 0 {
			continue
		}
		r.Units++
		if coded {
			r.Codes++
		}
		row := rowOf(&u)
		row.Texts = make([]string, columns)
		for n := range rows {
			for k, all := range texts {
				if row.Texts[k] = ""; len(all) > 0 {
					row.Texts[k] = all[min(n, len(all)-1)]
				}
			}
			if err := write(row); err != nil {
				return nil, err
			}
			if r.Rows++; n > 0 {
				r.Alternatives++
			}
		}
	}
	return r, nil
}

// rowOf returns what a table has of a unit besides its wordings.
func rowOf(u *tmx.Unit) *Row {
	row := &Row{Unit: u, Date: latest(u.Created, u.Changed), Author: cmp.Or(u.ChangedBy, u.CreatedBy),
		Document: valueOf(u, tmx.PropDocument), Translation: valueOf(u, tmx.PropTranslation)}
	var notes []string
	for _, n := range u.Notes {
		notes = append(notes, n.Text)
	}
	for _, v := range u.Variants {
		row.Date = latest(row.Date, latest(v.Created, v.Changed))
		row.Author = cmp.Or(row.Author, v.ChangedBy, v.CreatedBy)
		for _, n := range v.Notes {
			notes = append(notes, n.Text)
		}
	}
	row.Notes = strings.Join(notes, "\n")
	return row
}
