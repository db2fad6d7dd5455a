package main

import (
	"bufio"
	"encoding/csv"
	"io"
	"strings"
	"time"

	"golang.org/x/text/language"

	"github.com/bitext-go/bitext/align/formats"
	"github.com/bitext-go/bitext/examples/bitext/internal/memories"
	"github.com/bitext-go/bitext/examples/bitext/internal/xlsx"
)

// tableWriters write a table, by the name of the format.
var tableWriters = map[string]func(io.Writer, []language.Tag, exporter) error{
	"csv":   func(w io.Writer, tags []language.Tag, all exporter) error { return writeTable(w, tags, all, ',') },
	"tsv":   func(w io.Writer, tags []language.Tag, all exporter) error { return writeTable(w, tags, all, '\t') },
	"xlsx":  writeWorkbook,
	"jsonl": writeJSONLines,
}

// detailNames are the columns after the languages.
var detailNames = []string{"id", "date", "author", "document", "translation", "notes"}

// details returns the columns after the languages.
func details(r *memories.Row) []string {
	date := ""
	if !r.Date.IsZero() {
		date = r.Date.UTC().Format(time.RFC3339)
	}
	return []string{r.Unit.ID, date, r.Author, r.Document, r.Translation, r.Notes}
}

// writeTable writes CSV for spreadsheets or TSV, whose cells are without tabs and line breaks.
func writeTable(w io.Writer, tags []language.Tag, all exporter, separator rune) error {
	out := bufio.NewWriterSize(w, 64<<10)
	var head []string
	for _, t := range tags {
		head = append(head, t.String())
	}
	head = append(head, detailNames...)
	write := func(cells []string) error {
		for i, c := range cells {
			if i > 0 {
				out.WriteByte('\t')
			}
			out.WriteString(oneLine.Replace(c))
		}
		return out.WriteByte('\n')
	}
	var table *csv.Writer
	if separator == ',' {
		out.WriteString("\uFEFF") // Excel needs it to see that the file is UTF-8
		table = csv.NewWriter(out)
		table.UseCRLF = true
		write = func(cells []string) error {
			for i, c := range cells {
				cells[i] = formats.Guard(c)
			}
			return table.Write(cells)
		}
	}
	if err := write(head); err != nil {
		return err
	}
	if err := all(func(r *memories.Row) error {
		return write(append(r.Texts[:len(tags):len(tags)],
			details(r)...))
	}); err != nil {
		return err
	}
	if table != nil {
		table.Flush()
		if err := table.Error(); err != nil {
			return err
		}
	}
	return out.Flush()
}

// oneLine replaces what ends a cell or a line of TSV.
var oneLine = strings.NewReplacer("\t", " ", "\r\n", " ", "\n", " ", "\r", " ", "\v", " ", "\f", " ",
	"\u0085", " ", "\u2028", " ", "\u2029", " ")

// writeWorkbook writes XLSX.
func writeWorkbook(w io.Writer, tags []language.Tag, all exporter) error {
	var head []any
	var widths []int
	for _, t := range tags {
		head, widths = append(head, t.String()), append(widths, 60)
	}
	for _, n := range detailNames {
		head, widths = append(head, n), append(widths, 18)
	}
	out := xlsx.NewWriter(w, "Memory", head, widths...)
	cells := make([]any, 0, len(head))
	if err := all(func(r *memories.Row) error {
		cells = cells[:0]
		for _, t := range append(r.Texts[:len(tags):len(tags)], details(r)...) {
			cells = append(cells, t)
		}
		return out.Write(cells...)
	}); err != nil {
		return err
	}
	return out.Close()
}
