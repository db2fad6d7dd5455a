package cldr

import (
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/require"
	"golang.org/x/text/language"
)

// Whatever the text, mentions lie in it, in order, at the boundaries of characters.
func FuzzFind(f *testing.F) {
	tags := []language.Tag{language.English, language.Arabic, language.Chinese, language.Russian, language.Hindi,
		language.Hebrew,
		language.Japanese, language.Turkish, language.German}
	for i := range tags {
		for _, s := range []string{"وباكستان وللهند لل", "巴布亚新几内亚和中美關係", "U.S. U.K. Côte d'Ivoire", "Саудовской Аравии",
			"", "पाकिस्तान और भारत", "a\u0301\u200d"} {
			f.Add(s, uint8(i))
		}
	}
	f.Fuzz(func(t *testing.T, text string, i uint8) {
		if len(text) > 2000 || !utf8.ValidString(text) {
			return
		}
		last := 0
		for _, m := range Find(text, tags[int(i)%len(tags)]) {
			require.True(t, m.Start >= last && m.Start < m.End && m.End <= len(text), "%+v", m)
			require.True(t, utf8.ValidString(text[m.Start:m.End]))
			require.NotEmpty(t, m.Code)
			require.NotEmpty(t, English(m.Kind, m.Code))
			last = m.Start
		}
	})
}
