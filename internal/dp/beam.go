package dp

import "math"

// A beam prunes corners of a row.
type beam struct {
	width, slope float64
	left         float64   // the cheapest corner to the left, with what the way from there costs
	right        []float64 // the cheapest corner from each on, before the row's own steps
}

// begin begins a row.
func (b *beam) begin(row []float64) {
	b.left = math.Inf(1)
	if b.width <= 0 {
		return
	}
	b.right = append(b.right[:0], row...)
	for k := len(row) - 2; k >= 0; k-- {
		b.right[k] = min(b.right[k], b.right[k+1])
	}
}

// prunes reports whether corner k of the row, which costs this much, is pruned. It must be called
// from left to right.
func (b *beam) prunes(k int, cost float64) bool {
	if b.width <= 0 {
		return false
	}
	b.left = min(b.left+b.slope, cost)
	return cost > min(b.left, b.right[k])+b.width
}
