package main

import (
	"context"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"sync"

	"golang.org/x/text/language"

	"github.com/bitext-go/bitext/align"
	"github.com/bitext-go/bitext/align/check"
	"github.com/bitext-go/bitext/align/lexicon"
	"github.com/bitext-go/bitext/align/tmx"
	"github.com/bitext-go/bitext/examples/bitext/review"
	"github.com/bitext-go/bitext/examples/bitext/review/sheet"
	"github.com/bitext-go/bitext/internal/fileerr"
	"github.com/bitext-go/bitext/segment"
)

// reasonsShown is how many reasons the page and JSON Lines give for a row.
const reasonsShown = 8

// reviewOptions are the flags of bitext review.
type reviewOptions struct {
	alignOptions
	journal  string
	export   string
	as       string // format of the export
	glossary []string
	port     int
	stay     bool

	question string // asked when the documents were aligned: whether they are the right ones
}

// options returns the options of the review for the files and flags.
func (o *reviewOptions) options(ctx context.Context, paths []string, log io.Writer) (review.Options, error) {
	var none review.Options
	langs, err := o.check(paths)
	if err != nil {
		return none, err
	}
	if err := o.checkExport(); err != nil {
		return none, err
	}
	if slices.Contains(paths, "-") {
		return none, usagef("the standard input cannot be reviewed: a review is kept beside its file; name a file")
	}
	journal := o.journal
	if journal == "" {
		journal = paths[0] + ".review"
	}
	lexicons, err := lexiconUses(o.lexicon)
	if err != nil {
		return none, err
	}
	written := append(uses("--journal", journal), uses("-o", o.out)...)
	glossaries := lexiconFiles("a glossary", o.glossary)
	if err := noOverwrite(written, uses("a document", paths...), lexicons, glossaries, o.srx.uses()); err != nil {
		return none, err
	}
	options := review.Options{Journal: journal, Documents: paths, Lexicon: wideWords(), Sure: o.sure,
		Same: o.same}
	if len(o.glossary) > 0 {
		options.Terms = func(langs []language.Tag) ([]check.Term, error) { return termsOf(o.glossary, langs, log) }
	}
	// The lexicons are read once, when they are first needed: a resumed review may never align.
	var result *result
	options.Align = o.aligner(&result, log)
	if !slices.ContainsFunc(paths, isMemory) {
		options.Make = o.aligned(ctx, &result, paths, log)
		return options, nil
	}
	if len(paths) > 1 {
		return none, usagef("a memory is reviewed alone, but %d files are named; name one", len(paths))
	}
	options.Make = func() (*sheet.Sheet, error) { return memorySheet(paths[0], langs, log) }
	options.Judge = o.judge(log)
	return options, nil
}

// checkExport returns an error if the flags of the export do not go together.
func (o *reviewOptions) checkExport() error {
	switch {
	case o.export != "":
		if err := choice("export", o.export, review.Exports...); err != nil {
			return err
		}
		if err := choice("format", o.as, review.FormatNames()...); err != nil {
			return err
		}
		return o.writing.check(o.as)
	case o.writing.conversion() != nil:
		return usagef("--for and --no-properties are for --export; " +
			"say which rows: --export approved, or --export all")
	case o.out != "-":
		return usagef("-o is for --export; say which rows: --export approved, or --export all")
	}
	return nil
}

// aligned returns the function that aligns the documents, keeps the result in made, and makes a
// sheet of it.
func (o *reviewOptions) aligned(
	ctx context.Context, made **result, paths []string, log io.Writer,
) func() (*sheet.Sheet, error) {
	return func() (*sheet.Sheet, error) {
		result, err := o.align(ctx, paths, log)
		if err != nil {
			return nil, err
		}
		*made = result
		if o.question = result.question(); o.question != "" && o.export == "" {
			fmt.Fprintln(log, o.question)
		}
		s := sheet.FromTexts(result.beads, result.texts...)
		s.Header = tmx.Header{
			ToolVersion: version(),
			SegType:     tmx.SegSentence,
			Source:      result.texts[0].Lang,
			Created:     result.date,
		}
		return s, nil
	}
}

// judge returns the function that gives units of a memory their confidence of translation.
func (o *reviewOptions) judge(log io.Writer) func(context.Context, [][]check.Side) ([]float64, error) {
	return func(ctx context.Context, units [][]check.Side) ([]float64, error) {
		out, err := judgeUnits(ctx, units, func(texts []*segment.Text) ([]*lexiconSource, error) {
			return o.sources(ctx, texts, log)
		})
		if err != nil && ctx.Err() == nil {
			fmt.Fprintf(log, "Units are shown without a confidence of translation: %v\n", err)
		}
		return out, err
	}
}

// aligner returns the function that aligns rows again, with the lexicons of a result or, if there
// is none, those that the flags name. Calls wait for one another.
func (o *reviewOptions) aligner(made **result, log io.Writer) func(
	ctx context.Context, texts []*segment.Text, anchors [][]int, progress func(done, total int),
) ([]align.Bead, error) {
	var lock sync.Mutex
	var sources []*lexiconSource
	return func(
		ctx context.Context, texts []*segment.Text, anchors [][]int, progress func(done, total int),
	) ([]align.Bead, error) {
		lock.Lock()
		defer lock.Unlock()
		if *made != nil {
			sources = (*made).lexicons
		} else if sources == nil {
			var err error
			if sources, err = o.sources(ctx, texts, log); err != nil {
				return nil, err
			}
		}
		a := align.Aligner{Scorer: scorer(sources), Anchors: anchors, MaxReasons: o.reasons, Progress: progress}
		return a.Align(ctx, texts...)
	}
}

// wideWords returns the function that looks up words in the large built-in lexicon.
func wideWords() func(src, tgt language.Tag) *lexicon.Lexicon {
	source := builtInSource("wide")
	return func(src, tgt language.Tag) *lexicon.Lexicon {
		l, err := source.lookUp(src, tgt)
		if err != nil {
			return nil // the page lights up fewer words
		}
		return l
	}
}

// memorySheet returns a sheet of the units of a memory. Damaged units are reported and left out.
func memorySheet(path string, langs []language.Tag, log io.Writer) (*sheet.Sheet, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, fileerr.In(path, err)
	}
	defer f.Close()
	s, damage, err := sheet.ReadMemory(f, filepath.Base(path), langs)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	for _, bad := range damage {
		fmt.Fprintf(log, "%s:%d: this unit is left out: %v\n", path, bad.Line, bad.Err)
	}
	return s, nil
}
