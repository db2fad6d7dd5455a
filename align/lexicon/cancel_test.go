package lexicon_test

import (
	"context"
	"fmt"
	"iter"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/text/language"

	"github.com/bitext-go/bitext/align/lexicon"
)

// A countdown is a context that is cancelled once it has been looked at left times.
type countdown struct {
	context.Context
	left, looks int
}

func (c *countdown) Err() error {
	if c.looks++; c.looks > c.left {
		return context.Canceled
	}
	return nil
}

func sentences(n int) iter.Seq2[string, string] {
	return func(yield func(source, target string) bool) {
		for i := range n {
			s := fmt.Sprintf("alpha%d beta%d gamma%d", i%7, i%11, i%13)
			if !yield(s, "x"+s) {
				return
			}
		}
	}
}

func TestTrainingIsCancelled(t *testing.T) {
	const n = 2000
	whole := &countdown{Context: t.Context(), left: 1 << 30}
	lex, err := lexicon.Learn(whole, language.English, language.French, sentences(n))
	require.NoError(t, err)
	require.NotZero(t, lex.Len())
	assert.Greater(t, whole.looks, n/16*4, "it looks at the context all the way")
	for left := 0; left < whole.looks; left += 1 + whole.looks/50 {
		ctx := &countdown{Context: t.Context(), left: left}
		_, err := lexicon.Learn(ctx, language.English, language.French, sentences(n))
		require.ErrorIs(t, err, context.Canceled)
		assert.LessOrEqual(t, ctx.looks, left+2, "it goes on after it has seen that the context is cancelled")
	}

	l := lexicon.Learner{Source: language.English, Target: language.French}
	for s, u := range sentences(n) {
		l.Sentence(s, u)
	}
	_, err = l.Lexicon(&countdown{Context: t.Context(), left: whole.looks / 2})
	require.ErrorIs(t, err, context.Canceled)
	again, err := l.Lexicon(t.Context())
	require.NoError(t, err)
	assert.Equal(t, lex.Len(), again.Len(), "a Learner can be asked again")
}
