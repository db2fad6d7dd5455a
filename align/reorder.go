package align

import (
	"context"
	"math"
	"slices"

	"github.com/bitext-go/bitext/align/internal/lattice"
	"github.com/bitext-go/bitext/internal/dp"
)

// reorder looks for stretches of rows whose texts fall into groups that share no row, and puts the
// groups into the order in which text n fits best. It keeps order, the rows' indices, in step.
func reorder(ctx context.Context, x *multi, n int, order []int) error {
	others, to := withoutText(x.lattice, n)
	for a := 0; a < others.Slots(); a++ {
		if err := ctx.Err(); err != nil {
			return err
		}
		b, group := lattice.DisjointGroups(others, a, func(s int) bool { return x.anchored(others, s) })
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
		t := ofText(x, n, x.lattice.Part(lo, hi), func(k, j int) bool { return true })
		if t == nil {
			continue
		}
		path, rows, err := cheapestOrder(ctx, t, group)
		if err != nil {
			return err
		}
		x.lattice.Replace(lo, hi, t.merge(path))
		old := slices.Clone(order[a:b])
		for i, r := range rows {
			order[a+i] = old[r]
		}
		others, to = withoutText(x.lattice, n)
		a = b - 1
	}
	return nil
}

// withoutText returns the lattice of the texts except for text n, and the number there of each
// boundary of y.
func withoutText(y *lattice.Lattice, n int) (others *lattice.Lattice, to []int) {
	others, to = y.Only(func(k int) bool { return k != n })
	clear(others.At[n])
	return others, to
}

// cheapestOrder puts the others of a realignment into the order in which the own text fits best,
// and returns the path there and the order.
func cheapestOrder(ctx context.Context, t *realignment, group []int) (path []dp.Step, rows []int, err error) {
	best, given := math.Inf(1), t.others
	for _, order := range lattice.Orders(given.Lattice, group) {
		t.others = newProfile(lattice.Reordered(given.Lattice, order), given.member)
		p, err := t.grid().Cheapest(ctx)
		if err != nil {
			return nil, nil, err
		}
		cost := 0.0
		for _, s := range p {
			cost += t.cost(s)
		}
		if cost < best-1e-9 { // of two equal ones, the earlier
			best, path, rows = cost, p, order
		}
	}
	t.others = newProfile(lattice.Reordered(given.Lattice, rows), given.member)
	return path, rows, nil
}
