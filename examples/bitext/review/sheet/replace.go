package sheet

import (
	"slices"
	"strings"
	"time"

	"github.com/bitext-go/bitext/align/tmx"
)

// An Edit replaces the bytes [Start, End) of a text.
type Edit struct {
	Start, End int
	New        string
}

// Replace returns a splice that changes the text of pieces. edits returns the edits of a piece of a
// row and column, in order and without overlap. Markup inside an edit moves to its start. A piece
// that is left without text is removed, unless that would leave its row without any.
func (s *Sheet) Replace(edits func(r *Row, column int, p *Piece) []Edit, now time.Time) (Splice, error) {
	rows := slices.Clone(s.Rows)
	for i, r := range rows {
		n := *r
		n.Cells = slices.Clone(r.Cells)
		changed := false
		for c, cell := range r.Cells {
			var out []*Piece
			for _, p := range cell {
				q := p
				if all := edits(r, c, p); len(all) > 0 {
					q = s.original(c, edited(p, all))
				}
				changed = changed || q != p
				if strings.TrimSpace(q.Text) != "" || q == p {
					out = append(out, q)
				}
			}
			n.Cells[c] = out
		}
		if changed && hasText(n.Cells) {
			n.Changed = now
			if n.Alone() && n.State == Approved {
				n.State = Open
			}
			rows[i] = &n
		}
	}
	return s.difference("replace", rows)
}

// edited returns a copy of a piece with edits carried out.
func edited(p *Piece, edits []Edit) *Piece {
	q := *p
	q.Codes = nil
	var b strings.Builder
	at, code := 0, 0
	codes := func(to int, inside bool) { // those before an offset of the old text
		for ; code < len(p.Codes) && p.Codes[code].Offset < to; code++ {
			offset := b.Len() // of the edit that the code is in
			if !inside {
				offset += p.Codes[code].Offset - at
			}
			q.Codes = append(q.Codes, tmx.Inline{Offset: offset, XML: p.Codes[code].XML})
		}
	}
	for _, e := range edits {
		codes(e.Start, false)
		b.WriteString(p.Text[at:e.Start])
		at = e.Start
		codes(e.End, true)
		b.WriteString(e.New)
		at = e.End
	}
	codes(len(p.Text)+1, false)
	b.WriteString(p.Text[at:])
	q.Text = b.String()
	return &q
}
