package evidence

import (
	"context"
	"math"

	"github.com/bitext-go/bitext/align/lexicon"
	"github.com/bitext-go/bitext/internal/workers"
	"github.com/bitext-go/bitext/segment"
)

// The word model prices a bead by the words of its sides: a likelihood ratio in the manner of Moore
// (2002), after IBM Model 1 (Brown and others, 1993). Each token of one side is either a
// translation of some token of the other, or a word of the text at large:
//
//	log( (1-λ)·p(t) + λ·Σ T(t|s)/n ) - log p(t)
//
// for n tokens on the other side and the probability p(t) of the token in its text, summed over all
// tokens, in both directions, halved. Rare words that match weigh much, common ones
// little; a word without its translation counts against the bead, the more the surer its class of
// words is to be translated (see class); a sentence too many thins out every sum.
const (
	// wordWeight scales the ratio, since words are not independent of one another (fitted on the
	// development data; METHOD.md).
	wordWeight = 0.6
	// wordCap bounds what one token can give, in nats: a name that matches is no proof by itself.
	wordCap = 7
)

// A wordModel is the pooled Lexical evidence of two texts.
type wordModel struct {
	src, tgt    *vocabulary
	base        *linkBuilder // what is known before any bead is known,
	known       *links       // and the links of it
	links       *links       // that are in use
	learning    *Learning    // nil if nothing is learnt from beads
	places      bool         // the places of words count
	jumps       bool         // and how they follow one another, in the last search
	coverage    coverage
	priorLambda float64 // λ that each class is thought to have before any bead is known
	lexicons    []*lexicon.Lexicon

	srcSide, tgtSide wordSide
}

// fitWords returns the model of two texts from sources of evidence.
func fitWords(ctx context.Context, src, tgt *segment.Text, sources []Lexical) (Model, error) {
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
	err = workers.Each(ctx, 2, func(side int) (err error) {
		if side == 0 {
			m.src, err = newVocabulary(ctx, src, longestWord(srcWords))
		} else {
			m.tgt, err = newVocabulary(ctx, tgt, longestWord(tgtWords))
		}
		return err
	})
	if err != nil {
		return nil, err
	}
	m.base = newLinkBuilder(m.src, m.tgt)
	m.base.srcWords, m.base.tgtWords = srcWords, tgtWords
	for _, e := range sources {
		switch e := e.(type) {
		case Learning:
			m.learning = &e
		case Places:
			m.places = true
		case Jumps:
			m.jumps = true
		}
		if err := e.link(ctx, m.base); err != nil {
			return nil, err
		}
	}
	for _, l := range lexicons {
		if err := m.base.addLexicon(ctx, l); err != nil {
			return nil, err
		}
	}
	if err := m.base.merge(ctx); err != nil {
		return nil, err
	}
	if m.known, err = m.base.build(ctx, nil); err != nil {
		return nil, err
	}
	m.use(m.known)
	return m, nil
}

// use makes t the links of the model.
func (m *wordModel) use(t *links) {
	m.links = t
	m.srcSide.classes, m.tgtSide.classes = classesOf(m.src, t.bwd), classesOf(m.tgt, t.fwd)
	m.weigh()
}

// weigh works out what tokens give from the λ of their classes.
func (m *wordModel) weigh() {
	m.srcSide.weigh(m.src, &m.coverage)
	m.tgtSide.weigh(m.tgt, &m.coverage)
}

// Learn estimates λ from the beads and, if the evidence includes Learning, the translations of
// their words.
func (m *wordModel) Learn(ctx context.Context, pairs []Pair) error {
	coverage, err := estimateCoverage(ctx, m, pairs)
	if err != nil {
		return err
	}
	m.coverage = coverage
	if m.learning != nil {
		t, err := m.learning.learn(ctx, m, pairs)
		if err != nil {
			return err
		}
		if t != nil {
			m.use(t)
			return nil
		}
	}
	m.weigh()
	return nil
}

// Pricer returns a pricer with an empty memory.
func (m *wordModel) Pricer() Pricer { return newWordPricer(m, m.places) }

// Coarse returns a pricer that ignores the places of words.
func (m *wordModel) Coarse() Pricer { return newWordPricer(m, false) }

// Anchors returns pairs of sentences along which the texts run, in time linear in the texts.
func (m *wordModel) Anchors(ctx context.Context) ([]Anchor, error) {
	return findAnchors(ctx, m.src, m.tgt, m.links)
}

// A wordSide is what the model knows of the tokens of one text.
type wordSide struct {
	classes []class   // by type
	worth   []worth   // by type
	missed  []float64 // by sentence: what all tokens before it give if they are not translated, log(1-λ) each
}

func (x *wordSide) weigh(v *vocabulary, lambda *coverage) {
	x.worth = make([]worth, len(v.types))
	for id, class := range x.classes {
		l := lambda[class]
		x.worth[id] = worth{float32(l / (1 - l) / v.unigram[id]), float32(math.Exp(wordCap) / (1 - l))}
	}
	var missed [classCount]float64 // what a token of each class gives if it is not translated
	for class := range missed {
		missed[class] = math.Log(1 - lambda[class])
	}
	missed[unknown] = unknownMissed
	x.missed = v.running(func(id int32) float64 { return missed[x.classes[id]] })
}
