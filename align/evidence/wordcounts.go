package evidence

import "github.com/bitext-go/bitext/segment"

// countedGain returns what the tokens of a bead gain, in both directions, over missing all, if it
// only counts how many there are, not where.
func (p *wordPricer) countedGain(s, t segment.Range) (gain float64) {
	for j := t.Lo; j < t.Hi; j++ {
		gain += p.targetGain(s, j)
	}
	for i := s.Lo; i < s.Hi; i++ {
		gain += p.sourceGain(i, t)
	}
	return gain
}

// targetGain returns what the tokens of target sentence j gain from source sentences s.
func (p *wordPricer) targetGain(s segment.Range, j int) float64 {
	if s.Len() == 1 {
		return float64(p.pairGain(s.Lo, j).tgt)
	}
	slot, key := p.tgtMemo.find(s, j)
	if slot.key != key {
		m := p.model
		*slot = remembered{key, m.tgtSide.total(m.tgt.sentence(j), p.targetCounts(s, j), m.src.size(s))}
	}
	return slot.gain
}

// sourceGain returns what the tokens of source sentence i gain from target sentences t.
func (p *wordPricer) sourceGain(i int, t segment.Range) float64 {
	if t.Len() == 1 {
		return float64(p.pairGain(i, t.Lo).src)
	}
	slot, key := p.srcMemo.find(t, i)
	if slot.key != key {
		m := p.model
		*slot = remembered{key, m.srcSide.total(m.src.sentence(i), p.sourceCounts(i, t), m.tgt.size(t))}
	}
	return slot.gain
}

// countedPair returns what the tokens of two sentences gain.
func (p *wordPricer) countedPair(i, j int) pairGain {
	m := p.model
	links := p.links.pair(i, j)
	if len(links) == 0 {
		return pairGain{}
	}
	src, tgt := m.src.sentence(i), m.tgt.sentence(j)
	p.srcCounts = zerosOf(p.srcCounts, len(src))
	gain, share := noOdds, 1/float64(len(src))
	for len(links) > 0 { // the links of a target token follow one another
		y, sum := links[0].y, float32(0)
		for len(links) > 0 && links[0].y == y {
			sum += links[0].fwd
			p.srcCounts[links[0].x] += links[0].bwd
			links = links[1:]
		}
		gain = gain.times(m.tgtSide.worth[tgt[y]].odds(float64(sum) * share))
	}
	return pairGain{src: float32(m.srcSide.total(src, p.srcCounts, len(tgt))), tgt: float32(gain.log())}
}

// targetCounts returns, for each token of target sentence j, the sum of its translation
// probabilities over the tokens of source sentences s. It is valid until the next call of
// countedPair or targetCounts.
func (p *wordPricer) targetCounts(s segment.Range, j int) []float32 {
	p.tgtCounts = zerosOf(p.tgtCounts, len(p.model.tgt.sentence(j)))
	for i := s.Lo; i < s.Hi; i++ {
		for _, l := range p.links.pair(i, j) {
			p.tgtCounts[l.y] += l.fwd
		}
	}
	return p.tgtCounts
}

// sourceCounts returns the same for each token of source sentence i and target sentences t.
func (p *wordPricer) sourceCounts(i int, t segment.Range) []float32 {
	p.srcCounts = zerosOf(p.srcCounts, len(p.model.src.sentence(i)))
	for j := t.Lo; j < t.Hi; j++ {
		for _, l := range p.links.pair(i, j) {
			p.srcCounts[l.x] += l.bwd
		}
	}
	return p.srcCounts
}

// total returns the gain of matched tokens over unmatched ones, given how well n tokens of the
// other side explain each.
func (x *wordSide) total(tokens []int32, explained []float32, n int) float64 {
	sum, share := noOdds, 1/float64(n)
	for k, e := range explained {
		if e > 0 {
			sum = sum.times(x.worth[tokens[k]].odds(float64(e) * share))
		}
	}
	return sum.log()
}

// zerosOf returns n zeros, in the space of a if that is large enough.
func zerosOf[T any](a []T, n int) []T {
	if cap(a) < n {
		return make([]T, n)
	}
	a = a[:n]
	clear(a)
	return a
}
