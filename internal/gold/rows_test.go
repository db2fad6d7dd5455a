package gold

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestCompareRows(t *testing.T) {
	gold := []Row{
		{{0, 1}, {0, 1}, {0, 2}}, {{1, 2}, {1, 1}, {2, 2}}, {{2, 3}, {1, 2}, {2, 2}}, {{3, 4}, {2, 2}, {2, 3}},
	}
	found := []Row{{{0, 1}, {0, 1}, {0, 2}}, {{1, 2}, {9, 9}, {0, 0}}, {{2, 4}, {1, 2}, {2, 3}}}
	s, lost, extra := CompareRows(gold, found)
	want := Score{Found: 3, FoundStrict: 2, Gold: 3, GoldStrict: 1}
	assert.Equal(t, want, s, "the place of an empty range does not count")
	assert.Equal(t, "0:[2, 3) 1:[1, 2)", lost[0].String())
	assert.Equal(t, []Row{{{3, 4}, {2, 2}, {2, 3}}}, lost[1:])
	assert.Equal(t, []Row{{{2, 4}, {1, 2}, {2, 3}}}, extra)
	p, r, f := s.Strict()
	assert.InDeltaSlice(t, []float64{2. / 3, 1. / 3, 4. / 9}, []float64{p, r, f}, 1e-12)
	s, _, _ = CompareRows(nil, nil)
	_, _, f = s.Strict()
	assert.Zero(t, f)
}
