package main

import (
	"fmt"
	"io"
	"runtime/debug"
	"strconv"
	"strings"
	"time"

	"github.com/bitext-go/bitext/align"
	"github.com/bitext-go/bitext/align/tmx"
	"github.com/bitext-go/bitext/segment"
)

// A result is what bitext align has found.
type result struct {
	texts []*segment.Text
	beads []align.Bead
	unit  string // "sentence" or "paragraph"
	date  time.Time

	dropped int // characters that TMX cannot hold
}

// formats write a result.
var formats = map[string]func(io.Writer, *result) error{
	"tmx":   writeTMX,
	"tsv":   writeTSV,
	"beads": writeBeads,
	"html":  writeHTML,
}

// writeTMX writes a unit for each bead that has something on two sides.
func writeTMX(out io.Writer, r *result) error {
	w := tmx.NewWriter(out)
	w.Header.ToolVersion = version()
	w.Header.SegType = tmx.SegType(r.unit)
	w.Header.Source = r.texts[0].Lang
	w.Header.Created = r.date
	for _, b := range r.beads {
		if unit, ok := tmx.NewUnit(b, r.texts...); ok {
			if err := w.Write(unit); err != nil {
				return err
			}
		}
	}
	err := w.Close()
	r.dropped = w.Dropped()
	return err
}

// version is the version of the module that the program was built from.
func version() string {
	if info, ok := debug.ReadBuildInfo(); ok && info.Main.Version != "" && info.Main.Version != "(devel)" {
		return info.Main.Version
	}
	return "devel"
}

// writeTSV writes a table of all beads under a line of headings.
func writeTSV(out io.Writer, r *result) error {
	row := []string{"bead", "boundary", "translation"}
	for _, t := range r.texts {
		row = append(row, t.Lang.String()+" lines")
	}
	for _, t := range r.texts {
		row = append(row, t.Lang.String())
	}
	for _, b := range append([]align.Bead{{}}, r.beads...) {
		if b.Ranges != nil {
			row = append(row[:0], r.kind(b), score(b.Boundary), score(b.Translation))
			for i, t := range r.texts {
				row = append(row, lineNumbers(t, b.Ranges[i]))
			}
			for i, t := range r.texts {
				row = append(row, strings.Join(strings.Fields(t.Wording(b.Ranges[i])), " "))
			}
		}
		if _, err := fmt.Fprintln(out, strings.Join(row, "\t")); err != nil {
			return err
		}
	}
	return nil
}

// writeBeads writes the numbers of the sentences or paragraphs of each bead, from 0, and how sure its boundaries are.
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

// units is the sentences, or the paragraphs, of text i that are in a bead.
func (r *result) units(b align.Bead, i int) segment.Range {
	s := b.Ranges[i]
	if r.unit == "sentence" || s.Len() == 0 {
		return s
	}
	return segment.Range{Lo: r.texts[i].ParagraphOf(s.Lo), Hi: r.texts[i].ParagraphOf(s.Hi-1) + 1}
}

// kind is the size of a bead, as in "1-2".
func (r *result) kind(b align.Bead) string {
	sizes := make([]string, len(b.Ranges))
	for i := range b.Ranges {
		sizes[i] = strconv.Itoa(r.units(b, i).Len())
	}
	return strings.Join(sizes, "-")
}

func score(p float64) string { return strconv.FormatFloat(p, 'f', 3, 64) }

// lineNumbers is the lines of the document that hold the sentences of a range: "5", "5-7" or "".
func lineNumbers(t *segment.Text, r segment.Range) string {
	first, last := t.LinesOf(r)
	return fromTo(first, last)
}

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
