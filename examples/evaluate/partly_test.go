package main

import (
	"context"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/text/language"

	"github.com/bitext-go/bitext/align"
	"github.com/bitext-go/bitext/internal/gold"
)

// alignedSet returns a set below the folder of the benchmark, and its alignment.
func alignedSet(t *testing.T, lexicon, name string) (*set, result) {
	t.Helper()
	dict, err := dictionary(lexicon)
	require.NoError(t, err)
	s, err := readSet(filepath.Join(gold.Dir(t), "bench", "align", filepath.FromSlash(name)), [2]language.Tag{}, 0)
	require.NoError(t, err)
	r, err := s.alignWith(context.Background(), &align.Aligner{Scorer: scorerWith(dict), Moved: true})
	require.NoError(t, err)
	return s, r
}

// keptOf returns what is kept of sets.
func keptOf(t *testing.T, lexicon string, sets ...string) *keeping {
	t.Helper()
	k := &keeping{}
	for _, name := range sets {
		s, r := alignedSet(t, lexicon, name)
		k.add(s, &r)
	}
	return k
}

// The floors are a little below what "evaluate --partly --lexicon wide" prints for these pairs.
func TestTextsThatAreTranslationsInPart(t *testing.T) {
	for kind, floor := range map[string]struct{ strict, precision, recall float64 }{
		"blocks":   {.990, .998, .990},
		"half":     {.990, .998, .990},
		"moved":    {.985, .998, .990},
		"replaced": {.975, .990, .975},
		"shared":   {.970, .960, .960},
	} {
		k := keptOf(t, "wide", "partly/"+kind+"/fr-en", "partly/"+kind+"/zh-en")
		_, _, f := k.score.Strict()
		assert.GreaterOrEqual(t, f, floor.strict, kind)
		assert.GreaterOrEqual(t, float64(k.held)/float64(k.kept), floor.precision, kind)
		assert.GreaterOrEqual(t, float64(k.found)/float64(k.all), floor.recall, kind)
		assert.LessOrEqual(t, calibrationError(k.error[:]), .03, kind)
	}
}

// Texts that have nothing to do with one another give no unit, however few words are known, and
// sentences that moved are found all the same.
func TestUnrelatedTextsGiveNothing(t *testing.T) {
	for lexicon, recall := range map[string]float64{"wide": .98, "core": .97, "none": .79} {
		k := keptOf(t, lexicon, "partly/unrelated/fr-en", "partly/unrelated/zh-en")
		assert.LessOrEqual(t, k.kept, 2, lexicon)
		k = keptOf(t, lexicon, "partly/moved/zh-en")
		assert.GreaterOrEqual(t, float64(k.found)/float64(k.all), recall, lexicon)
	}
}

// Where texts are translations throughout, true beads are kept, free translations too.
func TestTrueBeadsAreKept(t *testing.T) {
	for name, least := range map[string]float64{"gold/mac-dev": .99, "made/clean/ar-en": .995} {
		_, r := alignedSet(t, "wide", name)
		kept, all := 0, 0
		for _, j := range r.judged {
			if j.strict && !j.Null() {
				all++
				if j.Translation >= keptAt {
					kept++
				}
			}
		}
		assert.GreaterOrEqual(t, float64(kept)/float64(all), least, name)
	}
}
