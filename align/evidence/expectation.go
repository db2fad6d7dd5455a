package evidence

import "context"

// An expectation estimates the probabilities of pairs that meet, in both directions, by expectation
// and maximisation (IBM Model 1). It goes through the pairs in the order of the source type.
type expectation struct {
	*meetings
	srcNowhere, tgtNowhere []float32  // by type: the probability that the empty word explains it
	explained              []float32  // by type of the target side of a bead: the sum over what may explain it
	share                  []float32  // the same: tokens of the type over that sum
	totals                 []float32  // by target type: expected source tokens that it explains
	counts                 []bothWays // expected counts of the pairs of one source type
}

// estimate estimates the probabilities, beginning with what they are and a constant. It returns the
// error of a cancelled context.
func (m *meetings) estimate(ctx context.Context, srcTypes, tgtTypes int) error {
	e := &expectation{
		meetings: m, srcNowhere: make([]float32, srcTypes), tgtNowhere: make([]float32, tgtTypes),
		explained: make([]float32, len(m.types)), share: make([]float32, len(m.types)),
		totals: make([]float32, tgtTypes),
	}
	// One for each type that is explained, and one for the empty word.
	flatFwd, flatBwd := 1/float32(tgtTypes+1), 1/float32(srcTypes+1)
	for k := range m.pairs {
		m.pairs[k].fwd += flatFwd
		m.pairs[k].bwd += flatBwd
	}
	fill(e.tgtNowhere, flatFwd)
	fill(e.srcNowhere, flatBwd)
	fill(e.explained, flatFwd)
	for s := range srcTypes {
		if err := look(ctx, s); err != nil {
			return err
		}
		e.explain(s)
	}
	for round := range learnRounds {
		discount := float32(0)
		if round == learnRounds-1 {
			discount = learnDiscount
		}
		if err := e.round(ctx, discount); err != nil {
			return err
		}
	}
	return nil
}

func fill(a []float32, x float32) {
	for i := range a {
		a[i] = x
	}
}

// round does one round, with discount taken off the count of each pair.
func (e *expectation) round(ctx context.Context, discount float32) error {
	e.shareTargets()
	clear(e.totals)
	for s := range e.srcNowhere {
		if err := look(ctx, s); err != nil {
			return err
		}
		e.count(s)
		e.maximise(s, discount)
		e.explain(s)
	}
	normalise(e.srcNowhere)
	for k, to := range e.target {
		p := &e.pairs[k]
		p.bwd = discounted(p.bwd, e.totals[to], discount)
	}
	return nil
}

// shareTargets works out share from explained, which it makes ready for the next round: nothing but
// the empty word explains a type yet.
func (e *expectation) shareTargets() {
	lost := make([]float32, len(e.tgtNowhere))
	for x, sum := range e.explained {
		to := e.types[x]
		if sum <= 0 { // every probability has come down to nothing
			e.share[x] = 0
			lost[to] += e.times[x]
			continue
		}
		e.share[x] = e.times[x] / sum
		lost[to] += e.tgtNowhere[to] * e.share[x]
	}
	normalise(lost)
	e.tgtNowhere = lost
	for x, to := range e.types {
		e.explained[x] = lost[to]
	}
}

// explain adds what source type s may explain.
func (e *expectation) explain(s int) {
	first := e.pairsAt[s]
	pairs, cells := e.pairs[first:e.pairsAt[s+1]], e.cells[e.cellsAt[s]:]
	for _, o := range e.occurs[e.occursAt[s]:e.occursAt[s+1]] {
		explained := e.explained[e.typesAt[o.bead]:e.typesAt[o.bead+1]]
		for x, k := range cells[:len(explained)] {
			explained[x] += o.times * pairs[k-first].fwd
		}
		cells = cells[len(explained):]
	}
}

// count counts the pairs of source type s in both directions, and how often the empty word explains
// it.
func (e *expectation) count(s int) {
	first, last := e.pairsAt[s], e.pairsAt[s+1]
	e.counts = zerosOf(e.counts, int(last-first))
	pairs := e.pairs[first:last]
	counts := e.counts[:len(pairs)]
	cells := e.cells[e.cellsAt[s]:]
	lost := float32(0)
	for _, o := range e.occurs[e.occursAt[s]:e.occursAt[s+1]] {
		from, to := e.typesAt[o.bead], e.typesAt[o.bead+1]
		times, shares := e.times[from:to], e.share[from:to]
		own := cells[:len(times)]
		cells = cells[len(times):]
		sum := e.srcNowhere[s]
		for x, k := range own {
			sum += times[x] * pairs[k-first].bwd
		}
		share := float32(0)
		if sum > 0 {
			share = o.times / sum
			lost += e.srcNowhere[s] * share
		} else {
			lost += o.times
		}
		for x, k := range own {
			p, c := &pairs[k-first], &counts[k-first]
			c.fwd += o.times * shares[x] * p.fwd
			c.bwd += share * times[x] * p.bwd
		}
	}
	e.srcNowhere[s] = lost
}

// maximise makes probabilities of the forward counts of source type s. Those of the other direction
// it stores and adds up: other source types share their target types.
func (e *expectation) maximise(s int, discount float32) {
	from, to := e.pairsAt[s], e.pairsAt[s+1]
	total := float32(0)
	for _, c := range e.counts {
		total += c.fwd
	}
	pairs, target := e.pairs[from:to], e.target[from:to]
	for k, c := range e.counts {
		pairs[k] = bothWays{discounted(c.fwd, total, discount), c.bwd}
		e.totals[target[k]] += c.bwd
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
