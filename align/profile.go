package align

import (
	"github.com/bitext-go/bitext/align/internal/lattice"
	"github.com/bitext-go/bitext/segment"
)

// A profile is one of the two parts of a lattice that a realignment aligns.
type profile struct {
	*lattice.Lattice
	member []bool
	share  []float64 // by slot, about the share of the member texts that have something there
	// By text and boundary: the last boundary up to it, and the first from it on, that no bead of
	// the text runs across.
	begin, end [][]int
}

func newProfile(x *lattice.Lattice, member []bool) profile {
	y := profile{Lattice: x, member: member, share: make([]float64, x.Slots())}
	n := 0.0
	for _, m := range member {
		if m {
			n++
		}
	}
	for s := range y.share {
		for k, m := range member {
			if m && !x.Lacks(k, s) {
				y.share[s]++
			}
		}
		y.share[s] = (y.share[s] + 0.5) / (n + 0.5)
	}
	y.begin, y.end = make([][]int, len(x.At)), make([][]int, len(x.At))
	for k, at := range x.At {
		if !member[k] {
			continue
		}
		begin, end := make([]int, len(at)), make([]int, len(at))
		for s, v := range at {
			if begin[s] = s; v < 0 {
				begin[s] = begin[s-1]
			}
		}
		for s := len(at) - 1; s >= 0; s-- {
			if end[s] = s; at[s] < 0 {
				end[s] = end[s+1]
			}
		}
		y.begin[k], y.end[k] = begin, end
	}
	return y
}

// covering returns the sentences of text k between two boundaries, with all of a bead that runs
// across one of them.
func (y *profile) covering(k, a, b int) segment.Range {
	return segment.Range{Lo: y.At[k][y.begin[k][a]], Hi: y.At[k][y.end[k][b]]}
}
