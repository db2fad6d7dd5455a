package lexicon_test

import (
	"errors"
	"math"
	"slices"
	"sync"
	"sync/atomic"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/text/language"

	"github.com/bitext-go/bitext/align/lexicon"
)

func TestNewTakesWordsAsTheyAreWritten(t *testing.T) {
	l, err := lexicon.New(language.German, language.English, slices.Values([]lexicon.Pair{
		{Source: "Häuser", Target: "HOUSES", Forward: .8},
		{Source: "Hund.", Target: "dog", Backward: .5},
		{Source: "猫", Target: "cat", Forward: .9, Backward: .7},
	}))
	require.NoError(t, err)
	assert.Equal(t, 3, l.Len())
	for word, want := range map[string]float64{"Haus häuser": .8, "der Hund": .5} {
		forms := l.Source().Forms(word)
		list := slices.Collect(l.Translations(forms[len(forms)-1]))
		require.Len(t, list, 1, word)
		assert.InDelta(t, want, list[0].Forward, .03)
		assert.InDelta(t, want, list[0].Backward, .03, "what is not known counts as the other")
	}
	for _, bad := range []lexicon.Pair{
		{Source: "New York", Target: "x", Forward: 1}, {Source: "", Target: "x", Forward: 1},
		{Source: "a", Target: "…", Forward: 1}, {Source: "a", Target: "b"}, {Source: "a", Target: "b", Forward: 2},
		{Source: "a", Target: "b", Forward: .5, Backward: -1}, {Source: "a", Target: "b", Forward: math.NaN()},
	} {
		_, err := lexicon.New(language.German, language.English, slices.Values([]lexicon.Pair{bad}))
		assert.ErrorContains(t, err, "lexicon: pair 1, ", "%v", bad)
	}
}

func TestCacheOpensOnce(t *testing.T) {
	var calls atomic.Int32
	failed := errors.New("not yet")
	open := lexicon.Cache(func(source, target language.Tag) (*lexicon.Lexicon, error) {
		if calls.Add(1) == 1 {
			return nil, failed
		}
		if source == language.Und {
			return nil, nil
		}
		return small(), nil
	})
	_, err := open(language.French, language.English)
	assert.Equal(t, failed, err)
	var wait sync.WaitGroup
	got := make([]*lexicon.Lexicon, 8)
	for i := range got {
		wait.Add(1)
		go func() {
			defer wait.Done()
			got[i], _ = open(language.French, language.English)
		}()
	}
	wait.Wait()
	assert.EqualValues(t, 2, calls.Load(), "once after the failure")
	for _, l := range got {
		assert.NotNil(t, l)
		assert.Same(t, got[0], l)
	}
	for range 2 {
		none, err := open(language.Und, language.English)
		assert.NoError(t, err)
		assert.Nil(t, none)
	}
	assert.EqualValues(t, 3, calls.Load(), "none is remembered too")
}
