package evidence

import (
	"github.com/bitext-go/bitext/segment"
)

// A pairCache computes how well the tokens of two sentences explain one another: for each token,
// the sum of its translation probabilities over the tokens of the other sentence. It works out 16
// target sentences at a time, because a search asks for neighbours next, and remembers the last
// ones.
type pairCache struct {
	src, tgt *vocabulary
	links    *links
	entries  []entry // of a source sentence and a block of target sentences
	blocks   blocks
	scratch  []float32 // sums over several sentences
}

// An entry is how well a source sentence and a block of target sentences explain one another.
type entry struct {
	i, block int
	tgt      []float32 // of each token of the block
	src      []float32 // of each token of the source sentence, for one sentence of the block after the other
}

func newPairCache(src, tgt *vocabulary, t *links) *pairCache {
	m := &pairCache{src: src, tgt: tgt, links: t, entries: make([]entry, cacheEntries), blocks: newBlocks(src, tgt)}
	for k := range m.entries {
		m.entries[k].i = -1
	}
	return m
}

// pair returns how well source sentence i explains the tokens of target sentence j, and j those of
// i.
func (m *pairCache) pair(i, j int) (tgt, src []float32) {
	index := j / blockLen
	e := &m.entries[m.blocks.slot(i, index)]
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
	b := m.blocks.block(index)
	sentence := m.src.sentence(i)
	e.i, e.block = i, index
	e.tgt, e.src = zerosOf(e.tgt, len(b.next)), zerosOf(e.src, blockLen*len(sentence))
	for pos, id := range sentence {
		for _, l := range m.links.rows[id] {
			if b.has[l.to>>6]&(1<<(l.to&63)) == 0 {
				continue
			}
			for t := b.first[l.to]; t > 0; t = b.next[t-1] {
				e.tgt[t-1] += l.fwd
				e.src[int(b.within[t-1])*len(sentence)+pos] += l.bwd
			}
		}
	}
}

// zerosOf returns n zeros, in the space of a if that is large enough.
func zerosOf[T int32 | float32 | float64](a []T, n int) []T {
	if cap(a) < n {
		return make([]T, n)
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
