package align

import (
	"github.com/bitext-go/bitext/internal/dp"
)

// A corner is a place between sentences of two texts: i of one and j of the other are before it.
type corner struct{ i, j int }

// An anchor is a corner near which the path leads.
type anchor struct {
	i, j  int
	given bool // by the user: the place before a pair of sentences, not a pair
}

const (
	anchorMargin = 4      // sentences by which the path may miss an anchor
	fullCells    = 40_000 // cells of the largest rectangle between anchors that is searched whole
	stripMargin  = 40     // of larger ones, sentences to each side of the diagonal that are searched,
	stripShare   = 0.02   // and the share of the longer side that is added to them
)

// corridor returns the band of the first pass: rectangles between anchors, whole if they are small,
// else strips along their diagonals.
func corridor(anchors []anchor, rows, cols int) dp.Band {
	b := dp.Band{Lo: make([]int, rows+1), Hi: make([]int, rows+1)}
	for i := range b.Lo {
		b.Lo[i], b.Hi[i] = cols, 0
	}
	allow := func(i, lo, hi int) {
		b.Lo[i], b.Hi[i] = min(b.Lo[i], max(0, lo)), max(b.Hi[i], min(cols, hi))
	}
	from := corner{}
	stretch := func(to corner) {
		h, w := to.i-from.i, to.j-from.j
		if h*w <= fullCells {
			for i := from.i; i <= to.i; i++ {
				allow(i, from.j-anchorMargin, to.j+anchorMargin)
			}
		} else {
			margin := stripMargin + int(stripShare*float64(max(h, w)))
			for i := from.i; i <= to.i; i++ {
				at := from.j + int(float64(w)*float64(i-from.i)/float64(max(h, 1)))
				step := w/max(h, 1) + 1
				allow(i, max(from.j, at-margin-step), min(to.j, at+margin+step))
			}
		}
		from = to
	}
	for _, a := range anchors {
		if a.i >= from.i && a.j >= from.j {
			stretch(corner{a.i, a.j})
			if !a.given {
				stretch(corner{a.i + 1, a.j + 1})
			}
		}
	}
	stretch(corner{rows, cols})
	return b
}
