package words

import (
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/stretchr/testify/assert"
)

// Every scale word is found in every way to write its first letter, and in capitals.
func TestScalesAreFoundInEitherCase(t *testing.T) {
	for _, scale := range scales {
		first, n := utf8.DecodeRuneInString(scale.word)
		forms := []string{scale.word, strings.ToUpper(scale.word), strings.ToTitle(scale.word)}
		for r := unicode.SimpleFold(first); r != first; r = unicode.SimpleFold(r) {
			forms = append(forms, string(r)+scale.word[n:])
		}
		for _, form := range forms {
			if len(form) != len(scale.word) {
				continue // a scale word is as long as it is written in the table
			}
			want, wantEnd := scaledSlowly("7", "7 "+form, 1)
			got, end := scaled("7", "7 "+form, 1)
			assert.Equal(t, want, got, form)
			assert.Equal(t, wantEnd, end, form)
			assert.NotEqual(t, "7", got, form)
		}
	}
}

// scaledSlowly looks for the scale among all of them.
func scaledSlowly(v, s string, end int) (string, int) {
	was := scalesBy
	defer func() { scalesBy = was }()
	for b := range scalesBy {
		scalesBy[b] = scales
	}
	return scaled(v, s, end)
}
