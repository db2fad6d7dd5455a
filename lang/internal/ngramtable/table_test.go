package ngramtable

import (
	"bytes"
	"compress/flate"
	"math"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func small(t testing.TB) []byte {
	var b bytes.Buffer
	require.NoError(t, Write(&b, []string{"xa", "xb"}, []Ngram{
		{"b", map[int]float64{0: math.Exp(-2)}},
		{"a", map[int]float64{0: math.Exp(-1), 1: math.Exp(-1.5)}},
		{"ab", map[int]float64{1: math.Exp(-.5)}},
		{"abaß", map[int]float64{0: math.Exp(-.25)}},
	}))
	return b.Bytes()
}

func TestCosts(t *testing.T) {
	table, err := Read(bytes.NewReader(small(t)))
	require.NoError(t, err)
	assert.Equal(t, []string{"xa", "xb"}, table.Langs)
	for _, c := range []struct {
		text    string
		a, b    float64
		letters int
	}{
		{"", 0, 0, 0},
		{"12", 0, 0, 0},
		{"a", 1, 1.5, 1},
		{"A a", 2, 3, 2},
		{"ab", 1 + 2 + shorter, 1.5 + .5, 2},
		{"a-b", 1 + 2, 1.5 + unknown + shorter, 2},
		{"abaß", 1 + 2 + shorter + 1 + 2*shorter + .25,
			1.5 + .5 + 1.5 + 2*shorter + unknown + 4*shorter, 4},
	} {
		nats, letters := table.Costs(c.text, []int{0, 1})
		assert.Equal(t, c.letters, letters, c.text)
		assert.InDeltaSlice(t, []float64{c.a, c.b}, nats, 1e-9, c.text)
		one, _ := table.Costs(c.text, []int{1})
		assert.InDelta(t, c.b, one[0], 1e-9, "the languages do not depend on one another")
	}
}

func TestWriteIsDeterministic(t *testing.T) {
	assert.Equal(t, small(t), small(t))
}

func TestWriteRefuses(t *testing.T) {
	for _, letters := range []string{"", "abcdef"} {
		assert.Error(t, Write(new(bytes.Buffer), []string{"xa"}, []Ngram{{letters, nil}}), letters)
	}
}

// Every table that is cut short is refused.
func TestReadCutShort(t *testing.T) {
	raw := inflate(t, small(t))
	for n := range raw {
		_, err := Read(bytes.NewReader(deflate(t, raw[:n])))
		assert.ErrorIs(t, err, errDamaged, "%d of %d bytes", n, len(raw))
	}
}

func FuzzRead(f *testing.F) {
	f.Add(inflate(f, small(f)))
	f.Fuzz(func(t *testing.T, raw []byte) {
		table, err := Read(bytes.NewReader(deflate(t, raw)))
		if err == nil && len(table.Langs) > 0 {
			table.Costs("abaß", []int{0})
		}
	})
}

func inflate(t testing.TB, raw []byte) []byte {
	var b bytes.Buffer
	_, err := b.ReadFrom(flate.NewReader(bytes.NewReader(raw)))
	require.NoError(t, err)
	return b.Bytes()
}

func deflate(t testing.TB, raw []byte) []byte {
	var b bytes.Buffer
	w, err := flate.NewWriter(&b, flate.BestSpeed)
	require.NoError(t, err)
	_, err = w.Write(raw)
	require.NoError(t, err)
	require.NoError(t, w.Close())
	return b.Bytes()
}
