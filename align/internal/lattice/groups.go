package lattice

import "slices"

// groups are disjoint groups of texts, by union-find.
type groups struct {
	of    []int // by text: a text that names its group, or Inside if it is in none
	size  []int // by the text that names it
	count int
}

func newGroups(texts int) *groups {
	g := &groups{of: make([]int, texts), size: make([]int, texts)}
	for k := range g.of {
		g.of[k] = Inside
	}
	return g
}

// add makes a group of text k alone, if it is in none.
func (g *groups) add(k int) {
	if g.of[k] == Inside {
		g.of[k], g.size[k] = k, 1
		g.count++
	}
}

// join makes one group of those of texts k and l.
func (g *groups) join(k, l int) {
	into, from := g.of[k], g.of[l]
	if into == from {
		return
	}
	for m := range g.of {
		if g.of[m] == from {
			g.of[m] = into
		}
	}
	g.size[into] += g.size[from]
	g.count--
}

// longestWindow is how many slots DisjointGroups looks at: texts that pass one another do so within
// a few sentences, and each slot costs a look at every text.
const longestWindow = 24

// DisjointGroups returns the longest stretch from boundary a whose texts fall into two or more
// groups that share no slot, and for each text a number that names its group, or [Inside] if it has
// nothing there. group is nil if there is no such stretch. The stretch passes no boundary for which
// stop returns true.
func DisjointGroups(x *Lattice, a int, stop func(s int) bool) (end int, group []int) {
	n := len(x.At)
	for k := range n {
		if x.At[k][a] < 0 {
			return 0, nil
		}
	}
	g := newGroups(n)
	for s := a; s < min(a+longestWindow, x.Slots()); s++ {
		if s > a && stop(s) {
			break
		}
		whole, before, first := true, g.count, Inside
		for k := range n {
			whole = whole && x.At[k][s+1] >= 0
			if x.Lacks(k, s) {
				continue
			}
			if g.add(k); first == Inside {
				first = k
			}
			g.join(first, k)
		}
		if g.count == 1 && first != Inside && (before > 1 || g.size[g.of[first]] == n) {
			break
		}
		if g.count > 1 && whole {
			end, group = s+1, slices.Clone(g.of)
		}
	}
	return end, group
}

// Smallest reports, for each text, whether it is in the group with the fewest texts.
func Smallest(group []int) []bool {
	size := make([]int, len(group))
	for _, g := range group {
		if g >= 0 {
			size[g]++
		}
	}
	least := Inside
	for _, g := range group {
		if g >= 0 && (least < 0 || size[g] < size[least]) {
			least = g
		}
	}
	member := make([]bool, len(group))
	for k, g := range group {
		member[k] = g == least
	}
	return member
}
