package evidence

import (
	"math"
	"slices"

	"github.com/bitext-go/bitext/segment"
)

// A vectorModel prices beads by distance: one minus the cosine, over the mean distance of either
// side to all sentences of the other text. Strangers lie about 1 apart; for both strangers and
// translations distances are thought to be normally distributed.
type vectorModel struct {
	src, tgt    *vectorSide
	unrelated   normalDistances
	translation normalDistances

	srcScratch, tgtScratch []float32 // room for the sums of ranges
}

type normalDistances struct{ mean, deviation float64 }

const (
	// Before beads are looked at translations are thought to lie half as far apart as strangers; as
	// many beads as friendBeads would have to say otherwise.
	translationMean = 0.5
	priorBeadCount  = 10
	// strangerPairs of sentences from all over the texts tell how far strangers lie apart.
	unrelatedPairs = 1000
	leastDeviation = 0.05
	// The ratio is scaled down, since distances are not quite normal, and no distance gives or
	// takes more than vectorCap nats: a vector is one witness.
	vectorWeight = 0.4
	vectorCap    = 30
)

func (m *vectorModel) newScratch() {
	m.srcScratch, m.tgtScratch = make([]float32, len(m.src.mean)), make([]float32, len(m.src.mean))
}

// estimate finds how far strangers lie apart, from pairs of sentences that are far from the
// diagonal.
func (m *vectorModel) estimate() {
	n, k := len(m.src.sentences), len(m.tgt.sentences)
	var d []float64
	for p := range unrelatedPairs {
		// Steps by large primes look everywhere, and the same places every time.
		i, j := p*7919%n, p*104729%k
		if abs := math.Abs(float64(i)/float64(n) - float64(j)/float64(k)); abs > 0.1 || n < 10 {
			d = append(d, m.distance(segment.Range{Lo: i, Hi: i + 1}, segment.Range{Lo: j, Hi: j + 1}))
		}
	}
	m.unrelated = estimateNormal(d, normalDistances{1, 0.15}, priorBeadCount)
	m.translation = normalDistances{min(translationMean, m.unrelated.mean/2), max(leastDeviation, m.unrelated.deviation)}
}

// spreadOf returns the median of distances and their deviation, as quartiles show it, beside what
// was thought before, which counts for so many.
func estimateNormal(d []float64, before normalDistances, weight float64) normalDistances {
	if len(d) == 0 {
		return before
	}
	slices.Sort(d)
	// Half of a normal distribution lies within 0.6745 deviations of its mean.
	quartiles := (d[len(d)*3/4] - d[len(d)/4]) / 2 / 0.6745
	n := float64(len(d))
	mix := func(x, y float64) float64 { return (n*x + weight*y) / (n + weight) }
	return normalDistances{mix(d[len(d)/2], before.mean), max(leastDeviation, mix(quartiles, before.deviation))}
}

func (m *vectorModel) distance(s, t segment.Range) float64 {
	x, y := m.src.of(s, m.srcScratch), m.tgt.of(t, m.tgtScratch)
	usual := 1 - float64(dot(x, m.tgt.mean)+dot(y, m.src.mean))/2
	return (1 - float64(dot(x, y))) / max(usual, 1e-3)
}

// Cost returns the log ratio of the two densities, with one deviation for both: then it is linear
// in the distance.
func (m *vectorModel) Cost(s, t segment.Range) float64 {
	middle := (m.translation.mean + m.unrelated.mean) / 2
	variance := (m.translation.deviation*m.translation.deviation + m.unrelated.deviation*m.unrelated.deviation) / 2
	c := (m.distance(s, t) - middle) * (m.unrelated.mean - m.translation.mean) / variance
	return math.Max(-vectorCap, math.Min(vectorCap, vectorWeight*c))
}

// Learn estimates how far translations lie apart.
func (m *vectorModel) Learn(pairs []Pair) {
	var d []float64
	for _, b := range pairs {
		d = append(d, m.distance(b.Source, b.Target))
	}
	before := normalDistances{min(translationMean, m.unrelated.mean/2), max(leastDeviation, m.unrelated.deviation)}
	m.translation = estimateNormal(d, before, priorBeadCount)
	m.translation.mean = min(m.translation.mean, 0.9*m.unrelated.mean)
}

// Fork shares the vectors, and has its own room to add them.
func (m *vectorModel) Fork() Model {
	out := *m
	out.newScratch()
	return &out
}
