package align_test

import (
	"context"
	"errors"
	"math"
	"math/rand/v2"
	"slices"
	"sync/atomic"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/text/language"

	"github.com/bitext-go/bitext/align"
	"github.com/bitext-go/bitext/align/evidence"
	"github.com/bitext-go/bitext/segment"
)

// spaces returns the vectors of n sentences, and of a translation that joins every tenth with the
// next and leaves out every seventeenth, with noise.
func spaces(n, dim int, noise float64) (src, tgt [][]float64, gold map[[2]int]bool) {
	r := rand.New(rand.NewPCG(21, 4))
	gold = map[[2]int]bool{}
	for i := range n {
		v := make([]float64, dim)
		for k := range v {
			v[k] = r.NormFloat64() + .3 // embeddings share a direction
		}
		src = append(src, v)
		if i%17 == 3 {
			continue
		}
		w := slices.Clone(v)
		for k := range w {
			w[k] += noise * r.NormFloat64()
		}
		if i%10 == 9 && len(tgt) > 0 {
			for k, x := range tgt[len(tgt)-1] {
				tgt[len(tgt)-1][k] = x + w[k]
			}
		} else {
			tgt = append(tgt, w)
		}
		gold[[2]int{i, len(tgt) - 1}] = true
	}
	return src, tgt, gold
}

func textOf(n int, lang language.Tag) *segment.Text {
	return segment.FromSentences(slices.Repeat([]string{"A sentence that says nothing."}, n), lang)
}

// cosine returns the cosine of the sums of two ranges of vectors.
func cosine(src, tgt [][]float64, p evidence.Pair) float64 {
	var ab, aa, bb float64
	for k := range src[0] {
		var a, b float64
		for i := p.Source.Lo; i < p.Source.Hi; i++ {
			a += src[i][k]
		}
		for j := p.Target.Lo; j < p.Target.Hi; j++ {
			b += tgt[j][k]
		}
		ab, aa, bb = ab+a*b, aa+a*a, bb+b*b
	}
	return ab / math.Sqrt(aa*bb)
}

// TestSimilaritiesFindTheirScale aligns texts by similarities alone, on several scales.
func TestSimilaritiesFindTheirScale(t *testing.T) {
	src, tgt, gold := spaces(150, 48, .6)
	for name, scale := range map[string]func(float64) float64{
		"cosine": func(x float64) float64 { return x }, "percent": func(x float64) float64 { return 100 * x },
		"shifted": func(x float64) float64 { return 1000 + x/1000 },
		"squared": func(x float64) float64 { return x * math.Abs(x) },
	} {
		var calls, asked atomic.Int64
		scorer := evidence.Similarities{Prepare: func(
			_ context.Context, s, u *segment.Text,
		) (func([]evidence.Pair) []float64, error) {
			assert.Len(t, s.Sentences, len(src))
			return func(pairs []evidence.Pair) []float64 {
				assert.LessOrEqual(t, len(pairs), 1000)
				calls.Add(1)
				asked.Add(int64(len(pairs)))
				out := make([]float64, len(pairs))
				for i, p := range pairs {
					out[i] = scale(cosine(src, tgt, p))
				}
				return out
			}, nil
		}}
		beads, err := (&align.Aligner{Scorer: scorer}).Align(
			t.Context(), textOf(len(src), language.French), textOf(len(tgt), language.English))
		require.NoError(t, err, name)
		right, paired := 0, 0
		for _, b := range beads {
			for i := b.Ranges[0].Lo; i < b.Ranges[0].Hi; i++ {
				for j := b.Ranges[1].Lo; j < b.Ranges[1].Hi; j++ {
					if paired++; gold[[2]int{i, j}] {
						right++
					}
				}
			}
		}
		assert.Greater(t, float64(right), .93*float64(len(gold)), "%s: found %d of %d", name, right, len(gold))
		assert.Greater(t, float64(right), .93*float64(paired), "%s: right %d of %d", name, right, paired)
		assert.Greater(t, asked.Load(), 4*calls.Load(), "%s: in batches", name)
	}
}

// A prepare prepares similarities.
type prepare = func(context.Context, *segment.Text, *segment.Text) (func([]evidence.Pair) []float64, error)

func TestSimilaritiesThatAreNone(t *testing.T) {
	a, b := textOf(20, language.French), textOf(20, language.English)
	failed := errors.New("no service")
	constant := func(x float64, short int) prepare {
		return func(context.Context, *segment.Text, *segment.Text) (func([]evidence.Pair) []float64, error) {
			return func(p []evidence.Pair) []float64 { return slices.Repeat([]float64{x}, max(0, len(p)-short)) }, nil
		}
	}
	for want, e := range map[string]evidence.Similarities{
		"align: Similarities.Prepare is not set": {},
		"align: no service": {Prepare: func(
			context.Context, *segment.Text, *segment.Text,
		) (func([]evidence.Pair) []float64, error) {
			return nil, failed
		}},
		"align: Similarities.Prepare returned no function": {
			Prepare: func(context.Context, *segment.Text, *segment.Text) (func([]evidence.Pair) []float64, error) {
				return nil, nil
			}},
		"is NaN; return a finite number":  {Prepare: constant(math.NaN(), 0)},
		"is +Inf; return a finite number": {Prepare: constant(math.Inf(1), 0)},
		"pairs; return one for each":      {Prepare: constant(1, 1)},
	} {
		_, err := (&align.Aligner{Scorer: evidence.Sum{evidence.Length{}, e}}).Align(t.Context(), a, b)
		assert.ErrorContains(t, err, want)
	}
	flat := evidence.Similarities{Prepare: constant(.5, 0)}
	beads, err := (&align.Aligner{Scorer: evidence.Sum{evidence.Length{}, flat}}).Align(t.Context(), a, b)
	require.NoError(t, err, "one similarity for all says nothing")
	covers(t, beads, a, b)
}
