package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"

	"golang.org/x/text/language"

	"github.com/bitext-go/bitext/align/lexicon"
	"github.com/bitext-go/bitext/align/tmx"
	"github.com/bitext-go/bitext/examples/bitext/progress"
	"github.com/bitext-go/bitext/internal/fileerr"
	"github.com/bitext-go/bitext/internal/langtag"
	"github.com/bitext-go/bitext/read"
)

// A trainingMemory holds the wordings of translation memories to learn word translations from.
type trainingMemory struct {
	units []tmx.Unit
	langs []language.Tag // the languages of the units, in the order of appearance, each base language once
	task  *progress.Task // shows how much has been read; may be nil
}

// isMemory reports whether a file is a translation memory, by its name or its beginning.
func isMemory(path string) bool {
	name := strings.TrimSuffix(strings.ToLower(path), ".gz")
	if strings.HasSuffix(name, ".tmx") {
		return true
	}
	return read.Detect(path, beginning(path)) == read.TMX
}

// read adds the units of a file. It calls report for each damaged unit and skips it.
func (m *trainingMemory) read(path string, report func(line int, cause string)) error {
	f, err := os.Open(path)
	if err != nil {
		return fileerr.In(path, err)
	}
	defer f.Close()
	return m.readFrom(watched(f, m.task), path, report)
}

// readFrom adds the units of a reader. path is its name in errors.
func (m *trainingMemory) readFrom(r io.Reader, path string, report func(line int, cause string)) error {
	read := 0
	var damage []*tmx.SyntaxError
	for u, err := range tmx.Units(r) {
		var bad *tmx.SyntaxError
		switch {
		case errors.As(err, &bad):
			damage = append(damage, bad)
			continue
		case err != nil:
			return fmt.Errorf("%s: %w", path, err)
		}
		read++
		// Only what is learned from is kept, so that large memories fit.
		kept := tmx.Unit{}
		for _, v := range u.Variants {
			kept.Variants = append(kept.Variants, tmx.Variant{Lang: v.Lang, Text: v.Text})
			if !slices.ContainsFunc(m.langs, func(l language.Tag) bool { return langtag.SameBase(l, v.Lang) }) {
				m.langs = append(m.langs, v.Lang)
			}
		}
		m.units = append(m.units, kept)
		m.task.Count("units", len(m.units), 0)
	}
	switch {
	case read == 0 && len(damage) > 0:
		return damagedMemory(path, damage[0], "give a memory that is not damaged")
	case read == 0:
		return fmt.Errorf("%s: no translation unit found; check that it is a TMX file", path)
	}
	for _, bad := range damage {
		report(bad.Line, bad.Err.Error())
	}
	return nil
}

// learn returns a lexicon learned from the units that have both languages, and their number. The
// lexicon is nil if there are none. known provides the words of languages written without spaces.
func (m *trainingMemory) learn(
	ctx context.Context, src, tgt language.Tag, known openLexicon,
) (*lexicon.Lexicon, int, error) {
	l := &lexicon.Learner{Source: src, Target: tgt}
	words, err := known(src, tgt)
	if err != nil {
		return nil, 0, err
	}
	if words != nil {
		l.SourceWords, l.TargetWords = words.Source(), words.Target()
	}
	units := 0
	for _, u := range m.units {
		s, okS := u.In(src)
		t, okT := u.In(tgt)
		if okS && okT {
			l.Sentence(s.Text, t.Text)
			units++
		}
	}
	if units == 0 {
		return nil, 0, nil
	}
	learned, err := l.Lexicon(ctx)
	return learned, units, err
}
