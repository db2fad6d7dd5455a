package main

import (
	"context"
	"errors"
	"io/fs"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"golang.org/x/text/language"

	"github.com/bitext-go/bitext/align/lexicon"
	"github.com/bitext-go/bitext/align/lexicon/glossary"
	"github.com/bitext-go/bitext/internal/fileerr"
	"github.com/bitext-go/bitext/internal/lazyregexp"
	"github.com/bitext-go/bitext/segment"
)

// glossary reads a glossary or dictionary. Some name their languages. Others are read as lexicons
// of the two languages, in the direction, that cover the most words of the texts.
func (r *lexiconReader) glossary(ctx context.Context, s *lexiconSource, path string) ([]*lexicon.Lexicon, error) {
	var named []*lexicon.Lexicon
	var skipped []*glossary.LineError
	var other *glossary.File // the entries, if the file does not name its languages
	err := r.pairs(func(src, tgt language.Tag) error {
		if other != nil && !mayName(path) {
			return nil
		}
		f, err := openGlossary(path, src, tgt)
		if err != nil {
			return err
		}
		if !names(f, path, src, tgt) {
			other = f
			return nil
		}
		if len(f.Entries) > 0 {
			l, err := f.Lexicon(ctx, src, tgt)
			if err != nil {
				return err
			}
			named = append(named, l)
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
			l, err := r.direct(ctx, other)
			if err != nil {
				return nil, err
			}
			named = append(named, l)
		}
	}
	slices.SortStableFunc(skipped, func(a, b *glossary.LineError) int { return a.Line - b.Line })
	log := leftOutLog{w: r.log, path: path, counted: true}
	for _, line := range slices.CompactFunc(skipped, func(a, b *glossary.LineError) bool { return a.Line == b.Line }) {
		log.add(line.Line, line.Cause)
	}
	s.leftOut = log.count
	if len(named) == 0 {
		return nil, r.unfit(path, "no entry was found in it")
	}
	return named, nil
}

// openGlossary opens a glossary. If it breaks off in the middle, what was read counts.
func openGlossary(path string, src, tgt language.Tag) (*glossary.File, error) {
	f, err := glossary.Open(path, src, tgt)
	switch {
	case errors.Is(err, fs.ErrNotExist) || errors.Is(err, fs.ErrPermission):
		var missing *fs.PathError
		if errors.As(err, &missing) {
			path = missing.Path // a dictionary has several files
		}
		return nil, fileerr.In(path, err)
	case err != nil && (f == nil || len(f.Entries) == 0):
		return nil, err
	case err != nil:
		f.Skipped = append(f.Skipped, breakOff(err))
	}
	return f, nil
}

// brokenAt matches the error of a glossary that breaks off, with the line.
var brokenAt = lazyregexp.New(`^.*?line (\d+): (.*)$`)

func breakOff(err error) *glossary.LineError {
	if m := brokenAt.FindStringSubmatch(err.Error()); m != nil {
		line, _ := strconv.Atoi(m[1])
		return &glossary.LineError{Line: line, Cause: m[2]}
	}
	return &glossary.LineError{Cause: err.Error()}
}

// mayName reports whether files of this format may name their languages.
func mayName(path string) bool {
	return slices.Contains([]string{".tbx", ".xml", ".csv"}, strings.ToLower(filepath.Ext(path)))
}

// names reports whether a glossary names two languages. If a table does, it has other entries in
// the other direction.
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

// titles returns the languages that the columns of a table are named after, if these are not those
// that were asked for.
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

// direct returns the lexicon of entries in unknown languages. It takes the two languages, in the
// direction, that cover the most words of the texts, or else the first two.
func (r *lexiconReader) direct(ctx context.Context, f *glossary.File) (*lexicon.Lexicon, error) {
	from, to := 0, 1
	forward, err := f.Lexicon(ctx, language.Und, language.Und)
	if err != nil {
		return nil, err
	}
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
	return f.Lexicon(ctx, r.langs[from], r.langs[to])
}

// coveredIn returns the share of the words of a text that a lexicon knows a translation of.
func coveredIn(l *lexicon.Lexicon, t *segment.Text) float64 {
	known, total := l.Coverage(sentencesIn(t))
	return float64(known) / float64(max(total, 1))
}
