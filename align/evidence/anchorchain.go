package evidence

import (
	"math"
	"slices"
)

// chainSides is how many neighbours on each side an anchor is compared with.
const chainSides = 3

// longestChain returns the chain of anchors, rising in both texts, with the largest sum of votes (a
// Fenwick tree over the target sentences holds the best chain that ends before each).
func longestChain(list []Anchor) []Anchor {
	size := 0
	for _, a := range list {
		size = max(size, a.J+2)
	}
	tree := make([]int, size+1) // index into list plus one of the best chain's last anchor
	sum := make([]float64, len(list))
	prev := make([]int, len(list))
	better := func(a, b int) int { // the index whose chain weighs more
		if a == 0 || b != 0 && sum[b-1] > sum[a-1] {
			return b
		}
		return a
	}
	last := 0
	for k, a := range list {
		best := 0
		for x := a.J; x > 0; x -= x & -x { // chains that end at target sentences below a.J
			best = better(best, tree[x])
		}
		sum[k] = a.Vote
		if best > 0 {
			sum[k] += sum[best-1]
		}
		prev[k] = best
		for x := a.J + 1; x < len(tree); x += x & -x {
			tree[x] = better(tree[x], k+1)
		}
		last = better(last, k+1)
	}
	var chain []Anchor
	for ; last > 0; last = prev[last-1] {
		chain = append(chain, list[last-1])
	}
	slices.Reverse(chain)
	return chain
}

// plausible returns the chain without anchors off the line of their neighbours.
func plausible(chain []Anchor) []Anchor {
	if len(chain) < 2*chainSides+1 {
		return chain
	}
	var out []Anchor
	for k, a := range chain {
		near, fit := 0, 0
		for x := max(0, k-chainSides); x <= min(len(chain)-1, k+chainSides); x++ {
			if x == k {
				continue
			}
			near++
			di, dj := math.Abs(float64(chain[x].I-a.I)), math.Abs(float64(chain[x].J-a.J))
			if far := max(di, dj); math.Abs(di-dj) <= 4+0.4*min(far, 20)+0.12*far {
				fit++
			}
		}
		if 2*fit >= near {
			out = append(out, a)
		}
	}
	return out
}
