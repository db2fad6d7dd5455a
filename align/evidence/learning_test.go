package evidence

import (
	"math"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/text/language"

	"github.com/bitext-go/bitext/internal/workers"
	"github.com/bitext-go/bitext/segment"
)

// plainWords and cipherWords are a made-up language and a cipher of it, word by word.
var (
	plainWords  = compounds("bak rit muv sel dog fen hul jip", "obok ikut ulav emog adup ozir")
	cipherWords = compounds("выл жуж пым гон дир зац киж луб", "омех ожык уваг ирод апуж ылоц")
)

// compounds returns each head with each tail.
func compounds(heads, tails string) (out []string) {
	for _, h := range strings.Fields(heads) {
		for _, t := range strings.Fields(tails) {
			out = append(out, h+t)
		}
	}
	return out
}

// ciphered returns n sentences of made-up words picked by chance, and the same in cipher.
func ciphered(n int) (src, tgt *segment.Text) {
	r := rand.New(rand.NewPCG(8, 8))
	var a, b []string
	for range n {
		var s, t []string
		for range 3 + r.IntN(6) {
			w := r.IntN(len(plainWords))
			s, t = append(s, plainWords[w]), append(t, cipherWords[w])
		}
		a, b = append(a, strings.Join(s, " ")), append(b, strings.Join(t, " "))
	}
	return segment.FromSentences(a, language.Und), segment.FromSentences(b, language.Russian)
}

func diagonalPairs(n int) (pairs []Pair) {
	for i := range n {
		pairs = append(pairs, Pair{segment.Range{Lo: i, Hi: i + 1}, segment.Range{Lo: i, Hi: i + 1}})
	}
	return pairs
}

func TestLearningFindsTheCipher(t *testing.T) {
	src, tgt := ciphered(400)
	fitted, err := Learning{}.Fit(t.Context(), src, tgt)
	require.NoError(t, err)
	m := fitted.(*wordModel)
	before := m.Pricer().Cost(segment.Range{Lo: 7, Hi: 8}, segment.Range{Lo: 7, Hi: 8})
	m.Learn(t.Context(), diagonalPairs(400))
	typeOf := func(v *vocabulary, word string) int32 {
		for id := range v.types {
			if v.types[id].full == word {
				return int32(id)
			}
		}
		require.Fail(t, "no such word", word)
		return -1
	}
	for w, word := range plainWords {
		var best link
		for _, l := range m.links.row(typeOf(m.src, word)) {
			if l.fwd > best.fwd {
				best = l
			}
		}
		assert.Equal(t, typeOf(m.tgt, cipherWords[w]), best.to, word)
		assert.Greater(t, best.fwd, float32(0.6), word)
		assert.Greater(t, best.bwd, float32(0.6), word)
	}
	for _, l := range m.links.list {
		for _, p := range []float32{l.fwd, l.bwd} {
			assert.True(t, p >= 0 && p <= 1.0001, "%v is a probability", p)
		}
	}
	after := m.Pricer()
	own := after.Cost(segment.Range{Lo: 7, Hi: 8}, segment.Range{Lo: 7, Hi: 8})
	assert.Less(t, own, min(before, 0))
	assert.Greater(t, after.Cost(segment.Range{Lo: 7, Hi: 8}, segment.Range{Lo: 31, Hi: 32}), own+2, "another sentence")
}

// cipher writes each letter of made-up words as another.
var cipher = strings.NewReplacer("b", "т", "k", "ф", "r", "н", "m", "в", "l", "д", "s", "к", "v", "м",
	"g", "п", "a", "у", "o", "и", "i", "о", "u", "а")

// longCiphered returns n sentences of 80 made-up words, and the same in cipher.
func longCiphered(n int) (src, tgt *segment.Text) {
	r := rand.New(rand.NewPCG(9, 9))
	var a, b []string
	for range n {
		var s []string
		for range 80 {
			syllable := func() string { return string("bkrmlsvg"[r.IntN(8)]) + string("aoiu"[r.IntN(4)]) }
			s = append(s, syllable()+syllable())
		}
		a = append(a, strings.Join(s, " "))
		b = append(b, cipher.Replace(a[len(a)-1]))
	}
	return segment.FromSentences(a, language.Und), segment.FromSentences(b, language.Russian)
}

func TestWorkersLearnTheSame(t *testing.T) {
	src, tgt := longCiphered(400)
	var first *links
	for n := 1; n <= 3; n++ {
		ctx := workers.Limit(t.Context(), n)
		fitted, err := Learning{}.Fit(ctx, src, tgt)
		require.NoError(t, err)
		m := fitted.(*wordModel)
		x, err := meetingsIn(ctx, diagonalPairs(400), m.src, m.tgt, m.links)
		require.NoError(t, err)
		require.Greater(t, len(x.parts), 3, "there is enough to share out")
		for k, p := range x.parts[1:] {
			assert.Equal(t, x.parts[k].hi, p.lo, "each source type is in one part")
		}
		require.NoError(t, m.Learn(ctx, diagonalPairs(400)))
		if n > 1 {
			assert.Equal(t, first, m.links, "%d goroutines", n)
			continue
		}
		first = m.links
		right := 0
		for s := range m.src.types {
			for _, l := range first.row(int32(s)) {
				if l.fwd > 0.5 && strings.HasPrefix(cipher.Replace(m.src.types[s].full), m.tgt.types[l.to].form) {
					right++
				}
			}
		}
		assert.Greater(t, right, len(m.src.types)*9/10, "they have learnt")
	}
}

func TestLearningIsSilentWithoutText(t *testing.T) {
	src, tgt := ciphered(15)
	fitted, err := Learning{}.Fit(t.Context(), src, tgt)
	require.NoError(t, err)
	m := fitted.(*wordModel)
	m.Learn(t.Context(), diagonalPairs(15))
	assert.Empty(t, m.links.row(0), "15 pairs are too few")
	assert.Zero(t, m.links.fwd[0])
}

func TestCoverageIsEstimated(t *testing.T) {
	lines := []string{"In 1931 twelve boats came.", "In 1932 there were 40 of them.", "The mill closed in 1950."}
	src := segment.FromSentences(lines, language.English)
	for _, c := range []struct {
		tgt  []string
		want func(p, before float64) bool
	}{
		{[]string{"1931 12.", "1932 40.", "1950."}, func(p, before float64) bool { return p > before }},
		{[]string{"7 8.", "9 10.", "11."}, func(p, before float64) bool { return p <= before }},
	} {
		fitted, err := Numbers{}.Fit(t.Context(), src, segment.FromSentences(c.tgt, language.French))
		require.NoError(t, err)
		m := fitted.(*wordModel)
		lambda, err := estimateCoverage(t.Context(), m, diagonalPairs(3))
		require.NoError(t, err)
		assert.True(t, c.want(lambda[numeral], learntLambda), "%v: %v", c.tgt, lambda[numeral])
		assert.InDelta(t, learntLambda, lambda[always], 1e-9, "no word of the class: what it was thought to be")
		for _, p := range lambda {
			assert.True(t, p >= leastLambda && p <= mostLambda)
		}
		none, err := estimateCoverage(t.Context(), m, nil)
		require.NoError(t, err)
		assert.InDelta(t, learntLambda, none[numeral], 1e-9)
	}
}

func TestOdds(t *testing.T) {
	many, sum := noOdds, 0.0
	for k := range 1000 {
		w := worth{each: float32(k), most: 50 + float32(k)}
		many = many.times(w.odds(0.3))
		sum += math.Log(min(50+float64(k), 1+0.3*float64(k)))
	}
	assert.InEpsilon(t, sum, many.log(), 1e-12, "the product does not overflow")
	none := noOdds
	assert.Zero(t, none.log())
}
