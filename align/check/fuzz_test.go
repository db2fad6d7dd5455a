package check

import (
	"slices"
	"strings"
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
		{"«1. La réunion» http://a.b/c?d", "XIXe siècle 3,14 – ½ ۱۲٬۳۴۵٫۶"}, {"http://a.b is http://a.b", "12"}, {"", "draft"}, {"(a) 0 00 000,0.0", "٣٫"}, {"\x00\u202e\u2068", "\xff\xfe"},
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

// FuzzChecker checks several units one after another, with terms, forbidden terms and inline codes:
// findings are within the sides, and the same on one goroutine and on several.
func FuzzChecker(f *testing.F) {
	f.Add("The {0} house\x01La maison\x01The {0} house\x01La {1} maison <b>", "house", "maison", uint8(4), uint8(9))
	f.Add("(a) 5 May 2021\x01٥ مايو ٢٠٢١\x01XIV. %s\x01", "5", "", uint8(1), uint8(0))
	f.Fuzz(func(t *testing.T, body, term, banned string, lang, at uint8) {
		if len(body) > 2000 || len(term)+len(banned) > 200 || !utf8.ValidString(body+term+banned) {
			return
		}
		x, y := language.English, fuzzed[int(lang)%len(fuzzed)]
		var units [][]Side
		parts := strings.Split(body, "\x01")
		for i := 0; i+1 < len(parts); i += 2 {
			code := []Code{{Offset: int(at) % (len(parts[i]) + 1), XML: "<ph>{0}</ph>"}}
			units = append(units, []Side{{Lang: x, Text: parts[i], Codes: code}, {Lang: y, Text: parts[i+1]}})
		}
		one, many := newFuzzChecker(x, y, term, banned), newFuzzChecker(x, y, term, banned)
		i := 0
		for _, found := range All(many, slices.All(units)) {
			require.Equal(t, one.Check(units[i]...), found)
			for _, n := range found {
				text := units[i][n.Side].Text
				require.True(t, 0 <= n.Span.Start && n.Span.Start <= n.Span.End && n.Span.End <= len(text))
			}
			i++
		}
		require.Equal(t, len(units), i)
	})
}

func newFuzzChecker(x, y language.Tag, term, banned string) *Checker {
	return &Checker{Terms: []Term{{Side{Lang: x, Text: term}, Side{Lang: y, Text: banned}}},
		Forbidden: []Side{{Lang: y, Text: banned}}, MaxLength: 50}
}
