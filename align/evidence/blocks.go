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

// A block numbers the types of some target sentences. All of it fits in a cache of the processor.
type block struct {
	index   int
	words   []blockWord // by type / 64
	types   int         // that the block has
	numbers []int32     // by token: the number of its type
}

// A blockWord is 64 types: which of them the block has, and the number of the first of those.
type blockWord struct {
	has   uint64
	first int32
}

// number returns the number of a type, or -1 if the block does not have it.
func (b *block) number(id int32) int {
	w := &b.words[id>>6]
	bit := uint64(1) << (id & 63)
	if w.has&bit == 0 {
		return -1
	}
	return int(w.first) + bits.OnesCount64(w.has&(bit-1))
}

// newBlocks returns blocks for the sentence pairs of two texts.
func newBlocks(src, tgt *vocabulary) blocks {
	columns := bandColumns
	if sentences := len(tgt.starts) - 1; (len(src.starts)-1)*sentences <= smallGrid { // searched whole, row by row
		columns = min(mostColumns, 1<<bits.Len(uint(sentences/blockLen)))
	}
	b := blocks{tgt: tgt, list: make([]block, columns)}
	for k := range b.list {
		b.list[k].index = -1
	}
	return b
}

// slot returns the entry of a cache for source sentence i and a block.
func (b *blocks) slot(i, index int) int {
	columns := len(b.list) // all are powers of 2
	return i&(cacheEntries/columns-1)*columns + index&(columns-1)
}

// block returns the block of target sentences with an index.
func (b *blocks) block(index int) *block {
	x := &b.list[index&(len(b.list)-1)]
	if x.index == index {
		return x
	}
	if x.index < 0 {
		x.words = make([]blockWord, len(b.tgt.types)/64+1)
	} else {
		for _, id := range b.tokens(x.index) {
			x.words[id>>6].has = 0
		}
	}
	x.index = index
	x.set(b.tokens(index))
	return x
}

// tokens returns the types of the tokens of a block.
func (b *blocks) tokens(index int) []int32 {
	last := len(b.tgt.starts) - 1
	return b.tgt.tokens[b.tgt.starts[min(last, index*blockLen)]:b.tgt.starts[min(last, (index+1)*blockLen)]]
}

// set numbers the types of tokens. Before, the block has none.
func (b *block) set(tokens []int32) {
	for _, id := range tokens {
		w := &b.words[id>>6]
		w.has, w.first = w.has|1<<(id&63), -1
	}
	b.types, b.numbers = 0, b.numbers[:0]
	for _, id := range tokens {
		w := &b.words[id>>6]
		if w.first < 0 {
			w.first = int32(b.types)
			b.types += bits.OnesCount64(w.has)
		}
		b.numbers = append(b.numbers, int32(b.number(id)))
	}
}
