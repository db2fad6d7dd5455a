package sheet

import (
	"errors"
	"slices"
	"time"

	"golang.org/x/text/language"
)

// Correct returns a splice that gives a cell a new text, one line for each sentence: one more line
// splits a sentence, one fewer joins two. Only Text and Codes of each line are used.
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
			return errors.New("this would leave the row without any text; mark it as not a translation instead")
		}
		return nil
	})
}

func (s *Sheet) empty(r *Row) bool {
	return !slices.ContainsFunc(r.Cells, func(c []*Piece) bool { return len(c) > 0 })
}

// reword returns a cell with the given lines. Pieces at its start and end whose text does not
// change stay the same pieces. Between them, each new piece is a correction of the old one at the
// same position.
func (s *Sheet) reword(column int, cell []*Piece, lines []Piece) []*Piece {
	var out []*Piece
	for len(lines) > 0 && len(cell) > 0 && sameWording(&lines[0], cell[0]) {
		out = append(out, cell[0])
		lines, cell = lines[1:], cell[1:]
	}
	var end []*Piece
	for len(lines) > 0 && len(cell) > 0 && sameWording(&lines[len(lines)-1], cell[len(cell)-1]) {
		end = append(end, cell[len(cell)-1])
		lines, cell = lines[:len(lines)-1], cell[:len(cell)-1]
	}
	slices.Reverse(end)
	for k, l := range lines {
		p := &Piece{Text: l.Text, Codes: l.Codes, Gap: gap(s.Columns[column].Lang), From: -1}
		if len(cell) > 0 {
			// An additional sentence is located where the last one is.
			of := cell[min(k, len(cell)-1)]
			p.Paragraph, p.First, p.Last = of.Paragraph, of.First, of.Last
			if k < len(cell) {
				p.Gap, p.Begins, p.From, p.Start, p.End = of.Gap, of.Begins, of.From, of.Start, of.End
			}
		}
		out = append(out, s.original(column, p))
	}
	return append(out, end...)
}

// original returns the piece as it was read if a correction restores its text, else p.
func (s *Sheet) original(column int, p *Piece) *Piece {
	if p.From < 0 {
		return p
	}
	if o := s.Columns[column].Pieces[p.From]; sameWording(o, p) {
		return o
	}
	return p
}

func sameWording(a, b *Piece) bool { return a.Text == b.Text && slices.Equal(a.Codes, b.Codes) }

// Was returns the text that a piece of a column had in the document, and reports whether it is
// different now.
func (s *Sheet) Was(column int, p *Piece) (text string, changed bool) {
	if p.From < 0 {
		return "", true
	}
	of := s.Columns[column].Pieces[p.From]
	text = of.Text
	if p.End > 0 {
		text = text[p.Start:p.End]
	}
	return text, p != of && (text != p.Text || p.End == 0 && !slices.Equal(of.Codes, p.Codes))
}

// gap returns what separates sentences of a language if no document tells: if a person typed one,
// or they come from two units.
func gap(lang language.Tag) string {
	script, _ := lang.Script()
	if slices.Contains(unspaced, script.String()) {
		return ""
	}
	return " "
}

// unspaced are scripts, as BCP 47 names them, whose sentences are not separated by a space.
var unspaced = []string{"Hans", "Hant", "Hani", "Jpan", "Tibt", "Khmr", "Mymr"}

// Joined returns the text of a cell in one line.
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
