package evidence

import (
	"cmp"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
)

// TestBestOfIsSorting sorts whole lists, with many that weigh the same.
func TestBestOfIsSorting(t *testing.T) {
	r := rand.New(rand.NewPCG(2, 9))
	for range 300 {
		list := []voted{}
		for k := range r.IntN(9) {
			list = append(list, voted{int32(k), float64(r.IntN(4))})
		}
		r.Shuffle(len(list), func(i, j int) { list[i], list[j] = list[j], list[i] })
		sorted := slices.Clone(list)
		slices.SortFunc(sorted, func(a, b voted) int {
			return cmp.Or(cmp.Compare(b.weight, a.weight), cmp.Compare(a.at, b.at))
		})
		most := r.IntN(9)
		assert.Equal(t, sorted[:min(most, len(sorted))], bestOf(list, most))
	}
}
