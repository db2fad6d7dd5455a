package evidence

// A comparison compares many ranges of one text with one range of the other, the fixed side. It
// notes once what each type that it may meet would be worth there.
type comparison struct {
	links    *linkTable // of the fixed side's text; fwd is the probability of the other type
	expected []uint64   // a bit for each type of the other text; in a cache of the processor, which first is not
	fixed    []int32    // tokens
	first    []int32    // by type of the other text: its first in list, plus one
	list     []linked
	types    []int32   // of the other text that have any
	sums     []float32 // by token of the fixed side: what the tokens of the range that is compared give it
}

// A linked token is the token at of the fixed side, as a type of the other text is linked with it.
type linked struct {
	at       int32
	fwd, bwd float32
	next     int32 // one of the same type, plus one
}

func newComparison(links *linkTable, types int) *comparison {
	return &comparison{links: links, expected: make([]uint64, types/64+1), first: make([]int32, types)}
}

// expect says that tokens will be compared with the side that is fixed next.
func (c *comparison) expect(tokens []int32) {
	for _, id := range tokens {
		c.expected[id>>6] |= 1 << (id & 63)
	}
}

// forget undoes expect.
func (c *comparison) forget(tokens []int32) {
	for _, id := range tokens {
		c.expected[id>>6] = 0
	}
}

// fix makes tokens the fixed side.
func (c *comparison) fix(tokens []int32) {
	for _, id := range c.types {
		c.first[id] = 0
	}
	c.fixed, c.types, c.list = tokens, c.types[:0], c.list[:0]
	for at, id := range tokens {
		for _, l := range c.links.row(id) {
			if c.expected[l.to>>6]&(1<<(l.to&63)) == 0 {
				continue
			}
			first := &c.first[l.to]
			if *first == 0 {
				c.types = append(c.types, l.to)
			}
			c.list = append(c.list, linked{int32(at), l.fwd, l.bwd, *first})
			*first = int32(len(c.list))
		}
	}
	c.sums = zerosOf(c.sums, len(tokens))
}

// explained returns how well the fixed side explains a type, and adds how well a token of the type
// explains those of the fixed side.
func (c *comparison) explained(id int32) (sum float32) {
	for k := c.first[id]; k > 0; {
		e := &c.list[k-1]
		sum += e.fwd
		c.sums[e.at] += e.bwd
		k = e.next
	}
	return sum
}

// gain returns what the tokens of the fixed side and of another range give each other.
func (c *comparison) gain(own, other *wordSide, tokens []int32) float64 {
	if len(tokens) == 0 || len(c.fixed) == 0 {
		return 0
	}
	total, share := noOdds, 1/float64(len(c.fixed))
	for _, id := range tokens {
		if x := c.explained(id); x > 0 {
			total = total.times(other.worth[id].odds(float64(x) * share))
		}
	}
	share = 1 / float64(len(tokens))
	for at, x := range c.sums {
		if x > 0 {
			total = total.times(own.worth[c.fixed[at]].odds(float64(x) * share))
			c.sums[at] = 0
		}
	}
	return total.log()
}
