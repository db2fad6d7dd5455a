package lexicon

import (
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/text/language"
)

// What Forms makes of words is what a lexicon learned from the same words is asked for.
func TestForms(t *testing.T) {
	l, err := Learn(t.Context(), language.French, language.English, func(yield func(string, string) bool) {
		for range 3 {
			if !yield("Républiques", "Republics") {
				return
			}
		}
	})
	require.NoError(t, err)
	forms := l.Source().Forms("« La RÉPUBLIQUE ! »")
	assert.Len(t, forms, 2, "punctuation is no word")
	assert.True(t, l.Source().Contains(forms[1]))
	assert.Len(t, slices.Collect(l.Translations(forms[1])), 1)

	chinese := NewWords(slices.Values([]string{"图书馆", "学生"}))
	assert.Equal(t, []string{"学生", "图书馆"}, chinese.Forms("學生圖書館。"))
	assert.Empty(t, chinese.Forms("。"))
}
