package dp

import "math"

// A beam tells which corners of a row are given up.
type beam struct {
	width, slope float64
	left         float64   // the cheapest corner to the left, with what the way from there adds
	right        []float64 // the cheapest corner from each on, before the row's own steps
}

func (s *run) beam(row []float64) *beam {
	b := &s.beamOfRow
	*b = beam{s.Beam, s.Slope, math.Inf(1), b.right[:0]}
	if s.Beam <= 0 {
		return b
	}
	b.right = append(b.right, row...)
	for k := len(row) - 2; k >= 0; k-- {
		b.right[k] = min(b.right[k], b.right[k+1])
	}
	return b
}

// gives reports whether corner k of the row, which costs this much, is given up. It is asked from
// left to right.
func (b *beam) prunes(k int, cost float64) bool {
	if b.width <= 0 {
		return false
	}
	b.left = min(b.left+b.slope, cost)
	return cost > min(b.left, b.right[k])+b.width
}
