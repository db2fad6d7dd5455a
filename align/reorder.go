package align

import (
	"context"
	"math"
	"slices"

	"github.com/bitext-go/bitext/align/internal/lattice"
	"github.com/bitext-go/bitext/internal/dp"
)

// reorder looks at stretches of rows whose texts fall into groups that share none, and puts the
// groups into the order in which text n fits best. It keeps order, the rows' numbers, in step.
func (x *multi) reorder(ctx context.Context, n int, order []int) error {
	others, to := x.lattice.Only(func(k int) bool { return k != n })
	for k := range others.At[n] {
		others.At[n][k] = 0
	}
	for a := 0; a < others.Slots(); a++ {
		b, group := x.disjointGroups(others, a)
		if group == nil {
			continue
		}
		lo, hi := slices.Index(to, a), len(to)-1
		for to[hi] > b {
			hi--
		}
		if x.lattice.At[n][lo] < 0 || x.lattice.At[n][hi] < 0 {
			continue
		}
		part := x.lattice.Part(lo, hi)
		t := x.ofText(n, part, func(k, j int) bool { return true })
		if t == nil {
			continue
		}
		best, path, rows := math.Inf(1), []dp.Step(nil), []int(nil)
		stand := t.others
		for _, way := range lattice.Orders(stand.Lattice, group) {
			t.others = newProfile(stand.Reordered(way), stand.member)
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
		t.others = newProfile(stand.Reordered(rows), stand.member)
		x.lattice.Replace(lo, hi, t.merge(path))
		old := slices.Clone(order[a:b])
		for i, r := range rows {
			order[a+i] = old[r]
		}
		others, to = x.lattice.Only(func(k int) bool { return k != n })
		for k := range others.At[n] {
			others.At[n][k] = 0
		}
		a = b - 1
	}
	return nil
}
