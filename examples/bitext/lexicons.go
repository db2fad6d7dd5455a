package main

import (
	"errors"
	"io/fs"
	"slices"
	"strings"
	"sync"

	"golang.org/x/text/language"

	"github.com/bitext-go/bitext/align/evidence"
	"github.com/bitext-go/bitext/align/lexicon"
	"github.com/bitext-go/bitext/align/lexicon/core"
	"github.com/bitext-go/bitext/align/lexicon/wide"
	"github.com/bitext-go/bitext/internal/langtag"
	"github.com/bitext-go/bitext/segment"
)

type openLexicon func(src, tgt language.Tag) (*lexicon.Lexicon, error)

// builtIn are the lexicons that the program comes with.
var builtIn = map[string]openLexicon{"core": core.Lexicon, "wide": wide.Lexicon}

// lexiconNames are what --lexicon takes that is no file.
var lexiconNames = []string{"core", "wide", "none"}

// A wordSource is one lexicon that the user asked for, and what became of it.
type wordSource struct {
	name    string
	own     bool // a file of the user's
	entries int  // of a file, as it counts them; 0 for built-in ones
	leftOut int  // lines of the file that were not understood

	open  openLexicon // nil without an error where there is no lexicon for the languages
	mutex sync.Mutex  // several pairs of texts may be aligned at a time
	used  []*lexicon.Lexicon
}

// lexicons parts what --lexicon was given into built-in lists and files: what is no name is a file.
// Without any name the wide list is used.
func lexicons(args []string) (names, files []string, err error) {
	for _, a := range args {
		list := strings.Split(a, ",")
		if slices.ContainsFunc(list, func(s string) bool { return !slices.Contains(lexiconNames, s) }) {
			files = append(files, a)
			continue
		}
		names = append(names, list...)
	}
	if slices.Contains(names, "none") {
		if len(names) > 1 {
			return nil, nil, usagef("--lexicon none goes with no other built-in list; leave out none, or the others")
		}
		return nil, files, nil
	}
	if len(names) == 0 {
		names = []string{"wide"}
	}
	slices.Sort(names)
	return slices.Compact(names), files, nil
}

// namedSource returns a built-in lexicon. It has nothing to say of languages without words, and of
// two that are one.
func namedSource(name string) *wordSource {
	open := builtIn[name]
	return &wordSource{name: name, open: func(src, tgt language.Tag) (*lexicon.Lexicon, error) {
		if langtag.SameBase(src, tgt) {
			return nil, nil
		}
		l, err := open(src, tgt)
		if errors.Is(err, fs.ErrNotExist) {
			return nil, nil
		}
		return l, err
	}}
}

// lookUp returns the lexicon between two languages, opened once; it may be nil.
func (s *wordSource) lookUp(src, tgt language.Tag) (*lexicon.Lexicon, error) {
	s.mutex.Lock()
	defer s.mutex.Unlock()
	if l := among(s.used, src, tgt); l != nil {
		return l, nil
	}
	l, err := s.open(src, tgt)
	if l != nil {
		s.used = append(s.used, l)
	}
	return l, err
}

// among returns the lexicon between two languages, turned round if it has to be, or nil.
func among(all []*lexicon.Lexicon, src, tgt language.Tag) *lexicon.Lexicon {
	for _, l := range all {
		switch from, to := l.Languages(); {
		case langtag.SameBase(from, src) && langtag.SameBase(to, tgt):
			return l
		case langtag.SameBase(from, tgt) && langtag.SameBase(to, src):
			return l.Reverse()
		}
	}
	return nil
}

// evidence is what texts are aligned by: what they say themselves, and the lexicons.
func scorer(sources []*wordSource) evidence.Sum {
	s := evidence.Standard()
	for _, w := range sources {
		s = append(s, evidence.Dictionary(w.lookUp))
	}
	return s
}

// coverage returns the share of the words of a text that the lexicons which were used know a
// translation of.
func (s *wordSource) coverage(t *segment.Text) (known, total int) {
	for _, l := range s.used {
		from, to := l.Languages()
		if langtag.SameBase(to, t.Lang) {
			l = l.Reverse()
		} else if !langtag.SameBase(from, t.Lang) {
			continue
		}
		k, n := l.Coverage(sentencesIn(t))
		known, total = max(known, k), n
	}
	return known, total
}

func sentencesIn(t *segment.Text) func(yield func(string) bool) {
	return func(yield func(string) bool) {
		for _, s := range t.Sentences {
			if !yield(t.Body[s.Start:s.End]) {
				return
			}
		}
	}
}
