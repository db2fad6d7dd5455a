package align_test

import (
	"context"
	"math/rand/v2"
	"slices"
	"strings"
	"sync/atomic"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/text/language"

	"github.com/bitext-go/bitext/align"
	"github.com/bitext-go/bitext/align/evidence"
	"github.com/bitext-go/bitext/segment"
)

// longTexts returns two texts of n sentences and more in made-up languages, of which one is the
// other with each word in a cipher, with sentences joined, cut and left out here and there.
func longTexts(n int) (src, tgt *segment.Text) {
	r := rand.New(rand.NewPCG(11, 12))
	cipher := strings.NewReplacer(
		"b", "т", "k", "с", "r", "н", "m", "в", "t", "л", "s", "к", "v", "м", "a", "у", "o", "и", "i", "о",
		"u", "а", "e", "я")
	word := func() string {
		var b strings.Builder
		for range 1 + r.IntN(3) {
			b.WriteString([]string{"ba", "ko", "ri", "mu", "te", "sa", "vo", "ki"}[r.IntN(8)])
		}
		return b.String()
	}
	var a, b []string
	for range n {
		var s []string
		for range 4 + r.IntN(12) {
			s = append(s, word())
		}
		source := strings.Join(s, " ")
		target := cipher.Replace(source)
		switch r.IntN(20) {
		case 0:
			a = append(a, source)
		case 1:
			b = append(b, target)
		case 2:
			half := len(s) / 2
			a = append(a, strings.Join(s[:half], " "), strings.Join(s[half:], " "))
			b = append(b, target)
		default:
			a, b = append(a, source), append(b, target)
		}
	}
	return segment.FromSentences(a, language.Und), segment.FromSentences(b, language.Russian)
}

func TestWorkersMakeNoDifference(t *testing.T) {
	src, tgt := longTexts(800)
	var first []align.Bead
	for workers := range 4 {
		beads, err := (&align.Aligner{Workers: workers + 1, MaxReasons: 4}).Align(context.Background(), src, tgt)
		require.NoError(t, err)
		if workers == 0 {
			first = beads
			pairs := slices.ContainsFunc(beads, func(b align.Bead) bool { return b.Translation > 0.9 })
			assert.True(t, pairs, "the texts are aligned at all")
			continue
		}
		assert.Equal(t, first, beads, "%d workers", workers+1)
	}
	_, err := (&align.Aligner{Workers: -1}).Align(context.Background(), src, tgt)
	assert.ErrorContains(t, err, "Workers -1")
}

func TestWorkersFindTheSameMoved(t *testing.T) {
	a, b := said(rand.New(rand.NewPCG(7, 3)), 1200)
	for j := 20; j+40 < len(b); j += 40 { // every twentieth is elsewhere
		b[j], b[j+20] = b[j+20], b[j]
	}
	src, tgt := segment.FromSentences(a, language.German), segment.FromSentences(b, language.English)
	var moved, mined []align.Bead
	for workers := 1; workers <= 3; workers++ {
		a := withWords()
		a.Workers, a.Moved = workers, true
		beads, err := a.Align(t.Context(), src, tgt)
		require.NoError(t, err)
		found, err := a.Mine(t.Context(), src, tgt)
		require.NoError(t, err)
		if workers > 1 {
			assert.Equal(t, moved, beads, "%d workers", workers)
			assert.Equal(t, mined, found, "%d workers", workers)
			continue
		}
		moved, mined = beads, found
		count := 0
		for _, b := range beads {
			if b.Moved {
				count++
			}
		}
		assert.Greater(t, count, 40)
		assert.Greater(t, len(mined), 1000)
	}
}

func TestCancelledBetweenSections(t *testing.T) {
	src, tgt := longTexts(800)
	for _, after := range []int64{1, 5000, 20_000} { // priced beads
		ctx, cancel := context.WithCancel(context.Background())
		a := align.Aligner{
			Workers: 2,
			Scorer:  evidence.Sum{evidence.Length{}, &cancelling{after: after, cancel: cancel}},
		}
		_, err := a.Align(ctx, src, tgt)
		assert.Equal(t, context.Canceled, err, "after %d beads", after)
	}
}

// A cancelling scorer cancels a context after it has priced some beads.
type cancelling struct {
	priced atomic.Int64
	after  int64
	cancel context.CancelFunc
}

func (c *cancelling) Fit(context.Context, *segment.Text, *segment.Text) (evidence.Model, error) {
	return evidence.CostFunc(func(segment.Range, segment.Range) float64 {
		if c.priced.Add(1) == c.after {
			c.cancel()
		}
		return 0
	}), nil
}
