package evidence

import (
	"github.com/bitext-go/bitext/align/lexicon"
	"github.com/bitext-go/bitext/segment"
)

// A wordPricer prices beads by a wordModel and remembers what it worked out.
type wordPricer struct {
	model  *wordModel
	links  *linkCache
	places bool   // the places of words count
	jumps  *jumps // nil if they need not follow one another

	// What single sentences gain if no places count, what beads gain otherwise, and working memory.
	srcMemo, tgtMemo, beadMemo memo
	srcCounts, tgtCounts       []float32
	srcSums, tgtSums           placeSums
	best                       []float32

	compared [2]*comparison     // with the source and with the target fixed; nil until asked for
	reversed []*lexicon.Lexicon // from target to source; nil until reasons need them
}

func newWordPricer(m *wordModel, places bool) *wordPricer {
	p := &wordPricer{model: m, links: newLinkCache(m), places: places}
	if places {
		p.beadMemo = newMemo()
	} else {
		p.srcMemo, p.tgtMemo = newMemo(), newMemo()
	}
	return p
}

// Fine returns a pricer that counts how the places of words follow one another, or nil. It shares
// the links of sentence pairs with p.
func (p *wordPricer) Fine() Pricer {
	if !p.model.jumps || p.jumps != nil {
		return nil
	}
	links := p.links
	if !p.places { // its pairs gain something else
		links = newLinkCache(p.model)
	}
	return &wordPricer{model: p.model, links: links, places: true, jumps: &jumps{}, beadMemo: newMemo()}
}

// Cost returns the weighted negative likelihood ratio of the bead.
func (p *wordPricer) Cost(s, t segment.Range) float64 { return -wordWeight * p.gain(s, t) }

// Estimate returns about what Cost returns: each sentence gains what it gains as a bead with the
// sentence of the other side that fits it best, and a little less in beads of more than three.
func (p *wordPricer) Estimate(s, t segment.Range) float64 {
	if !p.places {
		return p.Cost(s, t)
	}
	thin := float32(0)
	if s.Len()+t.Len() > 3 {
		thin = thinning
	}
	p.best = zerosOf(p.best, s.Len())
	gain := float32(0)
	for j := t.Lo; j < t.Hi; j++ {
		best := float32(0)
		for i := s.Lo; i < s.Hi; i++ {
			g := p.pairGain(i, j)
			best, p.best[i-s.Lo] = max(best, g.tgt), max(p.best[i-s.Lo], g.src)
		}
		gain += best * (1 - thin*besides(j, t))
	}
	for k, best := range p.best {
		gain += best * (1 - thin*besides(s.Lo+k, s))
	}
	return -wordWeight * (p.missed(s, t) + float64(gain)) / 2
}

// thinning is the share of its gain that a sentence loses in an estimate for each neighbour that it
// has in a bead: its tokens have more places opposite to them. (It is about .05 in beads of which
// all sentences are translations of one another. Chosen on 20,000 lines of news, the gold sets and
// the mixed texts: from .03 to .05 no bead of their best paths but one or two in 20,000 is missed.)
const thinning = 0.04

// besides returns how many neighbours a sentence has in a range.
func besides(k int, r segment.Range) (n float32) {
	if k > r.Lo {
		n++
	}
	if k < r.Hi-1 {
		n++
	}
	return n
}

// missed returns what the tokens of a bead give, in both directions, if none is translated.
func (p *wordPricer) missed(s, t segment.Range) float64 {
	m := p.model
	return m.tgtSide.missed[t.Hi] - m.tgtSide.missed[t.Lo] + m.srcSide.missed[s.Hi] - m.srcSide.missed[s.Lo]
}

// pairGain returns what the tokens of two sentences gain.
func (p *wordPricer) pairGain(i, j int) pairGain {
	e := p.links.entry(i, j)
	g := &e.pairs[j%blockLen].gain
	if g.src < 0 {
		if p.places {
			*g = p.placedPair(i, j)
		} else {
			*g = p.countedPair(i, j)
		}
	}
	return *g
}

// gain returns what the tokens of a bead give, the mean of both directions.
func (p *wordPricer) gain(s, t segment.Range) float64 {
	missed := p.missed(s, t)
	switch {
	case !p.places:
		return (missed + p.countedGain(s, t)) / 2
	case p.jumps == nil && s.Len() == 1 && t.Len() == 1:
		g := p.pairGain(s.Lo, t.Lo)
		return (missed + float64(g.src+g.tgt)) / 2
	}
	slot, key := p.beadMemo.bead(s, t)
	if slot.key != key {
		gain := 0.0
		if p.jumps != nil {
			gain = p.jumpingGain(s, t)
		} else {
			gain = p.placedGain(s, t)
		}
		*slot = remembered{key, (missed + gain) / 2}
	}
	return slot.gain
}

// Reasons returns the words and numbers that match, and those that ought to and do not.
func (p *wordPricer) Reasons(s, t segment.Range) []Reason {
	e := explanation{p: p, paired: map[int32]bool{}}
	for i := s.Lo; i < s.Hi; i++ {
		e.add(0, i, s, t)
	}
	for j := t.Lo; j < t.Hi; j++ {
		e.add(1, j, s, t)
	}
	return e.reasons
}

// explained returns how well the other side of the bead of s and t explains each token of sentence
// k of one of the texts.
func (p *wordPricer) explained(text, k int, s, t segment.Range) (out []float64) {
	m := p.model
	if p.places {
		ofSrc, ofTgt := p.sumLinks(s, t)
		v, sums, other, first := m.src, p.srcSums, ofTgt, s.Lo
		if text == 1 {
			v, sums, other, first = m.tgt, p.tgtSums, ofSrc, t.Lo
		}
		for at := range v.sentence(k) {
			out = append(out, sums[at+int(v.starts[k]-v.starts[first])].explained(other))
		}
		return out
	}
	var sums []float32
	n := m.tgt.size(t)
	if text == 0 {
		sums = p.sourceCounts(k, t)
	} else {
		sums, n = p.targetCounts(s, k), m.src.size(s)
	}
	for _, x := range sums {
		out = append(out, float64(x)/float64(n))
	}
	return out
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

// bead returns where the gain of a bead is remembered, if it has that key. The key of a bead is not
// 0.
func (m memo) bead(s, t segment.Range) (slot *remembered, key uint64) {
	key = uint64(s.Lo)<<36 | uint64(t.Lo)<<8 | uint64(s.Len())<<4 | uint64(t.Len())
	return &m[key*0x9E3779B97F4A7C15>>(64-15)], key
}
