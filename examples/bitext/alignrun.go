package main

import (
	"context"
	"fmt"
	"io"
	"os"
	"time"

	"github.com/bitext-go/bitext/align"
	"github.com/bitext-go/bitext/align/lexicon/cldr"
	"github.com/bitext-go/bitext/align/memory"
	"github.com/bitext-go/bitext/internal/say"
	"github.com/bitext-go/bitext/internal/verdict"
	"github.com/bitext-go/bitext/read"
	"github.com/bitext-go/bitext/read/bilingual"
	"github.com/bitext-go/bitext/segment"
	"golang.org/x/text/language"
)

// run runs bitext align. It writes nothing before everything is aligned.
func (o *alignOptions) run(ctx context.Context, paths []string, log io.Writer) error {
	if err := o.checkAppend(paths); err != nil {
		return err
	}
	if err := o.writing.check(o.format); err != nil {
		return err
	}
	if len(paths) == 1 && o.format == "tmx" && o.known.isTMX(paths[0]) {
		if err := o.checkOutput(paths); err != nil {
			return err
		}
		return o.copyMemory(ctx, paths[0], log)
	}
	begin := time.Now()
	r, err := o.align(ctx, paths, log)
	if err != nil {
		return err
	}
	r.retag(o.retagged)
	switch {
	case o.dry:
	case o.master != "":
		err = o.append(ctx, r, log)
	default:
		write := func(w io.Writer) error { return writers[o.format](w, r) }
		err = writeOut(ctx, o.out, o.writing.convert(write))
	}
	if err != nil {
		return err
	}
	if err := o.report(r, time.Since(begin), log); err != nil {
		return err
	}
	if err := o.writing.report(log); err != nil {
		return err
	}
	if question := r.question(); question != "" {
		return unrelatedError(question)
	}
	if question := r.hardlyTranslated(); question != "" {
		return unrelatedError(question)
	}
	return nil
}

// align reads the documents and aligns them.
func (o *alignOptions) align(ctx context.Context, paths []string, log io.Writer) (*result, error) {
	langs, err := o.check(paths)
	if err != nil {
		return nil, err
	}
	if len(paths) == 1 && o.known.isPaired(paths[0]) {
		return o.paired(ctx, paths[0], langs, log)
	}
	o.reading.langs = langs
	docs, err := o.readAll(ctx, paths)
	if err != nil {
		return nil, err
	}
	if !o.lines {
		file, err := o.pairedDocuments(ctx, docs, langs, func(f *bilingual.File) (*align.Aligner, error) {
			lexicons, err := o.sources(ctx, f.Texts, log)
			return &align.Aligner{Scorer: scorer(lexicons)}, err
		})
		if err != nil {
			return nil, err
		}
		if file != nil {
			return o.pairedResult(file, docs)
		}
	}
	r, err := o.unaligned(ctx, docs, langs)
	if err != nil {
		return nil, err
	}
	if r.lexicons, err = o.sources(ctx, r.texts, log); err != nil {
		return nil, err
	}
	return r, o.alignTexts(ctx, r, log)
}

// unaligned returns a result with the texts of documents and no beads.
func (o *alignOptions) unaligned(ctx context.Context, docs []*read.Document, langs []language.Tag) (*result, error) {
	r := &result{docs: docs, unit: o.unit, format: o.format, same: o.same}
	var err error
	if r.date, err = creation(o.date, docs); err != nil {
		return nil, err
	}
	if o.lines {
		r.texts, err = cut(docs, langs)
	} else {
		r.texts, err = texts(docs, langs)
	}
	if err == nil {
		err = distinct(docs, r.texts, o.format == "tmx")
	}
	if err != nil {
		return nil, err
	}
	for _, t := range r.texts {
		logger(ctx).Info("text", "document", t.Name, "language", t.Lang,
			"paragraphs", len(t.Paragraphs), "sentences", len(t.Sentences))
		if len(t.Sentences) == 0 {
			return nil, fmt.Errorf("%s: no sentence found, only the layout of pages; check the file", t.Name)
		}
	}
	return r, nil
}

// alignTexts sets the beads of a result, with its lexicons, and what they say of the texts.
func (o *alignOptions) alignTexts(ctx context.Context, r *result, log io.Writer) (err error) {
	evidence, embedded := o.embed.with(ctx, scorer(r.lexicons), log, o.quiet)
	defer embedded()
	task := begin(ctx, log, o.quiet, "aligning")
	defer task.Done()
	if o.format == "jsonl" && o.reasons == 0 {
		o.reasons = reasonsShown // no other format has a place for them
	}
	sentences := 0
	for _, t := range r.texts {
		sentences += len(t.Sentences)
	}
	aligner := align.Aligner{Scorer: evidence, Moved: !o.ordered, Anchors: anchorsOf(r.docs, r.texts),
		MaxReasons: o.reasons, Progress: func(done, all int) {
			task.Count("sentences", done*sentences/max(all, 1), 0)
			task.Set(done, all)
		}}
	for _, t := range r.texts {
		go cldr.NewFinder(t.Lang) // compareFacts needs its names, which take a millisecond to read
	}
	if r.beads, err = o.beads(ctx, &aligner, r); err != nil {
		return err
	}
	logger(ctx).Info("aligned", "beads", len(r.beads))
	if o.unit == "paragraph" {
		r.beads = align.Paragraphs(r.beads, r.texts...)
	}
	r.sure = o.sure
	r.compareFacts()
	r.copies = memory.Copies(r.beads, r.texts...)
	r.verdict = verdict.Of(r.beads, r.texts...)
	return nil
}

// sources returns the lexicons that the flags name.
func (o *alignOptions) sources(
	ctx context.Context, texts []*segment.Text, log io.Writer,
) (out []*lexiconSource, err error) {
	names, files, err := splitLexicons(o.lexicon)
	if err != nil {
		return nil, err
	}
	for _, name := range names {
		out = append(out, builtInSource(name))
	}
	r := lexiconReader{texts: texts, log: log, words: builtInSource("wide").lookUp}
	for _, t := range texts {
		r.langs = append(r.langs, t.Lang)
	}
	for _, path := range files {
		s, err := r.read(ctx, path)
		if err != nil {
			return nil, err
		}
		out = append(out, s)
	}
	return out, nil
}

// report writes the summary that the flags ask for.
func (o *alignOptions) report(r *result, took time.Duration, log io.Writer) error {
	if o.quiet && !o.json {
		return nil // what the summary says of a long text takes a tenth of the time of its alignment
	}
	s := summarise(r, took)
	if !o.dry && o.out != "-" {
		s.Output = o.out
	}
	s.all = o.all
	if o.explain {
		s.Notes = explain(r)
	}
	if o.json {
		return say.JSON(os.Stdout, s)
	}
	return s.writeText(log)
}
