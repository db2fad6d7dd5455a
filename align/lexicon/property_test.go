package lexicon_test

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/text/language"

	"github.com/bitext-go/bitext/align/lexicon"
)

// random returns some pairs of a few words, some of them twice.
func random(seed uint64, source, target language.Tag) []lexicon.Pair {
	r := rand.New(rand.NewPCG(seed, 1))
	out := make([]lexicon.Pair, r.IntN(60))
	for i := range out {
		out[i] = lexicon.Pair{
			Source: fmt.Sprint(source, r.IntN(12)), Target: fmt.Sprint(target, r.IntN(12)),
			Forward: 1 - r.Float64(), Backward: 1 - r.Float64(),
		}
	}
	return out
}

func TestProperties(t *testing.T) {
	ar, en, fr := language.Arabic, language.English, language.French
	for seed := range uint64(200) {
		given := random(seed, ar, en)
		a := lexicon.FromForms(ar, en, slices.Values(given))
		b := lexicon.FromForms(ar, en, slices.Values(random(seed+1000, ar, en)))
		c := lexicon.FromForms(en, fr, slices.Values(random(seed+2000, en, fr)))

		slices.Reverse(given)
		assert.Equal(t, pairs(a), pairs(lexicon.FromForms(ar, en, slices.Values(given))),
			"the order of pairs makes no difference")
		assert.Equal(t, pairs(a), pairs(lexicon.FromForms(ar, en, a.All())), "a lexicon is made of its own pairs")
		assert.Equal(t, pairs(a), pairs(a.Reverse().Reverse()))

		ab, err := lexicon.Union(a, b)
		require.NoError(t, err)
		ba, err := lexicon.Union(b, a)
		require.NoError(t, err)
		assert.Equal(t, pairs(ab), pairs(ba), "unions do not depend on the order")
		assert.Equal(t, pairs(ab), pairs(lexicon.FromForms(ar, en, slices.Values(append(pairs(a), pairs(b)...)))),
			"a union is the pairs of all")

		ac, err := lexicon.Compose(a, c)
		require.NoError(t, err)
		ca, err := lexicon.Compose(c.Reverse(), a.Reverse())
		require.NoError(t, err)
		assert.Equal(t, pairs(ac), pairs(ca.Reverse()), "the way back is the way there")

		var file, again bytes.Buffer
		require.NoError(t, ab.Write(&file))
		read, err := lexicon.Read(bytes.NewReader(file.Bytes()))
		require.NoError(t, err)
		assert.Equal(t, pairs(ab), pairs(read))
		require.NoError(t, read.Write(&again))
		assert.Equal(t, file.Bytes(), again.Bytes(), "the same lexicon is the same file")
		for i, form := range slices.Collect(read.Source().All()) {
			assert.True(t, read.Source().Contains(form), i)
		}
	}
}

// TestLearnDeterministic learns twice from the same sentences.
func TestLearnDeterministic(t *testing.T) {
	learn := func() []byte {
		r := rand.New(rand.NewPCG(7, 7))
		l := &lexicon.Learner{Source: language.French, Target: language.English}
		for range 300 {
			var s, u []string
			for range 1 + r.IntN(8) {
				w := r.IntN(40)
				s, u = append(s, fmt.Sprintf("mot%c", 'a'+w)), append(u, fmt.Sprintf("wor%c", 'a'+w))
			}
			l.Sentence(strings.Join(s, " "), strings.Join(u, " "))
		}
		l.Entry("mota motb", "wora worb", 1)
		var b bytes.Buffer
		learned, err := l.Lexicon(t.Context())
		require.NoError(t, err)
		require.NoError(t, learned.Write(&b))
		return b.Bytes()
	}
	assert.Equal(t, learn(), learn())
}

func FuzzRead(f *testing.F) {
	var b bytes.Buffer
	require.NoError(f, small().Write(&b))
	f.Add(b.Bytes())
	f.Fuzz(func(t *testing.T, data []byte) {
		l, err := lexicon.Read(bytes.NewReader(data))
		if err != nil {
			return
		}
		for p := range l.All() {
			assert.True(t, l.Source().Contains(p.Source) && l.Target().Contains(p.Target))
		}
	})
}
