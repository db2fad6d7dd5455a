package lexicon_test

import (
	"bytes"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/text/language"

	"github.com/bitext-go/bitext/align/lexicon"
)

// small returns a lexicon of four pairs.
func small() *lexicon.Lexicon {
	return lexicon.FromForms(language.French, language.English, slices.Values([]lexicon.Pair{
		{Source: "chien", Target: "dog", Forward: .9, Backward: .8},
		{Source: "chat", Target: "cat", Forward: 1, Backward: 1},
		{Source: "chat", Target: "chat", Forward: .05, Backward: .5},
		{Source: "animal", Target: "animal", Forward: .7, Backward: .7},
	}))
}

func pairs(l *lexicon.Lexicon) []lexicon.Pair { return slices.Collect(l.All()) }

func TestTranslations(t *testing.T) {
	var got []string
	for x := range small().Translations("chat") {
		got = append(got, x.Form)
		assert.InDelta(t, map[string]float64{"cat": 1, "chat": .05}[x.Form], x.Forward, .005)
	}
	assert.Equal(t, []string{"cat", "chat"}, got)
	assert.Empty(t, slices.Collect(small().Translations("cha")))
}

func TestReverse(t *testing.T) {
	r := small().Reverse()
	got := slices.Collect(r.Translations("dog"))
	require.Len(t, got, 1)
	assert.Equal(t, "chien", got[0].Form)
	assert.InDelta(t, .8, got[0].Forward, .05)
	assert.Equal(t, pairs(small()), pairs(r.Reverse()))
}

func TestUnion(t *testing.T) {
	more := lexicon.FromForms(language.French, language.BritishEnglish, slices.Values([]lexicon.Pair{
		{Source: "chien", Target: "dog", Forward: 1, Backward: .1},
		{Source: "oiseau", Target: "bird", Forward: 1, Backward: 1},
	}))
	u, err := lexicon.Union(small(), more)
	require.NoError(t, err)
	assert.Equal(t, 5, u.Len())
	dog := slices.Collect(u.Translations("chien"))[0]
	assert.InDelta(t, 1, dog.Forward, 0)
	assert.InDelta(t, .8, dog.Backward, .05)
	_, err = lexicon.Union(small(), small().Reverse())
	assert.ErrorContains(t, err, "en-fr cannot join one fr-en")
}

func TestCompose(t *testing.T) {
	german := lexicon.FromForms(language.English, language.German, slices.Values([]lexicon.Pair{
		{Source: "dog", Target: "hund", Forward: 1, Backward: 1},
		{Source: "cat", Target: "katze", Forward: .5, Backward: 1},
		{Source: "cat", Target: "kater", Forward: .002, Backward: .002},
		{Source: "cat", Target: "raupe", Forward: .9, Backward: .002}, // does not lead back
		{Source: "dog", Target: "haken", Forward: .002, Backward: .9}, // leads back only
	}))
	c, err := lexicon.Compose(small(), german)
	require.NoError(t, err)
	var got []string
	for p := range c.All() {
		got = append(got, p.Source+"="+p.Target)
	}
	assert.Equal(t, []string{"chat=katze", "chien=hund"}, got)
	_, err = lexicon.Compose(german, small())
	assert.ErrorContains(t, err, "nothing leads from en-de to fr-en")
}

func TestLongest(t *testing.T) {
	l := lexicon.FromForms(language.Chinese, language.English, slices.Values([]lexicon.Pair{
		{Source: "安全", Target: "safe", Forward: 1, Backward: 1},
		{Source: "安全理事会", Target: "counci", Forward: 1, Backward: 1},
		{Source: "决议", Target: "resolu", Forward: 1, Backward: 1},
	}))
	for in, want := range map[string]string{"安全理事会决议": "安全理事会", "安全理": "安全", "安": "", "决议": "决议", "会": ""} {
		assert.Equal(t, want, in[:l.Source().Longest(in)], in)
	}
}

func TestCoverage(t *testing.T) {
	known, total := small().Coverage(slices.Values([]string{"Les CHATS, le chien ?", "123 animaux et un animal."}))
	assert.Equal(t, 3, known)
	assert.Equal(t, 8, total)
}

func TestNewLeavesOut(t *testing.T) {
	l := lexicon.FromForms(language.French, language.English, slices.Values([]lexicon.Pair{
		{Source: "", Target: "x", Forward: 1, Backward: 1}, {Source: "a", Target: strings.Repeat("x", 256), Forward: 1, Backward: 1},
		{Source: "a", Target: "\xff", Forward: 1, Backward: 1}, {Source: "a", Target: "b", Forward: 0, Backward: 1},
		{Source: "a", Target: strings.Repeat("x", 255), Forward: 1, Backward: 1},
	}))
	require.Equal(t, 1, l.Len())
	var b bytes.Buffer
	require.NoError(t, l.Write(&b))
	read, err := lexicon.Read(&b)
	require.NoError(t, err)
	assert.Equal(t, pairs(l), pairs(read))
}

func TestNotes(t *testing.T) {
	var b bytes.Buffer
	require.NoError(t, small().WithNotes("Source: A\n\nLicence: B").Write(&b))
	assert.True(t, strings.HasPrefix(b.String(), "bitext lexicon 1\nfr en\nSource: A\nLicence: B\n\n"),
		"anyone can read the head")
	l, err := lexicon.Read(&b)
	require.NoError(t, err)
	assert.Equal(t, "Source: A\nLicence: B", l.Notes())
}

func TestFile(t *testing.T) {
	var b bytes.Buffer
	require.NoError(t, small().Write(&b))
	l, err := lexicon.Read(bytes.NewReader(b.Bytes()))
	require.NoError(t, err)
	assert.Equal(t, pairs(small()), pairs(l))
	for n := range b.Len() {
		_, err := lexicon.Read(bytes.NewReader(b.Bytes()[:n]))
		assert.Error(t, err, "a file cut at %d", n)
	}
	_, err = lexicon.Read(strings.NewReader("dog @ chien\n"))
	assert.ErrorContains(t, err, "not a lexicon file")
}

func TestLearn(t *testing.T) {
	text := [][2]string{
		{"le chien dort", "the dog sleeps"}, {"le chat dort", "the cat sleeps"}, {"le chien mange", "the dog eats"},
		{"le chat mange", "the cat eats"}, {"un chien court", "a dog runs"}, {"un chat court", "a cat runs"},
	}
	l, err := lexicon.Learn(t.Context(), language.French, language.English, func(yield func(string, string) bool) {
		for _, p := range text {
			if !yield(p[0], p[1]) {
				return
			}
		}
	})
	require.NoError(t, err)
	for s, want := range map[string]string{"chien": "dog", "chat": "cat", "mang": "eat", "dort": "sleep"} {
		best := lexicon.Translation{}
		for x := range l.Translations(s) {
			if x.Forward > best.Forward {
				best = x
			}
		}
		assert.Equal(t, want, best.Form, s)
	}
}
