package align

import (
	"github.com/bitext-go/bitext/internal/dp"
)

// A corner is a place between sentences of two texts: i of one and j of the other stand before it.
type corner struct{ i, j int }

// An anchor is a corner near which the path leads.
type anchor struct {
	i, j  int
	given bool // by the user: the place before a pair of sentences, not a pair
}

const (
	// The path may pass this many sentences beside an anchor.
	anchorMargin = 8
	fullCells    = 40_000 // a rectangle between anchors is searched whole up to this many cells
	stripMargin  = 40     // else a strip along its diagonal, this many sentences to each side,
	stripShare   = 0.02   // and this share of the rectangle's longer side
)

// corridor returns the band in which the first search looks for the path: whole rectangles between
// anchors where they are small, strips along their diagonals where they are not.
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
