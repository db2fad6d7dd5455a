package review

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/bitext-go/bitext/examples/bitext/page/face"
	"github.com/bitext-go/bitext/examples/bitext/review/sheet"
)

// A markSpan is a stretch of the text of a cell, as [sheet.Joined] returns it, and why it is
// marked.
type markSpan struct {
	column     int
	start, end int
	why        string // a Kind, or "search"
}

// marksOf returns what is marked in a row: the wording of its findings, and what is searched for.
func (r *Review) marksOf(row *sheet.Row, folded string) (out []markSpan) {
	if row.State == sheet.Open {
		for _, f := range r.findings(row) {
			out = append(out, f.marks...)
		}
	}
	if folded == "" {
		return out
	}
	for c, cell := range row.Cells {
		for _, hit := range foldedHits(sheet.Joined(cell), folded) {
			out = append(out, markSpan{c, hit[0], hit[1], "search"})
		}
	}
	return out
}

// foldedHits returns where a text holds another that fold has folded.
func foldedHits(text, folded string) (out [][2]int) {
	var b strings.Builder
	var from []int // the offset in text of each byte of b
	for i, c := range text {
		f := fold(string(c))
		b.WriteString(f)
		for range len(f) {
			from = append(from, i)
		}
	}
	from = append(from, len(text))
	all := b.String()
	for at := 0; ; {
		i := strings.Index(all[at:], folded)
		if i < 0 {
			return out
		}
		start, last := from[at+i], from[at+i+len(folded)-1]
		_, size := utf8.DecodeRuneInString(text[last:])
		out = append(out, [2]int{start, last + size})
		at += i + len(folded)
	}
}

// pieceMarks returns those marks of a cell that are in one of its pieces, as offsets in its text.
func pieceMarks(marks []markSpan, column, start, length int) (out []markSpan) {
	for _, m := range marks {
		if m.column == column && m.start < start+length && m.end > start {
			m.start, m.end = max(0, m.start-start), min(length, m.end-start)
			out = append(out, m)
		}
	}
	return out
}

// parts returns a piece with hidden characters and codes made visible, and divided where marks
// begin and end.
func parts(p *sheet.Piece, marks []markSpan) (out []part) {
	cuts := []int{len(p.Text)}
	for _, m := range marks {
		cuts = append(cuts, m.start, m.end)
	}
	for _, in := range p.Codes {
		cuts = append(cuts, in.Offset)
	}
	slices.Sort(cuts)
	at, code := 0, 0
	for _, to := range slices.Compact(cuts) {
		if to > at {
			class := classOf(marks, at)
			for _, f := range face.Runs(p.Text[at:to]) {
				out = append(out, part{Text: f.Text, Hidden: f.Hidden, Mark: class})
			}
			at = to
		}
		for ; code < len(p.Codes) && p.Codes[code].Offset <= at; code++ {
			out = append(out, part{Code: p.Codes[code].XML})
		}
	}
	return out
}

// classOf returns why the character at an offset is marked, each reason once.
func classOf(marks []markSpan, at int) string {
	var why []string
	for _, m := range marks {
		if m.start <= at && at < m.end && !slices.Contains(why, m.why) {
			why = append(why, m.why)
		}
	}
	return strings.Join(why, " ")
}
