package bilingual

import (
	"slices"
	"strings"

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
