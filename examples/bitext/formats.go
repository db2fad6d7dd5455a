package main

import (
	"fmt"
	"io"
	"strconv"
	"strings"

	"golang.org/x/text/language"

	"github.com/bitext-go/bitext/align"
	"github.com/bitext-go/bitext/align/formats"
	"github.com/bitext-go/bitext/align/tmx"
	"github.com/bitext-go/bitext/examples/bitext/internal/xlsx"
)

// writers write a result, by the name of the format.
var writers = map[string]func(io.Writer, *result) error{
	"tmx":    writeTMX,
	"beads":  writeBeads,
	"html":   writeHTML,
	"tsv":    rows(func(w io.Writer, _ ...language.Tag) *formats.Writer { return formats.NewTSV(w) }),
	"csv":    rows(formats.NewCSV),
	"xlsx":   writeXLSX,
	"jsonl":  rows(formats.NewJSONL),
	"ladder": pairs(func(w io.Writer, _ ...language.Tag) *formats.Writer { return formats.NewLadder(w) }),
	"xliff": pairs(func(w io.Writer, langs ...language.Tag) *formats.Writer {
		return formats.NewXLIFF(w, langs[0], langs[1])
	}),
}

// formatNames are the formats in the order in which the help lists them.
var formatNames = []string{"tmx", "xliff", "tsv", "csv", "xlsx", "jsonl", "ladder", "beads", "html"}

// unitFormats are the formats that leave out beads without a counterpart.
var unitFormats = []string{"tmx", "xliff"}

type newWriter func(io.Writer, ...language.Tag) *formats.Writer

// rows returns a writer of a format with a row for each bead.
func rows(open newWriter) func(io.Writer, *result) error {
	return func(out io.Writer, r *result) error {
		var langs []language.Tag
		for _, t := range r.texts {
			langs = append(langs, t.Lang)
		}
		w := open(out, langs...)
		beads, _ := r.written()
		for k := range beads {
			if err := w.Write(r.row(beads, k)); err != nil {
				return err
			}
		}
		return w.Close()
	}
}

// pairs returns a writer of a format with a row for each bead of two texts.
func pairs(open newWriter) func(io.Writer, *result) error {
	write := rows(open)
	return func(out io.Writer, r *result) error {
		if len(r.texts) != 2 {
			return usagef("--format %s holds two languages, but there are %d; "+
				"choose tmx, tsv, csv, xlsx, jsonl, beads or html", r.format, len(r.texts))
		}
		return write(out, r)
	}
}

// writeXLSX writes a workbook with a row for each bead, as CSV has them.
func writeXLSX(out io.Writer, r *result) error {
	var head []any
	var widths []int
	for _, t := range r.texts {
		head = append(head, t.Lang.String())
		widths = append(widths, 60)
	}
	head, widths = append(head, "boundary", "translation"), append(widths, 12, 12)
	beads, _ := r.written()
	w := xlsx.NewWriter(out, "Alignment", head, widths...)
	for k := range beads {
		var cells []any
		for _, text := range r.row(beads, k).Texts {
			cells = append(cells, text)
		}
		if err := w.Write(append(cells, score(beads[k].Boundary), score(beads[k].Translation))...); err != nil {
			return err
		}
	}
	return w.Close()
}

// writeTMX writes a unit for each bead that has sentences in two languages or more. Sentences
// without a counterpart become properties, which bitext add reads.
func writeTMX(out io.Writer, r *result) error {
	w := tmx.NewWriter(out)
	w.Header.ToolVersion = version()
	w.Header.SegType = tmx.SegType(r.unit)
	w.Header.Source = r.texts[0].Lang
	w.Header.Created = r.date
	beads, _ := r.written()
	for unit := range r.memory(beads) {
		if err := w.Write(unit); err != nil {
			return err
		}
	}
	err := w.Close()
	r.dropped = w.Dropped()
	return err
}

// writeBeads writes the numbers, from 0, of the sentences or paragraphs in each bead, and the
// confidence of its boundaries.
func writeBeads(out io.Writer, r *result) error {
	for _, b := range r.beads {
		for i := range b.Ranges {
			span := r.units(b, i)
			numbers := make([]string, 0, span.Len())
			for n := span.Lo; n < span.Hi; n++ {
				numbers = append(numbers, strconv.Itoa(n))
			}
			if _, err := fmt.Fprintf(out, "[%s]:", strings.Join(numbers, ", ")); err != nil {
				return err
			}
		}
		if _, err := fmt.Fprintln(out, score(b.Boundary)); err != nil {
			return err
		}
	}
	return nil
}

// score returns a confidence as it is written.
func score(p float64) string { return align.Confidence(p).String() }
