package main

import (
	"errors"
	"fmt"
	"os"
	"slices"
	"strings"

	"golang.org/x/text/language"

	"github.com/bitext-go/bitext/align/lexicon"
	"github.com/bitext-go/bitext/align/tmx"
	bar "github.com/bitext-go/bitext/examples/bitext/progress"
	"github.com/bitext-go/bitext/internal/fileerr"
	"github.com/bitext-go/bitext/internal/langtag"
)

// A memory is the wording of translation memories, to learn from.
type memory struct {
	units []tmx.Unit
	langs []language.Tag // those that occur, each base language once, in the order of their appearance
	task  *bar.Task      // shows how much is read; may be nil
}

// isMemory reports whether a file is a translation memory, by its name.
func isMemory(path string) bool {
	name := strings.TrimSuffix(strings.ToLower(path), ".gz")
	return strings.HasSuffix(name, ".tmx")
}

// read adds a file. Units that are damaged are reported and left out.
func (m *memory) read(path string, report func(line int, cause string)) error {
	f, err := os.Open(path)
	if err != nil {
		return fileerr.In(path, err)
	}
	defer f.Close()
	read := 0
	var damage []*tmx.SyntaxError
	for u, err := range tmx.Units(watched(f, m.task)) {
		var bad *tmx.SyntaxError
		switch {
		case errors.As(err, &bad):
			damage = append(damage, bad)
			continue
		case err != nil:
			return fmt.Errorf("%s: %w", path, err)
		}
		read++
		// Of a large memory only what is learned from is kept.
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
		return fmt.Errorf("%s:%d: %w", path, damage[0].Line, damage[0].Err)
	case read == 0:
		return fmt.Errorf("%s: there is no translation unit in it; check that it is a TMX file", path)
	}
	for _, bad := range damage {
		report(bad.Line, bad.Err.Error())
	}
	return nil
}

// learn makes a lexicon of the units in both languages, and says how many those are.
func (m *memory) learn(src, tgt language.Tag, known openLexicon) (*lexicon.Lexicon, int, error) {
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
	return l.Lexicon(), units, nil
}
