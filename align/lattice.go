package align

import (
	"slices"

	"github.com/bitext-go/bitext/segment"
)

// A lattice is how several texts stand beside one another. Its slots are the places that a row can hold, in order and as
// fine as any text cuts them; a row of the alignment is a run of slots between two boundaries that all texts keep.
//
// at[k][s] is how many sentences of text k stand before boundary s, or inside where a bead of text k runs across it.
// Text k has nothing in a slot if the values at its two boundaries are equal.
type lattice struct {
	at [][]int
}

const inside = -1

func newLattice(texts int) *lattice {
	x := &lattice{at: make([][]int, texts)}
	for k := range x.at {
		x.at[k] = []int{0}
	}
	return x
}

// slots is how many there are.
func (x *lattice) slots() int { return len(x.at[0]) - 1 }

// sentences are those of text k between boundaries a and b; ok is false where a bead runs across one of them.
func (x *lattice) sentences(k, a, b int) (r segment.Range, ok bool) {
	lo, hi := x.at[k][a], x.at[k][b]
	return segment.Range{Lo: lo, Hi: hi}, lo >= 0 && hi >= 0
}

// before and behind are the sentences of text k at the last boundary up to s, and at the first from s on, that no bead of
// it runs across.
func (x *lattice) before(k, s int) int {
	for x.at[k][s] < 0 {
		s--
	}
	return x.at[k][s]
}

func (x *lattice) behind(k, s int) int {
	for x.at[k][s] < 0 {
		s++
	}
	return x.at[k][s]
}

// lacks says whether text k surely has nothing in slot s.
func (x *lattice) lacks(k, s int) bool {
	return x.at[k][s] >= 0 && x.at[k][s] == x.at[k][s+1]
}

// star lays alignments with one text, the pivot, beside one another. pairs[k] aligns the pivot with text k, in that order
// of ranges; pairs[pivot] is not looked at. Sentences that one text alone has at some place come in the given order of
// the texts, before or behind an anchor there as they must.
func star(pivot, sentences int, pairs [][]Bead, order []int, anchors [][]int) *lattice {
	x := newLattice(len(pairs))
	next := make([]int, len(pairs)) // the first bead of each alignment that is not laid down
	alone := func(i int, until func(k, j int) bool) {
		for _, k := range order {
			if k == pivot {
				continue
			}
			for next[k] < len(pairs[k]) {
				r := pairs[k][next[k]].Ranges
				if r[0].Hi != i || r[0].Len() > 0 || !until(k, r[1].Hi) {
					break
				}
				x.extend()
				x.at[k][x.slots()] = r[1].Hi
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
		x.extend()
		for _, k := range order {
			end := &x.at[k][x.slots()]
			if k == pivot {
				*end = i + 1
				continue
			}
			b := pairs[k][next[k]]
			if b.Ranges[0].Hi > i+1 {
				*end = inside
				continue
			}
			*end = b.Ranges[1].Hi
			next[k]++
		}
	}
	return x
}

// extend adds a slot that is empty in all texts.
func (x *lattice) extend() {
	for k, at := range x.at {
		x.at[k] = append(at, at[len(at)-1])
	}
}

// A cutter says where text l, whose sentences t say what sentences s of text k say, is best cut as k is: for each of the
// places between sentences of k, the sentences of l before it, or inside.
type cutter func(k int, s segment.Range, l int, t segment.Range) []int

// split makes slots as fine as the text that cuts them most; the others are cut as the cutter says.
func (x *lattice) split(order []int, cut cutter) *lattice {
	out := newLattice(len(x.at))
	for k := range x.at {
		out.at[k][0] = x.at[k][0]
	}
	for s := range x.slots() {
		most, by := 1, -1
		for _, k := range order {
			if r, ok := x.sentences(k, s, s+1); ok && r.Len() > most {
				most, by = r.Len(), k
			}
		}
		for k := range x.at {
			r, ok := x.sentences(k, s, s+1)
			cuts := make([]int, most-1)
			for i := range cuts {
				switch {
				case k == by:
					cuts[i] = r.Lo + i + 1
				case ok && r.Len() == 0:
					cuts[i] = r.Lo
				default:
					cuts[i] = inside
				}
			}
			if most > 1 && k != by && ok && r.Len() > 1 {
				own, _ := x.sentences(by, s, s+1)
				cuts = cut(by, own, k, r)
			}
			out.at[k] = append(append(out.at[k], cuts...), x.at[k][s+1])
		}
	}
	return out
}

// only is the lattice of some of its texts alone: a boundary that none of them needs is one with the boundary before it.
// to is, for each boundary, its number there.
func (x *lattice) only(member func(k int) bool) (out *lattice, to []int) {
	out, to = newLattice(len(x.at)), make([]int, x.slots()+1)
	for k := range x.at {
		out.at[k][0] = x.at[k][0]
	}
	for s := 1; s <= x.slots(); s++ {
		last := out.slots()
		apart := false
		for k := range x.at {
			apart = apart || member(k) && out.at[k][last] >= 0 && x.at[k][s] >= 0 && out.at[k][last] != x.at[k][s]
		}
		for k := range x.at {
			switch {
			case apart:
				out.at[k] = append(out.at[k], x.at[k][s])
			case !member(k) || x.at[k][s] >= 0:
				out.at[k][last] = x.at[k][s]
			}
		}
		to[s] = out.slots()
	}
	return out, to
}

// place is the boundary with so many sentences of each text before it, text k left out, or -1 where there is none.
func (x *lattice) place(at []int, k int) int {
	lead := 0
	if k == 0 {
		lead = 1
	}
	// The boundaries that the lead text keeps are in order, but those it runs across lie anywhere between.
	for s := range x.at[lead] {
		if x.at[lead][s] > at[lead] {
			break
		}
		same := true
		for l := range x.at {
			same = same && (l == k || x.at[l][s] == at[l])
		}
		if same {
			return s
		}
	}
	return -1
}

// part is the lattice between two boundaries.
func (x *lattice) part(a, b int) *lattice {
	out := &lattice{at: make([][]int, len(x.at))}
	for k := range x.at {
		out.at[k] = slices.Clone(x.at[k][a : b+1])
	}
	return out
}

// replace puts a lattice between two boundaries.
func (x *lattice) replace(a, b int, by *lattice) {
	for k := range x.at {
		x.at[k] = slices.Replace(x.at[k], a, b+1, by.at[k]...)
	}
}

// rows are the runs of slots between boundaries that all texts keep, as beads without confidences.
func (x *lattice) rows() []Bead {
	var out []Bead
	last := 0
	for s := 1; s <= x.slots(); s++ {
		whole, empty := true, true
		for k := range x.at {
			whole = whole && x.at[k][s] >= 0
			empty = empty && x.at[k][s] == x.at[k][last]
		}
		if !whole {
			continue
		}
		if !empty {
			b := Bead{Ranges: make([]segment.Range, len(x.at))}
			for k := range x.at {
				b.Ranges[k] = segment.Range{Lo: x.at[k][last], Hi: x.at[k][s]}
			}
			out = append(out, b)
		}
		last = s
	}
	return out
}
