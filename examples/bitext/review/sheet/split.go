package sheet

import (
	"errors"
	"math"
	"slices"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"
)

// A Cut is a place in a cell: before a piece or, if Offset is not 0, inside it.
type Cut struct {
	Column, Piece int
	Offset        int // bytes from the start of the text of the piece
}

// Split returns a splice that splits a row at cuts, at most one in a column. The columns without a
// cut stay whole in the upper row if rest is false. Otherwise they are split where their share of
// the text is nearest to that of the first cut: between sentences or, if the first cut is inside a
// sentence, also inside one, preferably after a punctuation mark.
func (s *Sheet) Split(id int, cuts []Cut, rest bool, now time.Time) (Splice, error) {
	i, r, err := s.find(id)
	if err != nil {
		return Splice{}, err
	}
	if err := s.checkShownWhole(r); err != nil {
		return Splice{}, err
	}
	above, below := make([][]*Piece, len(r.Cells)), make([][]*Piece, len(r.Cells))
	done := make([]bool, len(r.Cells))
	for _, at := range cuts {
		if at.Column < 0 || at.Column >= len(r.Cells) || done[at.Column] {
			return Splice{}, errors.New("choose one place in a cell to split at")
		}
		done[at.Column] = true
		if above[at.Column], below[at.Column], err = s.cut(r.Cells[at.Column], at); err != nil {
			return Splice{}, err
		}
	}
	if len(cuts) == 0 {
		return Splice{}, errors.New("choose a place to split at")
	}
	share := shareOf(r.Cells[cuts[0].Column], cuts[0])
	for c, cell := range r.Cells {
		switch {
		case done[c]:
		case !rest:
			above[c] = cell
		default:
			if above[c], below[c], err = s.cut(cell, nearest(c, cell, share, cuts[0].Offset > 0)); err != nil {
				above[c], below[c] = cell, nil
			}
		}
	}
	if !hasText(above) || !hasText(below) {
		return Splice{}, errors.New("choose a place inside the row to split at")
	}
	a, b := s.derive(s.last+1, above, now, r), s.derive(s.last+2, below, now, r)
	return Splice{What: "split", At: i, Old: []*Row{r}, New: []*Row{a, b}, Focus: a.ID}, nil
}

// cut returns the parts of a cell before and after a place. A place inside a piece divides it.
func (s *Sheet) cut(cell []*Piece, at Cut) (before, after []*Piece, err error) {
	if at.Piece < 0 || at.Piece > len(cell) || at.Piece == len(cell) && at.Offset != 0 {
		return nil, nil, errors.New("choose a place in the text")
	}
	if at.Offset == 0 {
		return cell[:at.Piece:at.Piece], cell[at.Piece:], nil
	}
	left, right, err := s.divide(at.Column, cell[at.Piece], at.Offset)
	if err != nil {
		return nil, nil, err
	}
	return append(cell[:at.Piece:at.Piece], left), slices.Concat([]*Piece{right}, cell[at.Piece+1:]), nil
}

// divide returns the two parts of a piece before and after an offset, without the white space
// between them. A combining mark stays with its letter.
func (s *Sheet) divide(column int, p *Piece, offset int) (left, right *Piece, err error) {
	if offset < 0 || offset > len(p.Text) {
		return nil, nil, errors.New("choose a place in the text")
	}
	for offset < len(p.Text) {
		r, size := utf8.DecodeRuneInString(p.Text[offset:])
		if utf8.RuneStart(p.Text[offset]) && !unicode.Is(unicode.M, r) {
			break
		}
		offset += size
	}
	end := len(strings.TrimRightFunc(p.Text[:offset], unicode.IsSpace))
	start := len(p.Text) - len(strings.TrimLeftFunc(p.Text[offset:], unicode.IsSpace))
	if strings.TrimSpace(p.Text[:end]) == "" || start == len(p.Text) {
		return nil, nil, errors.New("choose a place inside the sentence to split at")
	}
	l, r := *p, *p
	l.Text, r.Text = p.Text[:end], p.Text[start:]
	r.Gap, r.Begins = p.Text[end:start], false
	l.Codes, r.Codes = nil, nil
	for _, in := range p.Codes {
		// A closing tag at the cut belongs to what it closes.
		if in.Offset < end || in.Offset <= start && (strings.HasPrefix(in.XML, "<ept") || strings.HasPrefix(in.XML,
			"</")) {
			in.Offset = min(in.Offset, end)
			l.Codes = append(l.Codes, in)
			continue
		}
		in.Offset = max(0, in.Offset-start)
		r.Codes = append(r.Codes, in)
	}
	switch text, changed := s.Was(column, p); {
	case p.From < 0:
	case changed: // the right part is not in the document in this form
		r.From, r.Start, r.End = -1, 0, 0
	default:
		l.Start, l.End = p.Start, p.Start+end
		r.Start, r.End = p.Start+start, p.Start+len(text)
	}
	return &l, &r, nil
}

// rejoin returns a cell with adjacent parts of one sentence put together again, unless their text
// was corrected.
func (s *Sheet) rejoin(column int, cell []*Piece) []*Piece {
	var out []*Piece
	for _, q := range cell {
		if len(out) > 0 {
			if joined := s.joined(column, out[len(out)-1], q); joined != nil {
				out[len(out)-1] = joined
				continue
			}
		}
		out = append(out, q)
	}
	return out
}

// joined returns the piece of which p and q are the parts, or nil.
func (s *Sheet) joined(column int, p, q *Piece) *Piece {
	if p.From < 0 || p.From != q.From || p.End == 0 || q.End == 0 || p.End > q.Start {
		return nil
	}
	of := s.Columns[column].Pieces[p.From]
	if p.Text != of.Text[p.Start:p.End] || q.Text != of.Text[q.Start:q.End] ||
		strings.TrimSpace(of.Text[p.End:q.Start]) != "" {
		return nil
	}
	if p.Start == 0 && q.End == len(of.Text) {
		return of
	}
	j := *p
	j.Text, j.End = of.Text[p.Start:q.End], q.End
	j.Codes = slices.Clone(p.Codes)
	for _, in := range q.Codes {
		in.Offset += q.Start - p.Start
		j.Codes = append(j.Codes, in)
	}
	return &j
}

// shareOf returns the part of the characters of a cell, from 0 to 1, before a place.
func shareOf(cell []*Piece, at Cut) float64 {
	before, all := 0, 0
	for k, p := range cell {
		switch {
		case k < at.Piece:
			before += length(p.Text)
		case k == at.Piece:
			before += utf8.RuneCountInString(p.Text[:at.Offset])
		}
		all += length(p.Text)
	}
	return float64(before) / float64(max(all, 1))
}

// length counts the space after a sentence too.
func length(text string) int { return utf8.RuneCountInString(text) + 1 }

// How much farther a place may be, as a share of the cell, before a better kind of place is left
// for it: a sentence is preferred to a clause, and a clause to a word.
const (
	clausePenalty = 0.05
	wordPenalty   = 0.25
)

// nearest returns the place of a cell whose share is nearest to another. Places inside sentences
// are considered only if inside is true.
func nearest(column int, cell []*Piece, share float64, inside bool) Cut {
	best, least := Cut{Column: column}, math.Inf(1)
	consider := func(at Cut, penalty float64) {
		if d := math.Abs(shareOf(cell, at)-share) + penalty; d < least {
			best, least = at, d
		}
	}
	for k := range len(cell) + 1 {
		if !inside || k > 0 && k < len(cell) {
			consider(Cut{column, k, 0}, 0)
		}
		if k == len(cell) || !inside {
			continue
		}
		last := ' '
		for i, r := range cell[k].Text {
			switch {
			case i == 0:
			case strings.ContainsRune(wideClauseMarks, last), unicode.IsSpace(r) && strings.ContainsRune(clauseMarks,
				last):
				consider(Cut{column, k, i}, clausePenalty)
			case unicode.IsSpace(r):
				consider(Cut{column, k, i}, wordPenalty)
			}
			last = r
		}
	}
	return best
}

// clauseMarks end a clause before a space; wideClauseMarks need none.
const (
	clauseMarks     = ",;:،؛—–)]»”\"'’"
	wideClauseMarks = "，；：、）」』"
)
