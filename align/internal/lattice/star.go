package lattice

import "github.com/bitext-go/bitext/segment"

// Star returns the lattice of alignments with one text, the pivot, which has this many sentences.
// pairs[k] aligns the pivot with text k, in that order of ranges; pairs[pivot] is not used.
// Sentences that one text alone has come in the given order of the texts, before or after an anchor
// at that place as they must.
func Star(pivot, sentences int, pairs [][][]segment.Range, order []int, anchors [][]int) *Lattice {
	x := New(len(pairs))
	next := make([]int, len(pairs)) // the first bead of each alignment that has no slot yet
	alone := func(i int, until func(k, j int) bool) {
		for _, k := range order {
			if k == pivot {
				continue
			}
			for next[k] < len(pairs[k]) {
				r := pairs[k][next[k]]
				if r[0].Hi != i || r[0].Len() > 0 || !until(k, r[1].Hi) {
					break
				}
				x.Extend()
				x.At[k][x.Slots()] = r[1].Hi
				next[k]++
			}
		}
	}
	for i := range sentences + 1 {
		for _, at := range anchors {
			if at[pivot] == i {
				alone(i, func(k, j int) bool { return j <= at[k] })
			}
		}
		alone(i, func(k, j int) bool { return true })
		if i == sentences {
			break
		}
		x.Extend()
		for _, k := range order {
			end := &x.At[k][x.Slots()]
			if k == pivot {
				*end = i + 1
				continue
			}
			b := pairs[k][next[k]]
			if b[0].Hi > i+1 {
				*end = Inside
				continue
			}
			*end = b[1].Hi
			next[k]++
		}
	}
	return x
}

// Of returns the lattice whose slots are rows of n texts, with one text more that has nothing.
func Of(rows [][]segment.Range, n int) *Lattice {
	x := New(n + 1)
	for _, row := range rows {
		x.Extend()
		for k, r := range row {
			x.At[k][x.Slots()] = r.Hi
		}
	}
	return x
}

// Beside returns the lattice with its last text where an alignment with text k puts it.
func Beside(x *Lattice, k int, pair [][]segment.Range) *Lattice {
	out := New(len(x.At))
	n := len(x.At) - 1
	next := 0
	own := 0 // sentences of the last text that have a place
	alone := func() {
		for next < len(pair) && pair[next][0].Len() == 0 {
			out.Extend()
			own = pair[next][1].Hi
			out.At[n][out.Slots()] = own
			next++
		}
	}
	alone()
	for s := 1; s <= x.Slots(); s++ {
		for l := range x.At {
			out.At[l] = append(out.At[l], x.At[l][s])
		}
		until := x.At[k][s]
		for next < len(pair) && pair[next][0].Hi <= until && pair[next][0].Len() > 0 {
			own = pair[next][1].Hi
			next++
			if next < len(pair) && pair[next][0].Len() == 0 && pair[next][0].Hi < until {
				for next < len(pair) && pair[next][0].Len() == 0 {
					own = pair[next][1].Hi
					next++
				}
			}
		}
		out.At[n][out.Slots()] = own
		if next < len(pair) && pair[next][0].Lo < until {
			out.At[n][out.Slots()] = Inside
			continue
		}
		alone()
	}
	return out
}
