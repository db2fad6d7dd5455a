package evidence

import (
	"context"
	"math"

	"github.com/bitext-go/bitext/internal/words"
)

// A class is a set of word types that are about equally likely to be translated by one of the words
// known to translate them. How much it says if they are not depends on that: a number that is on
// one side only says more than a word whose best known translation is a rare one.
type class uint8

const (
	unknown class = iota // no source knows a translation
	numeral
	punctuation
	rare // the best translation has a probability below .05; of the classes after it below .15, .3, .5
	seldom
	often
	mostly
	always
	classCount
)

// coverage holds λ of each class: the share of its tokens that are translated by words known to
// translate them, in right beads.
type coverage [classCount]float64

const (
	// firstLambda is λ of the first pass, which does not know yet how much of the texts is
	// translated. A higher one makes it leave out sentences.
	firstLambda = 0.35
	// Then λ of each class is estimated from the tokens of all beads, smoothed with classTokens
	// tokens of which learntLambda or knownLambda are translated.
	classTokens  = 100
	learntLambda = 0.3  // without a lexicon: most links are guesses
	knownLambda  = 0.65 // with a lexicon
	// unknownMissed is what a token gives, in nats, if no source knows a translation of it. It
	// should say nothing; that it says a little keeps beads from taking in sentences that belong to
	// none.
	unknownMissed = -0.1
	// λ stays within these bounds, so that neither log λ nor log(1-λ) decides a bead alone.
	leastLambda, mostLambda = 0.05, 0.95
	// coverageBeads is about how many beads, from all over the texts, λ is estimated from at most.
	// Each class has thousands of tokens in them.
	coverageBeads = 5000
)

var firstCoverage = func() (lambda coverage) {
	for i := range lambda {
		lambda[i] = firstLambda
	}
	return lambda
}()

// classesOf returns the class of each type of a text, given the probability of its best link.
func classesOf(v *vocabulary, best []float32) []class {
	out := make([]class, len(best))
	for id, p := range best {
		w := &v.types[id]
		switch {
		case p == 0:
		case w.kind == words.Number, w.kind == words.Month:
			out[id] = numeral
		case w.kind == words.Mark:
			out[id] = punctuation
		case p < 0.05:
			out[id] = rare
		case p < 0.15:
			out[id] = seldom
		case p < 0.3:
			out[id] = often
		case p < 0.5:
			out[id] = mostly
		default:
			out[id] = always
		}
	}
	return out
}

// estimateCoverage returns λ of each class: the expected number of its tokens that are translated,
// over all of them.
func estimateCoverage(ctx context.Context, m *wordModel, pairs []Pair) (lambda coverage, err error) {
	var matched, all coverage
	c := newComparison(&m.links.linkTable, len(m.tgt.types))
	for g := range all {
		matched[g], all[g] = m.priorLambda*classTokens, classTokens
	}
	count := func(x *wordSide, id int32, explained float32, share float64) {
		class := x.classes[id]
		all[class]++
		if explained > 0 { // which it never is by a side of no token
			y := float64(x.worth[id].each) * float64(explained) * share
			matched[class] += y / (1 + y)
		}
	}
	every := len(pairs)/coverageBeads + 1
	for i := 0; i < len(pairs); i += every {
		if err := look(ctx, i); err != nil {
			return lambda, err
		}
		s, t := m.src.tokensOf(pairs[i].Source), m.tgt.tokensOf(pairs[i].Target)
		c.expect(t)
		c.fix(s)
		c.forget(t)
		share := 1 / float64(len(s))
		for _, id := range t {
			count(&m.tgtSide, id, c.explained(id), share)
		}
		share = 1 / float64(len(t))
		for at, id := range s {
			count(&m.srcSide, id, c.sums[at], share)
		}
	}
	for g := range lambda {
		lambda[g] = math.Min(mostLambda, math.Max(leastLambda, matched[g]/all[g]))
	}
	return lambda, nil
}
