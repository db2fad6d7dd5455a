package align

import (
	"context"
	"encoding/binary"
	"hash/fnv"
	"slices"

	"github.com/bitext-go/bitext/align/internal/lattice"
	"github.com/bitext-go/bitext/internal/dp"
	"github.com/bitext-go/bitext/segment"
)

// mostPasses bounds how often each text is laid beside the others.
const maxPasses = 4

// cut returns the cutter of the lattice: the best alignment of the two ranges.
func (x *multi) cutBetween(k int, s segment.Range, l int, t segment.Range) []int {
	out := make([]int, s.Len()-1)
	for i := range out {
		out[i] = lattice.Inside
	}
	if !x.known(k, l) {
		return out
	}
	g := &dp.Grid{Rows: s.Len(), Cols: t.Len(), Shapes: x.shapes, Cost: func(p dp.Step) float64 {
		c := x.priors.of(p.M, p.N)
		if p.M > 0 && p.N > 0 {
			c += x.cost(k, segment.Range{Lo: s.Lo + p.I, Hi: s.Lo + p.I + p.M}, l, segment.Range{Lo: t.Lo + p.J, Hi: t.Lo + p.J + p.N})
		}
		return c
	}}
	path, err := g.Cheapest(context.Background())
	if err != nil {
		return out
	}
	for _, p := range path {
		if p.I > 0 && p.I < s.Len() && out[p.I-1] == lattice.Inside {
			out[p.I-1] = t.Lo + p.J
		}
	}
	return out
}

// surely is the confidence from which on a place of a text is not looked at again.
const settled = 0.95

// doubt tells of the boundaries of a lattice where text k may stand elsewhere: at sentences that
// are not surely in their place, that no other text has while there are slots near by that want
// one, or that stand across boundaries of others. Where nothing has changed since the text was last
// laid beside the others it stays where it is.
func (x *multi) doubtful(k int, y *lattice.Lattice, changed func(k, j int) bool) (at []bool, any bool) {
	at = make([]bool, y.Slots()+1)
	lacking := make([]int, y.Slots()+1) // slots before each boundary in which the text has nothing
	for s := range y.Slots() {
		if lacking[s+1] = lacking[s]; y.Lacks(k, s) {
			lacking[s+1]++
		}
	}
	for s := range y.Slots() {
		r, ok := y.Sentences(k, s, s+1)
		if !ok { // the bead that runs across
			r.Lo = y.Before(k, s)
			r.Hi = y.After(k, s+1)
		}
		d, new := !ok, false
		room := lacking[min(s+1+realignBand, y.Slots())] > lacking[max(0, s-realignBand)]
		for j := r.Lo; j < r.Hi; j++ {
			alone := x.translation[k][j] == 0
			d = d || !alone && x.boundary[k][j] < settled || alone && room
			new = new || changed(k, j)
		}
		d = d && new
		at[s], at[s+1] = at[s] || d, d
		any = any || d
	}
	return at, any
}

// refine lays texts beside the others until nothing changes.
func (x *multi) refineRows(ctx context.Context) error {
	changed := func(k, j int) bool { return true }
	var before, now [][]uint64
	now = x.neighbourhoods()
	for pass := range maxPasses {
		x.lattice = x.lattice.Split(x.order, x.cutBetween)
		if err := x.joinGroups(ctx); err != nil {
			return err
		}
		moved := false
		for _, k := range x.order {
			t := x.ofText(k, x.lattice, changed)
			if t == nil {
				continue
			}
			path, firm, err := t.grid().Posteriors(ctx, sharpness)
			if err != nil {
				return err
			}
			t.setConfidences(path, firm)
			x.lattice, moved = t.merge(path), true
		}
		before, now = now, x.neighbourhoods()
		if !moved {
			break
		}
		if pass >= 0 {
			changed = func(k, j int) bool {
				lo, hi := max(0, j-2), min(j+3, len(now[k]))
				return !slices.Equal(before[k][lo:hi], now[k][lo:hi])
			}
		}
	}
	return nil
}

// mates is, for each sentence of each text, a number that stands for what the other texts have
// beside it.
func (x *multi) neighbourhoods() [][]uint64 {
	out := make([][]uint64, len(x.texts))
	for k := range out {
		out[k] = make([]uint64, len(x.texts[k].Sentences))
	}
	sides := newProfile(x.lattice, slices.Repeat([]bool{true}, len(x.texts)))
	for s := range x.lattice.Slots() {
		h := fnv.New64a()
		for l := range x.texts {
			r := sides.covering(l, s, s+1)
			binary.Write(h, binary.LittleEndian, [2]int64{int64(r.Lo), int64(r.Hi)})
		}
		sum := h.Sum64()
		for k := range x.texts {
			for j, r := 0, sides.covering(k, s, s+1); r.Lo+j < r.Hi; j++ {
				out[k][r.Lo+j] = out[k][r.Lo+j]*31 + sum
			}
		}
	}
	return out
}

// longestWindow is how many rows are looked at for groups of texts that went past one another.
const longestWindow = 24

// joinGroups looks for stretches where some texts stand in rows of their own and the others in rows
// of theirs, and lays the two beside one another: no single text would leave its row-mates for the
// others.
func (x *multi) joinGroups(ctx context.Context) error {
	for a := 0; a < x.lattice.Slots(); {
		b, group := x.disjointGroups(x.lattice, a)
		if group == nil {
			a++
			continue
		}
		member := smallest(group)
		part := x.lattice.Part(a, b)
		t := x.ofTexts(member, part)
		path, err := t.grid().Cheapest(ctx)
		if err != nil {
			return err
		}
		x.lattice.Replace(a, b, t.merge(path))
		a += len(path)
	}
	return nil
}

// anchored reports whether a boundary is an anchor.
func (x *multi) anchored(y *lattice.Lattice, s int) bool {
	return slices.ContainsFunc(x.anchors, func(at []int) bool {
		for k := range at {
			if y.At[k][s] != at[k] {
				return false
			}
		}
		return true
	})
}

// window returns the longest stretch from boundary a whose texts fall into groups that share no
// slot, and the number of the group of each text, or inside where it has nothing there; nil where
// there is none.
func (x *multi) disjointGroups(y *lattice.Lattice, a int) (end int, found []int) {
	n := len(x.texts)
	group := make([]int, n) // the number of each text's group, the lowest of its texts; lattice.Inside if it has nothing yet
	size := make([]int, n)
	for k := range group {
		if group[k] = lattice.Inside; y.At[k][a] < 0 {
			return 0, nil
		}
	}
	groups := 0
	for s := a; s < min(a+longestWindow, y.Slots()); s++ {
		if s > a && x.anchored(y, s) {
			break
		}
		whole, before, joint := true, groups, lattice.Inside
		for k := range n {
			whole = whole && y.At[k][s+1] >= 0
			switch old := group[k]; {
			case y.Lacks(k, s):
			case old == lattice.Inside && joint == lattice.Inside:
				joint, group[k], size[k] = k, k, 1
				groups++
			case joint == lattice.Inside:
				joint = old
			case old == lattice.Inside:
				group[k] = joint
				size[joint]++
			case old != joint:
				for l := range n {
					if group[l] == old {
						group[l] = joint
					}
				}
				size[joint] += size[old]
				groups--
			}
		}
		if groups == 1 && (before > 1 || size[joint] == n) {
			break
		}
		if groups < 2 || !whole {
			continue
		}
		end, found = s+1, slices.Clone(group)
	}
	return end, found
}

// smallest returns the texts of the group with the fewest.
func smallest(group []int) []bool {
	size := make([]int, len(group))
	for _, g := range group {
		if g >= 0 {
			size[g]++
		}
	}
	least := lattice.Inside
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
