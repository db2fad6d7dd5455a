package evidence

// A linkCache lists the links between the tokens of sentence pairs, block by block, and remembers
// the last ones.
type linkCache struct {
	model   *wordModel
	entries []linkEntry
	blocks  blocks

	found  []placedLink // working memory
	within []int32
}

// A linkEntry is the links between a source sentence and a block of target sentences.
type linkEntry struct {
	i, block int
	starts   [blockLen + 1]int32 // by sentence of the block: where its links begin in list
	list     []placedLink
	gains    [blockLen]pairGain // by sentence
}

// A pairGain is what the tokens of a sentence pair gain over missing all: those of the source and
// of the target as a bead, and what the rare ones among them gain at most in a larger bead. Src is
// -1 if that is not known yet.
type pairGain struct{ src, tgt, rareSrc, rareTgt float32 }

// A placedLink is a link between two tokens of a sentence pair.
type placedLink struct {
	x, y     int32 // places in their sentences
	fwd, bwd float32
}

func newLinkCache(m *wordModel) *linkCache {
	c := &linkCache{model: m, entries: make([]linkEntry, cacheEntries), blocks: newBlocks(m.src, m.tgt)}
	for k := range c.entries {
		c.entries[k].i = -1
	}
	return c
}

// pair returns the links between source sentence i and target sentence j. They are valid until the
// next call.
func (c *linkCache) pair(i, j int) []placedLink {
	e, k := c.entry(i, j), j%blockLen
	return e.list[e.starts[k]:e.starts[k+1]]
}

// entry returns the entry of a sentence pair.
func (c *linkCache) entry(i, j int) *linkEntry {
	index := j / blockLen
	e := &c.entries[c.blocks.slot(i, index)]
	if e.i != i || e.block != index {
		c.fill(e, i, index)
	}
	return e
}

// fill computes an entry: it finds the links in the order of the source, and sorts them by target
// sentence.
func (c *linkCache) fill(e *linkEntry, i, index int) {
	b := c.blocks.block(index)
	src, tgt := c.model.src, c.model.tgt
	first := tgt.starts[index*blockLen]
	for k := range e.gains {
		e.gains[k].src = -1
	}
	e.i, e.block, e.starts = i, index, [blockLen + 1]int32{}
	c.found, c.within = c.found[:0], c.within[:0]
	for x, id := range src.sentence(i) {
		for _, l := range c.model.links.rows[id] {
			if b.has[l.to>>6]&(1<<(l.to&63)) == 0 {
				continue
			}
			for t := b.first[l.to]; t > 0; t = b.next[t-1] {
				k := b.within[t-1]
				e.starts[k+1]++
				y := t - 1 + first - tgt.starts[index*blockLen+int(k)]
				c.found, c.within = append(c.found, placedLink{int32(x), y, l.fwd, l.bwd}), append(c.within, k)
			}
		}
	}
	for k := range blockLen {
		e.starts[k+1] += e.starts[k]
	}
	if cap(e.list) < len(c.found) {
		e.list = make([]placedLink, len(c.found), len(c.found)+len(c.found)/4)
	}
	e.list = e.list[:len(c.found)]
	at := e.starts
	for n, l := range c.found {
		k := c.within[n]
		e.list[at[k]] = l
		at[k]++
	}
}
