package evidence

// A Batcher is a [Pricer] that prices many beads with one side in common faster than one by one.
type Batcher interface {
	// Costs returns the cost of each pair. All pairs have the same source, or all the same target.
	Costs(pairs []Pair) []float64
}

// Costs returns what p.Cost returns for each pair. The pairs must have one side in common, as
// [Batcher] wants it.
func Costs(p Pricer, pairs []Pair) []float64 {
	if b, ok := p.(Batcher); ok && len(pairs) > 0 {
		return b.Costs(pairs)
	}
	out := make([]float64, len(pairs))
	for i, pair := range pairs {
		out[i] = p.Cost(pair.Source, pair.Target)
	}
	return out
}

// Costs returns the sum of the costs of all pricers.
func (p pricers) Costs(pairs []Pair) []float64 {
	out := make([]float64, len(pairs))
	for _, x := range p {
		for i, c := range Costs(x, pairs) {
			out[i] += c
		}
	}
	return out
}

// Costs prices beads with one side in common.
func (p *wordPricer) Costs(pairs []Pair) []float64 {
	m := p.model
	out := make([]float64, len(pairs))
	if len(pairs) == 0 {
		return out
	}
	if p.compared[0] == nil {
		p.compared[0] = newComparison(&m.links.linkTable, len(m.tgt.types))
		p.compared[1] = newComparison(m.links.backward(), len(m.src.types))
	}
	c, own, other := p.compared[0], &m.srcSide, &m.tgtSide
	fixed, tokens := m.src.tokensOf(pairs[0].Source), func(q Pair) []int32 { return m.tgt.tokensOf(q.Target) }
	if len(pairs) > 1 && pairs[0].Target == pairs[1].Target && pairs[0].Source != pairs[1].Source {
		c, own, other = p.compared[1], other, own
		fixed, tokens = m.tgt.tokensOf(pairs[0].Target), func(q Pair) []int32 { return m.src.tokensOf(q.Source) }
	}
	for _, q := range pairs {
		c.expect(tokens(q))
	}
	c.fix(fixed)
	for i, q := range pairs {
		gain := m.tgtSide.missed[q.Target.Hi] - m.tgtSide.missed[q.Target.Lo]
		gain += m.srcSide.missed[q.Source.Hi] - m.srcSide.missed[q.Source.Lo]
		gain += c.gain(own, other, tokens(q))
		out[i] = -wordWeight * gain / 2
	}
	for _, q := range pairs {
		c.forget(tokens(q))
	}
	return out
}
