// Package lattice holds how several texts are placed beside one another while they are aligned. It
// knows sentences by their numbers only.
package lattice

import (
	"slices"

	"github.com/bitext-go/bitext/segment"
)

// A Lattice is how several texts are placed beside one another. Its slots are as fine as any text
// cuts them; a row of the alignment is a run of slots between two boundaries that all texts keep.
//
// At[k][s] is how many sentences of text k are before boundary s, or [Inside] if a bead of text k
// runs across the boundary. Text k has nothing in a slot if the values at its two boundaries are
// equal. Three texts, of which the second has one sentence for two of the first, and the third
// nothing for the last:
//
//	boundary   0   1   2   3
//	At[0]      0   1   2   3       slots  0-1  1-2  2-3
//	At[1]      0  -1   1   2       rows   0-2: two sentences, one, two
//	At[2]      0   1   2   2              2-3: one, one, none
//
// The first and the last boundary of every text are at least 0, and the values rise.
type Lattice struct {
	At [][]int
}

// Inside marks a boundary that a bead runs across.
const Inside = -1

// New returns a lattice without slots.
func New(texts int) *Lattice {
	x := &Lattice{At: make([][]int, texts)}
	for k := range x.At {
		x.At[k] = []int{0}
	}
	return x
}

// empty returns a lattice without slots that begins where x does.
func (x *Lattice) empty() *Lattice {
	out := New(len(x.At))
	for k := range x.At {
		out.At[k][0] = x.At[k][0]
	}
	return out
}

// Slots returns how many slots there are.
func (x *Lattice) Slots() int { return len(x.At[0]) - 1 }

// Sentences returns the sentences of text k between boundaries a and b; ok is false if a bead runs
// across one of the two.
func (x *Lattice) Sentences(k, a, b int) (r segment.Range, ok bool) {
	lo, hi := x.At[k][a], x.At[k][b]
	return segment.Range{Lo: lo, Hi: hi}, lo >= 0 && hi >= 0
}

// Before returns how many sentences of text k are before the last boundary up to s that no bead of
// it runs across.
func (x *Lattice) Before(k, s int) int {
	for x.At[k][s] < 0 {
		s--
	}
	return x.At[k][s]
}

// After returns how many sentences of text k are before the first boundary from s on that no bead
// of it runs across.
func (x *Lattice) After(k, s int) int {
	for x.At[k][s] < 0 {
		s++
	}
	return x.At[k][s]
}

// Lacks reports whether text k has nothing in slot s, and no bead of it runs across the slot's
// first boundary.
func (x *Lattice) Lacks(k, s int) bool {
	return x.At[k][s] >= 0 && x.At[k][s] == x.At[k][s+1]
}

// Extend adds a slot in which no text has anything.
func (x *Lattice) Extend() {
	for k, at := range x.At {
		x.At[k] = append(at, at[len(at)-1])
	}
}

// Only returns the lattice of some of the texts alone: a boundary that none of them needs is merged
// with the boundary before it. to holds, for each boundary of x, its number in out. The values of
// the other texts have no meaning.
func (x *Lattice) Only(member func(k int) bool) (out *Lattice, to []int) {
	out, to = x.empty(), make([]int, x.Slots()+1)
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

// Find returns the boundary that has at[l] sentences of each text l before it, text k not compared,
// or -1 if there is none.
func (x *Lattice) Find(at []int, k int) int {
	lead := 0
	if k == 0 {
		lead = 1
	}
	// The boundaries that the lead text keeps are in order; those that its beads run across are
	// anywhere between.
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

// Part returns a copy of the lattice between two boundaries.
func (x *Lattice) Part(a, b int) *Lattice {
	out := &Lattice{At: make([][]int, len(x.At))}
	for k := range x.At {
		out.At[k] = slices.Clone(x.At[k][a : b+1])
	}
	return out
}

// Replace replaces the lattice between two boundaries.
func (x *Lattice) Replace(a, b int, by *Lattice) {
	for k := range x.At {
		x.At[k] = slices.Replace(x.At[k], a, b+1, by.At[k]...)
	}
}

// Rows returns the runs of slots between boundaries that all texts keep, as one range for each
// text. Empty runs are left out.
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
			row := make([]segment.Range, len(x.At))
			for k := range x.At {
				row[k] = segment.Range{Lo: x.At[k][last], Hi: x.At[k][s]}
			}
			out = append(out, row)
		}
		last = s
	}
	return out
}
