package evidence

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/text/language"

	"github.com/bitext-go/bitext/segment"
)

// lengths returns a text of sentences with these numbers of letters.
func lengths(lang language.Tag, letters ...int) *segment.Text {
	var s []string
	for _, n := range letters {
		s = append(s, strings.Repeat("a", n))
	}
	return segment.FromSentences(s, lang)
}

func TestLengthLearnsRatioAndVariance(t *testing.T) {
	var src, tgt []int
	for i := range 400 {
		src, tgt = append(src, 40+i%20), append(tgt, 2*(40+i%20))
	}
	model, err := Length{}.Fit(t.Context(), lengths(language.German, src...), lengths(language.English, tgt...))
	require.NoError(t, err)
	m := model.(*lengthModel)
	assert.InDelta(t, 2, m.half*m.half, 1e-9)
	require.NoError(t, m.Learn(t.Context(), diagonalPairs(400)))
	assert.InDelta(t, 2, m.half*m.half, 1e-9, "twice as long, not half")
	assert.Equal(t, 1., m.variance, "lengths that always agree do not make others impossible")

	require.NoError(t, m.Learn(t.Context(), diagonalPairs(1)))
	assert.InDelta(t, 10*priorVariance/11, m.variance, 1e-9, "one bead hardly changes what lengths are in general")

	pair := func(i, j int) float64 {
		return m.Cost(segment.Range{Lo: i, Hi: i + 1}, segment.Range{Lo: j, Hi: j + 1})
	}
	assert.Less(t, pair(0, 0), pair(0, 10))
	assert.Less(t, pair(0, 10), pair(0, 19))
	require.NoError(t, m.Learn(t.Context(), nil), "no bead: nothing is learnt, nothing divided by zero")
	assert.InDelta(t, 2, m.half*m.half, 1e-9)
}

func TestEdgesSayNothingAtTheEndsOfTexts(t *testing.T) {
	lines := make([]string, 30)
	for i := range lines {
		lines[i] = "A plain line."
		if i%3 == 0 {
			lines[i] = "Is it?"
		}
	}
	src, tgt := segment.FromSentences(lines, language.English), segment.FromSentences(lines, language.French)
	model, err := Edges{}.Fit(t.Context(), src, tgt)
	require.NoError(t, err)
	m := model.(*edgeModel)
	for i := range lines {
		assert.Zero(t, m.at(0, i))
		assert.Zero(t, m.at(i, 0))
		assert.Zero(t, m.at(len(lines), i))
		assert.Zero(t, m.at(i, len(lines)))
	}
	assert.Negative(t, m.at(4, 4), "a question ends in both")
	assert.Positive(t, m.at(4, 5), "and here in one only")
}

func TestBreaksInsideABeadCostOnceForEachThatBothHave(t *testing.T) {
	text := func(lang language.Tag) *segment.Text {
		return segment.New("One. Two.\n\nThree. Four.\n\nFive. Six. Seven.", lang)
	}
	model, err := Breaks{}.Fit(t.Context(), text(language.English), text(language.English))
	require.NoError(t, err)
	all, first := segment.Range{Lo: 0, Hi: 7}, segment.Range{Lo: 0, Hi: 2}
	m := model.(*breakModel)
	both := m.Cost(all, all)
	one := m.Cost(all, first)
	assert.InDelta(t, 2*breakBoth, both-2*(m.Cost(all, segment.Range{Lo: 0, Hi: 1})), 1e-9,
		"two breaks that could have been cuts")
	plain := 4*m.within[0][0] + 2*m.within[0][1] + m.within[1][0]
	assert.InDelta(t, plain, one, 1e-9, "a break that only one side has is no such place")
}

func TestTheBetterWitnessOfAPairCounts(t *testing.T) {
	assert.Equal(t, link{3, .5, .6}, link{3, .5, .1}.or(link{3, .2, .6}))
	src := segment.FromSentences([]string{"Berlin 1990"}, language.German)
	tgt := segment.FromSentences([]string{"Berlin 1990"}, language.English)
	v, err := newVocabulary(t.Context(), src, nil)
	require.NoError(t, err)
	w, err := newVocabulary(t.Context(), tgt, nil)
	require.NoError(t, err)
	b := newLinkBuilder(v, w)
	b.add(0, 0, .3, .9)
	b.add(0, 0, .7, .1)
	b.add(0, 0, .5, .5)
	require.NoError(t, b.merge(t.Context()))
	require.Len(t, b.rows[0], 1)
	assert.Equal(t, link{0, .7, .9}, b.rows[0][0])
}

func TestPairsThatMetOnceAreNotLearnt(t *testing.T) {
	src, tgt := ciphered(200)
	once := append([]string{"zzyzx", "qwylm", "qwylm"}, sentencesOf(src)[3:]...)
	twin := append([]string{"щэжуб", "цырих", "цырих"}, sentencesOf(tgt)[3:]...)
	fitted, err := Learning{}.Fit(t.Context(),
		segment.FromSentences(once, language.Und), segment.FromSentences(twin, language.Russian))
	require.NoError(t, err)
	m := fitted.(*wordModel)
	require.NoError(t, m.Learn(t.Context(), diagonalPairs(200)))
	for _, id := range m.src.sentence(0) {
		assert.Empty(t, m.links.row(id), "a pair of words that met once may be chance")
	}
	id, other := m.src.sentence(1)[0], m.tgt.sentence(1)[0]
	forward, backward := m.links.lookup(id, other)
	assert.InDelta(t, .6, forward, .05, "two meetings count as one and a half, of two and a half")
	assert.InDelta(t, .6, backward, .05)
	linked := 0
	for _, id := range m.src.sentence(3) {
		if len(m.links.row(id)) > 0 {
			linked++
		}
	}
	assert.Positive(t, linked)
}

func sentencesOf(t *segment.Text) (out []string) {
	for i := range t.Sentences {
		out = append(out, t.Sentence(i))
	}
	return out
}

// TestCoverageStaysWithinItsBounds estimates λ of texts without any word in common: it never
// becomes 0, so that one word more or less does not decide alone.
func TestCoverageStaysWithinItsBounds(t *testing.T) {
	var a, b []string
	for i := range 300 {
		a, b = append(a, strings.Repeat("7 8 9 ", 3)), append(b, strings.Repeat("7 8 9 ", 3))
		if i%2 == 0 {
			a[i], b[i] = "5 6 5 6 5 6", "1 2 1 2 1 2"
		}
	}
	a[1], b[1] = "1 2", "5 6" // so that all numbers have a link
	src, tgt := segment.FromSentences(a, language.German), segment.FromSentences(b, language.English)
	fitted, err := Numbers{}.Fit(t.Context(), src, tgt)
	require.NoError(t, err)
	m := fitted.(*wordModel)
	var apart []Pair
	for i := 0; i < 300; i += 2 {
		apart = append(apart, Pair{segment.Range{Lo: i, Hi: i + 1}, segment.Range{Lo: i, Hi: i + 1}})
	}
	lambda, err := estimateCoverage(t.Context(), m, apart)
	require.NoError(t, err)
	assert.InDelta(t, leastLambda, lambda[numeral], 1e-9)

	silent, err := Numbers{}.Fit(t.Context(),
		segment.FromSentences([]string{" ", "7 8"}, language.German),
		segment.FromSentences([]string{"7 8", " "}, language.English))
	require.NoError(t, err)
	lambda, err = estimateCoverage(t.Context(), silent.(*wordModel), diagonalPairs(2))
	require.NoError(t, err)
	for class, p := range lambda {
		assert.True(t, p >= leastLambda && p <= mostLambda, "%d: %v: a side of no token explains nothing", class, p)
	}
}
