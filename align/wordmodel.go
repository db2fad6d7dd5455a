package align

import (
	"math"

	"github.com/bitext-go/bitext/align/lexicon"
	"github.com/bitext-go/bitext/segment"
)

// The word model prices a bead by the words of its sides: a likelihood ratio in the manner of Moore (2002), after IBM
// Model 1 (Brown and others, 1993). Each token of one side is either a translation of some token of the other, or a
// word of the text at large:
//
//	log( (1-λ)·p(t) + λ·Σ T(t|s)/n ) - log p(t)      n tokens on the other side, p(t) the chance of t in its text
//
// summed over all tokens, in both directions, halved. Rare words that match weigh much, common ones little; a word
// without its translation counts against the bead; a sentence too many thins out every sum.
const (
	// wordWeight scales the ratio: its words are not independent of one another.
	wordWeight = 0.6
	// wordCap bounds what one token can give, in nats: a name that matches is no proof by itself.
	wordCap = 7
	// uncovered is what a token counts for of which no source knows any translation.
	uncovered = 0.3
	// λ starts here, and the texts move it: it is re-estimated from the tokens of all beads beside this many that are
	// thought up, of which this many match.
	startLambda  = 0.65
	lambdaTokens = 1000
)

// fitWords makes the model of two texts from sources of evidence.
func fitWords(src, tgt *segment.Text, sources []Evidence) (Model, error) {
	lexicons, err := open(src, tgt, sources)
	if err != nil {
		return nil, err
	}
	var srcWords, tgtWords []*lexicon.Words
	for _, l := range lexicons {
		srcWords, tgtWords = append(srcWords, l.Source()), append(tgtWords, l.Target())
	}
	m := &wordModel{lambda: startLambda}
	m.src, m.tgt = newVocabulary(src, longest(srcWords)), newVocabulary(tgt, longest(tgtWords))
	m.base = newTableBuilder(m.src, m.tgt)
	for _, e := range sources {
		if l, ok := e.(Learning); ok {
			m.learning = &l
		}
		e.link(m.base)
	}
	for _, l := range lexicons {
		m.base.addLexicon(l)
	}
	m.use(m.base.build())
	return m, nil
}

type wordModel struct {
	src, tgt *vocabulary
	base     *tableBuilder // what is known without looking at beads
	table    *table
	pairs    *matches
	learning *Learning
	lambda   float64

	missed           float64   // log(1-λ): what a token without its translation gives
	srcGain, tgtGain []float64 // by type: λ/((1-λ)·p)
	srcMass, tgtMass []float64 // running count of tokens, those that no source knows counted in part
	srcMemo, tgtMemo []memo
	scratch          []match
}

// A memo remembers what the tokens of one sentence gain from a range of sentences of the other text.
type memo struct {
	key  uint64
	gain float64
}

const memos = 1 << 15

// use makes t the table of the model.
func (m *wordModel) use(t *table) {
	m.table = t
	m.pairs = newMatches(m.src, m.tgt, t)
	weight := func(has []bool) func(int32) float64 {
		return func(id int32) float64 {
			if has[id] {
				return 1
			}
			return uncovered
		}
	}
	m.srcMass, m.tgtMass = m.src.running(weight(t.srcHas)), m.tgt.running(weight(t.tgtHas))
	m.setLambda(m.lambda)
}

func (m *wordModel) setLambda(lambda float64) {
	m.lambda = lambda
	m.missed = math.Log(1 - lambda)
	gains := func(v *vocabulary) []float64 {
		g := make([]float64, len(v.types))
		for i := range g {
			g[i] = lambda / (1 - lambda) / v.chance[i]
		}
		return g
	}
	m.srcGain, m.tgtGain = gains(m.src), gains(m.tgt)
	m.srcMemo, m.tgtMemo = make([]memo, memos), make([]memo, memos)
}

// Cost is the weighted negative likelihood ratio of the bead.
func (m *wordModel) Cost(s, t segment.Range) float64 { return -wordWeight * m.gain(s, t) }

func (m *wordModel) gain(s, t segment.Range) float64 {
	fwd := m.missed * (m.tgtMass[t.Hi] - m.tgtMass[t.Lo])
	for j := t.Lo; j < t.Hi; j++ {
		fwd += m.tgtPart(s, j)
	}
	bwd := m.missed * (m.srcMass[s.Hi] - m.srcMass[s.Lo])
	for i := s.Lo; i < s.Hi; i++ {
		bwd += m.srcPart(i, t)
	}
	return (fwd + bwd) / 2
}

// tgtPart is what the tokens of target sentence j gain from source sentences s.
func (m *wordModel) tgtPart(s segment.Range, j int) float64 {
	key := (uint64(s.Lo)<<4|uint64(s.Len()))<<32 | uint64(j)
	slot := &m.tgtMemo[(uint64(s.Lo)*8191+uint64(s.Len())*523+uint64(j))%memos]
	if slot.key == key {
		return slot.gain
	}
	list := m.scratch[:0]
	for i := s.Lo; i < s.Hi; i++ {
		tgt, _ := m.pairs.pair(i, j)
		list = mergeMatches(list, tgt)
	}
	m.scratch = list
	*slot = memo{key, total(list, m.tgtGain, m.src.size(s), m.missed)}
	return slot.gain
}

// srcPart is what the tokens of source sentence i gain from target sentences t.
func (m *wordModel) srcPart(i int, t segment.Range) float64 {
	key := (uint64(t.Lo)<<4|uint64(t.Len()))<<32 | uint64(i)
	slot := &m.srcMemo[(uint64(t.Lo)*8191+uint64(t.Len())*523+uint64(i))%memos]
	if slot.key == key {
		return slot.gain
	}
	list := m.scratch[:0]
	for j := t.Lo; j < t.Hi; j++ {
		_, src := m.pairs.pair(i, j)
		list = mergeMatches(list, src)
	}
	m.scratch = list
	*slot = memo{key, total(list, m.srcGain, m.tgt.size(t), m.missed)}
	return slot.gain
}

// total is the gain of matched tokens over unmatched ones, from n tokens of the other side.
func total(list []match, gain []float64, n int, missed float64) float64 {
	sum := 0.0
	for _, x := range list {
		sum += min(wordCap-missed, math.Log1p(gain[x.id]*float64(x.x)/float64(n)))
	}
	return sum
}

// mergeMatches adds matches b, in order of position, to a.
func mergeMatches(a, b []match) []match {
	if len(a) == 0 {
		return append(a, b...)
	}
	from := 0
	for _, x := range b {
		for from < len(a) && a[from].pos < x.pos {
			from++
		}
		if from < len(a) && a[from].pos == x.pos {
			a[from].x += x.x
			continue
		}
		a = append(a, match{})
		copy(a[from+1:], a[from:])
		a[from] = x
	}
	return a
}

// Learn estimates λ from the beads and, where the model was told to, the translations of their words.
func (m *wordModel) Learn(beads []Bead) {
	matched, mass := startLambda*lambdaTokens, float64(lambdaTokens)
	for _, b := range beads {
		if b.Null() {
			continue
		}
		s, t := b.Ranges[0], b.Ranges[1]
		mass += m.tgtMass[t.Hi] - m.tgtMass[t.Lo] + m.srcMass[s.Hi] - m.srcMass[s.Lo]
		matched += m.expected(s, t)
	}
	m.lambda = min(0.95, max(0.05, matched/mass))
	if m.learning != nil {
		if t := m.learning.learn(m, beads); t != nil {
			m.use(t)
			return
		}
	}
	m.setLambda(m.lambda)
}

// expected is how many tokens of the bead are translated, as the model sees it.
func (m *wordModel) expected(s, t segment.Range) float64 {
	sum := 0.0
	count := func(list []match, gain []float64, n int) {
		for _, x := range list {
			y := gain[x.id] * float64(x.x) / float64(n)
			sum += y / (1 + y)
		}
	}
	for j := t.Lo; j < t.Hi; j++ {
		list := m.scratch[:0]
		for i := s.Lo; i < s.Hi; i++ {
			tgt, _ := m.pairs.pair(i, j)
			list = mergeMatches(list, tgt)
		}
		m.scratch = list
		count(list, m.tgtGain, m.src.size(s))
	}
	for i := s.Lo; i < s.Hi; i++ {
		list := m.scratch[:0]
		for j := t.Lo; j < t.Hi; j++ {
			_, src := m.pairs.pair(i, j)
			list = mergeMatches(list, src)
		}
		m.scratch = list
		count(list, m.srcGain, m.tgt.size(t))
	}
	return sum
}
