package evidence

import (
	"github.com/bitext-go/bitext/align/lexicon"
	"github.com/bitext-go/bitext/segment"
)

// A wordPricer prices beads by a wordModel and remembers what it worked out.
type wordPricer struct {
	model            *wordModel
	cache            *pairCache
	srcMemo, tgtMemo memo
	compared         [2]*comparison     // with the source and with the target fixed; nil until asked for
	reversed         []*lexicon.Lexicon // from target to source; nil until reasons need them
}

func newWordPricer(m *wordModel) *wordPricer {
	return &wordPricer{model: m, cache: newPairCache(m.src, m.tgt, m.links), srcMemo: newMemo(), tgtMemo: newMemo()}
}

// Cost returns the weighted negative likelihood ratio of the bead.
func (p *wordPricer) Cost(s, t segment.Range) float64 { return -wordWeight * p.gain(s, t) }

func (p *wordPricer) gain(s, t segment.Range) float64 {
	m := p.model
	fwd := m.tgtSide.missed[t.Hi] - m.tgtSide.missed[t.Lo]
	for j := t.Lo; j < t.Hi; j++ {
		slot, key := p.tgtMemo.find(s, j)
		if slot.key != key {
			*slot = remembered{key, m.tgtSide.total(m.tgt.sentence(j), p.cache.target(s, j), m.src.size(s))}
		}
		fwd += slot.gain
	}
	bwd := m.srcSide.missed[s.Hi] - m.srcSide.missed[s.Lo]
	for i := s.Lo; i < s.Hi; i++ {
		slot, key := p.srcMemo.find(t, i)
		if slot.key != key {
			*slot = remembered{key, m.srcSide.total(m.src.sentence(i), p.cache.source(i, t), m.tgt.size(t))}
		}
		bwd += slot.gain
	}
	return (fwd + bwd) / 2
}

// Reasons returns the words and numbers that match, and those that ought to and do not.
func (p *wordPricer) Reasons(s, t segment.Range) []Reason {
	e := explanation{p: p, paired: map[int32]bool{}}
	for i := s.Lo; i < s.Hi; i++ {
		e.add(0, i, t)
	}
	for j := t.Lo; j < t.Hi; j++ {
		e.add(1, j, s)
	}
	return e.reasons
}

// A memo remembers what the tokens of single sentences gain from ranges of the other text. Its
// entries overwrite one another.
type memo []remembered

type remembered struct {
	key  uint64
	gain float64
}

const memoEntries = 1 << 15

func newMemo() memo { return make(memo, memoEntries) }

// find returns where the gain of sentence k from range r of the other text is remembered, if it has
// that key.
func (m memo) find(r segment.Range, k int) (slot *remembered, key uint64) {
	lo, n := uint64(r.Lo), uint64(r.Len())
	return &m[(lo*8191+n*523+uint64(k))%memoEntries], (lo<<4|n)<<32 | uint64(k)
}
