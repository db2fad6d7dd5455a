package evidence

// A Batcher is a [Pricer] that prices many beads with one side in common faster than one by one.
type Batcher interface {
	// Costs returns the cost of each pair. All pairs have the same source, or all the same target.
	Costs(pairs []Pair) []float64
}

// Costs returns what p.Cost returns for each pair. The pairs must have one side in common, as
// [Batcher] wants it.
func Costs(p Pricer, pairs []Pair) []float64 {
	if b, ok := p.(Batcher); ok && len(pairs) > 1 {
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

// A comparison prices many ranges of one text against one range of the other, the fixed side. It
// notes once what each type would be worth there.
type comparison struct {
	links [][]link // of each type of the fixed side's text; fwd is the probability of the other type
	first []int32  // by type of the other text: its first in list, plus one
	list  []linked
	types []int32   // of the other text that have any
	sums  []float32 // by token of the fixed side
}

// A linked token is the token at of the fixed side, as a type of the other text is linked with it.
type linked struct {
	at       int32
	fwd, bwd float32
	next     int32 // one of the same type, plus one
}

func newComparison(links [][]link, types int) *comparison {
	return &comparison{links: links, first: make([]int32, types)}
}

// fix makes tokens the fixed side.
func (c *comparison) fix(tokens []int32) {
	for _, id := range c.types {
		c.first[id] = 0
	}
	c.types, c.list = c.types[:0], c.list[:0]
	for at, id := range tokens {
		for _, l := range c.links[id] {
			if c.first[l.to] == 0 {
				c.types = append(c.types, l.to)
			}
			c.list = append(c.list, linked{int32(at), l.fwd, l.bwd, c.first[l.to]})
			c.first[l.to] = int32(len(c.list))
		}
	}
	c.sums = append(c.sums[:0], make([]float32, len(tokens))...)
}

// gain returns what the tokens of the fixed side and of another range give each other.
func (c *comparison) gain(own, other *wordSide, fixed, tokens []int32) float64 {
	if len(tokens) == 0 || len(fixed) == 0 {
		return 0
	}
	total, share := noOdds, 1/float64(len(fixed))
	for _, id := range tokens {
		explained := float32(0)
		for k := c.first[id]; k > 0; k = c.list[k-1].next {
			e := &c.list[k-1]
			explained += e.fwd
			c.sums[e.at] += e.bwd
		}
		if explained > 0 {
			total.add(other.worth[id], float64(explained)*share)
		}
	}
	share = 1 / float64(len(tokens))
	for at, x := range c.sums {
		if x > 0 {
			id := fixed[at]
			total.add(own.worth[id], float64(x)*share)
			c.sums[at] = 0
		}
	}
	return total.log()
}

// Costs prices beads with one side in common.
func (p *wordPricer) Costs(pairs []Pair) []float64 {
	m := p.model
	out := make([]float64, len(pairs))
	if len(pairs) == 0 {
		return out
	}
	fixedTarget := len(pairs) > 1 && pairs[0].Target == pairs[1].Target && pairs[0].Source != pairs[1].Source
	if p.compared[0] == nil {
		p.compared[0] = newComparison(m.links.rows, len(m.tgt.types))
		p.compared[1] = newComparison(m.links.transposed(len(m.tgt.types)), len(m.src.types))
	}
	s, t := pairs[0].Source, pairs[0].Target
	if fixedTarget {
		p.compared[1].fix(m.tgt.tokensOf(t))
	} else {
		p.compared[0].fix(m.src.tokensOf(s))
	}
	for i, q := range pairs {
		gain := m.tgtSide.missed[q.Target.Hi] - m.tgtSide.missed[q.Target.Lo]
		gain += m.srcSide.missed[q.Source.Hi] - m.srcSide.missed[q.Source.Lo]
		if fixedTarget {
			gain += p.compared[1].gain(&m.tgtSide, &m.srcSide, m.tgt.tokensOf(t), m.src.tokensOf(q.Source))
		} else {
			gain += p.compared[0].gain(&m.srcSide, &m.tgtSide, m.src.tokensOf(s), m.tgt.tokensOf(q.Target))
		}
		out[i] = -wordWeight * gain / 2
	}
	return out
}

// transposed returns the links of each target type, with fwd and bwd exchanged.
func (t *links) transposed(types int) [][]link {
	counts := make([]int32, types)
	for _, row := range t.rows {
		for _, l := range row {
			counts[l.to]++
		}
	}
	out := make([][]link, types)
	for id, n := range counts {
		if n > 0 {
			out[id] = make([]link, 0, n)
		}
	}
	for s, row := range t.rows {
		for _, l := range row {
			out[l.to] = append(out[l.to], link{int32(s), l.bwd, l.fwd})
		}
	}
	return out
}
