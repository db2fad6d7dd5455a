package evidence

import (
	"fmt"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/text/language"

	"github.com/bitext-go/bitext/internal/workers"
	"github.com/bitext-go/bitext/segment"
)

// A vocabulary that several goroutines read is that which one reads.
func TestVocabularyInParts(t *testing.T) {
	var lines []string
	for i := range 3*readSentences + 7 {
		lines = append(lines, fmt.Sprintf("图书馆在第%d天开门,读者%c很多。LIBRARY%d Library", i%91, '一'+rune(i%700), i%300))
	}
	text := segment.FromSentences(lines, language.Chinese)
	read := func(n int) *vocabulary {
		v, err := newVocabulary(workers.Limit(t.Context(), n), text, nil)
		require.NoError(t, err)
		return v
	}
	one, three := read(1), read(3)
	assert.Equal(t, one.types, three.types)
	assert.Equal(t, one.tokens, three.tokens)
	assert.Equal(t, one.starts, three.starts)
	assert.Equal(t, one.ids, three.ids)
	assert.Equal(t, one.unigram, three.unigram)
	assert.Len(t, one.starts, len(lines)+1)

	empty, err := newVocabulary(t.Context(), segment.FromSentences(nil, language.Chinese), nil)
	require.NoError(t, err)
	assert.Empty(t, empty.tokens)
}
