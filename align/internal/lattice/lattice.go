// Package lattice holds how several texts stand beside one another while they are aligned.
package lattice

import (
	"slices"

	"github.com/bitext-go/bitext/segment"
)

// A Lattice is how several texts stand beside one another. Its slots are the places that a row can
// hold, in order and as fine as any text cuts them; a row of the alignment is a run of slots
// between two boundaries that all texts keep.
//
// at[k][s] is how many sentences of text k stand before boundary s, or Inside where a bead of text
// k runs across it. Text k has nothing in a slot if the values at its two boundaries are equal.
type Lattice struct {
	At [][]int
}

const Inside = -1

func New(texts int) *Lattice {
	x := &Lattice{At: make([][]int, texts)}
	for k := range x.At {
		x.At[k] = []int{0}
	}
	return x
}

// slots is how many there are.
func (x *Lattice) Slots() int { return len(x.At[0]) - 1 }

// sentences are those of text k between boundaries a and b; ok is false where a bead runs across
// one of them.
func (x *Lattice) Sentences(k, a, b int) (r segment.Range, ok bool) {
	lo, hi := x.At[k][a], x.At[k][b]
	return segment.Range{Lo: lo, Hi: hi}, lo >= 0 && hi >= 0
}

// before and behind are the sentences of text k at the last boundary up to s, and at the first from
// s on, that no bead of it runs across.
func (x *Lattice) Before(k, s int) int {
	for x.At[k][s] < 0 {
		s--
	}
	return x.At[k][s]
}

func (x *Lattice) After(k, s int) int {
	for x.At[k][s] < 0 {
		s++
	}
	return x.At[k][s]
}

// lacks reports whether text k surely has nothing in slot s.
func (x *Lattice) Lacks(k, s int) bool {
	return x.At[k][s] >= 0 && x.At[k][s] == x.At[k][s+1]
}

// Star lays alignments with one text, the pivot, beside one another. pairs[k] aligns the pivot with
// text k, in that order of ranges; pairs[pivot] is not looked at. Sentences that one text alone has
// at some place come in the given order of the texts, before or behind an anchor there as they
// must.
func Star(pivot, sentences int, pairs [][][]segment.Range, order []int, anchors [][]int) *Lattice {
	x := New(len(pairs))
	next := make([]int, len(pairs)) // the first bead of each alignment that is not laid down
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

// extend adds a slot that is empty in all texts.
func (x *Lattice) Extend() {
	for k, at := range x.At {
		x.At[k] = append(at, at[len(at)-1])
	}
}

// A Cutter says where text l, whose sentences t say what sentences s of text k say, is best cut as
// k is: for each of the places between sentences of k, the sentences of l before it, or Inside.
type Cutter func(k int, s segment.Range, l int, t segment.Range) []int

// split makes slots as fine as the text that cuts them most; the others are cut as the cutter says.
func (x *Lattice) Split(order []int, cut Cutter) *Lattice {
	out := New(len(x.At))
	for k := range x.At {
		out.At[k][0] = x.At[k][0]
	}
	for s := range x.Slots() {
		most, by := 1, -1
		for _, k := range order {
			if r, ok := x.Sentences(k, s, s+1); ok && r.Len() > most {
				most, by = r.Len(), k
			}
		}
		for k := range x.At {
			r, ok := x.Sentences(k, s, s+1)
			cuts := make([]int, most-1)
			for i := range cuts {
				switch {
				case k == by:
					cuts[i] = r.Lo + i + 1
				case ok && r.Len() == 0:
					cuts[i] = r.Lo
				default:
					cuts[i] = Inside
				}
			}
			if most > 1 && k != by && ok && r.Len() > 1 {
				own, _ := x.Sentences(by, s, s+1)
				cuts = cut(by, own, k, r)
			}
			out.At[k] = append(append(out.At[k], cuts...), x.At[k][s+1])
		}
	}
	return out
}

// only is the Lattice of some of its texts alone: a boundary that none of them needs is one with
// the boundary before it. to is, for each boundary, its number there.
func (x *Lattice) Only(member func(k int) bool) (out *Lattice, to []int) {
	out, to = New(len(x.At)), make([]int, x.Slots()+1)
	for k := range x.At {
		out.At[k][0] = x.At[k][0]
	}
	for s := 1; s <= x.Slots(); s++ {
		last := out.Slots()
		apart := false
		for k := range x.At {
			apart = apart || member(k) && out.At[k][last] >= 0 && x.At[k][s] >= 0 && out.At[k][last] != x.At[k][s]
		}
		for k := range x.At {
			switch {
			case apart:
				out.At[k] = append(out.At[k], x.At[k][s])
			case !member(k) || x.At[k][s] >= 0:
				out.At[k][last] = x.At[k][s]
			}
		}
		to[s] = out.Slots()
	}
	return out, to
}

// place is the boundary with so many sentences of each text before it, text k left out, or -1 where
// there is none.
func (x *Lattice) Find(at []int, k int) int {
	lead := 0
	if k == 0 {
		lead = 1
	}
	// The boundaries that the lead text keeps are in order, but those it runs across lie anywhere
	// between.
	for s := range x.At[lead] {
		if x.At[lead][s] > at[lead] {
			break
		}
		same := true
		for l := range x.At {
			same = same && (l == k || x.At[l][s] == at[l])
		}
		if same {
			return s
		}
	}
	return -1
}

// part is the Lattice between two boundaries.
func (x *Lattice) Part(a, b int) *Lattice {
	out := &Lattice{At: make([][]int, len(x.At))}
	for k := range x.At {
		out.At[k] = slices.Clone(x.At[k][a : b+1])
	}
	return out
}

// replace puts a Lattice between two boundaries.
func (x *Lattice) Replace(a, b int, by *Lattice) {
	for k := range x.At {
		x.At[k] = slices.Replace(x.At[k], a, b+1, by.At[k]...)
	}
}

// rows are the runs of slots between boundaries that all texts keep, as beads without confidences.
func (x *Lattice) Rows() [][]segment.Range {
	var out [][]segment.Range
	last := 0
	for s := 1; s <= x.Slots(); s++ {
		whole, empty := true, true
		for k := range x.At {
			whole = whole && x.At[k][s] >= 0
			empty = empty && x.At[k][s] == x.At[k][last]
		}
		if !whole {
			continue
		}
		if !empty {
			b := make([]segment.Range, len(x.At))
			for k := range x.At {
				b[k] = segment.Range{Lo: x.At[k][last], Hi: x.At[k][s]}
			}
			out = append(out, b)
		}
		last = s
	}
	return out
}

// sorted is the Lattice with its slots in another order. Slots that change places have no text in
// common.
func (x *Lattice) Reordered(order []int) *Lattice {
	out := New(len(x.At))
	for k := range x.At {
		out.At[k][0] = x.At[k][0]
	}
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

// latticeOf is a Lattice whose slots are rows of n texts, with room for one text more.
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

// beside is the Lattice with its last text where an alignment with text k puts it.
func (x *Lattice) Beside(k int, pair [][]segment.Range) *Lattice {
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

// mostGroups is how many groups of texts are put into all orders.
const maxPermutedGroups = 4

// Orders are orders of the slots of a lattice: as they stand, and with the slots of each group of
// texts together, in any order of the groups.
func Orders(x *Lattice, group []int) [][]int {
	stand, of := make([]int, x.Slots()), map[int][]int{}
	var groups []int
	for s := range stand {
		stand[s] = s
		for k, g := range group {
			if g >= 0 && !x.Lacks(k, s) {
				if of[g] == nil {
					groups = append(groups, g)
				}
				of[g] = append(of[g], s)
				break
			}
		}
	}
	out := [][]int{stand}
	if len(groups) > maxPermutedGroups {
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
