package bilingual

import (
	"context"
	"math"
	"slices"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/language"

	"github.com/bitext-go/bitext/align"
	"github.com/bitext-go/bitext/internal/langtag"
	"github.com/bitext-go/bitext/read"
	"github.com/bitext-go/bitext/segment"
	"github.com/bitext-go/bitext/segment/layout"
)

// FromTables returns what a document holds whose tables have columns in two languages or more: each
// row is a bead. Columns of numbers, ids and comments are left out. Text outside these tables is in
// the Texts but in no bead; see [File.Complete]. It returns nil if there is no such table.
func FromTables(d *read.Document, c Columns) (*File, error) {
	tables := tablesOf(d)
	var found []*table
	for _, t := range tables {
		if err := t.findColumns(c); err != nil {
			return nil, err
		}
		if len(t.columns) > 1 {
			found = append(found, t)
		}
	}
	if len(found) == 0 {
		return nil, nil
	}
	var langs []language.Tag
	for _, t := range found {
		for _, column := range t.columns {
			if !slices.Contains(langs, column.lang) {
				langs = append(langs, column.lang)
			}
		}
	}
	if len(c.Langs) > 0 {
		langs = c.Langs
	}
	a := assembly{document: d, langs: langs, pieces: make([][]piece, len(langs))}
	for i, p := range d.Paragraphs {
		if t := tables[p.Table]; t != nil && len(t.columns) > 1 {
			a.addCell(i, t)
		} else {
			a.addOutside(i, c)
		}
	}
	return a.file(), nil
}

// A piece is a paragraph in one language.
type piece struct {
	text      string
	line      int
	paragraph int // its index in the document
}

// A row is a row of a table.
type row struct {
	first, last int // indexes of its paragraphs in the document
	confidence  [2]float64
}

// An assembly makes texts and beads of the paragraphs of a document.
type assembly struct {
	document *read.Document
	langs    []language.Tag
	pieces   [][]piece // for each language
	rows     []row
	table    int // the table and the row that the last row is of
	row      int
}

// addCell adds a paragraph in a bilingual table.
func (a *assembly) addCell(i int, t *table) {
	p := a.document.Paragraphs[i]
	if t.header && p.Row == t.firstRow {
		return
	}
	for _, column := range t.columns {
		if column.number != p.Column {
			continue
		}
		if a.table != p.Table || a.row != p.Row {
			a.table, a.row = p.Table, p.Row
			a.rows = append(a.rows, row{i, i, t.confidence(p.Row)})
		}
		a.rows[len(a.rows)-1].last = i
		k := slices.Index(a.langs, column.lang)
		if k < 0 {
			return
		}
		a.pieces[k] = append(a.pieces[k], piece{p.Text, p.Line, i})
	}
}

// addOutside adds a paragraph that is in no bilingual table, in the language that it is in, or else
// in the first.
func (a *assembly) addOutside(i int, c Columns) {
	p := a.document.Paragraphs[i]
	tag := c.Detect(p.Text)
	k := slices.IndexFunc(a.langs, func(l language.Tag) bool { return langtag.SameBase(l, tag) })
	k = max(k, 0)
	a.pieces[k] = append(a.pieces[k], piece{p.Text, p.Line, i})
}

// file returns the texts, and a bead for each row.
func (a *assembly) file() *File {
	f := &File{}
	beads := make([]align.Bead, len(a.rows))
	for k, r := range a.rows {
		beads[k] = align.Bead{Boundary: r.confidence[0], Translation: r.confidence[1], Ranges: make([]segment.Range,
			len(a.langs))}
	}
	for i, lang := range a.langs {
		text, starts := textOf(a.pieces[i], lang)
		text.Name = a.document.Name
		f.Texts = append(f.Texts, text)
		at := 0 // the first piece of the row, or after it
		for k, r := range a.rows {
			for at < len(a.pieces[i]) && a.pieces[i][at].paragraph < r.first {
				at++
			}
			lo := at
			for at < len(a.pieces[i]) && a.pieces[i][at].paragraph <= r.last {
				at++
			}
			beads[k].Ranges[i] = segment.Range{Lo: starts[lo], Hi: starts[at]}
		}
	}
	for _, b := range beads {
		if slices.ContainsFunc(b.Ranges, func(r segment.Range) bool { return r.Len() > 0 }) {
			f.Beads = append(f.Beads, b)
		}
	}
	return f
}

// textOf returns a text of pieces, which are paragraphs, and for each piece and the end, how many
// sentences are before it.
func textOf(pieces []piece, lang language.Tag) (*segment.Text, []int) {
	var b strings.Builder
	for _, p := range pieces {
		b.WriteString(p.text)
		b.WriteString(layout.ParagraphSeparator + "\n")
	}
	t := (&segment.Segmenter{Layout: layout.Keep}).Text(b.String(), lang)
	starts := make([]int, len(pieces)+1)
	at := 0
	for _, p := range t.Paragraphs {
		first, _ := t.LinesOf(p) // each piece is a line
		for ; at < first; at++ {
			starts[at] = p.Lo
		}
	}
	for ; at < len(starts); at++ {
		starts[at] = len(t.Sentences)
	}
	for i := range t.Lines {
		t.Lines[i].Number = pieces[min(t.Lines[i].Number, len(pieces))-1].line
	}
	return t, starts
}

// Complete aligns what the beads of a file leave open: text outside of tables, and the sentences
// within a row that has several in more than one language. A row with the same number of sentences
// in each language, of like lengths, is paired in turn if nothing finer is found; any other row
// whose sentences do not all find a counterpart stays one bead. It does nothing for a file without
// such text.
func (f *File) Complete(ctx context.Context, a *align.Aligner) error {
	if !f.open() {
		return nil
	}
	rowOf := make([][]int, len(f.Texts)) // for each sentence, its bead, or -1
	for i, t := range f.Texts {
		rowOf[i] = slices.Repeat([]int{-1}, len(t.Sentences))
	}
	var anchors [][]int
	add := func(at []int) {
		if n := len(anchors); n == 0 || !slices.Equal(anchors[n-1], at) {
			anchors = append(anchors, at)
		}
	}
	for k, b := range f.Beads {
		from, to := make([]int, len(b.Ranges)), make([]int, len(b.Ranges))
		for i, r := range b.Ranges {
			from[i], to[i] = r.Lo, r.Hi
			for s := r.Lo; s < r.Hi; s++ {
				rowOf[i][s] = k
			}
		}
		add(from)
		add(to)
	}
	free := *a
	free.Anchors = anchors
	beads, err := free.Align(ctx, f.Texts...)
	if err != nil {
		return err
	}
	inside := make([][]align.Bead, len(f.Beads))
	of := func(b align.Bead) int {
		for i, r := range b.Ranges {
			if r.Len() > 0 {
				return rowOf[i][r.Lo]
			}
		}
		return -1
	}
	for _, b := range beads {
		if k := of(b); k >= 0 {
			inside[k] = append(inside[k], b)
		}
	}
	var out []align.Bead
	written := make([]bool, len(f.Beads))
	for _, b := range beads {
		k := of(b)
		switch {
		case k < 0:
			out = append(out, b)
		case written[k]:
		case divides(inside[k], f.Beads[k]):
			out = append(out, inside[k]...)
			written[k] = true
		default:
			out = append(out, f.inTurn(f.Beads[k])...)
			written[k] = true
		}
	}
	f.Beads = out
	return nil
}

// inTurn returns a bead for each sentence of a row if the texts have the same number of sentences
// and these are of like lengths; else the row.
func (f *File) inTurn(row align.Bead) []align.Bead {
	n := 0
	for _, r := range row.Ranges {
		if r.Len() > 0 && n > 0 && r.Len() != n {
			return []align.Bead{row}
		}
		n = max(n, r.Len())
	}
	var out []align.Bead
	var first []int // for each sentence, how many characters the first text has
	for i, r := range row.Ranges {
		if r.Len() == 0 {
			continue
		}
		lengths, sum := make([]int, n), 0
		for k := range n {
			lengths[k] = utf8.RuneCountInString(f.Texts[i].Sentence(r.Lo + k))
			sum += lengths[k]
		}
		if first == nil {
			first = lengths
			continue
		}
		all := 0
		for _, l := range first {
			all += l
		}
		for k, l := range lengths {
			expected := float64(first[k]) * float64(sum) / float64(max(all, 1))
			if math.Abs(float64(l)-expected) > likeLength*(expected+likeSlack) {
				return []align.Bead{row}
			}
		}
	}
	for k := range n {
		b := align.Bead{Boundary: row.Boundary, Translation: row.Translation}
		for _, r := range row.Ranges {
			if r.Len() > 0 {
				r = segment.Range{Lo: r.Lo + k, Hi: r.Lo + k + 1}
			}
			b.Ranges = append(b.Ranges, r)
		}
		out = append(out, b)
	}
	return out
}

// A translation may be likeLength longer or shorter than the row has it on average, likeSlack
// characters being added to what is expected of short sentences. Both were set by hand.
const (
	likeLength = .5
	likeSlack  = 10
)

// open reports whether beads leave something to be aligned.
func (f *File) open() bool {
	sentences := 0
	for _, b := range f.Beads {
		several := 0
		for _, r := range b.Ranges {
			sentences += r.Len()
			if r.Len() > 1 {
				several++
			}
		}
		if several > 1 {
			return true
		}
	}
	for _, t := range f.Texts {
		sentences -= len(t.Sentences)
	}
	return sentences != 0
}

// divides reports whether beads are a division of a row in which every sentence has a counterpart
// in each language of the row.
func divides(beads []align.Bead, row align.Bead) bool {
	several := 0
	for _, r := range row.Ranges {
		if r.Len() > 1 {
			several++
		}
	}
	if several < 2 || len(beads) < 2 {
		return false
	}
	for _, b := range beads {
		for i, r := range b.Ranges {
			if r.Len() == 0 && row.Ranges[i].Len() > 0 {
				return false
			}
		}
	}
	return true
}
