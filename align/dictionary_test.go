package align_test

import (
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/text/language"

	"github.com/bitext-go/bitext/align"
	"github.com/bitext-go/bitext/align/evidence"
	"github.com/bitext-go/bitext/align/lexicon"
	"github.com/bitext-go/bitext/align/lexicon/core"
	"github.com/bitext-go/bitext/segment"
)

func TestALexiconOfOtherLanguagesIsAnError(t *testing.T) {
	texts := func(src, tgt string) []*segment.Text {
		return []*segment.Text{
			segment.FromSentences([]string{"One."}, language.MustParse(src)),
			segment.FromSentences([]string{"Two."}, language.MustParse(tgt)),
		}
	}
	fixed := evidence.Dictionary(func(language.Tag, language.Tag) (*lexicon.Lexicon, error) {
		return core.Lexicon(language.French, language.English)
	})
	for _, c := range [][3]string{
		{"fr", "en", ""}, {"fr-CA", "en-Latn-GB", ""}, {"und", "en", ""}, {"fr", "und", ""},
		{"en", "fr", "align: the lexicon is from fr to en, but the texts are in en and fr; use its Reverse"},
		{"de", "en", "align: the lexicon is from fr to en, but the texts are in de and en"},
		{"fr", "de", "align: the lexicon is from fr to en, but the texts are in fr and de"},
	} {
		_, err := (&align.Aligner{Scorer: fixed}).Align(t.Context(), texts(c[0], c[1])...)
		if c[2] == "" {
			assert.NoError(t, err, c)
		} else {
			assert.EqualError(t, err, c[2])
		}
	}
	files, err := os.ReadDir("lexicon/core/data")
	require.NoError(t, err)
	require.Greater(t, len(files), 30)
	for _, f := range files {
		lang, ok := strings.CutSuffix(f.Name(), "-en.lex")
		if !ok {
			continue
		}
		for _, pair := range [][2]string{{lang, "en"}, {"en-US", lang}} {
			_, err := (&align.Aligner{Scorer: evidence.Dictionary(core.Lexicon)}).Align(
				t.Context(),
				texts(pair[0], pair[1])...)
			assert.NoError(t, err, pair)
		}
	}
	_, err = (&align.Aligner{Scorer: evidence.Dictionary(core.Lexicon)}).Align(
		t.Context(),
		texts("ar-EG", "zh-Hant-TW")...)
	assert.NoError(t, err)
}

func TestBuiltInLexiconsAreDecodedOnce(t *testing.T) {
	first, err := core.Lexicon(language.French, language.English)
	require.NoError(t, err)
	again, err := core.Lexicon(language.MustParse("fr-CA"), language.AmericanEnglish)
	require.NoError(t, err)
	assert.Same(t, first, again)
	allocations := testing.AllocsPerRun(10, func() { _, _ = core.Lexicon(language.French, language.English) })
	assert.Less(t, allocations, 50.)
}

// A word that the list does not have is looked up without its ending, in either text; one that may
// be a name is not.
func TestAWordIsLookedUpWithoutItsEnding(t *testing.T) {
	list := lexicon.FromForms(language.Hungarian, language.English, slices.Values([]lexicon.Pair{
		{Source: "ablak", Target: "window", Forward: 0.9, Backward: 0.9},
		{Source: "kert", Target: "garden", Forward: 0.9, Backward: 0.9},
	}))
	said := func(src, tgt string) float64 {
		t.Helper()
		fixed := evidence.Dictionary(func(language.Tag, language.Tag) (*lexicon.Lexicon, error) { return list, nil })
		model, err := fixed.Fit(t.Context(), segment.FromSentences([]string{src}, language.Hungarian),
			segment.FromSentences([]string{tgt}, language.English))
		require.NoError(t, err)
		only := evidence.Pair{Source: segment.Range{Hi: 1}, Target: segment.Range{Hi: 1}}
		return evidence.Costs(model.Pricer(), []evidence.Pair{only})[0]
	}
	listed, other := said("az ablak", "the window"), said("az asztal", "the window")
	shorter := said("az ablakot", "the window")
	assert.Less(t, listed, shorter)
	assert.Less(t, shorter, other)
	assert.Less(t, said("a kert", "in gardenic"), said("a fal", "in gardenic"), "in the other text too")
	assert.Equal(t, said("a Kertem", "the garden"), said("a Falxyz", "the garden"), "Kertem may be a name")
}
