package align

import (
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/bitext-go/bitext/internal/dp"
)

func TestCorridorHoldsItsAnchors(t *testing.T) {
	r := rand.New(rand.NewPCG(4, 4))
	for range 100 {
		rows, cols := 300+r.IntN(3000), 300+r.IntN(3000)
		var anchors []anchor
		for i, j := 0, 0; ; {
			i, j = i+1+r.IntN(200), j+1+r.IntN(200)
			if i >= rows || j >= cols {
				break
			}
			anchors = append(anchors, anchor{i: i, j: j, given: r.IntN(10) == 0})
		}
		b := corridor(anchors, rows, cols)
		holds := func(i, j int) {
			require.True(t, b.Lo[i] <= j && j <= b.Hi[i], "corner (%d, %d) of %d rows and %d columns", i, j, rows, cols)
		}
		holds(0, 0)
		holds(rows, cols)
		for _, a := range anchors {
			holds(a.i, a.j)
			if !a.given {
				holds(a.i+1, a.j+1)
			}
		}
		for i := range b.Lo {
			require.True(t, b.Lo[i] >= 0 && b.Hi[i] <= cols)
		}
	}
	b := corridor(nil, 5000, 5000)
	assert.Less(t, b.Cells(), 5000*(2*stripMargin+2*100+10), "without anchors, a strip along the diagonal")
}

func TestCorridorIgnoresAnchorsOutOfOrder(t *testing.T) {
	in := []anchor{{i: 200, j: 300}, {i: 500, j: 450}, {i: 900, j: 1000}}
	out := []anchor{in[0], in[1], {i: 600, j: 100}, {i: 100, j: 600}, in[2]}
	assert.Equal(t, corridor(in, 1200, 1200), corridor(out, 1200, 1200))
}

// TestCutSections cuts a path that is sure everywhere except for some stretches.
func TestCutSections(t *testing.T) {
	var path []dp.Step
	i, j := 0, 0
	r := rand.New(rand.NewPCG(6, 6))
	for i < 3000 {
		s := dp.Step{I: i, J: j, M: 1, N: 1}
		if i%500 > 400 || r.IntN(12) == 0 {
			s.N = r.IntN(3)
		}
		path = append(path, s)
		i, j = i+s.M, j+s.N
	}
	sure := func(s dp.Step) float64 { return -20 }
	sections, err := cutSections(t.Context(), path, i, j, sure)
	require.NoError(t, err)
	require.Greater(t, len(sections), 5)
	var joined []dp.Step
	at := corner{}
	for _, s := range sections {
		require.Equal(t, at, s.from, "sections follow one another")
		at = corner{at.i + s.rows, at.j + s.cols}
		for _, x := range s.path {
			joined = append(joined, s.moved(x))
		}
	}
	assert.Equal(t, path, joined, "and together are the path")
	sections, err = cutSections(t.Context(), path, i, j, func(dp.Step) float64 { return 0 })
	require.NoError(t, err)
	assert.Len(t, sections, 1, "nothing is sure")
}

func TestCutAtAnchors(t *testing.T) {
	var anchors []anchor
	for i := range 3 * firstRows {
		if i%100 < 10 { // ten that follow one another, then none
			anchors = append(anchors, anchor{i: i, j: i + i/100})
		}
	}
	sections := cutAtAnchors(anchors, 3*firstRows, 3*firstRows+20)
	require.Len(t, sections, 3)
	at := corner{}
	for _, s := range sections {
		assert.Equal(t, at, s.from, "sections follow one another")
		at = corner{at.i + s.rows, at.j + s.cols}
	}
	assert.Equal(t, corner{3 * firstRows, 3*firstRows + 20}, at)
	assert.Equal(t, corner{602, 608}, sections[1].from, "in the middle of anchors")
	for k := range anchors {
		anchors[k].given = true
	}
	assert.Len(t, cutAtAnchors(anchors, 3*firstRows, 3*firstRows+20), 1, "given places are not pairs of sentences")
}
