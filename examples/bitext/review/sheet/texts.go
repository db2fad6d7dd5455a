package sheet

import (
	"slices"
	"strings"

	"golang.org/x/text/language/display"

	"github.com/bitext-go/bitext/align"
	"github.com/bitext-go/bitext/align/evidence"
	"github.com/bitext-go/bitext/segment"
)

// FromTexts returns a sheet of texts and their alignment.
func FromTexts(beads []align.Bead, texts ...*segment.Text) *Sheet {
	s := &Sheet{}
	for _, t := range texts {
		s.Columns = append(s.Columns, Column{Lang: t.Lang, Name: t.Name, Pieces: pieces(t)})
	}
	for _, b := range beads {
		r := &Row{Boundary: b.Boundary, Translation: b.Translation, Reasons: s.reasons(b)}
		for c, span := range b.Ranges {
			r.Cells = append(r.Cells, s.Columns[c].Pieces[span.Lo:span.Hi:span.Hi])
		}
		s.Append(r)
	}
	return s
}

// reasons returns the reasons of a bead in words, with language tags replaced by names.
func (s *Sheet) reasons(b align.Bead) (out []Reason) {
	for _, r := range b.Reasons {
		in := max(0, slices.IndexFunc(s.Columns, func(c Column) bool { return c.Lang == r.Lang }))
		text := r.String()
		if says, tag := strings.CutSuffix(text, " "+r.Lang.String()); tag {
			text = says + " " + display.English.Tags().Name(r.Lang)
		}
		reason := Reason{Text: text, For: r.Weight > 0}
		switch {
		case r.Kind == evidence.LengthReason:
			reason.Long, reason.In = true, in
		case r.Counterpart == "":
			reason.Only, reason.In = r.Wording, in
		}
		out = append(out, reason)
	}
	return out
}

// pieces returns the sentences of a text.
func pieces(t *segment.Text) []*Piece {
	out := make([]*Piece, len(t.Sentences))
	for i := range t.Sentences {
		p := &Piece{Text: oneLine(t.Sentence(i)), From: i}
		if i > 0 {
			both := t.Wording(segment.Range{Lo: i - 1, Hi: i + 1})
			p.Gap = both[len(t.Sentence(i-1)) : len(both)-len(t.Sentence(i))]
		}
		if len(t.Paragraphs) > 0 {
			k := t.ParagraphOf(i)
			p.Paragraph, p.Begins = k+1, t.Paragraphs[k].Lo == i
		}
		p.First, p.Last = t.LinesOf(segment.Range{Lo: i, Hi: i + 1})
		out[i] = p
	}
	return out
}

// oneLine replaces each line break and the white space around it by one space, as in translation
// units.
func oneLine(s string) string {
	if !strings.ContainsAny(s, breaks) {
		return s
	}
	var out []string
	for line := range strings.FieldsFuncSeq(s, func(r rune) bool { return strings.ContainsRune(breaks, r) }) {
		if line = strings.Trim(line, " \t"); line != "" {
			out = append(out, line)
		}
	}
	return strings.Join(out, " ")
}

const breaks = "\n\r\u0085\u2028\u2029"

// Texts returns the columns as texts, with all corrections: sentence i of a text is the i-th piece
// of its column.
func (s *Sheet) Texts() []*segment.Text { return s.TextsOf(s.Rows) }

// TextsOf returns the sentences of some rows as texts.
func (s *Sheet) TextsOf(rows []*Row) []*segment.Text {
	var out []*segment.Text
	for c, column := range s.Columns {
		t := &segment.Text{Name: column.Name, Lang: column.Lang}
		var body strings.Builder
		for _, r := range rows {
			for _, p := range r.Cells[c] {
				i := len(t.Sentences)
				if i == 0 || p.Begins {
					t.Paragraphs = append(t.Paragraphs, segment.Range{Lo: i})
				}
				switch {
				case i == 0:
				case p.Begins:
					body.WriteByte('\n')
				default:
					body.WriteString(p.Gap)
				}
				start := body.Len()
				body.WriteString(p.Text)
				t.Sentences = append(t.Sentences, segment.Span{Start: start, End: body.Len()})
				t.Paragraphs[len(t.Paragraphs)-1].Hi = i + 1
			}
		}
		t.Body = body.String()
		out = append(out, t)
	}
	return out
}

// Anchors returns the positions before and after each fixed row, in the form of
// [align.Aligner.Anchors].
func (s *Sheet) Anchors(fixed func(*Row) bool) [][]int {
	var out [][]int
	at := make([]int, len(s.Columns))
	add := func() {
		if len(out) == 0 || !slices.Equal(out[len(out)-1], at) {
			out = append(out, slices.Clone(at))
		}
	}
	for _, r := range s.Rows {
		if fixed(r) {
			add()
		}
		for c, cell := range r.Cells {
			at[c] += len(cell)
		}
		if fixed(r) {
			add()
		}
	}
	return out
}
