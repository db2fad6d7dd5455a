package read

import (
	"math"
	"slices"
	"strings"
	"unicode"

	"github.com/bitext-go/bitext/internal/script"
	"github.com/bitext-go/bitext/read/internal/part"
	"github.com/bitext-go/bitext/read/internal/pdfpage"
	"github.com/bitext-go/bitext/segment/layout"
)

// table adds the rows of a table, cell by cell.
func (p *pdfPages) table(page int, b pdfpage.Block) {
	if !sameCuts(p.cuts, b.Cuts, 2*p.char[page]) {
		p.tables++
		p.row, p.header, p.last = 0, nil, nil
	}
	p.cuts = b.Cuts
	for row := range b.Rows {
		cells := make([]string, len(b.Columns))
		for c, column := range b.Columns {
			lo, _ := slices.BinarySearch(column.Row, row)
			hi, _ := slices.BinarySearch(column.Row, row+1)
			cells[c] = p.cell(column, lo, hi)
		}
		if p.header == nil {
			p.header = cells
		} else if row == 0 && slices.Equal(cells, p.header) {
			continue // the head of a table on its next page
		}
		if row > 0 || p.row == 0 || !p.goesOn(cells) {
			p.row++
			p.last = map[int]string{}
		}
		for c, text := range cells {
			if text == "" {
				continue
			}
			p.last[c] = text
			for _, one := range strings.Split(text, "\n") {
				p.paragraphs = append(p.paragraphs, part.Paragraph{Text: one, Line: p.line + 1,
					Cell: part.Cell{Table: p.tables, Row: p.row, Column: c + 1}})
				p.put(one, true)
			}
		}
	}
}

// sameCuts reports whether two tables have the same columns.
func sameCuts(a, b []float64, slack float64) bool {
	if len(a) != len(b) || len(a) == 0 {
		return false
	}
	for i := range a {
		if math.Abs(a[i]-b[i]) > slack {
			return false
		}
	}
	return true
}

// goesOn reports whether the first row of a page continues the last one of the page before: it
// lacks a cell that the last one has, or each of its cells continues one.
func (p *pdfPages) goesOn(cells []string) bool {
	for c, text := range cells {
		if text == "" && p.last[c] != "" {
			return true
		}
	}
	for c, text := range cells {
		if text == "" {
			continue
		}
		if !continues(p.last[c], text) {
			return false
		}
	}
	return true
}

// cell returns the paragraphs of the lines [lo, hi) of a column, a line each.
func (p *pdfPages) cell(column pdfpage.Column, lo, hi int) string {
	var lines []string
	for _, l := range column.Lines[lo:hi] {
		lines = append(lines, p.textOf(l))
	}
	ends := column.Ends[lo:hi]
	var b strings.Builder
	for i, l := range lines {
		if l = strings.TrimSpace(l); i > 0 && b.Len() > 0 {
			joinLine(&b, l, ends[i-1], p.hyphenated)
		}
		b.WriteString(l)
	}
	return b.String()
}

// joinLine writes what is between a line and the one before it. In text that is hyphenated, a
// hyphen at the end of a line is removed before a small letter.
func joinLine(b *strings.Builder, next string, end, hyphenated bool) {
	before := b.String()
	if end {
		b.WriteByte('\n')
		return
	}
	rest, hyphen := strings.CutSuffix(before, "-")
	switch {
	case hyphen && hyphenated && unicode.IsLetter(script.Last(rest)) && unicode.IsLower(script.First(next)):
		b.Reset()
		b.WriteString(rest)
	case hyphen, script.Unspaced(script.Last(before)) && script.Unspaced(script.First(next)):
	default:
		b.WriteByte(' ')
	}
}

// setParagraphs makes the paragraphs of the document, and its body of them: the cells, and those of
// the text outside of tables.
func (p *pdfPages) setParagraphs(d *Document) {
	var rest strings.Builder
	n, page := 0, 1
	pages := make([]int, p.line+1) // of each line
	for line := range strings.Lines(p.body.String()) {
		page += strings.Count(line, "\f")
		if pages[min(n, p.line)] = page; n < len(p.inTable) && p.inTable[n] {
			line = strings.Repeat("\f", strings.Count(line, "\f")) + "\n"
		}
		rest.WriteString(line)
		n++
	}
	var all []part.Paragraph
	text := layout.Repair.Read(rest.String())
	at := 0
	for _, s := range text.Paragraphs {
		for at+1 < len(text.Lines) && text.Lines[at+1].Offset <= s.Start {
			at++
		}
		all = append(all, part.Paragraph{Text: text.Body[s.Start:s.End], Line: text.Lines[at].Number})
	}
	all = append(all, p.paragraphs...)
	slices.SortStableFunc(all, func(a, b part.Paragraph) int { return a.Line - b.Line })
	var b strings.Builder
	d.Layout = layout.Keep
	page = 1
	for _, q := range all {
		wording := tidy(q.Text)
		if wording == "" {
			continue
		}
		for ; page < pages[min(q.Line-1, p.line)]; page++ {
			b.WriteByte('\f')
		}
		b.WriteString(wording + layout.ParagraphSeparator + "\n")
		d.Paragraphs = append(d.Paragraphs, Paragraph{Text: wording, Line: len(d.Paragraphs) + 1,
			Table: q.Table, Row: q.Row, Column: q.Column})
	}
	d.Body = b.String()
}
