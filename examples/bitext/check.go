package main

import (
	"context"
	"errors"
	"io"
	"os"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/bitext-go/bitext/align/check"
)

// checkOptions are the flags of bitext check.
type checkOptions struct {
	alignOptions
	report    string // the form of the report
	asJSON    bool   // short for that form
	only      []string
	ignore    []string
	glossary  []string
	forbidden []string // files of terms that must not be used
	maxLength int      // characters of a translation; 0 for any number
	judge     bool     // units of memories get their confidence of translation
}

// reportNames are the formats of the report, in the order of the help.
var reportNames = []string{"text", "json", "sarif", "html", "xlsx", "tsv"}

// errFound ends a check that found something. The exit status is 3, and no message is printed.
var errFound = errors.New("there are findings")

func checkCommand() *cobra.Command {
	o := checkOptions{alignOptions: alignOptions{format: "tmx"}}
	c := &cobra.Command{
		Use:   "check [flags] FILE...",
		Short: "Find what only one side of a translation has",
		Long: `Check finds what a translator or reviewer should see:

  - what only one side has: numbers, dates, years in brackets, list numbers, countries, languages,
    quotations, e-mail and web addresses, placeholders ({0}, %s, ${name}, {n, plural, …}), tags and
    inline codes, brackets and quotation marks without a partner, doubled words and spaces, space
    and capital letters at the beginning;
  - text that was not translated, is in another language or script, has letters that only look
    right, ends with another mark, or is in capitals on one side;
  - translations of unlikely length, or longer than --max-length; sentences without a counterpart;
  - sides that are hardly translations of each other, with a confidence below --sure, and
    translations that are elsewhere in the other document;
  - one source that was translated in two ways, one translation of two sources, terms of a
    --glossary that were not used, and terms that are --forbidden.

FILE is either a document, as bitext align takes them and which is aligned first, or a translation
memory (.tmx, .tmx.gz). Each finding names the file and line, the kind of finding, and the unit: the
bead of documents, or the translation unit of a memory, counted from 1 in each file. If there are
more than two languages, each is compared with the first.

The units of a memory are judged only if you ask for it with --sure, --only translation or --format
tsv, because that takes about a millisecond for each: every unit is held against others of the
memory. --format tsv writes a line with the confidence of each unit.

--only and --ignore name kinds of findings:
` + wrapped(kindNames()) + `.
Give them several times, or separate them by commas.

--glossary is a table (.csv, .tsv), TBX, or a dictionary that bitext align --lexicon takes too. The
first line of a .csv may name the languages of its columns; otherwise the columns are in the order
of the languages of the documents.

The exit status is 0 if nothing was found, 3 if something was, 1 if a file cannot be read, and 2 for
wrong flags or arguments.`,
		Example: `  bitext check report.ar.txt report.en.txt
  bitext check memory.tmx --only number,country
  bitext check --glossary terms.csv --format sarif -o findings.sarif memory.tmx`,
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) == 0 {
				return usagef("no file is named; bitext check --help shows how")
			}
			return nil
		},
		RunE: func(c *cobra.Command, args []string) error {
			o.judge = c.Flags().Changed("sure")
			return o.run(c.Context(), args, c.ErrOrStderr())
		},
	}
	f := c.Flags()
	f.StringVarP(&o.out, "output", "o", "-", outputUsage)
	f.StringVar(&o.report, "format", "text", "`form` of the report: "+strings.Join(reportNames, ", "))
	f.BoolVar(&o.asJSON, "json", false, "the same as --format json")
	f.StringSliceVar(&o.only, "only", nil, "`kinds` of findings to look for (default all)")
	f.StringSliceVar(&o.ignore, "ignore", nil, "`kinds` of findings to leave out")
	f.StringArrayVar(&o.glossary, "glossary", nil, "`file` with terms and their translations")
	f.StringArrayVar(&o.forbidden, "forbidden", nil,
		"`file` of terms that must not be used, a line each, or with a language tag and a tab before them")
	f.IntVar(&o.maxLength, "max-length", 0, "the `number` of characters that a translation may have (default any)")
	f.StringVar(&o.langs, "langs", "",
		"`languages` of documents, in the order of the files, or those of a memory to check, the source first (default: detected)")
	f.StringVar(&o.unit, "unit", "sentence", "for documents, the content of a unit: `sentence` or paragraph")
	f.StringArrayVar(&o.lexicon, "lexicon", nil,
		"`lexicon` to align and judge with: core, wide, none, or a file of yours (default wide)")
	sureFlag(c, &o.sure)
	f.BoolVar(&o.lines, "lines", false, "for documents, each line is a sentence")
	o.reading.flags(c)
	f.BoolVarP(&o.quiet, "quiet", "q", false, "no summary")
	completions(c, "format", reportNames...)
	completions(c, "only", kindNames()...)
	completions(c, "ignore", kindNames()...)
	completions(c, "unit", unitNames...)
	fileCompletions(c, "lexicon", lexiconNames...)
	fileCompletions(c, "glossary")
	fileCompletions(c, "forbidden")
	return c
}

// run does the work of bitext check.
func (o *checkOptions) run(ctx context.Context, paths []string, log io.Writer) error {
	if o.asJSON {
		o.report = "json"
	}
	if err := choice("format", o.report, reportNames...); err != nil {
		return err
	}
	if err := checkSure(o.sure); err != nil {
		return err
	}
	kinds, err := o.kinds()
	if err != nil {
		return err
	}
	memories, err := areMemories(paths)
	if err != nil {
		return err
	}
	lexicons, err := lexiconUses(o.lexicon)
	if err != nil {
		return err
	}
	read := [][]fileUse{uses("a file", paths...), lexiconFiles("a glossary", o.glossary),
		uses("a list of terms", o.forbidden...), lexicons, o.srx.uses()}
	if err := noOverwrite(uses("-o", o.out), read...); err != nil {
		return err
	}
	langs, err := parseLangs(o.langs)
	if err != nil {
		return err
	}
	r := &findings{kinds: kinds, glossaries: o.glossary, forbidden: o.forbidden, log: log,
		checker: check.Checker{Kinds: kinds, MaxLength: o.maxLength}}
	if o.out == "-" {
		r.style = styleOf(os.Stdout)
	}
	if o.judge || o.report == "tsv" || slices.Contains(o.only, string(kindTranslation)) {
		r.judge = &memoryJudge{options: o, log: log}
	}
	find := func() error { return o.readDocuments(ctx, paths, r) }
	if memories {
		find = func() error { return o.readMemories(ctx, paths, langs, r) }
	}
	if err := find(); err != nil {
		return err
	}
	if err := writeOut(ctx, o.out, func(w io.Writer) error { return reports[o.report](w, r) }); err != nil {
		return err
	}
	if !o.quiet {
		if err := r.writeSummary(log); err != nil {
			return err
		}
	}
	if len(r.all) > 0 {
		return errFound
	}
	return nil
}
