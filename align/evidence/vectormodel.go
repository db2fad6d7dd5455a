package evidence

import (
	"context"
	"math"
	"slices"

	"github.com/bitext-go/bitext/segment"
)

// A vectorModel prices beads by distance: one minus the cosine, over the mean distance of either
// side to all sentences of the other text. Unrelated sentences are about 1 apart. The distances of
// translations, and those of unrelated sentences, are taken to be normally distributed.
type vectorModel struct {
	src, tgt    *vectorSide
	translation normal
	unrelated   normal
}

const (
	// Before any bead is known, translations are taken to be translationMean as far apart as
	// unrelated sentences, a guess that counts for priorDistances beads.
	translationMean = 0.5
	priorDistances  = 10
	// unrelatedPairs is how many pairs of sentences, from all over the texts, show how far apart
	// unrelated sentences are.
	unrelatedPairs = 1000
	leastDeviation = 0.05
	// vectorWeight scales the ratio, since distances are not quite normal, and no distance gives or
	// takes more than vectorCap nats: a vector is one witness.
	vectorWeight = 0.4
	vectorCap    = 30
)

// A normal is a normal distribution of distances.
type normal struct{ mean, deviation float64 }

// estimateNormal returns the median of distances and their deviation, from the quartiles, smoothed
// with a guess that counts for weight of them.
func estimateNormal(distances []float64, guess normal, weight float64) normal {
	if len(distances) == 0 {
		return guess
	}
	slices.Sort(distances)
	// Half of a normal distribution lies within 0.6745 deviations of its mean.
	quartiles := (distances[len(distances)*3/4] - distances[len(distances)/4]) / 2 / 0.6745
	n := float64(len(distances))
	mix := func(x, y float64) float64 { return (n*x + weight*y) / (n + weight) }
	return normal{mix(distances[len(distances)/2], guess.mean), max(leastDeviation, mix(quartiles, guess.deviation))}
}

// estimate finds out how far apart unrelated sentences are, from pairs that are far from the
// diagonal.
func (m *vectorModel) estimate() {
	n, k := len(m.src.sentences), len(m.tgt.sentences)
	p := newVectorPricer(m)
	var d []float64
	for pair := range unrelatedPairs {
		// Steps by large primes look everywhere, and at the same places every time.
		i, j := pair*7919%n, pair*104729%k
		if abs := math.Abs(float64(i)/float64(n) - float64(j)/float64(k)); abs > 0.1 || n < 10 {
			d = append(d, p.distance(segment.Range{Lo: i, Hi: i + 1}, segment.Range{Lo: j, Hi: j + 1}))
		}
	}
	m.unrelated = estimateNormal(d, normal{1, 0.15}, priorDistances)
	m.translation = m.guess()
}

// guess returns the distances that translations are thought to have before any bead is known.
func (m *vectorModel) guess() normal {
	return normal{min(translationMean, m.unrelated.mean/2), max(leastDeviation, m.unrelated.deviation)}
}

// Learn estimates how far apart translations are.
func (m *vectorModel) Learn(ctx context.Context, pairs []Pair) error {
	p := newVectorPricer(m)
	var d []float64
	for i, b := range pairs {
		if err := look(ctx, i); err != nil {
			return err
		}
		d = append(d, p.distance(b.Source, b.Target))
	}
	m.translation = estimateNormal(d, m.guess(), priorDistances)
	m.translation.mean = min(m.translation.mean, 0.9*m.unrelated.mean)
	return nil
}

// Pricer returns a pricer with working memory of its own.
func (m *vectorModel) Pricer() Pricer { return newVectorPricer(m) }

type vectorPricer struct {
	model    *vectorModel
	src, tgt []float32 // working memory for the sums of ranges
}

func newVectorPricer(m *vectorModel) *vectorPricer {
	return &vectorPricer{m, make([]float32, len(m.src.mean)), make([]float32, len(m.src.mean))}
}

// Cost returns the log ratio of the two densities, with one deviation for both, which makes it
// linear in the distance.
func (p *vectorPricer) Cost(s, t segment.Range) float64 {
	near, far := p.model.translation, p.model.unrelated
	middle := (near.mean + far.mean) / 2
	variance := (near.deviation*near.deviation + far.deviation*far.deviation) / 2
	c := (p.distance(s, t) - middle) * (far.mean - near.mean) / variance
	return math.Max(-vectorCap, math.Min(vectorCap, vectorWeight*c))
}

func (p *vectorPricer) distance(s, t segment.Range) float64 {
	x, y := p.model.src.of(s, p.src), p.model.tgt.of(t, p.tgt)
	typical := 1 - float64(dot(x, p.model.tgt.mean)+dot(y, p.model.src.mean))/2
	return (1 - float64(dot(x, y))) / max(typical, 1e-3)
}
