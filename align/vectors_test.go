package align_test

import (
	"bytes"
	"context"
	"encoding/binary"
	"errors"
	"math"
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/text/language"

	"github.com/bitext-go/bitext/align"
	"github.com/bitext-go/bitext/align/evidence"
	"github.com/bitext-go/bitext/segment"
)

// meant returns a text whose sentences mean what their vectors say: sentence k holds the thoughts
// of said[k].
func meant(r *rand.Rand, thoughts [][]float32, said [][]int, tag language.Tag) (*segment.Text, [][]float32) {
	var sentences []string
	var vectors [][]float32
	for _, list := range said {
		sentences = append(sentences, "…")
		v := make([]float32, len(thoughts[0]))
		for k := range v {
			for _, t := range list {
				v[k] += thoughts[t][k]
			}
			v[k] += 0.4 * float32(len(list)) * float32(r.NormFloat64())
		}
		vectors = append(vectors, v)
	}
	return segment.FromSentences(sentences, tag), vectors
}

// thoughtful returns two texts that nothing but vectors can pair: the target says thoughts 3 and 4
// in one sentence, leaves out thought 9 and has one of its own.
func thoughtful() (src, tgt *segment.Text, vectors map[*segment.Text][][]float32, want []string) {
	r := rand.New(rand.NewPCG(1, 1))
	thoughts := make([][]float32, 21)
	for t := range thoughts {
		for range 64 {
			thoughts[t] = append(thoughts[t], float32(r.NormFloat64()))
		}
	}
	var a, b [][]int
	for t := range 20 {
		a = append(a, []int{t})
		switch t {
		case 3:
			b = append(b, []int{3, 4})
		case 4, 9:
		case 14:
			b = append(b, []int{20}, []int{14})
		default:
			b = append(b, []int{t})
		}
	}
	src, x := meant(r, thoughts, a, language.Arabic)
	tgt, y := meant(r, thoughts, b, language.English)
	return src, tgt, map[*segment.Text][][]float32{src: x, tgt: y}, []string{"2-1", "1-0", "0-1"}
}

func TestVectors(t *testing.T) {
	src, tgt, vectors, want := thoughtful()
	a := align.Aligner{Scorer: evidence.Sum{evidence.SentenceVectors(vectors)}}
	beads, err := a.Align(context.Background(), src, tgt)
	require.NoError(t, err)
	var odd []string
	for _, b := range beads {
		if m, n := b.Ranges[0].Len(), b.Ranges[1].Len(); m != 1 || n != 1 {
			odd = append(odd, string(rune('0'+m))+"-"+string(rune('0'+n)))
		} else {
			assert.Greater(t, b.Translation, 0.5)
		}
	}
	assert.Equal(t, want, odd)
	require.Len(t, beads, 20)
	assert.Equal(t, segment.Range{Lo: 3, Hi: 5}, beads[3].Ranges[0])
}

func TestVectorsOfGroups(t *testing.T) {
	src, tgt, vectors, _ := thoughtful()
	asked := map[int]bool{}
	e := evidence.Vectors{
		MaxGroup: 3,
		Of: func(_ context.Context, text *segment.Text, r segment.Range) ([]float32, error) {
			asked[r.Len()] = true
			if r.Len() == 2 {
				return nil, nil // the sum will do
			}
			return vectors[text][r.Lo], nil
		},
	}
	_, err := e.Fit(t.Context(), src, tgt)
	require.NoError(t, err)
	assert.Equal(t, map[int]bool{1: true, 2: true, 3: true}, asked)
}

// Vectors show where long texts touch: the target begins in the middle of the source and goes on
// after its end, and nothing else says what belongs together.
func TestVectorsAreAnchorsOfLongTexts(t *testing.T) {
	const size, lacks = 1500, 800
	r := rand.New(rand.NewPCG(1, 3))
	thoughts := make([][]float32, size+lacks)
	var a, b [][]int
	for k := range thoughts {
		for range 64 {
			thoughts[k] = append(thoughts[k], float32(r.NormFloat64()))
		}
		if k < size {
			a = append(a, []int{k})
		}
		if k >= lacks {
			b = append(b, []int{k})
		}
	}
	src, x := meant(r, thoughts, a, language.Arabic)
	tgt, y := meant(r, thoughts, b, language.English)
	e := evidence.SentenceVectors(map[*segment.Text][][]float32{src: x, tgt: y})
	model, err := e.Fit(t.Context(), src, tgt)
	require.NoError(t, err)
	anchors, err := model.(evidence.Anchorer).Anchors(t.Context())
	require.NoError(t, err)
	assert.Greater(t, len(anchors), (size-lacks)/2)
	wrong := 0
	for _, at := range anchors {
		if at.I != at.J+lacks {
			wrong++
		}
	}
	assert.LessOrEqual(t, wrong, len(anchors)/100)

	found := map[int]int{}
	aligner := align.Aligner{Scorer: append(evidence.Standard(), e)}
	beads, err := aligner.Align(t.Context(), src, tgt)
	require.NoError(t, err)
	for _, bead := range beads {
		if bead.Ranges[0].Len() == 1 && bead.Ranges[1].Len() == 1 && bead.Ranges[0].Lo == bead.Ranges[1].Lo+lacks {
			found[bead.Ranges[0].Lo]++
		}
	}
	assert.Greater(t, len(found), (size-lacks)*99/100)

	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	_, err = model.(evidence.Anchorer).Anchors(ctx)
	assert.ErrorIs(t, err, context.Canceled)
}

func TestVectorsAreNeverGuessed(t *testing.T) {
	src, tgt, vectors, _ := thoughtful()
	fit := func(change func(text *segment.Text, i int, v []float32) ([]float32, error)) error {
		_, err := evidence.Vectors{Of: func(_ context.Context, text *segment.Text, r segment.Range) ([]float32, error) {
			return change(text, r.Lo, vectors[text][r.Lo])
		}}.Fit(t.Context(), src, tgt)
		return err
	}
	at := func(bad []float32) func(*segment.Text, int, []float32) ([]float32, error) {
		return func(text *segment.Text, i int, v []float32) ([]float32, error) {
			if text == tgt && i == 4 {
				return bad, nil
			}
			return v, nil
		}
	}
	assert.ErrorContains(t, fit(at(nil)), "sentence 5 in en has no vector")
	assert.ErrorContains(t, fit(at(make([]float32, 64))), "sentence 5 in en has no vector")
	assert.ErrorContains(t, fit(at([]float32{1})), "sentence 5 in en has 1 numbers and those before it 64")
	assert.ErrorContains(t, fit(at([]float32{float32(math.NaN())})), "sentence 5 in en has no vector")
	gone := errors.New("the model is gone")
	assert.ErrorIs(t, fit(func(*segment.Text, int, []float32) ([]float32, error) { return nil, gone }), gone)
	type list = map[*segment.Text][][]float32
	_, err := evidence.SentenceVectors(list{src: vectors[src], tgt: vectors[tgt][1:]}).Fit(t.Context(), src, tgt)
	assert.ErrorContains(t, err, "18 vectors for the 19 sentences")
	_, err = evidence.SentenceVectors(list{src: vectors[src], tgt: make([][]float32, 19)}).Fit(t.Context(), src, tgt)
	assert.ErrorContains(t, err, "sentence 1 in en has no vector")
	_, err = evidence.Vectors{}.Fit(t.Context(), src, tgt)
	assert.ErrorContains(t, err, "Vectors.Of is not set")
}

func TestReadVectors(t *testing.T) {
	var file bytes.Buffer
	want := [][]float32{{1, -2.5, 0}, {3, 4, 1e-9}}
	for _, v := range want {
		require.NoError(t, binary.Write(&file, binary.LittleEndian, v))
	}
	raw := file.Bytes()
	got, err := evidence.ReadVectors(bytes.NewReader(raw), 3)
	require.NoError(t, err)
	assert.Equal(t, want, got)
	_, err = evidence.ReadVectors(bytes.NewReader(raw[:20]), 3)
	assert.ErrorContains(t, err, "vector 2 has 8 bytes of 12")
	_, err = evidence.ReadVectors(bytes.NewReader(raw), 0)
	assert.ErrorContains(t, err, "length")
	nan := binary.LittleEndian.AppendUint32(nil, math.Float32bits(float32(math.NaN())))
	_, err = evidence.ReadVectors(bytes.NewReader(nan), 1)
	assert.ErrorContains(t, err, "vector 1 holds NaN")
}
