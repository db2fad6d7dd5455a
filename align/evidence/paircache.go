package evidence

import (
	"math/bits"

	"github.com/bitext-go/bitext/segment"
)

// matches finds what the tokens of sentence pairs explain of each other: for each token, the sum of
// its translation probabilities over the tokens of the other sentence. Pairs are worked out a block
// of target sentences at a time, since whoever asks for one will ask for its neighbours, and the
// last ones are remembered.
type pairCache struct {
	src, tgt *vocabulary
	links    *links
	columns  int     // blocks that are remembered side by side
	entries  []entry // of a source sentence and a block of target sentences
	blocks   []block // by number, modulo columns
}

const (
	blockLen     = 16   // target sentences in a block
	cacheEntries = 2048 // pairs of a sentence and a block that are remembered
	// Of long texts this many blocks side by side, since searches stay near a line.
	bandColumns = 8
	mostColumns = 512
	smallGrid   = 400_000 // sentence pairs
)

// A stretch is what a source sentence and a block of target sentences explain of each other.
type entry struct {
	i, block int
	tgt      []float32 // of each token of the block
	src      []float32 // of each token of the source sentence, for one sentence of the block after the other
}

// A block is where each type stands in some target sentences.
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

// pair returns how well the tokens of target sentence j are explained by source sentence i, and the
// other way about.
func (m *pairCache) pair(i, j int) (tgt, src []float32) {
	number := j / blockLen
	s := &m.entries[i%(cacheEntries/m.columns)*m.columns+number%m.columns]
	if s.i != i || s.block != number {
		m.fill(s, i, number)
	}
	at := m.tgt.starts[number*blockLen]
	n := len(s.src) / blockLen
	k := j % blockLen
	return s.tgt[m.tgt.starts[j]-at : m.tgt.starts[j+1]-at], s.src[k*n : (k+1)*n]
}

func (m *pairCache) fill(s *entry, i, number int) {
	b := m.block(number)
	sentence := m.src.sentence(i)
	s.i, s.block = i, number
	s.tgt, s.src = zeros(s.tgt, len(b.next)), zeros(s.src, blockLen*len(sentence))
	for pos, id := range sentence {
		for _, l := range m.links.rows[id] {
			for t := b.first[l.to]; t > 0; t = b.next[t-1] {
				s.tgt[t-1] += l.fwd
				s.src[int(b.within[t-1])*len(sentence)+pos] += l.bwd
			}
		}
	}
}

// block returns the block of that number.
func (m *pairCache) block(number int) *block {
	b := &m.blocks[number%m.columns]
	if b.index == number {
		return b
	}
	tokens := func(number int) (from, to int32) {
		last := len(m.tgt.starts) - 1
		return m.tgt.starts[min(last, number*blockLen)], m.tgt.starts[min(last, (number+1)*blockLen)]
	}
	if b.index < 0 {
		b.first = make([]int32, len(m.tgt.types))
	} else {
		from, to := tokens(b.index)
		for _, id := range m.tgt.tokens[from:to] {
			b.first[id] = 0
		}
	}
	b.index = number
	from, to := tokens(number)
	b.next, b.within = b.next[:0], b.within[:0]
	for k := range blockLen {
		if j := number*blockLen + k; j < len(m.tgt.starts)-1 {
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

// zeros is n zeros, in the space of a if that is enough.
func zeros(a []float32, n int) []float32 {
	if cap(a) < n {
		return make([]float32, n)
	}
	a = a[:n]
	clear(a)
	return a
}

// ofTarget returns how well source sentences s explain each token of target sentence j, the sums
// added in scratch, which is where the result may be too.
func (m *pairCache) ofTarget(scratch []float32, s segment.Range, j int) []float32 {
	if s.Len() == 1 {
		x, _ := m.pair(s.Lo, j)
		return x
	}
	for i := s.Lo; i < s.Hi; i++ {
		x, _ := m.pair(i, j)
		if i == s.Lo {
			scratch = append(scratch[:0], x...)
			continue
		}
		for k, y := range x {
			scratch[k] += y
		}
	}
	return scratch
}

// ofSource returns how well target sentences t explain each token of source sentence i, in the same
// way.
func (m *pairCache) ofSource(scratch []float32, i int, t segment.Range) []float32 {
	if t.Len() == 1 {
		_, x := m.pair(i, t.Lo)
		return x
	}
	for j := t.Lo; j < t.Hi; j++ {
		_, x := m.pair(i, j)
		if j == t.Lo {
			scratch = append(scratch[:0], x...)
			continue
		}
		for k, y := range x {
			scratch[k] += y
		}
	}
	return scratch
}
