package main

import (
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"
	"slices"

	"golang.org/x/text/language"

	"github.com/bitext-go/bitext/align"
	"github.com/bitext-go/bitext/align/lexicon"
	"github.com/bitext-go/bitext/align/lexicon/core"
	"github.com/bitext-go/bitext/align/lexicon/glossary"
	"github.com/bitext-go/bitext/align/lexicon/wide"
	"github.com/bitext-go/bitext/segment"
)

// builtIn is the evidence to align by: the texts' own, and the word lists of those names.
func builtIn(lists []string) align.Sum {
	s := align.Standard()
	if slices.Contains(lists, "core") {
		s = append(s, ifAny(core.Lexicon))
	}
	if slices.Contains(lists, "wide") {
		s = append(s, ifAny(wide.Lexicon))
	}
	return s
}

// ifAny makes a dictionary of a function that fails for languages without words, and for two that are one: it goes
// without.
func ifAny(open func(src, tgt language.Tag) (*lexicon.Lexicon, error)) align.Dictionary {
	return func(src, tgt language.Tag) (*lexicon.Lexicon, error) {
		from, _ := src.Base()
		to, _ := tgt.Base()
		if from == to {
			return nil, nil
		}
		l, err := open(src, tgt)
		if errors.Is(err, fs.ErrNotExist) {
			return nil, nil
		}
		return l, err
	}
}

// mostSkipped is how many lines of a glossary that were not understood are named one by one.
const mostSkipped = 5

// glossaries is the evidence of glossaries that the user names, and what is to be said of them: nothing of them is left
// out without a word.
func glossaries(paths []string, texts []*segment.Text) (evidence align.Sum, notes []string, err error) {
	if len(paths) > 0 && len(texts) != 2 {
		return nil, nil, usagef("--glossary goes with two languages, but there are %d", len(texts))
	}
	for _, path := range paths {
		from, to := texts[0].Lang, texts[1].Lang
		f, err := glossary.Open(path, from, to)
		if errors.Is(err, fs.ErrNotExist) || errors.Is(err, fs.ErrPermission) {
			return nil, nil, plain(path, err)
		} else if err != nil {
			return nil, nil, err
		}
		name := filepath.Base(path)
		if len(f.Entries) == 0 {
			return nil, nil, fmt.Errorf("%s: no entry from %s into %s is in it; a line of a table is: source, tab, target", path, english(from), english(to))
		}
		notes = append(notes, fmt.Sprintf("%s: %d entries", name, len(f.Entries)))
		for i, s := range f.Skipped {
			if i == mostSkipped {
				notes = append(notes, fmt.Sprintf("%s: %d more lines left out", name, len(f.Skipped)-i))
				break
			}
			notes = append(notes, fmt.Sprintf("%s:%d: left out: %s", name, s.Line, s.Cause))
		}
		l := f.Lexicon(from, to)
		evidence = append(evidence, align.Dictionary(func(_, _ language.Tag) (*lexicon.Lexicon, error) { return l, nil }))
	}
	return evidence, notes, nil
}
