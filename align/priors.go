package align

import (
	"math"

	"github.com/bitext-go/bitext/internal/dp"
)

// priors are the costs of bead shapes, in nats: what is known of a bead before its sentences are looked at. They start
// from constants and are re-estimated from the texts, as smoothed negative log frequencies.
type priors struct {
	drop  float64 // one sentence without a counterpart
	merge float64 // each sentence that one side has more than the other
	both  float64 // each further pair of sentences that cannot be parted
}

const (
	startDrop  = 3.5
	startMerge = 1.75
	startBoth  = 2.5
	// priorWeight is how many 1-1 beads the constants count for.
	priorWeight = 50
)

var startPriors = priors{startDrop, startMerge, startBoth}

// of is the cost of a shape.
func (p priors) of(m, n int) float64 {
	if m == 0 || n == 0 {
		return p.drop * float64(m+n)
	}
	return p.merge*math.Abs(float64(m-n)) + p.both*float64(min(m, n)-1)
}

// learn estimates the costs from steps.
func (p *priors) learn(path []dp.Step) {
	var one, drop, merge float64
	for _, s := range path {
		switch {
		case s.M == 0 || s.N == 0:
			drop++
		case s.M == 1 && s.N == 1:
			one++
		case s.M+s.N == 3:
			merge++
		}
	}
	p.drop = -math.Log((drop/2 + priorWeight*math.Exp(-startDrop)) / (one + priorWeight))
	p.merge = -math.Log((merge/2 + priorWeight*math.Exp(-startMerge)) / (one + priorWeight))
}

// shapes are the beads that are tried: one-sided ones first, then all up to most sentences a side that are not too
// lopsided or large together.
func shapes(most int) []dp.Shape {
	out := []dp.Shape{{M: 1, N: 1}, {M: 1, N: 0}, {M: 0, N: 1}}
	for sum := 3; sum <= 2*most; sum++ {
		for m := 1; m < sum; m++ {
			n := sum - m
			if m > most || n > most || min(m, n) > 1 && sum > most+2 || min(m, n) > 3 {
				continue
			}
			out = append(out, dp.Shape{M: m, N: n})
		}
	}
	return out
}
