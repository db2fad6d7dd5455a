package pairtable

import (
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// TestIsAMap holds a table against a map, with ids at both ends of their range.
func TestIsAMap(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	id := func() uint32 {
		if r.IntN(4) == 0 {
			return ^uint32(r.IntN(50))
		}
		return uint32(r.IntN(300))
	}
	var table Table
	numbers := map[[2]uint32]int32{}
	assert.Equal(t, int32(-1), table.Get(0, 0), "an empty table")
	for range 60_000 {
		a, b := id(), id()
		want, known := numbers[[2]uint32{a, b}]
		if !known {
			assert.Equal(t, int32(-1), table.Get(a, b))
			want = int32(len(numbers))
			numbers[[2]uint32{a, b}] = want
		}
		require.Equal(t, want, table.Put(a, b), "pairs are numbered in the order of their first Put")
	}
	require.Equal(t, len(numbers), table.Len())
	require.Greater(t, table.Len(), 4*leastSlots, "the table has grown")
	for pair, n := range numbers {
		require.Equal(t, n, table.Get(pair[0], pair[1]))
	}
	table.Freeze()
	for pair, n := range numbers {
		a, b := table.Pair(n)
		require.Equal(t, pair, [2]uint32{a, b})
	}
}

// TestPairsOfOneID puts the pairs that a frequent word is in: their hashes must not crowd.
func TestPairsOfOneID(t *testing.T) {
	var table Table
	for b := range uint32(1 << 16) {
		table.Put(7, b)
		table.Put(b, 7)
	}
	longest, run := 0, 0
	for _, n := range table.slots {
		if run++; n == 0 {
			run = 0
		}
		longest = max(longest, run)
	}
	assert.Less(t, longest, 200, "slots in use side by side")
}
