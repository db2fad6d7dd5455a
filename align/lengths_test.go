package align

import (
	"context"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/text/language"

	"github.com/bitext-go/bitext/internal/dp"
	"github.com/bitext-go/bitext/segment"
)

// evidenceOfLengths returns the evidence of beads of one shape after another, of sentences with
// these lengths.
func evidenceOfLengths(shapes []dp.Shape, src, tgt []float64) float64 {
	before := func(lengths []float64) []float64 {
		out := []float64{0}
		for _, x := range lengths {
			out = append(out, out[len(out)-1]+x)
		}
		return out
	}
	var path []dp.Step
	at := dp.Step{}
	for _, s := range shapes {
		at.M, at.N = s.M, s.N
		path = append(path, at)
		at.I, at.J = at.I+s.M, at.J+s.N
	}
	return lengthEvidence(path, before(src), before(tgt))
}

func TestLengthsVouchForAPlainPathOnly(t *testing.T) {
	r := rand.New(rand.NewPCG(4, 4))
	const n = 20
	src, near, far := make([]float64, n), make([]float64, n), make([]float64, n)
	for i := range n {
		src[i] = 20 + 100*r.Float64()
		near[i] = src[i] * (1.1 + 0.2*r.Float64())
		far[i] = 20 + 100*r.Float64()
	}
	one := make([]dp.Shape, n)
	mixed := make([]dp.Shape, 0, n)
	for i := range one {
		one[i] = dp.Shape{M: 1, N: 1}
		if i < n/4 {
			mixed = append(mixed, dp.Shape{M: 2, N: 1}, dp.Shape{M: 1, N: 1}, dp.Shape{M: 1}, dp.Shape{N: 2})
		}
	}
	assert.Greater(t, evidenceOfLengths(one, src, near), 15.0)
	assert.Less(t, evidenceOfLengths(one, src, far), float64(lengthProof))
	assert.Less(t, evidenceOfLengths(mixed, src, near), float64(lengthProof), "such lengths are found in any two texts")
	assert.Less(t, evidenceOfLengths(one[:4], src[:4], near[:4]), float64(lengthProof), "four beads show little")
	same := make([]float64, n)
	for _, lengths := range [][]float64{nil, src[:2], same} {
		assert.False(t, evidenceOfLengths(one[:len(lengths)], lengths, lengths) >= lengthProof)
	}
	assert.False(t, evidenceOfLengths([]dp.Shape{{M: n}, {N: n}}, src, near) >= lengthProof)
}

// translated returns a text of made-up words and its translation, in which two words of three are
// free and sentences are about as long; and other translations, of the sentences in another order.
func translated(r *rand.Rand, n int) (src, tgt, other *segment.Text) {
	word := func(alphabet string, k int) string {
		var b strings.Builder
		for range 2 + k%3 {
			k = k*7919 + 13
			b.WriteString(alphabet[k%9*2 : k%9*2+2])
		}
		return b.String()
	}
	lines := [3][]string{}
	for range n {
		var a, b []string
		for range 4 + r.IntN(14) {
			k := int(400 * r.Float64() * r.Float64() * r.Float64())
			a = append(a, word("bakorimutensalvoxi", k))
			if r.IntN(3) > 0 {
				k = int(400 * r.Float64() * r.Float64())
			}
			b = append(b, word("dihulagepynufizoca", k))
		}
		lines[0], lines[1] = append(lines[0], strings.Join(a, " ")+"."), append(lines[1], strings.Join(b, " ")+".")
	}
	for _, i := range r.Perm(n) {
		lines[2] = append(lines[2], lines[1][i])
	}
	return segment.FromSentences(lines[0], language.Hungarian), segment.FromSentences(lines[1], language.English),
		segment.FromSentences(lines[2], language.English)
}

// TestLengthsVouchForHardlyKnownWords aligns short texts without a lexicon.
func TestLengthsVouchForHardlyKnownWords(t *testing.T) {
	kept, found := 0, 0
	for seed := range uint64(8) {
		r := rand.New(rand.NewPCG(seed, 5))
		src, tgt, other := translated(r, 30)
		count := func(to *segment.Text) (n int) {
			beads, err := new(Aligner).Align(context.Background(), src, to)
			require.NoError(t, err)
			for _, b := range beads {
				if !b.Null() {
					n++
				}
			}
			return n
		}
		k, f := count(tgt), count(other)
		kept, found = kept+k, found+f
	}
	assert.Greater(t, kept, 8*28)
	assert.Less(t, found, 8*2)
}
