package main

import (
	"bufio"
	"context"
	"encoding/csv"
	"encoding/json"
	"fmt"
	"io"
	"strings"
	"time"

	"github.com/spf13/cobra"
	"golang.org/x/text/language"

	"github.com/bitext-go/bitext/align/formats"
	"github.com/bitext-go/bitext/align/tmx"
	"github.com/bitext-go/bitext/examples/bitext/internal/memories"
	"github.com/bitext-go/bitext/examples/bitext/internal/outfile"
	"github.com/bitext-go/bitext/examples/bitext/internal/xlsx"
	"github.com/bitext-go/bitext/internal/say"
)

// tableFormats are the formats of bitext memory export.
var tableFormats = []string{"csv", "tsv", "xlsx", "jsonl", "moses"}

// exportOptions are the flags of bitext memory export.
type exportOptions struct {
	memoryOptions
	format string
	langs  string
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
		RunE: func(c *cobra.Command, args []string) error { return o.run(c.Context(), args[0], c.ErrOrStderr()) },
	}
	f := c.Flags()
	f.StringVarP(&o.out, "output", "o", "-", "`file` to write, - for the standard output; it may end in .gz")
	f.StringVar(&o.format, "format", "", "`format`: "+strings.Join(tableFormats, ", ")+
		" (default: that of the name of -o, else tsv)")
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
		err = writeOut(ctx, o.out, packed(o.out, func(w io.Writer) error {
			return tableWriters[o.format](w, tags, export)
		}))
	}
	if err != nil {
		return err
	}
	return o.report(log, exportSummary{path, o.format, report, o.out, time.Since(started).Seconds()})
}

// An exporter calls write for each row of a memory.
type exporter func(write func(*memories.Row) error) error

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

// A jsonUnit is a unit as JSON Lines have it. Bitext reads its langs, texts and confidences again.
type jsonUnit struct {
	Langs       []string    `json:"langs"`
	Texts       []string    `json:"texts"`
	ID          string      `json:"id,omitempty"`
	Boundary    json.Number `json:"boundary,omitempty"`
	Translation json.Number `json:"translation,omitempty"`
	jsonDetails
	Sides []jsonDetails `json:"sides,omitempty"` // of each variant of the unit
}

// jsonDetails are what a unit or a variant has besides its wording.
type jsonDetails struct {
	Lang      string            `json:"lang,omitempty"`
	Segment   string            `json:"segment,omitempty"` // the text with its codes, as TMX has it
	Created   string            `json:"created,omitempty"`
	CreatedBy string            `json:"created_by,omitempty"`
	Changed   string            `json:"changed,omitempty"`
	ChangedBy string            `json:"changed_by,omitempty"`
	Notes     []string          `json:"notes,omitempty"`
	Props     []jsonProp        `json:"properties,omitempty"`
	Attrs     map[string]string `json:"attributes,omitempty"`
}

type jsonProp struct {
	Type string `json:"type"`
	Text string `json:"text"`
	Lang string `json:"lang,omitempty"`
}

// writeJSONLines writes an object for each row, with all that a unit has.
func writeJSONLines(w io.Writer, tags []language.Tag, all exporter) error {
	out := bufio.NewWriterSize(w, 64<<10)
	encoder := json.NewEncoder(out)
	encoder.SetEscapeHTML(false)
	if err := all(func(r *memories.Row) error {
		u := r.Unit
		j := jsonUnit{ID: u.ID, jsonDetails: jsonDetails{Created: rfc3339(u.Created), CreatedBy: u.CreatedBy,
			Changed: rfc3339(u.Changed), ChangedBy: u.ChangedBy, Notes: noteTexts(u.Notes), Attrs: attrs(u.Attrs)}}
		for i, t := range tags {
			j.Langs, j.Texts = append(j.Langs, t.String()), append(j.Texts, r.Texts[i])
		}
		for _, p := range u.Props {
			switch {
			case p.Type == tmx.PropBoundary && isConfidence(p.Text):
				j.Boundary = json.Number(p.Text)
			case p.Type == tmx.PropTranslation && isConfidence(p.Text):
				j.Translation = json.Number(p.Text)
			default:
				j.Props = append(j.Props, jsonPropOf(p))
			}
		}
		some := false
		for _, v := range u.Variants {
			d := jsonDetails{Created: rfc3339(v.Created), CreatedBy: v.CreatedBy, Changed: rfc3339(v.Changed),
				ChangedBy: v.ChangedBy, Notes: noteTexts(v.Notes), Attrs: attrs(v.Attrs)}
			if len(v.Inline) > 0 {
				d.Segment = v.Segment()
			}
			for _, p := range v.Props {
				d.Props = append(d.Props, jsonPropOf(p))
			}
			some = some || d.Segment != "" || d.Created+d.CreatedBy+d.Changed+d.ChangedBy != "" ||
				len(d.Notes)+len(d.Props)+len(d.Attrs) > 0
			d.Lang = v.Lang.String()
			j.Sides = append(j.Sides, d)
		}
		if !some {
			j.Sides = nil
		}
		return encoder.Encode(j)
	}); err != nil {
		return err
	}
	return out.Flush()
}

func rfc3339(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return t.UTC().Format(time.RFC3339)
}

func noteTexts(notes []tmx.Note) (out []string) {
	for _, n := range notes {
		out = append(out, n.Text)
	}
	return out
}

func attrs(all []tmx.Attr) map[string]string {
	if len(all) == 0 {
		return nil
	}
	out := map[string]string{}
	for _, a := range all {
		out[a.Name] = a.Value
	}
	return out
}

func jsonPropOf(p tmx.Prop) jsonProp {
	j := jsonProp{Type: p.Type, Text: p.Text}
	if p.Lang != language.Und {
		j.Lang = p.Lang.String()
	}
	return j
}

// isConfidence reports whether a text is a confidence as this project writes it.
func isConfidence(s string) bool {
	return len(s) == len("0.000") && (s[0] == '0' || s[0] == '1') && s[1] == '.' && strings.Trim(s[2:],
		"0123456789") == ""
}

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
