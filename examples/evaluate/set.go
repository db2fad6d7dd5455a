package main

import (
	"context"
	"fmt"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"sync"
	"time"

	"golang.org/x/text/language"

	"github.com/bitext-go/bitext/align"
	"github.com/bitext-go/bitext/align/evidence"
	"github.com/bitext-go/bitext/internal/gold"
	"github.com/bitext-go/bitext/segment"
)

// A set is the documents below one directory.
type set struct {
	name  string
	pairs [][2]language.Tag // of languages, as they come
	cases []gold.Case
	texts [][2]*segment.Text // of each case
}

// A result is the alignment of a set and its score.
type result struct {
	score     gold.Score
	documents int
	took      time.Duration
	found     [][]gold.Bead // of each case
	judged    []judged      // of all cases, in order
}

// A judged is the confidences of a bead and whether it is right.
type judged struct {
	align.Bead
	strict, lax bool
}

// readSet reads the cases below a directory, cut into slices of slice lines if that is not 0.
func readSet(dir string, given [2]language.Tag, slice int) (*set, error) {
	whole, err := gold.Cases(dir)
	if err != nil {
		return nil, err
	}
	cases := whole
	if slice > 0 {
		cases = nil
		for _, c := range whole {
			cases = append(cases, c.Slices(slice)...)
		}
	}
	if len(cases) == 0 {
		return nil, fmt.Errorf("%s: no NAME.gold in this directory or below it", dir)
	}
	abs, err := filepath.Abs(dir)
	if err != nil {
		return nil, err
	}
	s := &set{name: filepath.Base(filepath.Dir(abs)) + "/" + filepath.Base(abs), cases: cases}
	for _, c := range cases {
		langs, err := languages(c, given)
		if err != nil {
			return nil, err
		}
		if !slices.Contains(s.pairs, langs) {
			s.pairs = append(s.pairs, langs)
		}
		s.texts = append(s.texts, [2]*segment.Text{
			segment.FromSentences(c.Src, langs[0]), segment.FromSentences(c.Tgt, langs[1])})
	}
	return s, nil
}

// languages returns the pairs of languages of a set, such as "ar-en", and marks those without a
// lexicon.
func (s *set) languages(dict evidence.Dictionary) (string, error) {
	var names []string
	for _, pair := range s.pairs {
		name := pair[0].String() + "-" + pair[1].String()
		if dict != nil {
			lex, err := dict(pair[0], pair[1])
			if err != nil {
				return "", err
			}
			if lex == nil {
				name += " (no lexicon)"
			}
		}
		names = append(names, name)
	}
	return strings.Join(names, " "), nil
}

// align aligns the documents of a set, several at a time.
func (s *set) align(ctx context.Context, scorer evidence.Scorer) (result, error) {
	return s.alignWith(ctx, &align.Aligner{Scorer: scorer})
}

// alignWith aligns them with an aligner.
func (s *set) alignWith(ctx context.Context, aligner *align.Aligner) (result, error) {
	begin := time.Now()
	beads, errs := make([][]align.Bead, len(s.cases)), make([]error, len(s.cases))
	var wait sync.WaitGroup
	slots := make(chan struct{}, runtime.GOMAXPROCS(0))
	for i, pair := range s.texts {
		wait.Add(1)
		slots <- struct{}{}
		go func() {
			defer wait.Done()
			beads[i], errs[i] = aligner.Align(ctx, pair[0], pair[1])
			<-slots
		}()
	}
	wait.Wait()
	r := result{documents: len(s.cases), took: time.Since(begin)}
	for i, c := range s.cases {
		if errs[i] != nil {
			return r, fmt.Errorf("%s: %w", c.Name, errs[i])
		}
		found := make([]gold.Bead, len(beads[i]))
		for k, b := range beads[i] {
			found[k] = gold.Bead{Src: numbers(b.Ranges[0]), Tgt: numbers(b.Ranges[1])}
		}
		r.found = append(r.found, found)
		r.score.Add(gold.Compare(c.Beads, found))
		strict, lax := gold.Judge(c.Beads, found)
		for k, b := range beads[i] {
			r.judged = append(r.judged, judged{b, strict[k], lax[k]})
		}
	}
	return r, nil
}

// numbers returns the sentences of a range.
func numbers(r segment.Range) []int {
	var out []int
	for i := r.Lo; i < r.Hi; i++ {
		out = append(out, i)
	}
	return out
}
