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
	"github.com/bitext-go/bitext/internal/langtag"
	"github.com/bitext-go/bitext/segment"
)

type openLexicon func(src, tgt language.Tag) (*lexicon.Lexicon, error)

// lexiconNames are the names of lexicons that --lexicon takes besides files.
var lexiconNames = []string{"core", "wide", "none"}

// A lexiconSource is one lexicon that the user asked for, between any two languages that it has.
type lexiconSource struct {
	name    string
	own     bool // a file of the user's
	entries int  // of a file, as it counts them; 0 for built-in ones
	leftOut int  // lines of the file that could not be read

	open  openLexicon // returns nil, nil if there is no lexicon for the languages
	mutex sync.Mutex  // guards used, since several pairs of texts are aligned at a time
	used  []*lexicon.Lexicon
}

// splitLexicons splits the values of --lexicon into names of built-in lexicons and files. A value
// with anything but names is a file. Without a name, the lexicon wide is used.
func splitLexicons(args []string) (names, files []string, err error) {
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
			return nil, nil,
				usagef("--lexicon none excludes the other built-in lexicons; leave out none, or the others")
		}
		return nil, files, nil
	}
	if len(names) == 0 {
		names = []string{"wide"}
	}
	slices.Sort(names)
	return slices.Compact(names), files, nil
}

// builtInSource returns a built-in lexicon. It is empty for languages that it does not have, and
// for two tags of one language.
func builtInSource(name string) *lexiconSource {
	open := builtIn[name]
	return &lexiconSource{name: name, open: func(src, tgt language.Tag) (*lexicon.Lexicon, error) {
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

// lookUp returns the lexicon between two languages, or nil if there is none. It is opened once.
func (s *lexiconSource) lookUp(src, tgt language.Tag) (*lexicon.Lexicon, error) {
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

// among returns the lexicon between two languages, reversed if necessary, or nil.
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

// scorer returns the evidence that texts are aligned by: the standard sources and the lexicons.
func scorer(sources []*lexiconSource) evidence.Sum {
	s := evidence.Standard()
	for _, w := range sources {
		s = append(s, evidence.Dictionary(w.lookUp))
	}
	return s
}

// coverage returns how many words of a text the lexicons that were used know a translation of, and
// how many words it has.
func (s *lexiconSource) coverage(t *segment.Text) (known, total int) {
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
