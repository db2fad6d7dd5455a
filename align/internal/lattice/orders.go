package lattice

import "slices"

// maxPermutedGroups is how many groups of texts Orders puts into all orders: 4 have 24.
const maxPermutedGroups = 4

// Orders returns orders of the slots of a lattice whose texts fall into groups that share no slot:
// first the order that they have, then the slots of each group together, in any order of the
// groups. With more than 4 groups it returns only the first.
func Orders(x *Lattice, group []int) [][]int {
	present, slots := make([]int, x.Slots()), map[int][]int{}
	var groups []int
	for s := range present {
		present[s] = s
		for k, g := range group {
			if g >= 0 && !x.Lacks(k, s) {
				if slots[g] == nil {
					groups = append(groups, g)
				}
				slots[g] = append(slots[g], s)
				break
			}
		}
	}
	out := [][]int{present}
	if len(groups) > maxPermutedGroups {
		return out
	}
	var arrange func(done []int, left []int)
	arrange = func(done []int, left []int) {
		if len(left) == 0 {
			out = append(out, done)
		}
		for i, g := range left {
			arrange(slices.Concat(done, slots[g]), slices.Delete(slices.Clone(left), i, i+1))
		}
	}
	arrange(nil, groups)
	return out
}

// Reordered returns the lattice with its slots in another order. Slots that change places must have
// no text in common.
func Reordered(x *Lattice, order []int) *Lattice {
	out := x.empty()
	for _, s := range order {
		out.Extend()
		for k := range x.At {
			if !x.Lacks(k, s) {
				out.At[k][out.Slots()] = x.At[k][s+1]
			}
		}
	}
	return out
}
