package main

import (
	"context"
	"io"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"github.com/bitext-go/bitext/align/check"
	"github.com/bitext-go/bitext/examples/bitext/internal/corpus"
	"github.com/bitext-go/bitext/internal/say"
)

// filterOptions are the flags of bitext filter.
type filterOptions struct {
	alignOptions
	keep, drop []string
	near       float64
	rejects    string
	force      bool
}

func filterCommand() *cobra.Command {
	o := filterOptions{alignOptions: alignOptions{format: "tmx", unit: "sentence"}}
	c := &cobra.Command{
		Use:   "filter [flags] FILE [FILE2]",
		Short: "Leave bad units out of a memory or a corpus",
		Long: `Filter writes a memory (.tmx), a table (TSV) whose first two columns are texts, or
two files of lines that translate each other (Moses) without the units that you
do not want, and lists how many it leaves out, and why. What it keeps does not
change. "-" is the standard input, and the default for the output is the
standard output; two files of lines are written to -o NAME as NAME.LANG.

--keep names what a unit must have: a measure, a comparison (<, <=, >, >=, =)
and a number. The measures are
  translation   the confidence from 0 to 1 that the sides translate each other
  characters    of the longer side
  words         of the longer side; without spaces, each letter counts
  ratio         of the characters of the longer side to those of the shorter

--drop names what a unit must not have. These are the kinds of findings of bitext
check, and
  equal         both sides are the same
  duplicate     an earlier unit is the same
  near          an earlier unit is nearly the same, by --near; the earlier unit of
                a memory keeps where the later one was found

--left-out writes the units that are left out, with the reasons, as a table.`,
		Example: `  bitext filter web.tmx --keep 'translation>=.7' --drop numbers,language,equal -o clean.tmx
  bitext filter corpus.en corpus.fr --langs en,fr --drop duplicate,near -o clean
  zcat web.tsv.gz | bitext filter - --langs en,de --keep 'ratio<3' --drop near > clean.tsv`,
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) < 1 || len(args) > 2 {
				return usagef("filter takes a memory, a table, or two files of lines, but %s; see bitext filter --help",
					say.Count(len(args), "file")+" named")
			}
			return nil
		},
		RunE: func(c *cobra.Command, args []string) error {
			o.force = forced(c)
			return o.run(c.Context(), args, c.ErrOrStderr())
		},
	}
	f := c.Flags()
	f.StringVarP(&o.out, "output", "o", "-", outputUsage)
	f.StringSliceVar(&o.keep, "keep", nil, "`conditions` that a unit must meet, as in 'translation>=.7,ratio<3'")
	f.StringSliceVar(&o.drop, "drop", nil, "`reasons` to leave a unit out, as in numbers,language,equal")
	f.Float64Var(&o.near, "near", .8, "share, from 0.5 to 1, of shingles that nearly equal units have in common")
	f.StringVar(&o.rejects, "left-out", "", "`file` for a table (TSV) of the units that are left out, and why")
	f.StringVar(&o.langs, "langs", "", "`languages` of a table or of two files, or of a memory, the source first")
	f.StringArrayVar(&o.lexicon, "lexicon", nil,
		"`lexicon` to judge with: core, wide, none, or a file of yours (default wide)")
	o.writing.flags(c)
	f.BoolVarP(&o.quiet, "quiet", "q", false, "print no summary")
	f.BoolVar(&o.json, "json", false, "write the summary as JSON to the standard output")
	completions(c, "drop", dropNames()...)
	fileCompletions(c, "lexicon", lexiconNames...)
	return c
}

// The reasons that only bitext filter knows.
const (
	dropEqual     = "equal"
	dropDuplicate = "duplicate"
	dropNear      = "near"
)

// dropLanguage is text in another language than the unit says; the kind of finding "language" is
// the name of a language in a text.
const dropLanguage = "language"

// dropNames returns the reasons of --drop.
func dropNames() []string {
	out := []string{dropEqual, dropDuplicate, dropNear, dropLanguage}
	for _, k := range check.Kinds() {
		if k != check.WrongLanguage && k != check.Language && k != check.Unpaired {
			out = append(out, string(k))
		}
	}
	return out
}

// criteria are what the flags ask for.
type criteria struct {
	keep   []corpus.Condition
	drop   []string // as in dropNames
	judged bool     // a condition needs the confidence of translation
}

// criteria reads --keep and --drop.
func (o *filterOptions) criteria() (*criteria, error) {
	c := &criteria{}
	for _, text := range o.keep {
		condition, err := corpus.ParseCondition(text)
		if err != nil {
			return nil, usagef("--keep: %v", err)
		}
		c.keep = append(c.keep, condition)
		c.judged = c.judged || condition.Measure == corpus.Translation
	}
	for _, name := range o.drop {
		name = strings.TrimSpace(name)
		known := ""
		for _, n := range dropNames() {
			if n == name || n+"s" == name {
				known = n
			}
		}
		if known == "" {
			return nil, usagef("--drop %s: there is no such reason; choose %s", name, strings.Join(dropNames(), ", "))
		}
		c.drop = append(c.drop, known)
	}
	switch {
	case len(c.keep)+len(c.drop) == 0:
		return nil, usagef("nothing says what to leave out; add --keep or --drop, " +
			"as in --keep 'translation>=.7' --drop numbers,language,equal")
	case !(o.near >= .5 && o.near <= 1):
		return nil, usagef("--near %v: give a number from 0.5 to 1", o.near)
	}
	return c, nil
}

// run runs bitext filter.
func (o *filterOptions) run(ctx context.Context, paths []string, log io.Writer) error {
	started := time.Now()
	c, err := o.criteria()
	if err != nil {
		return err
	}
	if o.json && o.out == "-" {
		return usagef("--json and the units cannot both be written to the standard output; name a file with -o")
	}
	lexicons, err := lexiconUses(o.lexicon)
	if err != nil {
		return err
	}
	written := append(uses("-o", o.out), uses("--left-out", o.rejects)...)
	if err := noOverwrite(written, lexicons); err != nil {
		return err
	}
	in, err := o.open(ctx, paths)
	if err != nil {
		return err
	}
	defer in.close()
	if err := o.writing.check(in.format); err != nil {
		return err
	}
	task := begin(ctx, log, o.quiet, "filtering")
	defer task.Done()
	f := &filtering{options: o, criteria: c, in: in, log: log, task: task, report: corpus.NewReport()}
	if err := f.decide(ctx); err != nil {
		return err
	}
	if err := f.write(ctx); err != nil {
		return err
	}
	if err := o.writing.report(log); err != nil {
		return err
	}
	return o.filtered(paths, f.report, time.Since(started), log)
}
