package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"golang.org/x/text/language"

	"github.com/bitext-go/bitext/align/lexicon"
	"github.com/bitext-go/bitext/internal/fileerr"
	"github.com/bitext-go/bitext/internal/langtag"
	"github.com/bitext-go/bitext/internal/say"
	"github.com/bitext-go/bitext/segment"
)

// A lexiconReader reads lexicons of users. It reports lines that it cannot read, and leaves them
// out.
type lexiconReader struct {
	langs []language.Tag  // the languages that a lexicon is needed for, two or more
	texts []*segment.Text // texts in them, to find the languages of a file that does not name them; may be nil
	log   io.Writer       // gets the reports of lines
	words openLexicon     // provides the words of scripts without spaces
}

// read reads a lexicon. The ending of its name shows the format.
func (r *lexiconReader) read(ctx context.Context, path string) (*lexiconSource, error) {
	switch info, err := os.Stat(path); {
	case errors.Is(err, fs.ErrNotExist):
		return nil, fmt.Errorf("%s: there is no such file, nor a built-in lexicon of that name; those are %s",
			path, strings.Join(lexiconNames, ", "))
	case err != nil:
		return nil, fileerr.In(path, err)
	case info.IsDir():
		return nil, fmt.Errorf("%s: this is a directory; name a file in it", path)
	}
	s := &lexiconSource{name: filepath.Base(path), own: true}
	var all []*lexicon.Lexicon
	var err error
	switch name := strings.ToLower(path); {
	case strings.HasSuffix(name, ".lex"):
		all, err = r.trained(s, path)
	case isMemory(path):
		all, err = r.memory(ctx, s, path)
	default:
		all, err = r.glossary(ctx, s, path)
	}
	s.open = func(src, tgt language.Tag) (*lexicon.Lexicon, error) { return among(all, src, tgt), nil }
	return s, err
}

// trained reads a lexicon that bitext lexicon train wrote.
func (r *lexiconReader) trained(s *lexiconSource, path string) ([]*lexicon.Lexicon, error) {
	l, err := readTrained(path)
	if err != nil {
		return nil, err
	}
	from, to := l.Languages()
	if !r.wants(from) || !r.wants(to) {
		return nil, r.unfit(path, fmt.Sprintf("it is a lexicon of %s and %s", say.Language(from), say.Language(to)))
	}
	s.entries = l.Len()
	return []*lexicon.Lexicon{l}, nil
}

// readTrained reads a file of bitext lexicon train.
func readTrained(path string) (*lexicon.Lexicon, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, fileerr.In(path, err)
	}
	defer f.Close()
	l, err := lexicon.Read(f)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	return l, nil
}

// memory learns lexicons from a translation memory, one for every two languages that it has units
// in.
func (r *lexiconReader) memory(ctx context.Context, s *lexiconSource, path string) ([]*lexicon.Lexicon, error) {
	m := &trainingMemory{}
	log := leftOutLog{w: r.log, path: path, counted: true}
	if err := m.read(path, log.add); err != nil {
		return nil, err
	}
	s.leftOut = log.count
	var all []*lexicon.Lexicon
	err := r.pairs(func(src, tgt language.Tag) error {
		l, units, err := m.learn(ctx, src, tgt, r.words)
		if units > 0 {
			s.entries += units
			all = append(all, l)
		}
		return err
	})
	if err == nil && len(all) == 0 {
		err = r.unfit(path, "its units are in "+englishList(m.langs))
	}
	return all, err
}

// pairs calls do with every two of the languages.
func (r *lexiconReader) pairs(do func(src, tgt language.Tag) error) error {
	for i, src := range r.langs {
		for _, tgt := range r.langs[i+1:] {
			if err := do(src, tgt); err != nil {
				return err
			}
		}
	}
	return nil
}

// wants reports whether a lexicon is needed for a language.
func (r *lexiconReader) wants(t language.Tag) bool {
	return slices.ContainsFunc(r.langs, func(l language.Tag) bool { return langtag.SameBase(l, t) })
}

// unfit returns the error for a lexicon that does not help with the languages.
func (r *lexiconReader) unfit(path, because string) error {
	return fmt.Errorf("%s: there is nothing in it that translates between %s: %s; leave it out, or check --langs",
		path, englishList(r.langs), because)
}

// englishList returns the English names of languages, as in "Arabic, English and French".
func englishList(langs []language.Tag) string {
	var names []string
	for _, l := range langs {
		names = append(names, say.Language(l))
	}
	switch n := len(names); n {
	case 0:
		return "no language"
	case 1:
		return names[0]
	default:
		return strings.Join(names[:n-1], ", ") + " and " + names[n-1]
	}
}
