package align

import (
	"context"
	"math"
	"slices"

	"github.com/bitext-go/bitext/internal/dp"
)

// reorder looks at stretches of rows whose texts fall into groups that share none, and puts the groups into the order in
// which text n fits best. It keeps order, the rows' numbers, in step.
func (x *multiple) reorder(ctx context.Context, n int, order []int) error {
	others, to := x.lattice.only(func(k int) bool { return k != n })
	for k := range others.at[n] {
		others.at[n][k] = 0
	}
	for a := 0; a < others.slots(); a++ {
		b, group := x.window(others, a)
		if group == nil {
			continue
		}
		lo, hi := slices.Index(to, a), len(to)-1
		for to[hi] > b {
			hi--
		}
		if x.lattice.at[n][lo] < 0 || x.lattice.at[n][hi] < 0 {
			continue
		}
		part := x.lattice.part(lo, hi)
		t := x.one(n, part, func(k, j int) bool { return true })
		if t == nil {
			continue
		}
		best, path, rows := math.Inf(1), []dp.Step(nil), []int(nil)
		stand := t.others
		for _, way := range ways(stand.lattice, group) {
			t.others = newSide(stand.sorted(way), stand.member)
			p, err := t.grid().Cheapest(ctx)
			if err != nil {
				return err
			}
			cost := 0.0
			for _, s := range p {
				cost += t.cost(s)
			}
			if cost < best-1e-9 {
				best, path, rows = cost, p, way
			}
		}
		t.others = newSide(stand.sorted(rows), stand.member)
		x.lattice.replace(lo, hi, t.lay(path))
		old := slices.Clone(order[a:b])
		for i, r := range rows {
			order[a+i] = old[r]
		}
		others, to = x.lattice.only(func(k int) bool { return k != n })
		for k := range others.at[n] {
			others.at[n][k] = 0
		}
		a = b - 1
	}
	return nil
}

// mostGroups is how many groups of texts are put into all orders.
const mostGroups = 4

// ways are orders of the slots of a lattice: as they stand, and with the slots of each group of texts together, in any
// order of the groups.
func ways(x *lattice, group []int) [][]int {
	stand, of := make([]int, x.slots()), map[int][]int{}
	var groups []int
	for s := range stand {
		stand[s] = s
		for k, g := range group {
			if g >= 0 && !x.lacks(k, s) {
				if of[g] == nil {
					groups = append(groups, g)
				}
				of[g] = append(of[g], s)
				break
			}
		}
	}
	out := [][]int{stand}
	if len(groups) > mostGroups {
		return out
	}
	var arrange func(done []int, left []int)
	arrange = func(done []int, left []int) {
		if len(left) == 0 {
			out = append(out, done)
		}
		for i, g := range left {
			arrange(slices.Concat(done, of[g]), slices.Delete(slices.Clone(left), i, i+1))
		}
	}
	arrange(nil, groups)
	return out
}

// sorted is the lattice with its slots in another order. Slots that change places have no text in common.
func (x *lattice) sorted(order []int) *lattice {
	out := newLattice(len(x.at))
	for k := range x.at {
		out.at[k][0] = x.at[k][0]
	}
	for _, s := range order {
		out.extend()
		for k := range x.at {
			if !x.lacks(k, s) {
				out.at[k][out.slots()] = x.at[k][s+1]
			}
		}
	}
	return out
}
