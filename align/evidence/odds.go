package evidence

import "math"

// The worth of a token is what it gains over not being translated, as odds, in the measure in which
// the other side explains it.
type worth struct {
	each float32 // λ/((1-λ)·p)
	most float32 // the most that it may gain
}

// odds returns what a token gains, from 1 on.
func (w worth) odds(explained float64) float64 {
	if x := 1 + float64(w.each)*explained; x < float64(w.most) {
		return x
	}
	return float64(w.most)
}

// odds are the odds of many tokens. It multiplies them and takes the logarithm of the product,
// because one of each token would take most of the time of an alignment.
type odds struct{ product, logs float64 }

// noOdds are the odds of no token.
var noOdds = odds{product: 1}

// mostProduct is the product of odds from which on its logarithm is taken, far from an overflow.
const mostProduct = 1e200

// times returns the odds of one more token with odds of at least 1. Calls are inlined, which keeps
// the product in a register.
func (o odds) times(by float64) odds {
	if o.product *= by; o.product > mostProduct {
		return o.reduced()
	}
	return o
}

// reduced returns the same odds, with their logarithm taken.
//
//go:noinline
func (o odds) reduced() odds { return odds{1, o.log()} }

// log returns the logarithm of the odds, in nats.
func (o odds) log() float64 {
	if o.product == 1 {
		return o.logs
	}
	return o.logs + math.Log(o.product)
}
