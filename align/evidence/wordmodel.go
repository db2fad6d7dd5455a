package evidence

import (
	"math"

	"github.com/bitext-go/bitext/align/lexicon"
	"github.com/bitext-go/bitext/segment"
)

// The word model prices a bead by the words of its sides: a likelihood ratio in the manner of Moore
// (2002), after IBM Model 1 (Brown and others, 1993). Each token of one side is either a
// translation of some token of the other, or a word of the text at large:
//
//	log( (1-λ)·p(t) + λ·Σ T(t|s)/n ) - log p(t)      n tokens on the other side, p(t) the chance of t in its text
//
// summed over all tokens, in both directions, halved. Rare words that match weigh much, common ones
// little; a word without its translation counts against the bead, the more the surer its grade of
// words is to be translated (see grades); a sentence too many thins out every sum.
const (
	// wordWeight scales the ratio: its words are not independent of one another.
	wordWeight = 0.6
	// wordCap bounds what one token can give, in nats: a name that matches is no proof by itself.
	wordCap = 7
)

type wordModel struct {
	src, tgt    *vocabulary
	base        *linkBuilder // what is known without looking at beads
	links       *links
	cache       *pairCache
	learning    *Learning
	coverage    coverage
	priorLambda float64 // λ that is thought of a grade before beads are looked at
	lexicons    []*lexicon.Lexicon
	reversed    []*lexicon.Lexicon // nil until reasons are asked for

	srcSide, tgtSide sideModel
	scratch          []float32 // for sums over several sentences
}

// A sideModel is what the model knows of the tokens of one text.
type sideModel struct {
	classes []class   // by type
	gain    []float64 // by type: λ/((1-λ)·p)
	maxGain []float64 // by type: the largest gain over not being translated
	missed  []float64 // running sum of what tokens give that are not translated: log(1-λ)
	memo    []memo
}

// A memo remembers what the tokens of one sentence gain from a range of sentences of the other
// text.
type memo struct {
	key  uint64
	gain float64
}

const memos = 1 << 15

// fitWords makes the model of two texts from sources of evidence.
func fitWords(src, tgt *segment.Text, sources []Lexical) (Model, error) {
	lexicons, err := openDictionaries(src, tgt, sources)
	if err != nil {
		return nil, err
	}
	var srcWords, tgtWords []*lexicon.Words
	for _, l := range lexicons {
		srcWords, tgtWords = append(srcWords, l.Source()), append(tgtWords, l.Target())
	}
	m := &wordModel{coverage: firstCoverage, priorLambda: learntLambda, lexicons: lexicons}
	if len(lexicons) > 0 {
		m.priorLambda = knownLambda
	}
	m.src, m.tgt = newVocabulary(src, longestWord(srcWords)), newVocabulary(tgt, longestWord(tgtWords))
	m.base = newLinkBuilder(m.src, m.tgt)
	m.base.srcWords, m.base.tgtWords = srcWords, tgtWords
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

// use makes t the table of the model.
func (m *wordModel) use(t *links) {
	m.links = t
	m.cache = newPairCache(m.src, m.tgt, t)
	m.srcSide.classes, m.tgtSide.classes = classesOf(m.src, t.bwd), classesOf(m.tgt, t.fwd)
	m.weigh()
}

// weigh works out what tokens give from the λ of their grades.
func (m *wordModel) weigh() {
	m.srcSide.weigh(m.src, &m.coverage)
	m.tgtSide.weigh(m.tgt, &m.coverage)
}

func (x *sideModel) weigh(v *vocabulary, g *coverage) {
	x.gain, x.maxGain = make([]float64, len(v.types)), make([]float64, len(v.types))
	for id, grade := range x.classes {
		l := g[grade]
		x.gain[id] = l / (1 - l) / v.unigram[id]
		x.maxGain[id] = wordCap - math.Log(1-l)
	}
	x.missed = v.running(func(id int32) float64 {
		if x.classes[id] == unknown {
			return unknownMissed
		}
		return math.Log(1 - g[x.classes[id]])
	})
	x.memo = make([]memo, memos)
}

// Cost returns the weighted negative likelihood ratio of the bead.
func (m *wordModel) Cost(s, t segment.Range) float64 { return -wordWeight * m.gain(s, t) }

func (m *wordModel) gain(s, t segment.Range) float64 {
	fwd := m.tgtSide.missed[t.Hi] - m.tgtSide.missed[t.Lo]
	for j := t.Lo; j < t.Hi; j++ {
		slot, key := m.tgtSide.slot(s, j)
		if slot.key != key {
			*slot = memo{key, m.tgtSide.total(m.tgt.sentence(j), m.tgtMatches(s, j), m.src.size(s))}
		}
		fwd += slot.gain
	}
	bwd := m.srcSide.missed[s.Hi] - m.srcSide.missed[s.Lo]
	for i := s.Lo; i < s.Hi; i++ {
		slot, key := m.srcSide.slot(t, i)
		if slot.key != key {
			*slot = memo{key, m.srcSide.total(m.src.sentence(i), m.srcMatches(i, t), m.tgt.size(t))}
		}
		bwd += slot.gain
	}
	return (fwd + bwd) / 2
}

// slot returns where the gain of sentence k from range r of the other text is remembered.
func (x *sideModel) slot(r segment.Range, k int) (*memo, uint64) {
	lo, n := uint64(r.Lo), uint64(r.Len())
	return &x.memo[(lo*8191+n*523+uint64(k))%memos], (lo<<4|n)<<32 | uint64(k)
}

// total returns the gain of matched tokens over unmatched ones, given how well each is explained by
// n tokens of the other side.
func (x *sideModel) total(tokens []int32, explained []float32, n int) float64 {
	sum, share := 0.0, 1/float64(n)
	for k, id := range tokens {
		if e := explained[k]; e > 0 {
			sum += min(x.maxGain[id], logOf(1+x.gain[id]*float64(e)*share))
		}
	}
	return sum
}

// tgtMatches returns how well source sentences s explain the tokens of target sentence j. It is
// valid until the next call.
func (m *wordModel) tgtMatches(s segment.Range, j int) []float32 {
	out := m.cache.ofTarget(m.scratch, s, j)
	if s.Len() > 1 {
		m.scratch = out
	}
	return out
}

// srcMatches returns how well target sentences t explain the tokens of source sentence i. It is
// valid until the next call.
func (m *wordModel) srcMatches(i int, t segment.Range) []float32 {
	out := m.cache.ofSource(m.scratch, i, t)
	if t.Len() > 1 {
		m.scratch = out
	}
	return out
}

// Learn estimates λ from the beads and, where the model was told to, the translations of their
// words.
func (m *wordModel) Learn(pairs []Pair) {
	m.estimateCoverage(pairs)
	if m.learning != nil {
		if t := m.learning.learn(m, pairs); t != nil {
			m.use(t)
			return
		}
	}
	m.weigh()
}

// Fork shares what is known of the words, and has its own room to work in.
func (m *wordModel) Fork() Model {
	out := *m
	out.cache = newPairCache(m.src, m.tgt, m.links)
	out.srcSide.memo, out.tgtSide.memo = make([]memo, memos), make([]memo, memos)
	out.scratch = nil
	return &out
}
