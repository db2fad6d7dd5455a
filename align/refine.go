package align

import (
	"context"
	"encoding/binary"
	"hash/fnv"
	"slices"

	"github.com/bitext-go/bitext/align/internal/lattice"
)

// maxPasses bounds how often each text is realigned. Most rows settle in two passes.
const maxPasses = 4

// refine realigns each text with the others until nothing changes.
func refine(ctx context.Context, x *multi) error {
	changed := func(k, j int) bool { return true }
	var before, now [][]uint64
	now = neighbourhoods(x)
	for range maxPasses {
		x.lattice = lattice.Split(x.lattice, x.order, x.cutter(ctx))
		if err := joinGroups(ctx, x); err != nil {
			return err
		}
		moved := false
		for _, k := range x.order {
			t := ofText(x, k, x.lattice, changed)
			if t == nil {
				continue
			}
			path, posterior, err := t.grid().Posteriors(ctx, sharpness)
			if err != nil {
				return err
			}
			t.setConfidences(path, posterior)
			x.lattice, moved = t.merge(path), true
		}
		before, now = now, neighbourhoods(x)
		if !moved {
			break
		}
		changed = func(k, j int) bool {
			lo, hi := max(0, j-2), min(j+3, len(now[k]))
			return !slices.Equal(before[k][lo:hi], now[k][lo:hi])
		}
	}
	return nil
}

// joinGroups looks for stretches in which some texts share rows with one another only and the rest
// with one another only, and aligns the two groups: no single text would leave its row-mates for
// the others.
func joinGroups(ctx context.Context, x *multi) error {
	for a := 0; a < x.lattice.Slots(); {
		if err := ctx.Err(); err != nil {
			return err
		}
		b, group := lattice.DisjointGroups(x.lattice, a, func(s int) bool { return x.anchored(x.lattice, s) })
		if group == nil {
			a++
			continue
		}
		t := ofTexts(x, lattice.Smallest(group), x.lattice.Part(a, b))
		path, err := t.grid().Cheapest(ctx)
		if err != nil {
			return err
		}
		x.lattice.Replace(a, b, t.merge(path))
		a += len(path)
	}
	return nil
}

// neighbourhoods returns, for each sentence of each text, a hash of what the other texts have
// beside it.
func neighbourhoods(x *multi) [][]uint64 {
	out := make([][]uint64, len(x.texts))
	for k := range out {
		out[k] = make([]uint64, len(x.texts[k].Sentences))
	}
	all := newProfile(x.lattice, slices.Repeat([]bool{true}, len(x.texts)))
	for s := range x.lattice.Slots() {
		h := fnv.New64a()
		for l := range x.texts {
			r := all.covering(l, s, s+1)
			binary.Write(h, binary.LittleEndian, [2]int64{int64(r.Lo), int64(r.Hi)})
		}
		sum := h.Sum64()
		for k := range x.texts {
			for j, r := 0, all.covering(k, s, s+1); r.Lo+j < r.Hi; j++ {
				out[k][r.Lo+j] = out[k][r.Lo+j]*31 + sum
			}
		}
	}
	return out
}

// settled is the confidence from which on a sentence is not realigned: of these, 99 in 100 are
// right.
const settled = 0.95

// doubtful reports the boundaries of a lattice at which text k may move: its confidence is low, it
// is alone next to a free slot, or one of its beads crosses the boundary. Sentences whose
// neighbourhood has not changed since the text was last realigned are skipped.
func doubtful(x *multi, k int, y *lattice.Lattice, changed func(k, j int) bool) (at []bool, any bool) {
	at = make([]bool, y.Slots()+1)
	free := make([]int, y.Slots()+1) // slots before each boundary in which the text has nothing
	for s := range y.Slots() {
		if free[s+1] = free[s]; y.Lacks(k, s) {
			free[s+1]++
		}
	}
	for s := range y.Slots() {
		r, ok := y.Sentences(k, s, s+1)
		if !ok { // the bead that runs across
			r.Lo, r.Hi = y.Before(k, s), y.After(k, s+1)
		}
		doubt, news := !ok, false
		free := free[min(s+1+realignBand, y.Slots())] > free[max(0, s-realignBand)]
		for j := r.Lo; j < r.Hi; j++ {
			alone := x.translation[k][j] == 0
			doubt = doubt || !alone && x.boundary[k][j] < settled || alone && free
			news = news || changed(k, j)
		}
		doubt = doubt && news
		at[s], at[s+1] = at[s] || doubt, doubt
		any = any || doubt
	}
	return at, any
}
