package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"

	"github.com/spf13/cobra"
	"golang.org/x/text/language"

	"github.com/bitext-go/bitext/align/evidence"
	tm "github.com/bitext-go/bitext/align/memory"
	"github.com/bitext-go/bitext/align/tmx"
	"github.com/bitext-go/bitext/read"
	"github.com/bitext-go/bitext/segment"
)

// addOptions are the flags of bitext add.
type addOptions struct {
	alignOptions
	tmx      string
	lang     string
	document string
	damaged  bool
}

func addCommand() *cobra.Command {
	var o addOptions
	c := &cobra.Command{
		Use:   "add --tmx MEMORY [flags] FILE",
		Short: "Add a later translation of a document to its memory",
		Long: `Add aligns FILE, a document in one more language, with the units of that document in a translation
memory, and writes the memory with a new variant in each unit that FILE has a sentence for. Everything else stays the
same: ids, dates, notes, properties, markup and corrections by people. Adding the same file again changes nothing.

If the memory has several documents, name one with --document, by the name that any of its languages has there. A file
with the name of a document in the memory is a new version of it: unchanged sentences keep their units, and changed
ones replace the old wording. If a person has corrected the old wording, the new one is noted beside it as a property
instead. Nothing is deleted.

A sentence that covers several units gets a unit of its own, which joins them. A sentence that no language of the memory
has yet is kept in a property of the unit before it, where a later language can find it. Nothing is forced: if numbers,
dates or countries disagree, or if the memory has nothing like a sentence, it is listed at the end with its line and the
reason. If FILE is not a translation of the document but of a similar one, such as the report of another year, it only
gives variants to units that it agrees with in all of these. If little or nothing of FILE fits, add
asks whether it is the right file, and the exit status is 3.`,
		Example: `  bitext add --tmx memory.tmx --lang fr rapport.fr.txt -o memory.tmx
  bitext add --tmx memory.tmx --document report.en.txt --dry-run informe.es.txt`,
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) != 1 {
				return usagef("add takes one file, but %d are named; see bitext add --help", len(args))
			}
			return nil
		},
		RunE: func(c *cobra.Command, args []string) error { return o.run(c.Context(), args[0], c.ErrOrStderr()) },
	}
	f := c.Flags()
	f.StringVar(&o.tmx, "tmx", "", "the translation `memory` to add to")
	f.StringVarP(&o.out, "output", "o", "-",
		"`file` to write, - for the standard output; it may be the memory itself, and end in .gz")
	f.StringVar(&o.lang, "lang", "", "`language` of the file (default: detected)")
	f.StringVar(&o.document, "document", "",
		"`name` of the document in the memory (default: that of the file, or the only one)")
	f.StringArrayVar(&o.lexicon, "lexicon", nil,
		"`lexicon` to use: core, wide, none, or a file of yours (default wide)")
	sureFlag(c, &o.sure)
	allowFlag(c, &o.allow)
	f.BoolVar(&o.lines, "lines", false, "the text is already split: each line is a sentence")
	f.StringVar(&o.date, "date", "", "`date` of what is added, as in 2016-09-19 or 2016-09-19T10:00:00Z\n"+
		"(default: SOURCE_DATE_EPOCH, else when the file was changed)")
	f.BoolVar(&o.damaged, "leave-out-damaged", false, "leave damaged units of the memory out, instead of stopping")
	f.BoolVarP(&o.quiet, "quiet", "q", false, "no summary")
	f.BoolVar(&o.json, "json", false, "write the summary as JSON to the standard output")
	f.BoolVarP(&o.dry, "dry-run", "n", false, "do everything except write the output")
	o.reading.flags(c)
	o.writing.flags(c)
	fileCompletions(c, "tmx")
	fileCompletions(c, "lexicon", lexiconNames...)
	return c
}

// checkFlags returns an error for flags that are invalid or that would overwrite what is read.
func (o *addOptions) checkFlags(path string) (err error) {
	if o.same, err = allowsSame(o.allow); err != nil {
		return err
	}
	switch {
	case o.tmx == "":
		return usagef("--tmx is missing; name the memory to add to")
	case o.json && o.out == "-" && !o.dry:
		return usagef("--json and the memory cannot both be written to the standard output; " +
			"give the memory a file with -o, or add --dry-run")
	}
	if err := checkSure(o.sure); err != nil {
		return err
	}
	if err := o.writing.check("tmx"); err != nil {
		return err
	}
	if err := o.writing.checkInPlace(o.tmx, o.out); err != nil {
		return err
	}
	lexicons, err := lexiconUses(o.lexicon)
	if err != nil {
		return err
	}
	return noOverwrite(uses("-o", o.out), uses("a document", path), lexicons, o.srx.uses())
}

// run does the work of bitext add.
func (o *addOptions) run(ctx context.Context, path string, log io.Writer) error {
	if err := o.checkFlags(path); err != nil {
		return err
	}
	text, err := o.text(ctx, path)
	if err != nil {
		return err
	}
	adder := tm.Adder{Document: o.document, LeaveOutDamaged: o.damaged, Sure: o.sure, Same: o.same}
	if adder.Date, err = creation(o.date, []*read.Document{text.document}); err != nil {
		return err
	}
	out := o.out
	if o.dry {
		out = "-"
	}
	memory, err := openMemoryFile(ctx, o.tmx, out, log)
	if err != nil {
		return err
	}
	defer memory.close()
	if adder.Aligner.Scorer, err = o.evidence(ctx, text.Text, memory, log); err != nil {
		return err
	}
	var report *tm.Report
	add := o.writing.convert(func(w io.Writer) (err error) {
		report, err = adder.Add(ctx, memory.open, text.Text, w)
		return o.explain(err)
	})
	if o.dry {
		err = add(io.Discard)
	} else {
		err = writeOut(ctx, o.out, add, memory.ready)
	}
	if err != nil {
		return err
	}
	if err := o.writing.report(log); err != nil {
		return err
	}
	s := addSummary{Report: report, file: path, memory: o.tmx, Unplaced: report.Unplaced}
	switch {
	case o.json:
		err = s.writeJSON(os.Stdout)
	case !o.quiet:
		err = s.writeText(log)
	}
	if err != nil {
		return err
	}
	if question := s.unrelated(len(text.Sentences)); question != "" {
		return unrelatedError(question)
	}
	return nil
}

// An addedText is a text and the document that it was read from.
type addedText struct {
	*segment.Text
	document *read.Document
}

// text reads the file and splits it into sentences.
func (o *addOptions) text(ctx context.Context, path string) (addedText, error) {
	var langs []language.Tag
	if o.lang != "" {
		tag, err := parseLang(o.lang)
		if err != nil {
			return addedText{}, err
		}
		langs = append(langs, tag)
	}
	o.reading.langs = langs
	d, err := o.read(ctx, path)
	if err != nil {
		return addedText{}, err
	}
	var made []*segment.Text
	if o.lines {
		made, err = cut([]*read.Document{d}, langs)
	} else {
		made, err = each([]*read.Document{d}, langs, (*read.Document).Text)
	}
	switch {
	case err != nil:
		return addedText{}, err
	case made[0].Lang == language.Und:
		return addedText{}, fmt.Errorf("%s: the language cannot be detected; name it with --lang", path)
	case len(made[0].Sentences) == 0:
		return addedText{}, fmt.Errorf("%s: it has no sentences, only page numbers and the like", path)
	}
	return addedText{made[0], d}, nil
}

// evidence returns the scorer to align with. Lexicon files are read for the languages of the
// memory.
func (o *addOptions) evidence(
	ctx context.Context, text *segment.Text, memory *memoryFile, log io.Writer,
) (evidence.Scorer, error) {
	_, files, err := splitLexicons(o.lexicon)
	if err != nil {
		return nil, err
	}
	texts := []*segment.Text{text}
	if len(files) > 0 {
		var m trainingMemory
		in, err := memory.open()
		if err != nil {
			return nil, err
		}
		if err := m.readFrom(in, o.tmx, func(int, string) {}); err != nil {
			return nil, err
		}
		for _, l := range m.langs {
			texts = append(texts, &segment.Text{Lang: l})
		}
	}
	sources, err := o.sources(ctx, texts, log)
	if err != nil {
		return nil, err
	}
	return scorer(sources), nil
}

// explain names the memory in errors that are about it.
func (o *addOptions) explain(err error) error {
	var bad *tmx.SyntaxError
	switch {
	case err == nil:
		return nil
	case errors.As(err, &bad):
		return damagedMemory(o.tmx, bad, repairOrLose)
	case strings.HasPrefix(err.Error(), "memory: the memory holds"):
		return fmt.Errorf("%s: %s; name it with --document", o.tmx, strings.TrimPrefix(err.Error(), "memory: "))
	case strings.HasPrefix(err.Error(), "memory: "):
		return fmt.Errorf("%s: %s", o.tmx, strings.TrimPrefix(err.Error(), "memory: "))
	}
	return err
}
