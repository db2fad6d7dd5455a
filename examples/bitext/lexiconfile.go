package main

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"golang.org/x/text/language"

	"github.com/bitext-go/bitext/align/lexicon"
	"github.com/bitext-go/bitext/align/lexicon/glossary"
	"github.com/bitext-go/bitext/segment"
)

// A lexiconReader reads lexicons of users. Lines that it does not understand it reports and passes over.
type lexiconReader struct {
	langs []language.Tag  // those that a lexicon should be of, two or more
	texts []*segment.Text // in those languages, to tell which way round a file is that does not say so; may be nil
	log   io.Writer       // where lines are reported
	words openLexicon     // knows the words of scripts without spaces
}

// mostReported is how many lines of a file that were not understood are named one by one; a dictionary may have
// thousands of articles that hold no translation.
const mostReported = 20

// read reads a lexicon, whose form goes by the ending of its name.
func (r *lexiconReader) read(path string) (*wordSource, error) {
	switch info, err := os.Stat(path); {
	case errors.Is(err, fs.ErrNotExist):
		return nil, fmt.Errorf("%s: there is no such file, nor a built-in list of that name; those are %s", path, strings.Join(lexiconNames, ", "))
	case err != nil:
		return nil, plain(path, err)
	case info.IsDir():
		return nil, fmt.Errorf("%s: it is a directory; name a file in it", path)
	}
	s := &wordSource{name: filepath.Base(path), own: true}
	var all []*lexicon.Lexicon
	var err error
	switch name := strings.ToLower(path); {
	case strings.HasSuffix(name, ".lex"):
		all, err = r.trained(s, path)
	case isMemory(path):
		all, err = r.memory(s, path)
	default:
		all, err = r.glossary(s, path)
	}
	s.open = func(src, tgt language.Tag) (*lexicon.Lexicon, error) { return among(all, src, tgt), nil }
	return s, err
}

// trained reads a lexicon that bitext lexicon train wrote.
func (r *lexiconReader) trained(s *wordSource, path string) ([]*lexicon.Lexicon, error) {
	l, err := readTrained(path)
	if err != nil {
		return nil, err
	}
	from, to := l.Languages()
	if !r.wants(from) || !r.wants(to) {
		return nil, r.unfit(path, fmt.Sprintf("it is a lexicon of %s and %s", english(from), english(to)))
	}
	s.entries = l.Len()
	return []*lexicon.Lexicon{l}, nil
}

func readTrained(path string) (*lexicon.Lexicon, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, plain(path, err)
	}
	defer f.Close()
	l, err := lexicon.Read(f)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	return l, nil
}

// memory learns a lexicon from a translation memory, for every two of the languages that it has units in.
func (r *lexiconReader) memory(s *wordSource, path string) ([]*lexicon.Lexicon, error) {
	m := &memory{}
	if err := m.read(path, r.report(s, path)); err != nil {
		return nil, err
	}
	var all []*lexicon.Lexicon
	err := r.pairs(func(src, tgt language.Tag) error {
		l, units, err := m.learn(src, tgt, r.words)
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

// glossary reads a glossary or dictionary. Where its columns are named it says itself which languages it is of. All
// others are taken to be of those two languages, and that way round, in which they know most of the words.
func (r *lexiconReader) glossary(s *wordSource, path string) ([]*lexicon.Lexicon, error) {
	var named []*lexicon.Lexicon
	var skipped []*glossary.LineError
	var other *glossary.File // as it is read for languages that it does not name
	err := r.pairs(func(src, tgt language.Tag) error {
		if other != nil && !mayName(path) {
			return nil
		}
		f, err := r.openGlossary(path, src, tgt)
		if err != nil {
			return err
		}
		if !names(f, path, src, tgt) {
			other = f
			return nil
		}
		if len(f.Entries) > 0 {
			named = append(named, f.Lexicon(src, tgt))
			skipped = append(skipped, f.Skipped...)
			s.entries += len(f.Entries)
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	if len(named) == 0 && other != nil {
		skipped = other.Skipped
		if langs := titles(other, path); langs != nil {
			return nil, r.unfit(path, "its columns are in "+englishList(langs))
		}
		if s.entries = len(other.Entries); s.entries > 0 {
			named = append(named, r.direct(other))
		}
	}
	slices.SortStableFunc(skipped, func(a, b *glossary.LineError) int { return a.Line - b.Line })
	report := r.report(s, path)
	for _, line := range slices.CompactFunc(skipped, func(a, b *glossary.LineError) bool { return a.Line == b.Line }) {
		report(line.Line, line.Cause)
	}
	if len(named) == 0 {
		return nil, r.unfit(path, "no entry was found in it")
	}
	return named, nil
}

// openGlossary opens a glossary; one that breaks off in the middle counts as far as it goes.
func (r *lexiconReader) openGlossary(path string, src, tgt language.Tag) (*glossary.File, error) {
	f, err := glossary.Open(path, src, tgt)
	switch {
	case errors.Is(err, fs.ErrNotExist) || errors.Is(err, fs.ErrPermission):
		var missing *fs.PathError
		if errors.As(err, &missing) {
			path = missing.Path // a dictionary has several files
		}
		return nil, plain(path, err)
	case err != nil && (f == nil || len(f.Entries) == 0):
		return nil, err
	case err != nil:
		f.Skipped = append(f.Skipped, breakOff(err))
	}
	return f, nil
}

// brokenAt is the line in the error of a glossary that breaks off.
var brokenAt = regexp.MustCompile(`^.*?line (\d+): (.*)$`)

func breakOff(err error) *glossary.LineError {
	if m := brokenAt.FindStringSubmatch(err.Error()); m != nil {
		line, _ := strconv.Atoi(m[1])
		return &glossary.LineError{Line: line, Cause: m[2]}
	}
	return &glossary.LineError{Cause: err.Error()}
}

// mayName says whether a file of its form may name its languages.
func mayName(path string) bool {
	return slices.Contains([]string{".tbx", ".xml", ".csv"}, strings.ToLower(filepath.Ext(path)))
}

// names says whether a glossary names two languages. A table that does gives other entries when it is asked the other
// way round.
func names(f *glossary.File, path string, src, tgt language.Tag) bool {
	switch strings.ToLower(filepath.Ext(path)) {
	case ".tbx", ".xml":
		return true
	case ".csv":
		back, err := glossary.Open(path, tgt, src)
		return err == nil && !slices.Equal(f.Entries, back.Entries)
	}
	return false
}

// titles is the languages that a table's columns are named after, where they are others than were asked for.
func titles(f *glossary.File, path string) []language.Tag {
	if !mayName(path) || len(f.Entries) == 0 {
		return nil
	}
	from, err1 := language.Parse(f.Entries[0].Source)
	to, err2 := language.Parse(f.Entries[0].Target)
	if err1 != nil || err2 != nil {
		return nil
	}
	return []language.Tag{from, to}
}

// direct makes a lexicon of entries whose languages are not known: the two, in the order, in which it knows most words
// of the texts; the first two in doubt.
func (r *lexiconReader) direct(f *glossary.File) *lexicon.Lexicon {
	from, to := 0, 1
	forward := f.Lexicon(language.Und, language.Und)
	backward, best := forward.Reverse(), 0.0
	for i := range r.texts {
		for j := range r.texts {
			if i == j {
				continue
			}
			if share := coveredIn(forward, r.texts[i]) + coveredIn(backward, r.texts[j]); share > best {
				from, to, best = i, j, share
			}
		}
	}
	return f.Lexicon(r.langs[from], r.langs[to])
}

func coveredIn(l *lexicon.Lexicon, t *segment.Text) float64 {
	known, total := l.Coverage(sentencesIn(t))
	return float64(known) / float64(max(total, 1))
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

// report is what to call for a line that is left out.
func (r *lexiconReader) report(s *wordSource, path string) func(line int, cause string) {
	return func(line int, cause string) {
		cause = strings.TrimPrefix(cause, "unit left out: ")
		switch s.leftOut++; {
		case s.leftOut <= mostReported:
			fmt.Fprintf(r.log, "%s:%d: left out: %s\n", path, line, cause)
		case s.leftOut == mostReported+1:
			fmt.Fprintf(r.log, "%s: more lines are left out; the summary counts them\n", path)
		}
	}
}

func (r *lexiconReader) wants(t language.Tag) bool {
	return slices.ContainsFunc(r.langs, func(l language.Tag) bool { return sameBase(l, t) })
}

// unfit is the error of a lexicon that is of no use for the languages.
func (r *lexiconReader) unfit(path, because string) error {
	return fmt.Errorf("%s: there is nothing in it that translates between %s: %s; leave it out, or check --langs", path, englishList(r.langs), because)
}

// englishList is the names of languages as people list them.
func englishList(langs []language.Tag) string {
	var names []string
	for _, l := range langs {
		names = append(names, english(l))
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
