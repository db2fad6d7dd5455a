package align_test

import (
	"context"
	"errors"
	"math"
	"slices"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/text/language"

	"github.com/bitext-go/bitext/align"
	"github.com/bitext-go/bitext/align/evidence"
	"github.com/bitext-go/bitext/align/lexicon"
	"github.com/bitext-go/bitext/segment"
)

// A costly scorer returns one cost for every bead.
type costly float64

func (c costly) Fit(context.Context, *segment.Text, *segment.Text) (evidence.Model, error) {
	return evidence.CostFunc(func(s, t segment.Range) float64 { return float64(c) }), nil
}

// A silent scorer returns neither a model nor an error.
type silent struct{}

func (silent) Fit(context.Context, *segment.Text, *segment.Text) (evidence.Model, error) {
	return nil, nil
}

func TestWhatNobodyShouldGiveIsAnErrorThatNamesIt(t *testing.T) {
	text := segment.FromSentences([]string{"One.", "Two.", "Three."}, language.English)
	hand := func(change func(*segment.Text)) *segment.Text {
		x := *text
		x.Sentences, x.Lines = slices.Clone(x.Sentences), slices.Clone(x.Lines)
		change(&x)
		return &x
	}
	rows := []align.Bead{{Ranges: []segment.Range{{Lo: 0, Hi: 3}}}}
	for name, c := range map[string]struct {
		text   *segment.Text
		scorer evidence.Scorer
		want   string
	}{
		"nil text":         {nil, nil, "nil"},
		"span after Body":  {hand(func(x *segment.Text) { x.Sentences[2].End = 99 }), nil, "sentence 2 is bytes"},
		"span backwards":   {hand(func(x *segment.Text) { x.Sentences[1].Start = 10 }), nil, "sentence 1 is bytes"},
		"spans cross":      {hand(func(x *segment.Text) { x.Sentences[1].Start = 0 }), nil, "sentence 1 begins at byte 0"},
		"span below zero":  {hand(func(x *segment.Text) { x.Sentences[0].Start = -1 }), nil, "sentence 0 begins at byte -1"},
		"no paragraphs":    {hand(func(x *segment.Text) { x.Paragraphs = nil }), nil, "paragraphs hold 0 of 3 sentences"},
		"paragraph beyond": {hand(func(x *segment.Text) { x.Paragraphs = []segment.Range{{Lo: 0, Hi: 4}} }), nil, "paragraph 0"},
		"empty paragraph": {
			hand(func(x *segment.Text) { x.Paragraphs = []segment.Range{{}, {Lo: 0, Hi: 3}} }), nil, "paragraph 0"},
		"lines backwards": {hand(func(x *segment.Text) { x.Lines[0].Offset = 100 }), nil, "line 1 begins"},
		"nil scorer":      {text, evidence.Sum{evidence.Length{}, nil}, "scorer 2 of the sum is nil"},
		"nil dictionary":  {text, evidence.Dictionary(nil), "a Dictionary is nil"},
		"no model":        {text, evidence.Sum{silent{}}, "align_test.silent returned no Model"},
		"no model alone":  {text, silent{}, "align_test.silent returned no Model"},
		"NaN":             {text, costly(math.NaN()), "sentences [0, 1) and [0, 1) cost NaN by evidence.CostFunc"},
		"-Inf in a sum":   {text, evidence.Sum{evidence.Length{}, costly(math.Inf(-1))}, "cost -Inf by evidence.CostFunc"},
	} {
		for _, progress := range []func(int, int){nil, func(int, int) {}} {
			a := align.Aligner{Scorer: c.scorer, Progress: progress}
			other := segment.FromSentences([]string{"Eins.", "Zwei.", "Drei."}, language.German)
			_, err := a.Align(t.Context(), c.text, other)
			require.ErrorContains(t, err, c.want, name)
			assert.Regexp(t, `^align: [^:]*(: [^:]*)?$`, err.Error(), "%s: the prefix once", name)
			_, err = a.Align(t.Context(), other, other, c.text)
			require.ErrorContains(t, err, c.want, "%s in rows", name)
			_, err = a.Judge(
				t.Context(),
				[]align.Bead{{Ranges: []segment.Range{{Lo: 0, Hi: 1}, {Lo: 0, Hi: 1}}}},
				c.text,
				other,
			)
			require.ErrorContains(t, err, c.want, "%s, judged", name)
			_, _, err = a.Place(t.Context(), rows, []*segment.Text{other}, c.text)
			require.ErrorContains(t, err, c.want, "%s, placed", name)
			_, err = a.Mine(t.Context(), c.text, other)
			if cost := new(evidence.CostError); errors.As(alignError(&a, c.text, other), &cost) {
				assert.True(t, evidence.BadCost(cost.Cost))
			} else { // no sentences are candidates without a lexicon, so none is priced
				require.ErrorContains(t, err, c.want, "%s, mined", name)
			}
		}
	}
	_, err := (&align.Aligner{Scorer: evidence.Dictionary(func(language.Tag, language.Tag) (*lexicon.Lexicon, error) {
		return nil, nil
	})}).Align(t.Context(), text, text)
	assert.NoError(t, err, "a lexicon that does not exist is none")
}

func alignError(a *align.Aligner, texts ...*segment.Text) error {
	_, err := a.Align(context.Background(), texts...)
	return err
}

// A stuck scorer waits until its context ends, as a request to a service does.
type stuck struct{}

func (stuck) Fit(ctx context.Context, _, _ *segment.Text) (evidence.Model, error) {
	<-ctx.Done()
	return nil, context.Cause(ctx)
}

// A bad scorer panics.
type bad struct{}

func (bad) Fit(context.Context, *segment.Text, *segment.Text) (evidence.Model, error) { panic("bad") }

func TestAPanicOfAScorerIsTheCallers(t *testing.T) {
	text := segment.FromSentences([]string{"One.", "Two."}, language.English)
	for _, progress := range []func(int, int){nil, func(int, int) {}} {
		a := align.Aligner{Scorer: bad{}, Progress: progress}
		assert.PanicsWithValue(t, "bad", func() { _, _ = a.Align(t.Context(), text, text) })
	}
}

func TestAScorerThatWaitsIsCancelledAndProgressGoesOn(t *testing.T) {
	text := segment.FromSentences([]string{"One.", "Two."}, language.English)
	ctx, cancel := context.WithCancel(t.Context())
	last, silence, calls := time.Now(), time.Duration(0), 0
	a := align.Aligner{Scorer: evidence.Sum{evidence.Length{}, stuck{}}, Progress: func(done, all int) {
		silence, last = max(silence, time.Since(last)), time.Now()
		if calls++; calls == 3 {
			cancel()
		}
	}}
	_, err := a.Align(ctx, text, text)
	assert.Equal(t, context.Canceled, err, "unchanged")
	assert.Equal(t, 3, calls)
	assert.Less(t, silence, time.Second)

	_, err = align.Align(text, text)
	require.NoError(t, err)
	_, err = a.Align(ctx, text, text)
	assert.Equal(t, context.Canceled, err, "cancelled before")
}
