package sheet

import (
	"errors"
	"slices"
	"time"

	"golang.org/x/text/language"
)

// Correct returns a cell another wording, a line of text for each sentence: a line more cuts a
// sentence in two, a line fewer joins two. Lines without text are left out. The codes of each line
// are those of Codes, by their place in the line.
func (s *Sheet) Correct(id, column int, lines []Piece, now time.Time) (Splice, error) {
	return s.change("correct", id, now, func(r *Row) error {
		if column < 0 || column >= len(r.Cells) {
			return errors.New("choose a sentence to correct")
		}
		cell := s.reword(column, r.Cells[column], lines)
		if slices.Equal(cell, r.Cells[column]) {
			return ErrNothing
		}
		r.Cells = slices.Clone(r.Cells)
		r.Cells[column] = cell
		if r.State == Approved && r.Alone() {
			r.State = Open
		}
		if len(r.Cells[column]) == 0 && r.Alone() && s.empty(r) {
			return errors.New("that would leave the row without any text; mark it as not a translation instead")
		}
		return nil
	})
}

func (s *Sheet) empty(r *Row) bool {
	return !slices.ContainsFunc(r.Cells, func(c []*Piece) bool { return len(c) > 0 })
}

// reword returns a cell with the given wording. Pieces at its beginning and its end that keep
// theirs stay themselves; of those between them each new one is a correction of the one in the same
// place.
func (s *Sheet) reword(column int, cell []*Piece, lines []Piece) []*Piece {
	var out []*Piece
	for len(lines) > 0 && len(cell) > 0 && same(&lines[0], cell[0]) {
		out = append(out, cell[0])
		lines, cell = lines[1:], cell[1:]
	}
	var end []*Piece
	for len(lines) > 0 && len(cell) > 0 && same(&lines[len(lines)-1], cell[len(cell)-1]) {
		end = append(end, cell[len(cell)-1])
		lines, cell = lines[:len(lines)-1], cell[:len(cell)-1]
	}
	slices.Reverse(end)
	for k, l := range lines {
		p := &Piece{Text: l.Text, Codes: l.Codes, Gap: gap(s.Columns[column].Lang), From: -1}
		if len(cell) > 0 {
			// What is one sentence more stands where the last one did.
			of := cell[min(k, len(cell)-1)]
			p.Paragraph, p.First, p.Last = of.Paragraph, of.First, of.Last
			if k < len(cell) {
				p.Gap, p.Begins, p.From = of.Gap, of.Begins, of.From
			}
		}
		out = append(out, s.original(column, p))
	}
	return append(out, end...)
}

// original returns the piece as it was read where a correction brings its wording back.
func (s *Sheet) original(column int, p *Piece) *Piece {
	if p.From < 0 {
		return p
	}
	if o := s.Columns[column].Pieces[p.From]; same(o, p) {
		return o
	}
	return p
}

func same(a, b *Piece) bool { return a.Text == b.Text && slices.Equal(a.Codes, b.Codes) }

// Was returns the wording that a piece of a column had in the document, and whether it has another
// now.
func (s *Sheet) Was(column int, p *Piece) (text string, changed bool) {
	if p.From < 0 {
		return "", true
	}
	text = s.Columns[column].Pieces[p.From].Text
	return text, text != p.Text
}

// gap returns what parts sentences of a language where no document says it: a person typed one, or
// they come from two units.
func gap(lang language.Tag) string {
	script, _ := lang.Script()
	if slices.Contains(unspaced, script.String()) {
		return ""
	}
	return " "
}

// unspaced are scripts, as BCP 47 names them, whose sentences follow one another without a space.
var unspaced = []string{"Hans", "Hant", "Hani", "Jpan", "Tibt", "Khmr", "Mymr"}

// Joined returns the wording of a cell in one line.
func Joined(cell []*Piece) string {
	var out []byte
	for k, p := range cell {
		if k > 0 {
			out = append(out, p.Gap...)
		}
		out = append(out, p.Text...)
	}
	return string(out)
}
