package evidence

import "math/bits"

const (
	blockLen     = 16   // target sentences in a block
	cacheEntries = 2048 // pairs of a source sentence and a block that a cache remembers
	// Of long texts this many blocks side by side, since searches stay near a line.
	bandColumns = 8
	mostColumns = 512
	smallGrid   = 400_000 // sentence pairs
)

// blocks are blocks of target sentences, by index modulo their number. Caches of sentence pairs
// work out a block at a time, because a search asks for neighbours next.
type blocks struct {
	tgt  *vocabulary
	list []block
}

// A block says where each type is in some target sentences.
type block struct {
	index  int
	has    []uint64 // a bit for each type: whether the block has it; in a cache of the processor, which first is not
	first  []int32  // by type: the first token of the block that is of the type, plus one
	next   []int32  // by token: the next of its type, plus one
	within []int32  // by token: the sentence that it is in, from 0
}

// newBlocks returns blocks for the sentence pairs of two texts.
func newBlocks(src, tgt *vocabulary) blocks {
	columns := bandColumns
	if sentences := len(tgt.starts) - 1; (len(src.starts)-1)*sentences <= smallGrid { // searched whole, row by row
		columns = min(mostColumns, 1<<bits.Len(uint(sentences/blockLen)))
	}
	b := blocks{tgt, make([]block, columns)}
	for k := range b.list {
		b.list[k].index = -1
	}
	return b
}

// slot returns the entry of a cache for source sentence i and a block.
func (b *blocks) slot(i, index int) int {
	columns := len(b.list)
	return i%(cacheEntries/columns)*columns + index%columns
}

// block returns the block of target sentences with an index.
func (b *blocks) block(index int) *block {
	x := &b.list[index%len(b.list)]
	if x.index == index {
		return x
	}
	if x.index < 0 {
		x.first = make([]int32, len(b.tgt.types))
		x.has = make([]uint64, len(b.tgt.types)/64+1)
	} else {
		for _, id := range b.tokens(x.index) {
			x.first[id], x.has[id>>6] = 0, 0
		}
	}
	x.index = index
	tokens := b.tokens(index)
	x.next, x.within = zerosOf(x.next, len(tokens)), x.within[:0]
	for k := range blockLen {
		if j := index*blockLen + k; j < len(b.tgt.starts)-1 {
			for range b.tgt.sentence(j) {
				x.within = append(x.within, int32(k))
			}
		}
	}
	for t := len(tokens) - 1; t >= 0; t-- {
		id := tokens[t]
		x.next[t], x.first[id] = x.first[id], int32(t+1)
		x.has[id>>6] |= 1 << (id & 63)
	}
	return x
}

// tokens returns the types of the tokens of a block.
func (b *blocks) tokens(index int) []int32 {
	last := len(b.tgt.starts) - 1
	return b.tgt.tokens[b.tgt.starts[min(last, index*blockLen)]:b.tgt.starts[min(last, (index+1)*blockLen)]]
}
