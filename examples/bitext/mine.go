package main

import (
	"context"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/bitext-go/bitext/align"
	"github.com/bitext-go/bitext/align/memory"
	"github.com/bitext-go/bitext/internal/say"
)

// mineFormats are the formats of output that need no text between the pairs.
var mineFormats = []string{"tsv", "tmx", "beads"}

func mineCommand() *cobra.Command {
	o := alignOptions{unit: "sentence", mine: true}
	c := &cobra.Command{
		Use:   "mine [flags] A B",
		Short: "Find the sentences that translate one another in two texts about the same subject",
		Long: `Mine finds the few sentences that are translations of each other in two texts
that are not: two newspapers of one day, or reports of two years. Their order
does not matter. Each sentence is in one pair at most. Each pair has a
confidence, from 0.5 to 1, that its sides are translations of each other; --sure
asks for more. If many pairs have a number, date or country on one side only, as
in reports that follow one pattern, these are left out.

The format beads names sentences by their number, from 0: with --lines, by the
line.`,
		Example: `  bitext mine report-2018.fr.txt report-2016.en.txt --format tsv
  bitext mine --lines --langs fr,en --format beads pile.fr pile.en`,
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) != 2 {
				return usagef("name two files; see bitext mine --help")
			}
			return nil
		},
		RunE: func(c *cobra.Command, args []string) error { return o.runMine(c.Context(), args, c.ErrOrStderr()) },
	}
	f := c.Flags()
	f.StringVarP(&o.out, "output", "o", "-", outputUsage)
	f.StringVar(&o.langs, "langs", "", "`languages` in the order of the files, as in ar,en (default: detected)")
	o.reading.flags(c)
	f.StringVar(&o.format, "format", "tsv", "`format` of the output: "+strings.Join(mineFormats, ", ")+
		" (default: by the name of the output, else tsv)")
	f.Lookup("format").DefValue = "" // which the usage says
	f.StringArrayVar(&o.lexicon, "lexicon", nil, lexiconUsage)
	sureFlag(c, &o.sure)
	allowFlag(c, &o.allow)
	o.writing.flags(c)
	f.BoolVar(&o.lines, "lines", false, "each line of the files is a sentence")
	f.StringVar(&o.date, "date", "", "creation `date` of the memory, as in 2016-09-19 or 2016-09-19T10:00:00Z "+
		"(default: SOURCE_DATE_EPOCH, else the last change of the newest file)")
	f.BoolVarP(&o.quiet, "quiet", "q", false, "print no summary")
	completions(c, "format", mineFormats...)
	fileCompletions(c, "lexicon", lexiconNames...)
	return c
}

// runMine runs bitext mine. It writes nothing before everything is found.
func (o *alignOptions) runMine(ctx context.Context, paths []string, log io.Writer) error {
	if err := choice("format", o.format, mineFormats...); err != nil {
		return err
	}
	if err := o.writing.check(o.format); err != nil {
		return err
	}
	r, err := o.align(ctx, paths, log)
	if err != nil {
		return err
	}
	r.beads = slices.DeleteFunc(r.beads, func(b align.Bead) bool { return b.Translation < o.sure })
	if r.copies = nil; !o.same {
		r.copies = memory.Copies(r.beads, r.texts...)
		r.beads = slices.DeleteFunc(memory.WithoutCopies(r.beads, r.copies), align.Bead.Null)
	}
	write := func(w io.Writer) error { return writers[o.format](w, r) }
	if err := writeOut(ctx, o.out, o.writing.convert(write)); err != nil {
		return err
	}
	if err := o.writing.report(log); err != nil {
		return err
	}
	if o.quiet {
		return nil
	}
	if n := len(r.copies); n > 0 {
		fmt.Fprintln(log, leftOutAsSame(n, "pair"))
		r.copies = nil
	}
	_, err = fmt.Fprintf(log, "%s of %d and %d sentences\n",
		say.Count(len(r.beads), "pair"), len(r.texts[0].Sentences), len(r.texts[1].Sentences))
	return err
}

// beads returns the beads of texts: all of them, or those that mining finds.
func (o *alignOptions) beads(ctx context.Context, a *align.Aligner, r *result) ([]align.Bead, error) {
	if !o.mine {
		return a.Align(ctx, r.texts...)
	}
	if len(r.texts) != 2 {
		return nil, fmt.Errorf("mine finds pairs in two languages, but there are %d; name them with --langs",
			len(r.texts))
	}
	return a.Mine(ctx, r.texts[0], r.texts[1])
}
