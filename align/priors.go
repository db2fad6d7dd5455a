package align

import (
	"math"
	"slices"

	"github.com/bitext-go/bitext/internal/dp"
)

// priors are the costs of bead shapes, in nats, before any evidence. They are re-estimated from the
// texts, as smoothed negative log frequencies. Sentences without a counterpart come in runs, so the
// first of a run costs differently from the rest (an affine gap cost, as in the alignment of
// proteins, Gotoh 1982).
type priors struct {
	drop  float64 // the first sentence of a run without counterparts
	next  float64 // each further one
	merge float64 // the first sentence that one side has more than the other
	more  float64 // each further one
	both  float64 // each further pair of sentences that cannot be separated
}

// initialPriors are those of the searches before anything is learnt. These do not know yet how
// many words are translated, and so must not leave out sentences lightly, nor cut through groups:
// what is wrongly cut teaches wrong translations.
var initialPriors = priors{drop: 6.5, next: 6.5, merge: 1.75, more: 1.75, both: 3.6}

// typicalPriors are what texts are like, from the development data, and typicalWeight is how many
// beads (1-1 beads; runs; merged beads) they count for.
var (
	typicalPriors = priors{drop: 2.7, next: 2.5, merge: 1.75, more: 1.75, both: 4.1}
	typicalWeight = priors{drop: 50, next: 10, merge: 50, more: 10}
)

// leastPrior is the least that any other shape costs. A path that has more of it than of 1-1 beads
// shows that the texts are hardly translations, and not that a step is worth more than nothing.
const leastPrior = 0

// rowPriors are those of rows of many texts. Several texts that cut in one way vouch for the cut,
// so a pair that cannot be separated costs less than between two texts. (3 to 4 keep all rows of
// the project's report, whatever the pivot.)
var rowPriors = priors{drop: 2.7, next: 2.5, merge: 1.75, more: 1.75, both: 3.5}

// minNext is the least that a further sentence without a counterpart costs. Without it, a freely
// translated text would be left out whole.
const minNext = 0.7

// minMore is the least that a further sentence of a merge costs. Without it, two or three runs of
// short sentences that were taken for parts of their neighbours (boxes, menus) make all others
// cheap. Novels, where a translator merges most, have 1.4.
const minMore = 1.4

// Pairs that cannot be separated are too few to learn their price from. A translator who merges
// sentences often also moves what they say across their ends, so the price is leastBoth and
// bothShare of that of a merge.
const leastBoth, bothShare = 3.2, 0.5

// of returns the cost of a shape.
func (p *priors) of(m, n int) float64 {
	if m == 0 || n == 0 {
		return p.drop + p.next*float64(m+n-1)
	}
	c := p.both * float64(min(m, n)-1)
	if d := math.Abs(float64(m - n)); d > 0 {
		c += p.merge + p.more*(d-1)
	}
	return c
}

// learn estimates the costs from the steps of a path.
func (p *priors) learn(path []dp.Step) {
	var n struct{ one, drop, next, merge, more float64 }
	for _, s := range path {
		switch {
		case s.M == 0 || s.N == 0:
			n.drop++
			n.next += float64(s.M + s.N - 1)
		case s.M == 1 && s.N == 1:
			n.one++
		case min(s.M, s.N) == 1:
			n.merge++
			n.more += float64(max(s.M, s.N) - 2)
		}
	}
	cost := func(count, all, usual, weight float64) float64 {
		return max(leastPrior, -math.Log((count+weight*math.Exp(-usual))/(all+weight)))
	}
	u, w := typicalPriors, typicalWeight
	p.drop = cost(n.drop/2, n.one, u.drop, w.drop) // a run is on one side or the other
	p.next = max(minNext, cost(n.next, n.next+n.drop, u.next, w.next))
	p.merge = cost(n.merge/2, n.one, u.merge, w.merge)
	p.both = leastBoth + bothShare*p.merge
	p.more = max(minMore, cost(n.more, n.more+n.merge, u.more, w.more))
}

// longestRun is how many sentences without a counterpart one step takes at most.
const longestRun = 8

// shapes returns the steps that are tried. The first ones are those of the first pass: 1-1, one
// sentence without a counterpart, 1-2 and 2-1. After them come all up to most sentences a side that
// are not too lopsided or large together, then runs.
func shapes(most int) (all []dp.Shape, first int) {
	all = []dp.Shape{{M: 1, N: 1}, {M: 1, N: 0}, {M: 0, N: 1}}
	if most > 1 {
		all = append(all, dp.Shape{M: 1, N: 2}, dp.Shape{M: 2, N: 1})
	}
	first = len(all)
	for sum := 4; sum <= 2*most; sum++ {
		for m := 1; m < sum; m++ {
			n := sum - m
			if m > most || n > most || min(m, n) > 1 && sum > most+2 || min(m, n) > 3 {
				continue
			}
			all = append(all, dp.Shape{M: m, N: n})
		}
	}
	for k := 2; k <= longestRun; k++ {
		all = append(all, dp.Shape{M: k}, dp.Shape{N: k})
	}
	return all, first
}

// withRuns returns shapes and runs of some lengths.
func withRuns(shapes []dp.Shape) []dp.Shape {
	out := slices.Clone(shapes)
	for k := longestRun; k > 2; k /= 2 {
		out = append(out, dp.Shape{M: k}, dp.Shape{N: k})
	}
	return out
}

// joinRuns returns a path with each run of sentences without counterparts as few steps.
func joinRuns(path []dp.Step) []dp.Step {
	var out []dp.Step
	for _, s := range path {
		if n := len(out); n > 0 && (s.M == 0 || s.N == 0) {
			last := &out[n-1]
			m, n := last.M+s.M, last.N+s.N
			if (m == 0 || n == 0) && m+n <= longestRun {
				last.M, last.N = m, n
				continue
			}
		}
		out = append(out, s)
	}
	return out
}
