package evidence

import (
	"context"
	"math"

	"github.com/bitext-go/bitext/segment"
)

// Places is the evidence of where in a bead words are. The translations of neighbouring words are
// neighbours, so a match counts full near the diagonal of the bead and little far from it. Without
// Places only the number of words counts, and a bead that takes in one more sentence thins all of
// its matches. It joins the model of words once the model has learnt from beads for the first time,
// because a first path is often wrong by a sentence.
//
// The share of a source token at place i in the translation of the target token at place y, of S
// source and T target tokens, is
//
//	a(i | y) = u/S + (1-u) · exp(-|i - c| / w) / Z      c = (y + ½)·S/T - ½, within the bead
//
// with the u = 0.3 and w = 5 tokens below (after the diagonal prior of Dyer, Chahuneau and Smith,
// 2013, with a width in tokens instead of a share of the sentence).
type Places struct{}

// Fit counts words; it fails only if ctx is cancelled. Without other evidence of words there is
// nothing to place.
func (e Places) Fit(ctx context.Context, src, tgt *segment.Text) (Model, error) {
	return fitWords(ctx, src, tgt, []Lexical{e})
}

func (Places) link(context.Context, *linkBuilder) error { return nil }

const (
	// placeWidth and placeFlat are w and u. A broad optimum on the development data: widths of 3 to
	// 8 and flat shares of .15 to .5 change strict F1 by less than half a point.
	placeWidth = 5
	placeFlat  = 0.3
	// Places and distances are counted in 1/placeSteps of a token. Beyond placeReach tokens, where
	// the weight is below exp(-12), distances count as placeReach.
	placeSteps = 64
	placeReach = 12 * placeWidth
)

// placeDecay holds exp(-d/w) for distances d in steps.
var placeDecay = func() (t [placeReach*placeSteps + 1]float32) {
	for k := range t {
		t[k] = float32(math.Exp(-float64(k) / placeSteps / placeWidth))
	}
	return t
}()

// decay returns exp(-d/w) for a distance d of at least 0, in steps.
func decay(d int32) float32 { return placeDecay[min(d, placeReach*placeSteps)] }

// decayBetween returns the decay over the distance of two places, in steps.
func decayBetween(a, b int32) float32 { return decay(max(a-b, b-a)) }

// A placing is the places of one side of a bead as seen from the other.
type placing struct {
	scale float32 // steps of this side for each token of the other
	last  int32   // the last place of this side, in steps
	flat  float32 // the share of each token that does not depend on places
}

// placingOf returns the placing of n tokens seen from m.
func placingOf(n, m int) placing {
	return placing{float32(n) / float32(m) * placeSteps, int32(n-1) * placeSteps, placeFlat / float32(n)}
}

// center returns the place, in steps, that is opposite to place y of the other side.
func (p placing) center(y int32) int32 {
	return max(0, min(p.last, int32((float32(y)+0.5)*p.scale)-placeSteps/2))
}

// total returns Z, the sum of exp(-|i - c|/w) over all places i.
func (p placing) total(c int32) float32 {
	before, part := c/placeSteps, c%placeSteps
	return decay(part)*placeSeries[min(before+1, placeReach)] +
		decay(placeSteps-part)*placeSeries[min(p.last/placeSteps-before, placeReach)]
}

// placeSeries holds sums of the decay over n tokens in a row, from the first on.
var placeSeries = func() (t [placeReach + 1]float32) {
	for n := range t {
		t[n] = float32((1 - math.Exp(-float64(n)/placeWidth)) / (1 - math.Exp(-1.0/placeWidth)))
	}
	return t
}()

// A placeSum is the sums of the links of a token of a bead: weighted by their distance from the
// diagonal, and flat.
type placeSum struct {
	near, flat float32
	center     int32 // the place of the other side that is opposite to the token
}

// placeSums holds the sums of each token of a side of a bead.
type placeSums []placeSum

// reset returns the sums of n tokens without links, in the space of s if that is large enough,
// given the placing of the other side.
func (s placeSums) reset(n int, other placing) placeSums {
	s = resized(s, n)
	for y := range s {
		s[y] = placeSum{center: other.center(int32(y))}
	}
	return s
}

// add adds a link with place x of the other side.
func (s *placeSum) add(p float32, x int32) {
	s.near += p * decayBetween(x*placeSteps, s.center)
	s.flat += p
}

// explained returns how well the other side explains the token, given the placing of the other
// side: the sum of T·a(i | y).
func (s *placeSum) explained(other placing) float64 {
	return float64(other.flat*s.flat + (1-placeFlat)*s.near/other.total(s.center))
}

// sumLinks sums the links of each token of a bead, and returns the placings of its two sides.
func (p *wordPricer) sumLinks(s, t segment.Range) (ofSrc, ofTgt placing) {
	m := p.model
	n, k := m.src.size(s), m.tgt.size(t)
	ofSrc, ofTgt = placingOf(n, k), placingOf(k, n)
	p.srcSums, p.tgtSums = p.srcSums.reset(n, ofTgt), p.tgtSums.reset(k, ofSrc)
	for i := s.Lo; i < s.Hi; i++ {
		x0 := m.src.starts[i] - m.src.starts[s.Lo]
		for j := t.Lo; j < t.Hi; j++ {
			y0 := m.tgt.starts[j] - m.tgt.starts[t.Lo]
			addLinks(p.links.pair(i, j), p.srcSums, p.tgtSums, x0, y0)
		}
	}
	return ofSrc, ofTgt
}

// addLinks adds links of two sentences, of which the first tokens are at x0 and y0 of the bead.
func addLinks(links []placedLink, src, tgt placeSums, x0, y0 int32) {
	for k := range links {
		l := &links[k]
		x, y := x0+l.x, y0+l.y
		tgt[y].add(l.fwd, x)
		src[x].add(l.bwd, y)
	}
}

// placedGain returns what the tokens of a bead gain, in both directions, over missing all, with
// a(i | y) instead of 1/n.
func (p *wordPricer) placedGain(s, t segment.Range) float64 {
	m := p.model
	ofSrc, ofTgt := p.sumLinks(s, t)
	gain := p.tgtSums.gain(noOdds, m.tgt.tokensOf(t), &m.tgtSide, ofSrc)
	return p.srcSums.gain(gain, m.src.tokensOf(s), &m.srcSide, ofTgt).log()
}

// gain returns odds with those of tokens.
func (s placeSums) gain(gain odds, tokens []int32, side *wordSide, other placing) odds {
	for y, id := range tokens[:len(s)] {
		if x := &s[y]; x.flat > 0 {
			gain = gain.times(side.worth[id].odds(x.explained(other)))
		}
	}
	return gain
}

// placedPair returns what the tokens of two sentences gain.
func (p *wordPricer) placedPair(i, j int) (g pairGain) {
	links := p.links.once(i, j)
	if len(links) == 0 {
		return g
	}
	m := p.model
	src, tgt := m.src.sentence(i), m.tgt.sentence(j)
	ofSrc, ofTgt := placingOf(len(src), len(tgt)), placingOf(len(tgt), len(src))
	p.srcSums = p.srcSums.reset(len(src), ofTgt)
	gain := noOdds
	for len(links) > 0 { // the links of a target token follow one another
		y := links[0].y
		sum := placeSum{center: ofSrc.center(y)}
		for len(links) > 0 && links[0].y == y {
			l := &links[0]
			sum.add(l.fwd, l.x)
			p.srcSums[l.x].add(l.bwd, y)
			links = links[1:]
		}
		gain = gain.times(m.tgtSide.worth[tgt[y]].odds(sum.explained(ofSrc)))
	}
	g.tgt = float32(gain.log())
	g.src = float32(p.srcSums.gain(noOdds, src, &m.srcSide, ofTgt).log())
	return g
}
