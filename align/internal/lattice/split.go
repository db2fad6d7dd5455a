package lattice

import "github.com/bitext-go/bitext/segment"

// A Cutter cuts sentences t of text l as sentences s of text k, which say the same, are cut: for
// each of the s.Len()-1 places between sentences of k it returns how many sentences of l are before
// it, or [Inside].
type Cutter func(k int, s segment.Range, l int, t segment.Range) []int

// Split returns the lattice with each slot cut into the sentences of the text that has the most
// there, the first of these in the given order. The cutter cuts the others.
func Split(x *Lattice, order []int, cut Cutter) *Lattice {
	out := x.empty()
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
