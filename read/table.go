package read

import (
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/bitext-go/bitext/read/internal/part"
	"github.com/bitext-go/bitext/segment/layout"
)

// csv reads a table whose cells are separated by commas, semicolons, tabs or bars (RFC 4180). Line
// breaks within a cell are kept.
func (r *Reader) csv(d *Document, s *source) error {
	text, err := r.decode(d, s.raw, "")
	if err != nil {
		return err
	}
	text = strings.TrimPrefix(text, "\uFEFF")
	first := 1
	if rest, found := strings.CutPrefix(text, "sep="); found && len(rest) > 1 { // as Excel writes for itself
		_, text, _ = strings.Cut(text, "\n")
		first++
	}
	in := csv.NewReader(strings.NewReader(text))
	in.Comma = separatorOf(text)
	in.FieldsPerRecord = -1
	in.LazyQuotes = true
	in.ReuseRecord = true
	var t tableBuilder
	for {
		fields, err := in.Read()
		if err == io.EOF {
			break
		}
		var wrong *csv.ParseError
		if errors.As(err, &wrong) {
			return &lineError{wrong.Line, part.Damaged(fmt.Errorf("damaged CSV (%w); save the table again", wrong.Err))}
		}
		if err != nil {
			return err
		}
		line, _ := in.FieldPos(0)
		t.row(line+first-1, fields)
	}
	t.unguard()
	d.setParagraphs(t.paragraphs, nil)
	return nil
}

// separatorOf returns the character that separates the cells of a CSV file: the one that is most
// often outside quotation marks in its first line, or a comma.
func separatorOf(text string) rune {
	counts := map[rune]int{}
	quoted := false
	for _, c := range text {
		switch {
		case c == '"':
			quoted = !quoted
		case quoted:
		case c == '\n':
			if len(counts) > 0 {
				return mostOf(counts)
			}
		case c == ',' || c == ';' || c == '\t' || c == '|':
			counts[c]++
		}
	}
	return mostOf(counts)
}

func mostOf(counts map[rune]int) rune {
	best := ','
	for _, c := range ",;\t|" {
		if counts[c] > counts[best] {
			best = c
		}
	}
	return best
}

// tsv reads a table whose cells are separated by tabs. A cell is in quotation marks, as
// spreadsheets write it, only if marks within it are doubled.
func (r *Reader) tsv(d *Document, s *source) error {
	text, err := r.decode(d, s.raw, "")
	if err != nil {
		return err
	}
	var t tableBuilder
	line := 0
	for l := range strings.Lines(strings.TrimPrefix(text, "\uFEFF")) {
		line++
		fields := strings.Split(strings.TrimRight(l, "\r\n"), "\t")
		for i, f := range fields {
			if n := len(f); n > 2 && f[0] == '"' && f[n-1] == '"' && strings.Contains(f[1:n-1], `""`) {
				fields[i] = strings.ReplaceAll(f[1:n-1], `""`, `"`)
			}
		}
		t.row(line, fields)
	}
	d.setParagraphs(t.paragraphs, nil)
	return nil
}

// A tableBuilder makes paragraphs of the cells of a table.
type tableBuilder struct {
	paragraphs []part.Paragraph
	rows       int
}

// cellBreaks makes the line breaks in a cell what readers hand on.
var cellBreaks = strings.NewReplacer("\r\n", layout.LineSeparator, "\n", layout.LineSeparator, "\r",
	layout.LineSeparator)

// row adds a row that begins in a line of the file.
func (t *tableBuilder) row(line int, fields []string) {
	t.rows++
	for i, f := range fields {
		if strings.TrimSpace(f) != "" {
			t.paragraphs = append(t.paragraphs, part.Paragraph{
				Text: cellBreaks.Replace(f), Line: line, Cell: part.Cell{Table: 1, Row: t.rows, Column: i + 1},
			})
		}
	}
}

// unguard removes the apostrophes that this project's tables have before wordings that a
// spreadsheet would take for a formula. Their last column is headed "translation".
func (t *tableBuilder) unguard() {
	head := ""
	for _, p := range t.paragraphs {
		if p.Row == 1 {
			head = p.Text
		}
	}
	if head != "translation" {
		return
	}
	for i, p := range t.paragraphs {
		bare := strings.TrimLeft(p.Text, "'")
		if bare != "" && bare != p.Text && strings.IndexByte("=+-@", bare[0]) >= 0 {
			t.paragraphs[i].Text = p.Text[1:]
		}
	}
}
