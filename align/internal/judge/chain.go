package judge

import (
	"context"
	"math"
)

// A chain is a hidden Markov model of beads: each is a translation or not, and depends on the one
// before it.
type chain struct {
	end, begin float64 // how often a translation is followed by a stranger, and a stranger by a translation

	forward, p []float64 // of the last round
}

const (
	// Before beads are looked at both are thought to be priorChange, as if changeBeads beads had
	// shown it.
	priorChange = 0.15
	changeBeads = 4
	chainRounds = 40 // at most
	// mostEvidence bounds what one bead says, in nats: nothing is certain.
	mostEvidence = 9
)

// leastOdds and mostOdds are the odds of mostEvidence.
var leastOdds, mostOdds = math.Exp(-mostEvidence), math.Exp(mostEvidence)

func newChain() *chain { return &chain{end: priorChange, begin: priorChange} }

// fit estimates the chain from the log-odds of beads by the algorithm of Baum and Welch, and
// returns the probability that each is a translation.
func (c *chain) fit(ctx context.Context, evidence []float64) (p []float64, err error) {
	odds := make([]float64, len(evidence))
	for i, x := range evidence {
		odds[i] = math.Exp(x)
	}
	for range chainRounds {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		before := *c
		p = c.round(odds)
		if c.near(&before) {
			break
		}
	}
	return p, nil
}

// near reports whether two chains are nearly equal.
func (c *chain) near(other *chain) bool {
	return math.Abs(c.end-other.end) < settled && math.Abs(c.begin-other.begin) < settled
}

// round does one round of expectation and maximisation, given the odds of the beads, which it keeps
// within mostEvidence. It returns the expectation: the probability that each bead is a translation.
// The next round overwrites it.
func (c *chain) round(odds []float64) []float64 {
	n := len(odds)
	if len(c.p) != n {
		c.forward, c.p = make([]float64, n), make([]float64, n)
	}
	forward, p := c.forward, c.p
	for i, o := range odds {
		odds[i] = max(leastOdds, min(mostOdds, o))
	}
	// forward[i] is the probability that bead i is a translation, given those up to it.
	last := c.begin / (c.begin + c.end)
	for i, o := range odds {
		yes := last * o
		forward[i] = yes / (yes + 1 - last)
		last = forward[i]*(1-c.end) + (1-forward[i])*c.begin
	}
	p[n-1] = forward[n-1]
	var stay, end, begin, rest float64 // how often beads that follow one another are both, …
	yes, no := 1.0, 1.0                // likelihoods of all after bead i+1, given what it is
	for i := n - 2; i >= 0; i-- {
		a, b := forward[i], 1-forward[i]
		both, ends := a*(1-c.end)*odds[i+1]*yes, a*c.end*no
		begins, neither := b*c.begin*odds[i+1]*yes, b*(1-c.begin)*no
		all := both + ends + begins + neither
		stay, end, begin, rest = stay+both/all, end+ends/all, begin+begins/all, rest+neither/all
		p[i] = (both + ends) / all
		yes, no = (1-c.end)*odds[i+1]*yes+c.end*no, c.begin*odds[i+1]*yes+(1-c.begin)*no
		yes, no = yes/(yes+no), no/(yes+no)
	}
	c.end = (end + priorChange*changeBeads) / (stay + end + changeBeads)
	c.begin = (begin + priorChange*changeBeads) / (begin + rest + changeBeads)
	return p
}
