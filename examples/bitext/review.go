package main

import (
	"context"
	"fmt"
	"io"
	"os"
	"strings"

	"github.com/spf13/cobra"

	"github.com/bitext-go/bitext/examples/bitext/review"
	"github.com/bitext-go/bitext/internal/say"
)

func reviewCommand() *cobra.Command {
	o := reviewOptions{alignOptions: alignOptions{
		format: "tmx", unit: "sentence", reasons: reasonsShown,
		ordered: true, // rows of the page are in the order of both texts
	}}
	c := &cobra.Command{
		Use:   "review [flags] FILE... | MEMORY.tmx | FOLDER",
		Short: "Check and correct an alignment in the browser",
		Long: `Review opens a page in your browser with the texts side by side. You check the alignment there,
doubtful rows first, and correct it: merge and split rows, move sentences, edit their text, approve
them. This program serves the page, to this computer only; it needs no network, and nobody else can
open it.

FILE is as for bitext align: one document that holds both languages, or one document for each
language. It can also be a memory (.tmx), whose units become the rows. A unit that you do not change
keeps its number, dates and notes. Units get their confidence of translation while you work, and can
be aligned again; what they are split or merged into keeps their notes.

With a folder, the page lists the documents in it that are translations of each other, paired by
their names as bitext seed pairs them, and its memories, with how far each review is. A document is
aligned when you open it.

Every action is saved at once in a journal beside the first file, FILE.review. You can end the
program at any time, with Ctrl+C or by switching off the computer. The same command resumes where
you were, even if the document has changed or another version of bitext would align it differently.
To start over, move the journal elsewhere.

--export writes a file from the journal without opening the page: the approved rows, those and the
sure ones, or all rows except those marked as not a translation. Rows that are not translated yet,
because their text is the same as in the original, are left out unless you approve them. Without a
journal, and if the documents do not seem to be translations of each other, it asks whether these
are the right files, and the exit status is 3. The page can export too. In the page, ? shows the
keys.`,
		Example: `  bitext review report.ar-en.txt               review one document that holds both languages
  bitext review report.ar.txt report.en.txt    a document and its translation
  bitext review old.tmx                        a memory
  bitext review contracts                      all documents in a folder
  bitext review report.ar-en.txt --export approved -o report.tmx`,
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) == 0 {
				return usagef("no file is named; bitext review --help shows how")
			}
			return nil
		},
		RunE: func(c *cobra.Command, args []string) error {
			if len(args) == 1 && isFolder(args[0]) {
				return o.reviewFolder(c.Context(), args[0], c.OutOrStdout(), c.ErrOrStderr())
			}
			return o.review(c.Context(), args, c.OutOrStdout(), c.ErrOrStderr())
		},
	}
	f := c.Flags()
	f.StringVar(&o.journal, "journal", "", "`file` that keeps your actions (default: the first file with .review "+
		"added)")
	f.StringVar(&o.export, "export", "", "write `rows`, approved, sure or all, without opening the page")
	f.StringVar(&o.as, "format", "tmx", "`format` of --export: "+strings.Join(review.FormatNames(), ", "))
	f.StringVarP(&o.out, "output", "o", "-", "`file` for --export to write, - for the standard output")
	f.StringVar(&o.langs, "langs", "", "`languages` in the order of the files, as in ar,en (default: detected)")
	f.StringArrayVar(&o.lexicon, "lexicon", nil, "word `list` to align with: core, wide, none, or your own file "+
		"(default wide)")
	f.StringArrayVar(&o.glossary, "glossary", nil, "`file` of terms and their translations; rows that do not use them "+
		"are marked")
	sureFlag(c, &o.sure)
	allowFlag(c, &o.allow)
	o.reading.flags(c)
	o.writing.flags(c)
	f.StringVar(&o.unit, "unit", "sentence", "what a row holds: `sentence` or paragraph")
	f.BoolVar(&o.lines, "lines", false, "the text is already split: each line is a sentence")
	f.StringVar(&o.date, "date", "", "creation `date` of the memory, as for bitext align")
	f.IntVar(&o.port, "port", 0, "`number` of the port of this computer (default: any free port)")
	f.BoolVar(&o.stay, "no-browser", false, "print the address of the page without opening a browser")
	completions(c, "export", review.Exports...)
	completions(c, "unit", unitNames...)
	completions(c, "format", review.FormatNames()...)
	fileCompletions(c, "lexicon", lexiconNames...)
	fileCompletions(c, "glossary")
	return c
}

func (o *reviewOptions) review(ctx context.Context, paths []string, out, log io.Writer) error {
	options, err := o.options(ctx, paths, log)
	if err != nil {
		return err
	}
	if o.export != "" {
		r, err := review.Read(options)
		if err != nil {
			return err
		}
		reportChanged(log, r, options.Journal)
		units := 0
		err = writeOut(ctx, o.out, o.writing.convert(func(w io.Writer) (err error) {
			units, err = r.Export(w, o.export, o.as)
			return err
		}))
		if err == nil {
			err = o.writing.report(log)
		}
		if err != nil {
			return err
		}
		if n := r.Untranslated(); n > 0 && o.export != "approved" {
			fmt.Fprintln(log, leftOutAsSame(n, "row"))
		}
		if o.out != "-" {
			fmt.Fprintf(log, "%s written to %s\n", say.Count(units, "unit"), o.out)
		}
		if o.question != "" {
			return unrelatedError(o.question)
		}
		return nil
	}
	r, err := review.Open(options)
	if err != nil {
		return err
	}
	defer r.Close()
	if r.Resumed() {
		fmt.Fprintf(log, "Resuming the review in %s: %s so far.\n", options.Journal, say.Count(r.Actions(), "action"))
	}
	if r.Torn() > 0 {
		fmt.Fprintf(log, "%s: the last action was not saved completely, so it is left out.\n", options.Journal)
	}
	reportChanged(log, r, options.Journal)
	return o.serve(ctx, r, options.Journal, out, log)
}

// isFolder reports whether a path is a folder.
func isFolder(path string) bool {
	info, err := os.Stat(path)
	return err == nil && info.IsDir()
}

func reportChanged(log io.Writer, r *review.Review, journal string) {
	for _, path := range r.Changed() {
		fmt.Fprintf(log, "%s: changed or removed since the review began; the review continues with the original text. "+
			"To start over, move %s elsewhere.\n", path, journal)
	}
}
