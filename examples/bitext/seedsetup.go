package main

import (
	"context"
	"crypto/sha256"
	"fmt"
	"io"
	"os"
	"slices"

	"golang.org/x/text/language"

	"github.com/bitext-go/bitext/align/evidence"
	"github.com/bitext-go/bitext/align/seed"
	"github.com/bitext-go/bitext/align/seed/reader"
	"github.com/bitext-go/bitext/examples/bitext/internal/memories"
	"github.com/bitext-go/bitext/examples/bitext/seedfile"
	"github.com/bitext-go/bitext/internal/fileerr"
	"github.com/bitext-go/bitext/segment"
)

// seeding returns the seeding that the flags and the folder or manifest ask for.
func (o *seedOptions) seeding(from string, log io.Writer) (*seedfile.Output, error) {
	s := &seed.Seeding{Method: seed.Method{Ordered: o.ordered}, Read: o.texts, Paired: o.pairedGroup,
		Workers: o.workers, Alone: o.alone, ToolVersion: version()}
	var err error
	if s.Langs, err = parseLangs(o.langs); err != nil {
		return nil, err
	}
	if err := o.checkFlags(s.Langs); err != nil {
		return nil, err
	}
	if o.writing.tool != "" {
		if err := o.writing.check("tmx"); err != nil {
			return nil, err
		}
		c := memories.ClientNamed(o.writing.tool)
		s.Tool = seed.Tool{Name: c.Name, Longest: c.MaxCharacters, MaxBytes: c.MaxBytes, Code: c.MaxTag}
	}
	if err := o.setShard(s, from); err != nil {
		return nil, err
	}
	if s.Filter, err = o.filter(s.Tool); err != nil {
		return nil, err
	}
	if s.Date, err = creation(o.date, nil); err != nil {
		return nil, err
	}
	if s.Collection, err = o.collection(from); err != nil {
		return nil, err
	}
	lexicons, err := lexiconUses(o.lexicon)
	if err != nil {
		return nil, err
	}
	var documents []string
	for _, g := range append(slices.Clip(s.Collection.Groups), s.Collection.Loose) {
		for _, f := range g {
			documents = append(documents, f.Path)
		}
	}
	if err := noOverwrite(o.written(), uses("a document", documents...), lexicons, o.srx.uses()); err != nil {
		return nil, err
	}
	out := &seedfile.Output{Seeding: s, Path: o.out, Rejects: o.leftOut, Keep: o.keep}
	if c := o.writing.conversion(); c != nil {
		out.Convert = func(w io.WriteCloser) io.WriteCloser { return c.Writer(w) }
		o.converted = &c.Report
	}
	return out, o.evidence(s, log)
}

// checkFlags returns an error for flags that are invalid; langs are those of --langs.
func (o *seedOptions) checkFlags(langs []language.Tag) error {
	switch {
	case o.out == "" && !o.list:
		return usagef("no output file is named; add -o memory.tmx")
	case o.out == "-":
		return usagef("seed keeps finished work beside its output, and so cannot write to the standard output; " +
			"name a file with -o")
	case len(langs) == 1:
		return usagef("--langs names one language; a memory needs at least two")
	case o.workers < 0:
		return usagef("--workers %d: invalid number; give 1 or more", o.workers)
	}
	return checkSure(o.sure)
}

// filter returns the filter that the flags ask for.
func (o *seedOptions) filter(tool seed.Tool) (seed.Filter, error) {
	f := seed.NewFilter(o.sure, seed.SureBoundary)
	f.Longest = tool.Longest
	for _, a := range o.allow {
		if !f.Allow(seed.Reason(a)) {
			return f, choice("allow", a, reasonNames()...)
		}
	}
	return f, nil
}

// evidence opens the lexicons. It makes the version of the results from their contents and the
// program, since a change of either changes the results.
func (o *seedOptions) evidence(s *seed.Seeding, log io.Writer) error {
	names, files, err := splitLexicons(o.lexicon)
	if err != nil {
		return err
	}
	var sources []*lexiconSource
	for _, name := range names {
		sources = append(sources, builtInSource(name))
	}
	r := lexiconReader{langs: s.Langs, log: log, words: builtInSource("wide").lookUp}
	if len(r.langs) == 0 {
		r.langs = s.Collection.Langs()
	}
	if len(files) > 0 && len(r.langs) < 2 {
		return usagef("--lexicon %s needs to know the languages, but the names of the documents do not give them; "+
			"name them with --langs", files[0])
	}
	sentences, err := o.srx.fingerprint()
	if err != nil {
		return err
	}
	hash := sha256.New()
	fmt.Fprintln(hash, version(), names, o.encoding, o.maxSize, sentences)
	for _, path := range files {
		source, err := r.read(context.Background(), path)
		if err != nil {
			return err
		}
		sources = append(sources, source)
		body, err := os.ReadFile(path)
		if err != nil {
			return fileerr.In(path, err)
		}
		fmt.Fprintf(hash, "%x\n", sha256.Sum256(body))
	}
	s.Recipe = fmt.Sprintf("%x", hash.Sum(nil))
	if program, err := os.Executable(); err == nil {
		if info, err := os.Stat(program); err == nil {
			fmt.Fprintln(hash, info.Size(), info.ModTime().UTC())
		}
	}
	s.Version = fmt.Sprintf("%x", hash.Sum(nil))
	for _, source := range sources {
		s.Dictionaries = append(s.Dictionaries, evidence.Dictionary(source.lookUp))
	}
	return nil
}

// texts reads a document and returns a text of each language in it: of the language tag, or, if
// that is language.Und, of the languages that are detected.
func (o *seedOptions) texts(ctx context.Context, path string, tag language.Tag) ([]*segment.Text, error) {
	if texts, _, err := pairedTexts(ctx, path); err != nil || len(texts) > 0 {
		return texts, err
	}
	d, err := o.read(ctx, path)
	if err != nil {
		return nil, err
	}
	texts, doubt, err := reader.Texts(finder, d, tag)
	printDoubt(doubt)
	return texts, err
}

// written returns the files that a seeding writes.
func (o *seedOptions) written() []fileUse {
	return append(uses("-o", o.out), uses("--left-out", o.leftOut)...)
}

// reasonNames returns the reasons that --allow knows.
func reasonNames() (names []string) {
	for _, r := range seed.Reasons {
		names = append(names, string(r))
	}
	return names
}
