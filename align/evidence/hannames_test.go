package evidence

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/text/language"

	"github.com/bitext-go/bitext/segment"
)

func TestHanNames(t *testing.T) {
	link := func(chinese, english string) bool {
		src, err := newVocabulary(t.Context(), segment.FromSentences([]string{chinese}, language.Chinese), nil)
		require.NoError(t, err)
		tgt, err := newVocabulary(t.Context(), segment.FromSentences([]string{english}, language.English), nil)
		require.NoError(t, err)
		b := newLinkBuilder(src, tgt)
		require.NoError(t, Names{}.link(t.Context(), b))
		for _, row := range b.rows {
			if len(row) > 0 {
				return true
			}
		}
		return false
	}
	assert.True(t, link("北京", "Beijing"), "all of a name")
	assert.True(t, link("張偉", "Zhang"), "a surname in traditional characters")
	assert.True(t, link("她在克林顿城", "Clinton"), "consonants")
	assert.False(t, link("北京", "beijing"), "no capital, no name")
	assert.False(t, link("北京", "Beijing beijing"), "a word that is also written small is no name")
	assert.False(t, link("经济", "Beijing"))
}
