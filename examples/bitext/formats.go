package main

import (
	"fmt"
	"io"
	"runtime/debug"
	"strconv"
	"strings"
	"time"

	"golang.org/x/text/language"

	"github.com/bitext-go/bitext/align"
	"github.com/bitext-go/bitext/align/formats"
	tm "github.com/bitext-go/bitext/align/memory"
	"github.com/bitext-go/bitext/align/tmx"
	"github.com/bitext-go/bitext/read"
	"github.com/bitext-go/bitext/segment"
)

// A result is what bitext align has found.
type result struct {
	docs   []*read.Document
	texts  []*segment.Text
	beads  []align.Bead
	unit   string // "sentence" or "paragraph"
	format string // what it will be written as
	date   time.Time

	lexicons []*wordSource
	dropped  int // characters that TMX cannot hold
}

// writers write a result, by the name of the format.
var writers = map[string]func(io.Writer, *result) error{
	"tmx":    writeTMX,
	"beads":  writeBeads,
	"html":   writeHTML,
	"tsv":    rows(func(w io.Writer, _ ...language.Tag) *formats.Writer { return formats.NewTSV(w) }),
	"csv":    rows(formats.NewCSV),
	"jsonl":  rows(formats.NewJSONL),
	"ladder": pairs(func(w io.Writer, _ ...language.Tag) *formats.Writer { return formats.NewLadder(w) }),
	"xliff": pairs(func(w io.Writer, langs ...language.Tag) *formats.Writer {
		return formats.NewXLIFF(w, langs[0], langs[1])
	}),
}

// formatNames is the names in the order in which help lists them.
var formatNames = []string{"tmx", "xliff", "tsv", "csv", "jsonl", "ladder", "beads", "html"}

// unitFormats are those that leave beads without a counterpart out.
var unitFormats = []string{"tmx", "xliff"}

type newWriter func(io.Writer, ...language.Tag) *formats.Writer

// rows returns a format that has a row for each bead.
func rows(open newWriter) func(io.Writer, *result) error {
	return func(out io.Writer, r *result) error {
		var langs []language.Tag
		for _, t := range r.texts {
			langs = append(langs, t.Lang)
		}
		w := open(out, langs...)
		for _, b := range r.beads {
			if err := w.Write(formats.NewRow(b, r.texts...)); err != nil {
				return err
			}
		}
		return w.Close()
	}
}

// pairs returns a format that has a row for each bead of two texts.
func pairs(open newWriter) func(io.Writer, *result) error {
	write := rows(open)
	return func(out io.Writer, r *result) error {
		if len(r.texts) != 2 {
			return usagef("this format holds two languages, but there are %d; choose tmx, tsv, csv, jsonl, beads or html", len(r.texts))
		}
		return write(out, r)
	}
}

// writeTMX writes a unit for each bead that has something on two sides. What has no counterpart is
// kept in properties, for bitext add.
func writeTMX(out io.Writer, r *result) error {
	w := tmx.NewWriter(out)
	w.Header.ToolVersion = version()
	w.Header.SegType = tmx.SegType(r.unit)
	w.Header.Source = r.texts[0].Lang
	w.Header.Created = r.date
	for unit := range tm.FromBeads(r.beads, r.texts...) {
		if err := w.Write(unit); err != nil {
			return err
		}
	}
	err := w.Close()
	r.dropped = w.Dropped()
	return err
}

// version returns the version of the module that the program was built from.
func version() string {
	if info, ok := debug.ReadBuildInfo(); ok && info.Main.Version != "" && info.Main.Version != "(devel)" {
		return info.Main.Version
	}
	return "devel"
}

// writeBeads writes the numbers of the sentences or paragraphs of each bead, from 0, and how sure
// its boundaries are.
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

// units returns the sentences, or the paragraphs, of text i that are in a bead.
func (r *result) units(b align.Bead, i int) segment.Range {
	s := b.Ranges[i]
	if r.unit == "sentence" || s.Len() == 0 {
		return s
	}
	return segment.Range{Lo: r.texts[i].ParagraphOf(s.Lo), Hi: r.texts[i].ParagraphOf(s.Hi-1) + 1}
}

// kind returns the size of a bead, as in "1-2".
func (r *result) kind(b align.Bead) string {
	sizes := make([]string, len(b.Ranges))
	for i := range b.Ranges {
		sizes[i] = strconv.Itoa(r.units(b, i).Len())
	}
	return strings.Join(sizes, "-")
}

func score(p float64) string { return align.Confidence(p).String() }

// fromTo returns the lines of a document as people write them: "5", "5-7" or, where there are none,
// "".
func fromTo(first, last int) string {
	switch {
	case first == 0:
		return ""
	case first == last:
		return strconv.Itoa(first)
	default:
		return fmt.Sprintf("%d-%d", first, last)
	}
}
