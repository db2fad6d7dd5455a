package main

import (
	"context"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"
	"golang.org/x/text/language"

	"github.com/bitext-go/bitext/align"
	"github.com/bitext-go/bitext/read"
	"github.com/bitext-go/bitext/segment"
)

var unitNames = []string{"sentence", "paragraph"}

// alignOptions are the flags of bitext align.
type alignOptions struct {
	reading
	out     string
	langs   string
	format  string
	unit    string
	lexicon []string
	date    string
	lines   bool
	quiet   bool
	json    bool
	dry     bool
	explain bool
	reasons int // how many reasons a bead carries
}

func alignCommand() *cobra.Command {
	var o alignOptions
	c := &cobra.Command{
		Use:   "align [flags] FILE...",
		Short: "Pair the sentences of a document and its translation",
		Long: `Align pairs the sentences of a document with those of its translation and writes the pairs as translation memory.

FILE is one document that holds both languages, one after the other or in turns, or one document a language; "-" is the
standard input. Documents are text in any encoding, Markdown, HTML, DOCX, ODT, or PDF where pdftotext is installed.
Encodings and languages are found; --encoding and --langs name them where that goes wrong. The sentences of a translation
memory or of XLIFF are paired already, and are written in another form. The same command writes the same bytes every time.

At the end it says on the standard error what it did and which sentences have no counterpart. Those are never in a
translation memory, nor in XLIFF, but they are in the other formats. Figures from 0 to 1 say how sure each bead is: that
it is cut right, and that its sides translate one another.

--lexicon may be given any number of times. A built-in list of words is core (small), wide (large, the default) or none;
anything else is a file of yours, used beside the built-in list: a glossary or dictionary (.tsv, .csv, .tbx, hunalign's .dic,
.index or .dict of dict servers, StarDict's .ifo), what bitext lexicon train wrote (.lex), or any translation memory (.tmx),
which is learned from first. Either direction will do. Lines that are not understood are named, and the rest is read.`,
		Example: `  bitext align report.ar-en.txt -o report.tmx
  bitext align report.ar.txt report.en.txt -o report.tmx
  bitext align --lexicon terms.csv --lexicon old.tmx report.ar.txt report.en.txt -o report.tmx
  bitext align --langs de,fr --format tsv buch.txt livre.txt
  bitext align --lines --format beads source.txt target.txt    text that is cut already, one sentence a line`,
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) == 0 {
				return usagef("no file is named; bitext align --help shows how")
			}
			return nil
		},
		RunE: func(c *cobra.Command, args []string) error { return o.run(c.Context(), args, c.ErrOrStderr()) },
	}
	f := c.Flags()
	f.StringVarP(&o.out, "output", "o", "-", "`file` to write, - for the standard output")
	f.StringVar(&o.langs, "langs", "", "`languages` in the order of the files, as in ar,en (default: found)")
	o.reading.flags(c)
	f.StringVar(&o.format, "format", "tmx", "`form` of the output: "+strings.Join(formatNames, ", "))
	f.StringVar(&o.unit, "unit", "sentence", "what a unit holds: `sentence` or paragraph")
	f.StringArrayVar(&o.lexicon, "lexicon", nil, "word `list` to use: core, wide, none, or a file of yours (default wide)")
	f.BoolVar(&o.lines, "lines", false, "the text is cut already: each line is a sentence")
	f.StringVar(&o.date, "date", "", "creation `date` of the memory, as in 2016-09-19 or 2016-09-19T10:00:00Z\n"+
		"(default: SOURCE_DATE_EPOCH, else when the newest file was changed)")
	f.BoolVarP(&o.quiet, "quiet", "q", false, "no summary")
	f.BoolVar(&o.json, "json", false, "write the summary as JSON, to the standard output")
	f.BoolVarP(&o.dry, "dry-run", "n", false, "do all but write the output")
	f.BoolVar(&o.explain, "explain", false, "say in the summary which lines are in which language, what was left out, and how the layout was mended")
	completions(c, "format", formatNames...)
	completions(c, "unit", unitNames...)
	fileCompletions(c, "lexicon", lexiconNames...)
	return c
}

// run does the work of bitext align. Nothing is written before everything is aligned.
func (o *alignOptions) run(ctx context.Context, paths []string, log io.Writer) error {
	begin := time.Now()
	r, err := o.align(ctx, paths, log)
	if err != nil {
		return err
	}
	if !o.dry {
		if err := writeOut(o.out, func(w io.Writer) error { return writers[o.format](w, r) }); err != nil {
			return err
		}
	}
	return o.report(r, time.Since(begin), log)
}

// align reads the documents and aligns them.
func (o *alignOptions) align(ctx context.Context, paths []string, log io.Writer) (*result, error) {
	langs, err := o.check(paths)
	if err != nil {
		return nil, err
	}
	if len(paths) == 1 && isPaired(paths[0]) {
		return o.paired(paths[0], langs, log)
	}
	o.reading.langs = langs
	var docs []*read.Document
	for _, path := range paths {
		d, err := o.read(path)
		if err != nil {
			return nil, err
		}
		docs = append(docs, d)
	}
	r := &result{docs: docs, unit: o.unit, format: o.format}
	if r.date, err = creation(o.date, docs); err != nil {
		return nil, err
	}
	if o.lines {
		r.texts, err = cut(docs, langs)
	} else {
		r.texts, err = texts(docs, langs)
	}
	if err == nil && o.format == "tmx" {
		err = distinct(r.texts)
	}
	if err != nil {
		return nil, err
	}
	for _, t := range r.texts {
		logger(ctx).Info("text", "document", t.Name, "language", t.Lang, "paragraphs", len(t.Paragraphs), "sentences", len(t.Sentences))
		if len(t.Sentences) == 0 {
			return nil, fmt.Errorf("%s: there is no sentence in it, only what belongs to the layout of pages", t.Name)
		}
	}
	if r.lexicons, err = o.sources(r.texts, log); err != nil {
		return nil, err
	}
	task := begin(ctx, log, o.quiet, "aligning")
	defer task.Done()
	if o.format == "jsonl" && o.reasons == 0 {
		o.reasons = reasonsShown // no other form has room for them
	}
	sentences := 0
	for _, t := range r.texts {
		sentences += len(t.Sentences)
	}
	aligner := align.Aligner{Scorer: scorer(r.lexicons), MaxReasons: o.reasons, Progress: func(done, all int) {
		task.Count("sentences", done*sentences/max(all, 1), 0)
		task.Set(done, all)
	}}
	if r.beads, err = aligner.Align(ctx, r.texts...); err != nil {
		return nil, err
	}
	logger(ctx).Info("aligned", "beads", len(r.beads))
	if o.unit == "paragraph" {
		r.beads = align.Paragraphs(r.beads, r.texts...)
	}
	return r, nil
}

// sources returns the lexicons that the flags name.
func (o *alignOptions) sources(texts []*segment.Text, log io.Writer) (out []*wordSource, err error) {
	names, files, err := lexicons(o.lexicon)
	if err != nil {
		return nil, err
	}
	for _, name := range names {
		out = append(out, namedSource(name))
	}
	r := lexiconReader{texts: texts, log: log, words: namedSource("wide").lookUp}
	for _, t := range texts {
		r.langs = append(r.langs, t.Lang)
	}
	for _, path := range files {
		s, err := r.read(path)
		if err != nil {
			return nil, err
		}
		out = append(out, s)
	}
	return out, nil
}

// report ends the work with the summary that the flags ask for.
func (o *alignOptions) report(r *result, took time.Duration, log io.Writer) error {
	s := summarise(r, took)
	if !o.dry && o.out != "-" {
		s.Output = o.out
	}
	if o.explain {
		s.Notes = explain(r)
	}
	switch {
	case o.json:
		return s.writeJSON(os.Stdout)
	case o.quiet:
		return nil
	}
	return s.writeText(log)
}

// check looks at the flags, before any file is read.
func (o *alignOptions) check(paths []string) ([]language.Tag, error) {
	if err := choice("format", o.format, formatNames...); err != nil {
		return nil, err
	}
	if err := choice("unit", o.unit, unitNames...); err != nil {
		return nil, err
	}
	_, files, err := lexicons(o.lexicon)
	if err != nil {
		return nil, err
	}
	if o.lines && len(paths) == 1 {
		return nil, usagef("--lines needs one file a language, and there is only %s", paths[0])
	}
	if o.lines && o.unit == "paragraph" {
		return nil, usagef("--lines knows no paragraphs; leave out --unit paragraph, or --lines")
	}
	if o.out != "-" && slices.Contains(paths, o.out) {
		return nil, usagef("-o %s would write over a document that is read; choose another name", o.out)
	}
	if o.out != "-" && slices.Contains(files, o.out) {
		return nil, usagef("-o %s would write over a lexicon that is read; choose another name", o.out)
	}
	if o.json && o.out == "-" && !o.dry {
		return nil, usagef("--json writes to the standard output, where the memory goes too; give the memory a file with -o, or add --dry-run")
	}
	return parseLangs(o.langs)
}
