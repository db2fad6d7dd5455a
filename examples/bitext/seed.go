package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"github.com/bitext-go/bitext/align/seed"
	"github.com/bitext-go/bitext/examples/bitext/internal/memories"
	"github.com/bitext-go/bitext/examples/bitext/progress"
	"github.com/bitext-go/bitext/examples/bitext/seedfile"
	"github.com/bitext-go/bitext/internal/say"
)

// seedOptions are the flags of bitext seed.
type seedOptions struct {
	reading
	out, langs, date, leftOut string

	shard, firstPass, secondPass string

	writing   writingOptions
	converted *memories.ConversionReport // nil if nothing is converted

	lexicon, allow       []string
	sure                 float64
	workers              int
	alone, keep, ordered bool
	quiet, json, list    bool
}

func seedCommand() *cobra.Command {
	var o seedOptions
	reasons := reasonNames()
	c := &cobra.Command{
		Use:   "seed [flags] FOLDER|MANIFEST -o FILE.tmx",
		Short: "Make one memory of a whole collection of documents and their translations",
		Long: `Seed finds which documents of a folder are translations of each other, aligns
them all and writes one translation memory.

Documents are paired by name: report.ar.txt with report.en.txt, ar/report.txt
with en/report.txt, report English.txt with report French.txt. Documents that
cannot be paired by name are paired by content. One document may hold all its
languages. A MANIFEST is a table (CSV or TSV) with a line for each document and
a column for each language; the first line names the languages. --list writes a
manifest of the pairs that were found, which you can correct.

Everything is aligned twice, the second time with the word translations that the
whole collection teaches. A unit is left out if it is uncertain, has the same
text on both sides (same), is not in the language of its document (language),
has a number or date on one side only (numbers; in texts that are translations
only in part also a country), or is too long for the tool of
--for (long). Equal units are merged, and keep the place of each of them. If a
source has several translations, all of them are kept and marked with the
property x-bitext-alternative.

You can interrupt seed at any time. If you give the same command again, it
continues where it stopped: finished work is kept in FILE.tmx.seeding, which is
removed when the memory is written. The memory has the same bytes however often
seed was interrupted and however many workers it uses.

With --shard, several runs on any machines make a part of the memory each, and
"bitext memory merge" makes the memory of them, with the bytes of that of one
run. Each shard runs twice: with --first-pass it leaves in a folder what its
documents teach, and with --second-pass it reads what those of all shards teach
and writes its part. With --alone, once is enough.

If a document cannot be read, or its texts do not seem to be translations of
each other, the report names it and seed continues with the others. Memories,
XLIFF, PO and other files of pairs in the folder are used as they are: their
units are not aligned, but filtered and merged as all others. So are tables in
two languages, and resource files (JSON, .properties, RESX, Android, .strings)
whose strings have the same keys. Memories that bitext wrote are ignored, since
they were made of such documents. The exit status is 0 if all documents were
aligned, 3 if the memory was written but some documents could not be aligned, 1
if no memory was written, and 2 if the command line was at fault.`,
		Example: `  bitext seed archive -o memory.tmx
  bitext seed archive --list > pairs.tsv                     which files belong together
  bitext seed pairs.tsv -o memory.tmx --left-out left-out.tsv
  bitext seed archive -o memory.tmx --for trados --json > report.json
  bitext seed archive --shard 3/7 --first-pass words -o part-3.tmx     on each machine,
  bitext seed archive --shard 3/7 --second-pass words -o part-3.tmx    then this,
  bitext memory merge part-*.tmx -o memory.tmx                         and once`,
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) != 1 {
				return usagef("seed takes one folder or manifest; see bitext seed --help")
			}
			return nil
		},
		RunE: func(c *cobra.Command, args []string) error {
			return o.run(c.Context(), args[0], c.OutOrStdout(), c.ErrOrStderr())
		},
	}
	o.reading.flags(c)
	f := c.Flags()
	f.StringVarP(&o.out, "output", "o", "", "`file` to write; compressed if its name ends in .gz")
	f.StringVar(&o.langs, "langs", "", "`languages` to use, the source first, as in ar,en (default: all)")
	f.StringArrayVar(&o.lexicon, "lexicon", nil, lexiconUsage)
	sureFlag(c, &o.sure)
	f.BoolVar(&o.ordered, "ordered", false, orderedUsage)
	f.StringSliceVar(&o.allow, "allow", nil, "`reasons` for which no unit is left out: "+strings.Join(reasons, ", "))
	o.writing.flags(c)
	f.StringVar(&o.leftOut, "left-out", "", "`file` for a table (TSV) of the units that are left out, and why")
	f.IntVar(&o.workers, "workers", 0, "`number` of documents to align at a time (default: one for each processor)")
	f.BoolVar(&o.alone, "alone", false, "align each document by itself, without what the others teach")
	f.StringVar(&o.shard, "shard", "", "make only a `part` of the memory, as in 3/7, the third of seven")
	f.StringVar(&o.firstPass, "first-pass", "", "align only once, and leave in a `folder` what the shard teaches")
	f.StringVar(&o.secondPass, "second-pass", "", "align again, with what all shards have left in a `folder`")
	f.BoolVar(&o.keep, "keep-work", false, "keep FILE.tmx.seeding, so that a later run aligns only what has changed")
	f.BoolVar(&o.list, "list", false, "only write a manifest of the pairs that were found, to the standard output")
	f.StringVar(&o.date, "date", "", "creation `date` of the memory "+
		"(default: SOURCE_DATE_EPOCH, else the last change of the newest file)")
	f.BoolVarP(&o.quiet, "quiet", "q", false, "print no report and no progress")
	f.BoolVar(&o.json, "json", false, "write the report as JSON to the standard output")
	completions(c, "allow", reasons...)
	fileCompletions(c, "lexicon", lexiconNames...)
	return c
}

// An incompleteError says that a memory was written but some documents could not be aligned.
type incompleteError struct {
	failed []seed.Problem
	all    int
}

func (e *incompleteError) Error() string {
	more := ""
	if len(e.failed) > 1 {
		more = "; the report names all"
	}
	return fmt.Sprintf("%d of %s could not be aligned, first %s: %s%s",
		len(e.failed), say.Count(e.all, "document"), e.failed[0].Name, e.failed[0].Why, more)
}

// run runs bitext seed.
func (o *seedOptions) run(ctx context.Context, from string, out, log io.Writer) error {
	s, err := o.seeding(from, log)
	if err != nil {
		return err
	}
	show := stages{begin: func(what string) *progress.Task { return begin(ctx, log, o.quiet, what) }}
	s.Progress = show.set
	if o.list {
		found, err := s.Plan(ctx)
		show.set("", 0, 0)
		if err != nil {
			return err
		}
		return found.WriteManifest(out)
	}
	do := s.Run
	if o.firstPass != "" {
		do = s.FirstPass
	}
	report, err := do(ctx)
	show.set("", 0, 0)
	if report == nil {
		return err
	}
	if o.converted != nil {
		o.writing.done = *o.converted
		err = errors.Join(err, o.writing.report(log))
	}
	if o.json {
		err = errors.Join(err, report.WriteJSON(out))
	} else if !o.quiet && o.firstPass != "" && err == nil {
		err = seedfile.WriteFirstPass(log, report, o.firstPass, isolate)
	} else if !o.quiet {
		err = errors.Join(err, seedfile.WriteText(log, report, isolate))
	}
	if o.firstPass != "" {
		return err // the second pass tries again what could not be aligned
	}
	if err == nil && len(report.Failed) > 0 {
		err = &incompleteError{report.Failed, len(report.Failed) + len(report.Documents)}
	}
	return err
}
