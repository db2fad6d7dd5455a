package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"

	"github.com/spf13/cobra"
	"golang.org/x/text/language"

	"github.com/bitext-go/bitext/align/check"
	"github.com/bitext-go/bitext/internal/fileerr"
	"github.com/bitext-go/bitext/segment"
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

// allKinds returns the kinds of findings of the program, in the order of the help.
func allKinds() []check.Kind { return append(check.Kinds(), kindTranslation, kindMoved) }

func kindNames() []string {
	var out []string
	for _, k := range allKinds() {
		out = append(out, string(k))
	}
	return out
}

// wrapped returns words as a list with commas, in lines of at most 100 characters.
func wrapped(words []string) string {
	var b strings.Builder
	width := 0
	for i, w := range words {
		if i > 0 {
			b.WriteByte(',')
			if width += 2 + len(w); width > 98 {
				b.WriteByte('\n')
				width = len(w)
			} else {
				b.WriteByte(' ')
			}
		} else {
			width = len(w)
		}
		b.WriteString(w)
	}
	return b.String()
}

// kinds returns the kinds to look for.
func (o *checkOptions) kinds() ([]check.Kind, error) {
	for flag, names := range map[string][]string{"only": o.only, "ignore": o.ignore} {
		for _, name := range names {
			if !slices.Contains(kindNames(), name) {
				return nil, usagef("--%s %s: there is no such kind of finding; choose %s", flag, name,
					strings.Join(kindNames(), ", "))
			}
		}
	}
	kinds := allKinds()
	if len(o.only) > 0 {
		kinds = slices.DeleteFunc(kinds, func(k check.Kind) bool { return !slices.Contains(o.only, string(k)) })
	}
	kinds = slices.DeleteFunc(kinds, func(k check.Kind) bool { return slices.Contains(o.ignore, string(k)) })
	if len(kinds) == 0 {
		return nil, usagef("--only and --ignore leave no kind of finding to look for")
	}
	return kinds, nil
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
	memories := 0
	for _, p := range paths {
		if isMemory(p) {
			memories++
		}
	}
	if memories > 0 && memories < len(paths) {
		return usagef("the files are documents and memories; check one sort at a time")
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
	if memories > 0 {
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

// readDocuments aligns documents and checks the beads.
func (o *checkOptions) readDocuments(ctx context.Context, paths []string, r *findings) error {
	// The output is the report, not the alignment.
	align := o.alignOptions
	align.out, align.sure = "-", 0
	found, err := align.align(ctx, paths, r.log)
	if err != nil {
		return err
	}
	langs := make([]language.Tag, len(found.texts))
	for i, t := range found.texts {
		langs[i] = t.Lang
	}
	if err := r.readGlossaries(langs); err != nil {
		return err
	}
	r.check(func(yield func(checkedUnit, []check.Side) bool) {
		for _, b := range found.beads {
			sides := make([]check.Side, len(found.texts))
			for i, t := range found.texts {
				if b.Ranges[i].Len() > 0 {
					sides[i].Text = t.Wording(b.Ranges[i])
				}
				sides[i].Lang = t.Lang
			}
			place := func(side, offset int) place {
				return beadPlace{path: pathOf(paths, side), text: found.texts[side], at: b.Ranges[side]}.line(offset)
			}
			u := unitOf(sides, place)
			if len(b.Ranges) > 1 && !b.Null() {
				u.confidence, u.extra = &b.Translation, strangers(b.Translation, o.sure, sides)
			}
			if b.Moved {
				u.extra = append(u.extra, check.Finding{Kind: kindMoved, Wording: sides[0].Text,
					Span:    segment.Span{End: len(sides[0].Text)},
					Message: "its translation is elsewhere in the other text"})
			}
			if ctx.Err() != nil || !yield(u, sides) {
				return
			}
		}
	})
	return ctx.Err()
}

// pathOf returns the file of a text: the only one, or its own.
func pathOf(paths []string, i int) string {
	path := paths[min(i, len(paths)-1)]
	if path == "-" {
		return "standard input"
	}
	return path
}

// readMemories checks the units of translation memories, one after another.
func (o *checkOptions) readMemories(ctx context.Context, paths []string, langs []language.Tag, r *findings) error {
	for _, path := range paths {
		f, err := os.Open(path)
		if err != nil {
			return fileerr.In(path, err)
		}
		task := begin(ctx, r.log, o.quiet, "checking")
		r.task = task
		err = r.memory(ctx, path, watched(f, task), langs)
		task.Done()
		f.Close()
		logger(ctx).Info("checked", "memory", path, "units", r.checker.Units(), "findings", len(r.all))
		if err != nil {
			return err
		}
	}
	if r.checker.Units() == 0 {
		if len(langs) > 0 {
			return fmt.Errorf("%s: no unit is in %s; check --langs", strings.Join(paths, ", "), englishList(langs))
		}
		return fmt.Errorf("%s: no translation unit found; check that it is a TMX file", strings.Join(paths, ", "))
	}
	return nil
}
