package evidence

import (
	"math"
	"math/rand"
	"testing"

	"github.com/stretchr/testify/assert"
)

// TestJumpsAddUp compares gains with those of the formula, place by place.
func TestJumpsAddUp(t *testing.T) {
	r := rand.New(rand.NewSource(1))
	j := &jumps{}
	for _, n := range []int{1, 2, 3, 7, 40, 90} {
		for _, size := range []int{1, 2, 5, 8, 41, 300} {
			at := make([]int32, n+1)
			var gains []jumpGain
			for y := range n {
				for range r.Intn(3) {
					gains = append(gains, jumpGain{int32(r.Intn(size)), 50 * r.Float32()})
				}
				at[y+1] = int32(len(gains))
			}
			want := plainJumps(at, gains, n, size)
			assert.InDelta(t, want, j.gain(at, gains, n, size), 1e-4*(1+want), "%d tokens, %d places", n, size)
		}
	}
}

// plainJumps returns what jumps.gain returns.
func plainJumps(at []int32, gains []jumpGain, n, size int) (total float64) {
	pace := float64(size) / float64(n)
	within := func(c float64) float64 { return max(0, min(float64(size-1), c)) }
	last := make([]float64, size)
	weight := 0.0
	for y := range n {
		next := make([]float64, size)
		if y == 0 {
			sum := 0.0
			for i := range next {
				next[i] = math.Exp(-math.Abs(float64(i) - max(0, pace/2-0.5)))
				sum += next[i]
			}
			for i := range next {
				next[i] *= (1 - jumpAnywhere) / sum
			}
		} else {
			lost := 0.0
			for from, x := range last {
				center := math.Floor(float64(from)+pace) - 2 // of the six places that are nearest to from + pace
				all := 0.0
				for k := range 6 {
					all += math.Exp(-math.Abs(center + float64(k) - float64(from) - pace))
				}
				for k := range 6 {
					i := int(center) + k
					share := x * math.Exp(-math.Abs(float64(i)-float64(from)-pace)) / all
					if i < 0 {
						lost += share
					} else {
						next[min(i, size-1)] += share
					}
				}
			}
			for i := range next {
				next[i] *= (1 - jumpAnywhere) / (weight - lost)
			}
		}
		weight = 0
		for i := range next {
			near := math.Exp(-math.Abs(float64(i)-within((float64(y)+0.5)*pace-0.5)) / jumpDiagonal)
			next[i] = (next[i] + jumpAnywhere/float64(size)) * (jumpFlat + near)
			weight += next[i]
		}
		with := weight
		for _, g := range gains[at[y]:at[y+1]] {
			more := next[g.place] * float64(g.gain)
			next[g.place] += more
			with += more
		}
		total += math.Log(with / weight)
		weight, last = with, next
	}
	return total
}
