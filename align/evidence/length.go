package evidence

import (
	"context"
	"math"
	"slices"

	"github.com/bitext-go/bitext/segment"
)

// Length is the evidence of length: a translation is about as long as its source, in characters,
// times a ratio that belongs to the two languages. Ratio and variance are estimated from the texts
// (Gale and Church, 1993, but with the tails of Student's t, and a floor under the density so that
// no length alone can forbid a bead).
type Length struct{}

// Fit counts characters.
func (Length) Fit(_ context.Context, src, tgt *segment.Text) (Model, error) {
	return newLengthModel(src.CharsBefore(), tgt.CharsBefore()), nil
}

func newLengthModel(src, tgt []float64) *lengthModel {
	m := &lengthModel{src: src, tgt: tgt, half: 1, variance: priorVariance}
	if s, t := src[len(src)-1], tgt[len(tgt)-1]; s > 0 && t > 0 {
		m.half = math.Sqrt(t / s)
	}
	return m
}

const (
	// priorVariance is the squared deviation per character. The normal distribution with the same
	// median has 6.8, as Gale and Church found it.
	priorVariance = 5.6
	priorBeads    = 10    // how many beads that figure counts for
	lengthFloor   = 0.005 // the density left however far apart two lengths are
	// Lengths are distributed as Student's t with tailFreedom degrees of freedom: free translations
	// deviate more often than a normal distribution allows. medianZ2 is the median of its square.
	tailFreedom = 4
	medianZ2    = 0.549
)

// lengthCosts are the costs of squared deviations, in steps of 1/lengthSteps of the variance;
// beyond the table, where the floor begins, the cost is constant.
const lengthSteps = 64

var lengthCosts = func() (t [30*lengthSteps + 1]float64) {
	for i := range t {
		tail := (tailFreedom + 1) / 2.0 * math.Log1p(float64(i)/lengthSteps/tailFreedom)
		t[i] = min(tail, -math.Log(lengthFloor))
	}
	return t
}()

type lengthModel struct {
	src, tgt []float64 // characters before each sentence
	half     float64   // the square root of the ratio of target to source characters
	variance float64
}

// z2 returns the squared difference of the lengths, per character. Both are brought half the way to
// the other language, so that it is the same from either side.
func (m *lengthModel) z2(s, t segment.Range) float64 {
	a, b := (m.src[s.Hi]-m.src[s.Lo])*m.half, (m.tgt[t.Hi]-m.tgt[t.Lo])/m.half
	return (b - a) * (b - a) / ((a+b)/2 + 1)
}

// Pricer returns m: pricing changes nothing in it.
func (m *lengthModel) Pricer() Pricer { return m }

// Cost returns the negative log density of the difference in length over that of equal lengths.
func (m *lengthModel) Cost(s, t segment.Range) float64 {
	x := m.z2(s, t) / m.variance * lengthSteps
	if x >= float64(len(lengthCosts)-1) {
		return lengthCosts[len(lengthCosts)-1]
	}
	k := int(x)
	return lengthCosts[k] + (x-float64(k))*(lengthCosts[k+1]-lengthCosts[k])
}

// Learn estimates ratio and variance from the beads with two sides.
func (m *lengthModel) Learn(_ context.Context, pairs []Pair) error {
	var cs, ct float64
	for _, b := range pairs {
		s, t := b.Source, b.Target
		cs, ct = cs+m.src[s.Hi]-m.src[s.Lo], ct+m.tgt[t.Hi]-m.tgt[t.Lo]
	}
	if cs == 0 || ct == 0 {
		return nil
	}
	m.half = math.Sqrt(ct / cs)
	var z []float64
	for _, b := range pairs {
		z = append(z, m.z2(b.Source, b.Target))
	}
	slices.Sort(z)
	n := float64(len(z))
	m.variance = (n*z[len(z)/2]/medianZ2 + priorBeads*priorVariance) / (n + priorBeads)
	m.variance = max(m.variance, 1)
	return nil
}

// longReason is the least that a difference in length must cost, in nats, to be a reason.
const longReason = 1.5

// Reasons returns that one side is unusually long, if it is.
func (m *lengthModel) Reasons(s, t segment.Range) []Reason {
	cost := m.Cost(s, t)
	if cost < longReason {
		return nil
	}
	a, b := (m.src[s.Hi]-m.src[s.Lo])*m.half, (m.tgt[t.Hi]-m.tgt[t.Lo])/m.half
	return []Reason{{Kind: LengthReason, Side: index(b > a), Weight: -cost}}
}
