package main

import (
	"context"
	"fmt"
	"io"
	"strings"
	"time"

	"github.com/spf13/cobra"
	"golang.org/x/text/language"

	"github.com/bitext-go/bitext/align/formats"
	"github.com/bitext-go/bitext/examples/bitext/internal/memories"
	"github.com/bitext-go/bitext/examples/bitext/internal/outfile"
	"github.com/bitext-go/bitext/internal/say"
)

// tableFormats are the formats of bitext memory export.
var tableFormats = []string{"csv", "tsv", "xlsx", "jsonl", "moses"}

// exportOptions are the flags of bitext memory export.
type exportOptions struct {
	memoryOptions
	format string
	langs  string
	force  bool
}

func exportCommand() *cobra.Command {
	var o exportOptions
	c := &cobra.Command{
		Use:   "export [flags] MEMORY",
		Short: "Write a memory as a table, for spreadsheets and programs",
		Long: `Export writes a memory as a table with a column for each language: CSV, TSV,
XLSX, JSON Lines with all that the units have, or Moses, a file of plain lines
for each language. After the languages, tables have the id, the date, the
author, the document, the confidence of translation and the notes. A unit with
several wordings in a language has a row for each. Placeholders of inline codes
are part of the text, and other codes are only in JSON Lines.

The format is that of the name of -o, or of --format. --langs names the columns
as ranges, as for bitext align. Moses needs a name: -o corpus writes corpus.en
and corpus.fr, with the units that have all languages. Time grows with the
memory, and space does not.

For Parquet, read JSON Lines in DuckDB, pandas or Spark; for example
duckdb -c "COPY (FROM 'master.jsonl') TO 'master.parquet'".`,
		Example: `  bitext memory export master.tmx -o master.xlsx
  bitext memory export master.tmx --langs en,fr --format moses -o corpus
  bitext memory export master.tmx --format jsonl | head`,
		Args: exactly(1, "export"),
		RunE: func(c *cobra.Command, args []string) error {
			o.force = forced(c)
			return o.run(c.Context(), args[0], c.ErrOrStderr())
		},
	}
	f := c.Flags()
	f.StringVarP(&o.out, "output", "o", "-", outputUsage)
	f.StringVar(&o.format, "format", "", "`format`: "+strings.Join(tableFormats, ", ")+
		" (default: by the name of the output, else tsv)")
	f.StringVar(&o.langs, "langs", "", "`languages` of the columns, as in en,fr (default: all)")
	completions(c, "format", tableFormats...)
	o.reportFlags(c)
	return c
}

func (o *exportOptions) run(ctx context.Context, path string, log io.Writer) error {
	started := time.Now()
	if o.format == "" {
		o.format = "tsv"
		for _, name := range tableFormats {
			if strings.HasSuffix(strings.TrimSuffix(strings.ToLower(o.out), ".gz"), "."+name) {
				o.format = name
			}
		}
	}
	if err := choice("format", o.format, tableFormats...); err != nil {
		return err
	}
	switch {
	case o.json && o.out == "-":
		return usagef("--json and the table cannot both be written to the standard output; name a file with -o")
	case o.format == "moses" && o.out == "-":
		return usagef("Moses has a file for each language; name them with -o, as in -o corpus for corpus.en and " +
			"corpus.fr")
	}
	if err := noOverwrite(uses("-o", o.out), uses("the memory", path)); err != nil {
		return err
	}
	ranges, err := parseRanges(o.langs)
	if err != nil {
		return err
	}
	source := memorySource(path)
	source.Damage = o.damage(path, log)
	tags, column, err := source.Columns(ranges)
	if err != nil {
		return err
	}
	task := begin(ctx, log, o.quiet, "exporting")
	defer task.Done()
	var report *memories.ExportReport
	export := func(write func(*memories.Row) error) (err error) {
		n := 0
		report, err = memories.Export(ctx, source, len(tags), column, func(r *memories.Row) error {
			if n++; n%1000 == 0 {
				task.Count("rows", n, 0)
			}
			return write(r)
		})
		return err
	}
	if o.format == "moses" {
		err = o.moses(path, tags, export)
	} else {
		err = writeOut(ctx, o.out, func(w io.Writer) error {
			return tableWriters[o.format](w, tags, export)
		})
	}
	if err != nil {
		return err
	}
	return o.report(log, exportSummary{path, o.format, report, o.out, time.Since(started).Seconds()})
}

// An exporter calls write for each row of a memory.
type exporter func(write func(*memories.Row) error) error

// moses writes a file for each language.
func (o *exportOptions) moses(path string, tags []language.Tag, all exporter) error {
	var files []*outfile.File
	var writers []io.Writer
	defer func() {
		for _, f := range files {
			f.Discard() // does nothing after Commit
		}
	}()
	for _, t := range tags {
		name := o.out + "." + t.String()
		if err := noOverwrite(uses("-o", name), uses("the memory", path)); err != nil {
			return err
		}
		if !o.force {
			if err := replaceable("-o", name); err != nil {
				return err
			}
		}
		f, err := outfile.Create(name)
		if err != nil {
			return err
		}
		files, writers = append(files, f), append(writers, f)
	}
	w := formats.NewMoses(writers...)
	if err := all(func(r *memories.Row) error { return w.Write(formats.Row{Texts: r.Texts}) }); err != nil {
		return err
	}
	if err := w.Close(); err != nil {
		return err
	}
	for _, f := range files {
		if err := f.Commit(); err != nil {
			return err
		}
	}
	return nil
}

// An exportSummary describes what bitext memory export wrote.
type exportSummary struct {
	Memory string `json:"memory"`
	Format string `json:"format"`
	*memories.ExportReport
	Output  string  `json:"output"`
	Seconds float64 `json:"seconds"`
}

func (s exportSummary) String() string {
	var b strings.Builder
	if s.Alternatives > 0 {
		fmt.Fprintf(&b, "%s for further wordings in one language\n", say.Count(s.Alternatives, "row"))
	}
	if s.Codes > 0 && s.Format != "jsonl" {
		fmt.Fprintf(&b, "Inline codes of %s are left out, except for placeholders; JSON Lines have them\n",
			say.Count(s.Codes, "unit"))
	}
	fmt.Fprintf(&b, "%s", say.Count(s.Units, "unit"))
	if s.Output != "-" {
		fmt.Fprintf(&b, " written to %s", s.Output)
	}
	fmt.Fprintf(&b, " in %.1f seconds\n", s.Seconds)
	return b.String()
}
