package align

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"golang.org/x/text/language"

	"github.com/bitext-go/bitext/align/internal/lattice"
	"github.com/bitext-go/bitext/segment"
)

func TestAPlacementIsAsSureAsItsLeastSureSentence(t *testing.T) {
	en := segment.FromSentences([]string{"One.", "Two."}, language.English)
	fr := segment.FromSentences([]string{"Un.", "Un aussi.", "Deux."}, language.French)
	x := &multi{
		texts:       []*segment.Text{en, fr},
		lattice:     &lattice.Lattice{At: [][]int{{0, 1, 2}, {0, 2, 3}}},
		boundary:    [][]float64{{1, 1}, {.9, .4, .8}},
		translation: [][]float64{{1, 1}, {.7, .7, .6}},
	}
	r := func(lo, hi int) segment.Range { return segment.Range{Lo: lo, Hi: hi} }
	assert.Equal(t, []Placement{
		{Rows: r(0, 1), Sentences: r(0, 2), Boundary: .4, Translation: .7},
		{Rows: r(1, 2), Sentences: r(2, 3), Boundary: .8, Translation: .6},
	}, placements(x, 1))
}
