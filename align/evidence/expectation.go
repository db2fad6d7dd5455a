package evidence

import (
	"context"

	"github.com/bitext-go/bitext/internal/workers"
)

// An expectation estimates the probabilities of pairs that meet, in both directions, by expectation
// and maximisation (IBM Model 1). It goes through the pairs in the order of the source type, and
// works on several parts at a time.
type expectation struct {
	*meetings
	srcNowhere, tgtNowhere []float32  // by type: the probability that the empty word explains it
	share                  []float32  // by type of the target side of a bead: its tokens over what explains it
	totals                 []float32  // by target type: expected source tokens that it explains
	sums                   []partSums // by part
}

// partSums are what the pairs of a part add up to.
type partSums struct {
	explained []float32  // by type of the target side of a bead: the sum over what may explain it
	totals    []float32  // by target type
	counts    []bothWays // expected counts of the pairs of one source type
}

// estimate estimates the probabilities, beginning with what they are and a constant. It returns the
// error of a cancelled context.
func (m *meetings) estimate(ctx context.Context, srcTypes, tgtTypes int) error {
	e := &expectation{
		meetings: m, srcNowhere: make([]float32, srcTypes), tgtNowhere: make([]float32, tgtTypes),
		share: make([]float32, len(m.targets.types)), totals: make([]float32, tgtTypes),
		sums: make([]partSums, len(m.parts)),
	}
	for k := range e.sums {
		e.sums[k] = partSums{explained: make([]float32, len(e.share)), totals: make([]float32, tgtTypes)}
	}
	// One for each type that is explained, and one for the empty word.
	flat := bothWays{1 / float32(tgtTypes+1), 1 / float32(srcTypes+1)}
	fill(e.tgtNowhere, flat.fwd)
	fill(e.srcNowhere, flat.bwd)
	fill(e.sums[0].explained, flat.fwd)
	err := workers.Each(ctx, len(e.parts), func(k int) error { return e.begin(ctx, k, flat) })
	for round := 0; round < learnRounds && err == nil; round++ {
		err = e.round(ctx, round)
	}
	return err
}

func fill(a []float32, x float32) {
	for i := range a {
		a[i] = x
	}
}

// begin adds flat to the probabilities of part k.
func (e *expectation) begin(ctx context.Context, k int, flat bothWays) error {
	p := &e.parts[k]
	for i := range p.pairs {
		p.pairs[i].fwd += flat.fwd
		p.pairs[i].bwd += flat.bwd
	}
	for s := p.lo; s < p.hi; s++ {
		if err := look(ctx, s); err != nil {
			return err
		}
		e.explain(p, s, e.sums[k].explained)
	}
	return nil
}

// round does one round. The last takes learnDiscount off the count of each pair.
func (e *expectation) round(ctx context.Context, round int) error {
	e.shareTargets()
	err := workers.Each(ctx, len(e.parts), func(k int) error { return e.roundOf(ctx, k, round) })
	if err != nil {
		return err
	}
	normalise(e.srcNowhere)
	clear(e.totals)
	for k := range e.sums {
		addTo(e.totals, e.sums[k].totals)
	}
	if round < learnRounds-1 {
		return nil // the next round divides by the totals
	}
	return workers.Each(ctx, len(e.parts), func(k int) error {
		e.divide(e.parts[k].pairs, e.parts[k].target, learnDiscount)
		return nil
	})
}

// roundOf does the work of a round on part k.
func (e *expectation) roundOf(ctx context.Context, k, round int) error {
	p, sums := &e.parts[k], &e.sums[k]
	clear(sums.totals)
	discount := float32(0)
	if round == learnRounds-1 {
		discount = learnDiscount
	}
	for s := p.lo; s < p.hi; s++ {
		if err := look(ctx, s); err != nil {
			return err
		}
		first, last := p.pairsOf(s)
		pairs, target := p.pairs[first:last], p.target[first:last]
		if round > 0 {
			e.divide(pairs, target, 0)
		}
		sums.counts = zerosOf(sums.counts, len(pairs))
		e.count(p, s, pairs, sums.counts)
		maximise(pairs, target, sums, discount)
		if round < learnRounds-1 {
			e.explain(p, s, sums.explained)
		}
	}
	return nil
}

// shareTargets works out share from what the parts have explained, which it makes ready for the
// next round: nothing but the empty word explains a type yet.
func (e *expectation) shareTargets() {
	explained := e.sums[0].explained
	for k := range e.sums[1:] {
		addTo(explained, e.sums[k+1].explained)
		clear(e.sums[k+1].explained)
	}
	t := &e.targets
	lost := make([]float32, len(e.tgtNowhere))
	for x, sum := range explained {
		to := t.types[x]
		if sum <= 0 { // every probability has come down to nothing
			e.share[x] = 0
			lost[to] += t.times[x]
			continue
		}
		e.share[x] = t.times[x] / sum
		lost[to] += e.tgtNowhere[to] * e.share[x]
	}
	normalise(lost)
	e.tgtNowhere = lost
	for x, to := range t.types {
		explained[x] = lost[to]
	}
}

// addTo adds b to a, number by number.
func addTo(a, b []float32) {
	for i, x := range b[:len(a)] {
		a[i] += x
	}
}

// explain adds what source type s of a part may explain.
func (e *expectation) explain(p *meetingPart, s int, explained []float32) {
	first, last := p.pairsOf(s)
	pairs, cells, at := p.pairs[first:last], p.cellsOf(s), e.targets.at
	for _, o := range e.occursOf(s) {
		own := explained[at[o.bead]:at[o.bead+1]]
		for x, k := range cells[:len(own)] {
			own[x] += o.times * pairs[k].fwd
		}
		cells = cells[len(own):]
	}
}

// count counts the pairs of source type s of a part in both directions, and how often the empty
// word explains it.
func (e *expectation) count(p *meetingPart, s int, pairs, counts []bothWays) {
	counts = counts[:len(pairs)]
	cells, at := p.cellsOf(s), e.targets.at
	lost, nowhere := float32(0), e.srcNowhere[s]
	for _, o := range e.occursOf(s) {
		from, to := at[o.bead], at[o.bead+1]
		times, shares := e.targets.times[from:to], e.share[from:to]
		shares = shares[:len(times)]
		own := cells[:len(times)]
		cells = cells[len(times):]
		sum := nowhere
		for x, k := range own {
			sum += times[x] * pairs[k].bwd
		}
		share := float32(0)
		if sum > 0 {
			share = o.times / sum
			lost += nowhere * share
		} else {
			lost += o.times
		}
		for x, k := range own {
			p, c := &pairs[k], &counts[k]
			c.fwd += o.times * shares[x] * p.fwd
			c.bwd += share * times[x] * p.bwd
		}
	}
	e.srcNowhere[s] = lost
}

// maximise makes probabilities of the forward counts of a source type. Those of the other direction
// it stores and adds up: other source types share their target types.
func maximise(pairs []bothWays, target []int32, sums *partSums, discount float32) {
	total := float32(0)
	for _, c := range sums.counts {
		total += c.fwd
	}
	for k, c := range sums.counts {
		pairs[k] = bothWays{discounted(c.fwd, total, discount), c.bwd}
		sums.totals[target[k]] += c.bwd
	}
}

// divide makes probabilities of the backward counts of pairs.
func (e *expectation) divide(pairs []bothWays, target []int32, discount float32) {
	for k, to := range target {
		p := &pairs[k]
		p.bwd = discounted(p.bwd, e.totals[to], discount)
	}
}

// discounted returns the probability of a pair that was counted x times, of a type that was counted
// total times.
func discounted(x, total, discount float32) float32 {
	if x <= discount {
		return 0
	}
	return (x - discount) / (total + discount)
}

// normalise makes shares of counts. If all are 0 they stay so.
func normalise(counts []float32) {
	sum := float32(0)
	for _, x := range counts {
		sum += x
	}
	for i, x := range counts {
		if x > 0 {
			counts[i] = x / sum
		}
	}
}
