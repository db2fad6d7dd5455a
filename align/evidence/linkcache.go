package evidence

// A linkCache lists the links between the tokens of sentence pairs. It finds those of a source
// sentence block by block, and remembers the last ones.
type linkCache struct {
	model   *wordModel
	entries []linkEntry
	blocks  blocks
	scratch []placedLink
}

// firstLinks is how many links an entry has room for at first. Most have as many.
const firstLinks = 64

// A linkEntry is the links between a source sentence and a block of target sentences.
type linkEntry struct {
	i, block int     // the number of the sentence plus one, so that a new entry is none; that of the block
	heads    []int32 // by type of the block: the first of its links, plus one
	links    []blockLink
	pairs    [blockLen]linkPair // by sentence
	list     []placedLink       // of the pairs whose links are known
}

// A blockLink is a link of the token at x of a source sentence with a type of a block.
type blockLink struct {
	x, next  int32 // next is one with the same type, plus one
	fwd, bwd float32
}

// A linkPair is what is known of a sentence pair. It is empty if from is -1, and gain is not known
// yet if gain.src is -1.
type linkPair struct {
	from, to int32 // where its links are in the list of its entry; -1 if they are not
	gain     pairGain
}

// A pairGain is what the tokens of a sentence pair gain as a bead over missing all: those of the
// source and those of the target.
type pairGain struct{ src, tgt float32 }

// A placedLink is a link between two tokens of a sentence pair.
type placedLink struct {
	x, y     int32 // places in their sentences
	fwd, bwd float32
}

func newLinkCache(m *wordModel) *linkCache {
	return &linkCache{model: m, entries: make([]linkEntry, cacheEntries), blocks: newBlocks(m.src, m.tgt)}
}

// pair returns the links between source sentence i and target sentence j, in the order of the
// target. They are valid until the next call.
func (c *linkCache) pair(i, j int) []placedLink {
	e := c.entry(i, j)
	p := &e.pairs[j%blockLen]
	if p.from < 0 {
		p.from = int32(len(e.list))
		e.list = c.appendLinks(e.list, e, j)
		p.to = int32(len(e.list))
	}
	return e.list[p.from:p.to]
}

// once returns what pair returns, without remembering it.
func (c *linkCache) once(i, j int) []placedLink {
	e := c.entry(i, j)
	if p := &e.pairs[j%blockLen]; p.from >= 0 {
		return e.list[p.from:p.to]
	}
	c.scratch = c.appendLinks(c.scratch[:0], e, j)
	return c.scratch
}

// appendLinks appends the links of an entry with target sentence j.
func (c *linkCache) appendLinks(list []placedLink, e *linkEntry, j int) []placedLink {
	b := c.blocks.block(e.block)
	first, heads := c.model.tgt.starts[e.block*blockLen], e.heads
	for y, n := range b.numbers[c.model.tgt.starts[j]-first : c.model.tgt.starts[j+1]-first] {
		for k := heads[n]; k > 0; {
			l := &e.links[k-1]
			list = append(list, placedLink{l.x, int32(y), l.fwd, l.bwd})
			k = l.next
		}
	}
	return list
}

// entry returns the entry of a sentence pair.
func (c *linkCache) entry(i, j int) *linkEntry {
	index := j / blockLen
	e := &c.entries[c.blocks.slot(i, index)]
	if e.i != i+1 || e.block != index {
		c.fill(e, i, index)
	}
	return e
}

// fill finds the links of an entry.
func (c *linkCache) fill(e *linkEntry, i, index int) {
	b := c.blocks.block(index)
	if e.links == nil {
		e.links, e.list = make([]blockLink, 0, firstLinks), make([]placedLink, 0, firstLinks)
	}
	e.i, e.block, e.links, e.list = i+1, index, e.links[:0], e.list[:0]
	for k := range e.pairs {
		e.pairs[k] = linkPair{from: -1, gain: pairGain{src: -1}}
	}
	e.heads = zerosOf(e.heads, b.types)
	for x, id := range c.model.src.sentence(i) {
		for _, l := range c.model.links.row(id) {
			if n := b.number(l.to); n >= 0 {
				e.links = append(e.links, blockLink{int32(x), e.heads[n], l.fwd, l.bwd})
				e.heads[n] = int32(len(e.links))
			}
		}
	}
}
