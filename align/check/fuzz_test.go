package check

import (
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/text/language"
)

var fuzzed = []language.Tag{language.English, language.Arabic, language.Chinese, language.Russian, language.French,
	language.Hindi,
	language.Turkish, language.Hungarian, language.Hebrew, language.Thai, language.Japanese, language.Und}

// Whatever the texts: findings lie in them and quote them, the other way round the same is found on
// the other sides, and a text is never missing something of itself.
func FuzzPair(f *testing.F) {
	for _, s := range [][2]string{
		{"القرار 884 (لعام 1993) في باكستان", "resolution 848, in 1.5 million copies"}, {"16万8千人，2016年9月19日", "168,000 on 19 September"},
		{"«1. La réunion» http://a.b/c?d", "XIXe siècle 3,14 – ½ ۱۲٬۳۴۵٫۶"}, {"", "draft"}, {"(a) 0 00 000,0.0", "٣٫"}, {"\x00\u202e\u2068", "\xff\xfe"},
		{"99999999999999999999999999亿亿亿亿亿", "九九九九九九九九九九九九九九九九九九"},
	} {
		for i := range fuzzed {
			f.Add(s[0], s[1], uint8(i), uint8(i+1))
		}
	}
	f.Fuzz(func(t *testing.T, a, b string, i, j uint8) {
		if len(a) > 2000 || len(b) > 2000 || !utf8.ValidString(a) || !utf8.ValidString(b) {
			return
		}
		x, y := Side{Lang: fuzzed[int(i)%len(fuzzed)], Text: a}, Side{Lang: fuzzed[int(j)%len(fuzzed)], Text: b}
		found := Pair(x, y)
		kinds := map[Kind]int{}
		for _, n := range found {
			text := []string{a, b}[n.Side]
			require.True(t, n.Span.Start >= 0 && n.Span.Start <= n.Span.End && n.Span.End <= len(text), "%+v", n)
			require.Equal(t, text[n.Span.Start:n.Span.End], n.Wording)
			require.True(t, utf8.ValidString(n.Wording) && utf8.ValidString(n.Message))
			require.NotEmpty(t, n.Message)
			kinds[n.Kind]++
		}
		for _, n := range Pair(y, x) {
			kinds[n.Kind]--
		}
		for k, n := range kinds {
			assert.Zero(t, n, k)
		}
		for _, n := range Pair(x, x) {
			assert.Equal(t, Unpaired, n.Kind, "a text beside itself: %s", n.Message)
		}
		(&Checker{Terms: []Term{{x, y}}}).Check(x, y)
	})
}
