package lattice

import (
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestUnionFind(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 9))
	for range 200 {
		n := 2 + r.IntN(6)
		g := newGroups(n)
		reach := make([][]bool, n) // by pair: they are in one group, by Warshall's closure
		for k := range reach {
			reach[k] = make([]bool, n)
		}
		for range r.IntN(2 * n) {
			k, l := r.IntN(n), r.IntN(n)
			g.add(k)
			g.add(l)
			g.join(k, l)
			reach[k][k], reach[l][l], reach[k][l], reach[l][k] = true, true, true, true
		}
		for m := range n {
			for k := range n {
				for l := range n {
					reach[k][l] = reach[k][l] || reach[k][m] && reach[m][l]
				}
			}
		}
		names := map[int]bool{}
		for k := range n {
			if !reach[k][k] {
				assert.Equal(t, Inside, g.of[k])
				continue
			}
			names[g.of[k]] = true
			size := 0
			for l := range n {
				assert.Equal(t, reach[k][l], g.of[l] != Inside && g.of[k] == g.of[l])
				if reach[k][l] {
					size++
				}
			}
			assert.Equal(t, size, g.size[g.of[k]])
		}
		assert.Equal(t, len(names), g.count)
	}
}

func TestDisjointGroups(t *testing.T) {
	// Texts 0 and 2 have two slots, texts 1 and 3 the next two, and then all meet.
	x := &Lattice{At: [][]int{{0, 1, 2, 2, 2, 3}, {0, 0, 0, 1, 2, 3}, {0, 1, 2, 2, 2, 3}, {0, 0, 0, 1, 2, 3}}}
	never := func(int) bool { return false }
	end, group := DisjointGroups(x, 0, never)
	require.Equal(t, 4, end)
	assert.Equal(t, group[0], group[2])
	assert.Equal(t, group[1], group[3])
	assert.NotEqual(t, group[0], group[1])
	end, _ = DisjointGroups(x, 0, func(s int) bool { return s == 3 })
	assert.Equal(t, 3, end, "an anchor ends the stretch")
	_, group = DisjointGroups(x, 4, never)
	assert.Nil(t, group, "all texts share the last slot")
	x.At[1][2] = Inside
	_, group = DisjointGroups(x, 2, never)
	assert.Nil(t, group, "a bead runs across the boundary")
}

// TestOrders puts disjoint groups into all orders: each is a permutation of the slots, and every
// text keeps its sentences in order.
func TestOrders(t *testing.T) {
	r := rand.New(rand.NewPCG(2, 11))
	for range 200 {
		texts, slots := 2+r.IntN(4), 1+r.IntN(8)
		group := make([]int, texts)
		for k := range group {
			group[k] = r.IntN(texts)
		}
		x := New(texts)
		for s := range slots {
			x.Extend()
			owner := group[r.IntN(texts)]
			for k := range texts {
				if group[k] == owner && (r.IntN(2) == 0 || slices.Index(group, owner) == k) {
					x.At[k][s+1] = x.At[k][s] + 1 + r.IntN(2)
				}
			}
		}
		present := map[int]bool{}
		for s := range slots {
			for k := range texts {
				if !x.Lacks(k, s) {
					present[group[k]] = true
				}
			}
		}
		orders := Orders(x, group)
		want := []int{1, 2, 3, 7, 25, 1}[len(present)]
		require.Len(t, orders, want, "the present order, and every order of %d groups", len(present))
		for _, order := range orders {
			sorted := slices.Clone(order)
			slices.Sort(sorted)
			for s, v := range sorted {
				require.Equal(t, s, v, "each slot is there once")
			}
			holds(t, Reordered(x, order), ends(x), everyone)
		}
	}
}

func TestSmallest(t *testing.T) {
	assert.Equal(t, []bool{false, true, false, false}, Smallest([]int{0, 1, 0, Inside}))
	assert.Equal(t, []bool{true, false}, Smallest([]int{0, 1}), "of two of one size, that of the first text")
}
