package lattice

import (
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/bitext-go/bitext/segment"
)

// random returns a lattice: in each slot a text has nothing or a few sentences,
// and beads of some texts run across boundaries, never across the last.
func random(r *rand.Rand, texts, slots int) *Lattice {
	x := New(texts)
	done := make([]int, texts)
	for s := range slots {
		x.Extend()
		for k := range texts {
			if r.IntN(3) > 0 {
				done[k] += 1 + r.IntN(3)
			}
			x.At[k][s+1] = done[k]
			if s+1 < slots && done[k] > x.Before(k, s) && r.IntN(5) == 0 {
				x.At[k][s+1] = Inside
			}
		}
	}
	return x
}

// holds fails unless x has all n[k] sentences of each member text, in order.
func holds(t *testing.T, x *Lattice, n []int, member func(k int) bool) {
	t.Helper()
	for k, at := range x.At {
		if !member(k) {
			continue
		}
		require.Len(t, at, x.Slots()+1)
		require.Zero(t, at[0])
		require.Equal(t, n[k], at[len(at)-1], "text %d has all its sentences", k)
		last := 0
		for _, v := range at {
			if v != Inside {
				require.GreaterOrEqual(t, v, last, "text %d is in order", k)
				last = v
			}
		}
	}
}

func everyone(int) bool { return true }

func ends(x *Lattice) (n []int) {
	for _, at := range x.At {
		n = append(n, at[len(at)-1])
	}
	return n
}

func TestOperationsKeepEverySentence(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 5))
	for range 300 {
		texts := 2 + r.IntN(4)
		x := random(r, texts, 1+r.IntN(12))
		n := ends(x)
		order := r.Perm(texts)
		cut := func(k int, s segment.Range, l int, u segment.Range) []int {
			out := make([]int, s.Len()-1)
			at := u.Lo
			for i := range out {
				if out[i] = Inside; r.IntN(2) == 0 {
					at += r.IntN(u.Hi - at + 1)
					out[i] = at
				}
			}
			return out
		}
		fine := Split(x, order, cut)
		holds(t, fine, n, everyone)
		require.Subset(t, asColumns(fine), asColumns(x), "every boundary is still there")

		chosen := func(k int) bool { return k != order[0] }
		part, to := x.Only(chosen)
		holds(t, part, n, chosen)
		require.True(t, slices.IsSorted(to))
		require.Equal(t, part.Slots(), to[x.Slots()])
		for k := range texts {
			for s := 0; chosen(k) && s <= x.Slots(); s++ {
				if v := x.At[k][s]; v != Inside && part.At[k][to[s]] != Inside {
					require.Equal(t, v, part.At[k][to[s]], "a boundary has the sentences it had")
				}
			}
		}

		a := r.IntN(x.Slots() + 1)
		b := a + r.IntN(x.Slots()+1-a)
		same := x.Part(0, x.Slots())
		same.Replace(a, b, x.Part(a, b))
		require.Equal(t, x, same, "a part in its own place changes nothing")

		covered := make([]int, texts)
		for _, row := range x.Rows() {
			for k, q := range row {
				require.Equal(t, covered[k], q.Lo, "rows follow one another")
				covered[k] = q.Hi
			}
		}
		require.Equal(t, n, covered, "rows hold every sentence")
	}
}

// asColumns returns the values of each boundary.
func asColumns(x *Lattice) (out [][]int) {
	for s := range x.Slots() + 1 {
		var c []int
		for k := range x.At {
			c = append(c, x.At[k][s])
		}
		out = append(out, c)
	}
	return out
}

func TestSplitCutsToSingleSentences(t *testing.T) {
	x := Of([][]segment.Range{{{Lo: 0, Hi: 3}, {Lo: 0, Hi: 2}}, {{Lo: 3, Hi: 4}, {Lo: 2, Hi: 2}}}, 2)
	cut := func(k int, s segment.Range, l int, u segment.Range) []int {
		assert.Equal(t, []any{0, segment.Range{Hi: 3}, 1, segment.Range{Hi: 2}}, []any{k, s, l, u})
		return []int{1, Inside}
	}
	assert.Equal(t, [][]int{{0, 1, 2, 3, 4}, {0, 1, Inside, 2, 2}, {0, 0, 0, 0, 0}}, Split(x, []int{1, 0, 2}, cut).At)
}

func TestSplitLeavesOneSentenceWhole(t *testing.T) {
	x := &Lattice{At: [][]int{{0, 2}, {0, 1}, {0, 0}}}
	cut := func(k int, s segment.Range, l int, u segment.Range) []int {
		assert.Fail(t, "there is nothing to cut")
		return nil
	}
	assert.Equal(t, [][]int{{0, 1, 2}, {0, Inside, 1}, {0, 0, 0}}, Split(x, []int{0, 1, 2}, cut).At)
}

// alignment returns a random alignment of n and m sentences.
func alignment(r *rand.Rand, n, m int) (out [][]segment.Range) {
	for i, j := 0, 0; i < n || j < m; {
		a, b := min(r.IntN(3), n-i), min(r.IntN(3), m-j)
		if a+b == 0 {
			continue
		}
		out = append(out, []segment.Range{{Lo: i, Hi: i + a}, {Lo: j, Hi: j + b}})
		i, j = i+a, j+b
	}
	return out
}

// pairOf returns what the lattice says of two texts: boundaries that both keep.
func pairOf(x *Lattice, k, l int) (out [][2]int) {
	for s := range x.Slots() + 1 {
		if x.At[k][s] != Inside && x.At[l][s] != Inside {
			out = append(out, [2]int{x.At[k][s], x.At[l][s]})
		}
	}
	return slices.Compact(out)
}

func TestStarKeepsItsAlignments(t *testing.T) {
	r := rand.New(rand.NewPCG(7, 8))
	for range 200 {
		texts, n := 2+r.IntN(3), 1+r.IntN(10)
		pivot := r.IntN(texts)
		sizes, pairs := make([]int, texts), make([][][]segment.Range, texts)
		for k := range texts {
			sizes[k] = 1 + r.IntN(10)
			if pairs[k] = alignment(r, n, sizes[k]); k == pivot {
				sizes[k], pairs[k] = n, nil
			}
		}
		x := Star(pivot, n, pairs, r.Perm(texts), nil)
		holds(t, x, sizes, everyone)
		for k, pair := range pairs {
			kept := pairOf(x, pivot, k)
			for _, b := range pair {
				require.Contains(t, kept, [2]int{b[0].Hi, b[1].Hi}, "the beads with the pivot end where they ended")
			}
		}
	}
}

func TestBesideKeepsTheRows(t *testing.T) {
	r := rand.New(rand.NewPCG(9, 10))
	for range 200 {
		n, m := 1+r.IntN(10), 1+r.IntN(10)
		rows := alignment(r, n, m)
		x := Of(rows, 2)
		added := 1 + r.IntN(10)
		y := Beside(x, 0, alignment(r, n, added))
		holds(t, y, []int{n, m, added}, everyone)
		require.Subset(t, pairOf(y, 0, 1), pairOf(x, 0, 1))
	}
}

func TestFind(t *testing.T) {
	x := &Lattice{At: [][]int{{0, 1, Inside, 3}, {0, 1, 1, 2}, {0, 0, 1, 2}}}
	assert.Equal(t, 1, x.Find([]int{1, 1, 9}, 2))
	assert.Equal(t, 3, x.Find([]int{9, 2, 2}, 0))
	assert.Equal(t, -1, x.Find([]int{1, 1, 1}, 1), "no boundary has one sentence of the first and of the third")
}
