package evidence

import (
	"math/bits"

	"github.com/bitext-go/bitext/segment"
)

// A pairCache computes how well the tokens of two sentences explain one another: for each token,
// the sum of its translation probabilities over the tokens of the other sentence. It works out 16
// target sentences at a time, because a search asks for neighbours next, and remembers the last
// ones.
type pairCache struct {
	src, tgt *vocabulary
	links    *links
	columns  int       // blocks that are remembered side by side
	entries  []entry   // of a source sentence and a block of target sentences
	blocks   []block   // by index, modulo columns
	scratch  []float32 // sums over several sentences
}

const (
	blockLen     = 16   // target sentences in a block
	cacheEntries = 2048 // pairs of a sentence and a block that are remembered
	// Of long texts this many blocks side by side, since searches stay near a line.
	bandColumns = 8
	mostColumns = 512
	smallGrid   = 400_000 // sentence pairs
)

// An entry is how well a source sentence and a block of target sentences explain one another.
type entry struct {
	i, block int
	tgt      []float32 // of each token of the block
	src      []float32 // of each token of the source sentence, for one sentence of the block after the other
}

// A block says where each type is in some target sentences.
type block struct {
	index  int
	first  []int32 // by type: the first token of the block that is of the type, plus one
	next   []int32 // by token: the next of its type, plus one
	within []int32 // by token: the sentence that it is in, from 0
}

func newPairCache(src, tgt *vocabulary, t *links) *pairCache {
	m := &pairCache{src: src, tgt: tgt, links: t, columns: bandColumns}
	if sentences := len(tgt.starts) - 1; (len(src.starts)-1)*sentences <= smallGrid { // searched whole, row by row
		m.columns = min(mostColumns, 1<<bits.Len(uint(sentences/blockLen)))
	}
	m.entries, m.blocks = make([]entry, cacheEntries), make([]block, m.columns)
	for k := range m.entries {
		m.entries[k].i = -1
	}
	for k := range m.blocks {
		m.blocks[k].index = -1
	}
	return m
}

// pair returns how well source sentence i explains the tokens of target sentence j, and j those of
// i.
func (m *pairCache) pair(i, j int) (tgt, src []float32) {
	index := j / blockLen
	e := &m.entries[i%(cacheEntries/m.columns)*m.columns+index%m.columns]
	if e.i != i || e.block != index {
		m.fill(e, i, index)
	}
	at := m.tgt.starts[index*blockLen]
	n := len(e.src) / blockLen
	k := j % blockLen
	return e.tgt[m.tgt.starts[j]-at : m.tgt.starts[j+1]-at], e.src[k*n : (k+1)*n]
}

// fill computes an entry.
func (m *pairCache) fill(e *entry, i, index int) {
	b := m.block(index)
	sentence := m.src.sentence(i)
	e.i, e.block = i, index
	e.tgt, e.src = zeros(e.tgt, len(b.next)), zeros(e.src, blockLen*len(sentence))
	for pos, id := range sentence {
		for _, l := range m.links.rows[id] {
			for t := b.first[l.to]; t > 0; t = b.next[t-1] {
				e.tgt[t-1] += l.fwd
				e.src[int(b.within[t-1])*len(sentence)+pos] += l.bwd
			}
		}
	}
}

// block returns the block of target sentences with that index.
func (m *pairCache) block(index int) *block {
	b := &m.blocks[index%m.columns]
	if b.index == index {
		return b
	}
	tokens := func(index int) (from, to int32) {
		last := len(m.tgt.starts) - 1
		return m.tgt.starts[min(last, index*blockLen)], m.tgt.starts[min(last, (index+1)*blockLen)]
	}
	if b.index < 0 {
		b.first = make([]int32, len(m.tgt.types))
	} else {
		from, to := tokens(b.index)
		for _, id := range m.tgt.tokens[from:to] {
			b.first[id] = 0
		}
	}
	b.index = index
	from, to := tokens(index)
	b.next, b.within = b.next[:0], b.within[:0]
	for k := range blockLen {
		if j := index*blockLen + k; j < len(m.tgt.starts)-1 {
			for range m.tgt.sentence(j) {
				b.within = append(b.within, int32(k))
			}
		}
	}
	for range m.tgt.tokens[from:to] {
		b.next = append(b.next, 0)
	}
	for t := int(to-from) - 1; t >= 0; t-- {
		id := m.tgt.tokens[int(from)+t]
		b.next[t], b.first[id] = b.first[id], int32(t+1)
	}
	return b
}

// zeros returns n zeros, in the space of a if that is large enough.
func zeros(a []float32, n int) []float32 {
	if cap(a) < n {
		return make([]float32, n)
	}
	a = a[:n]
	clear(a)
	return a
}

// target returns how well source sentences s explain each token of target sentence j. The result is
// valid until the next call of target or source.
func (m *pairCache) target(s segment.Range, j int) []float32 {
	first, _ := m.pair(s.Lo, j)
	if s.Len() == 1 {
		return first
	}
	m.scratch = append(m.scratch[:0], first...)
	for i := s.Lo + 1; i < s.Hi; i++ {
		x, _ := m.pair(i, j)
		add(m.scratch, x)
	}
	return m.scratch
}

// source returns how well target sentences t explain each token of source sentence i. The result is
// valid until the next call of target or source.
func (m *pairCache) source(i int, t segment.Range) []float32 {
	_, first := m.pair(i, t.Lo)
	if t.Len() == 1 {
		return first
	}
	m.scratch = append(m.scratch[:0], first...)
	for j := t.Lo + 1; j < t.Hi; j++ {
		_, x := m.pair(i, j)
		add(m.scratch, x)
	}
	return m.scratch
}

// add adds y to x, number by number.
func add(x, y []float32) {
	for k, v := range y {
		x[k] += v
	}
}
