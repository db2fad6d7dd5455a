package evidence

import (
	"context"
	"errors"
	"fmt"
	"math"
	"slices"

	"github.com/bitext-go/bitext/segment"
)

// Similarities is the evidence of a similarity that you compute: the cosine of sentence embeddings,
// a score of a model, a share of common characters. Higher means more alike, on any scale: what
// unrelated sentences and translations have is estimated from the texts. Do not return a similarity
// as a cost instead, since a cosine of 0.9 is no log-odds.
type Similarities struct {
	// Prepare is called once by Fit and does all that takes long, such as asking a service for the
	// vectors of all sentences. It returns a function that returns the similarity of each pair,
	// with pairs in batches of up to 1000. Several goroutines call that function at the same time;
	// it keeps nothing of pairs. A side may have several sentences.
	Prepare func(ctx context.Context, src, tgt *segment.Text) (func(pairs []Pair) []float64, error)
}

const (
	// similarBatch is how many target ranges of one shape are asked for at a time, beginning with
	// the one that is needed: the search asks for the next ones soon.
	similarBatch = 16
	// Before any bead is known, translations are taken to be similarLead deviations above unrelated
	// sentences, with a deviation of similarSpread, as embeddings have it about; the guess counts
	// for priorDistances beads.
	similarLead   = 5
	similarSpread = 2
	// similarGap is how far apart the two are at least, in deviations, so that the costs have a
	// sign.
	similarGap = 1
	// similarMemo bounds the similarities that a pricer remembers.
	similarMemo = 1 << 18
)

// Fit calls Prepare, and looks at pairs of sentences from all over the texts for the scale. It is
// an error if Prepare is nil or fails, or if a similarity is not a finite number.
func (e Similarities) Fit(ctx context.Context, src, tgt *segment.Text) (Model, error) {
	if e.Prepare == nil {
		return nil, errors.New("Similarities.Prepare is not set")
	}
	of, err := e.Prepare(ctx, src, tgt)
	if err != nil {
		return nil, err
	}
	if of == nil {
		return nil, errors.New("Similarities.Prepare returned no function and no error")
	}
	m := &similarityModel{of: of, sentences: len(tgt.Sentences)}
	if err := m.estimate(len(src.Sentences), len(tgt.Sentences)); err != nil {
		return nil, err
	}
	return m, nil
}

// A similarityModel takes similarities, in deviations of those of unrelated sentences from their
// median, to be normally distributed: those of unrelated sentences by definition with mean 0 and
// deviation 1.
type similarityModel struct {
	of          func(pairs []Pair) []float64
	sentences   int    // of the target
	unrelated   normal // as similarities
	translation normal // in deviations
}

// estimate finds out how similar unrelated sentences are.
func (m *similarityModel) estimate(n, k int) error {
	m.translation = normal{similarLead, similarSpread}
	if n == 0 || k == 0 {
		return nil
	}
	var pairs []Pair
	for p := range unrelatedPairs {
		i, j := p*7919%n, p*104729%k // the same places every time; see vectorModel.estimate
		if abs := math.Abs(float64(i)/float64(n) - float64(j)/float64(k)); abs > 0.1 || n < 10 {
			pairs = append(pairs, Pair{segment.Range{Lo: i, Hi: i + 1}, segment.Range{Lo: j, Hi: j + 1}})
		}
	}
	if len(pairs) == 0 {
		return nil
	}
	values := m.of(pairs)
	if len(values) != len(pairs) {
		return fmt.Errorf("Similarities returned %d values for %d pairs; return one for each", len(values), len(pairs))
	}
	for i, x := range values {
		if math.IsNaN(x) || math.IsInf(x, 0) {
			return fmt.Errorf("the similarity of sentences %d and %d is %v; return a finite number",
				pairs[i].Source.Lo, pairs[i].Target.Lo, x)
		}
	}
	m.unrelated = spreadOf(values)
	return nil
}

// spreadOf returns the median of values, which it sorts, and their deviation by the quartiles.
func spreadOf(values []float64) normal {
	slices.Sort(values)
	// Half of a normal distribution lies within 0.6745 deviations of its mean.
	quartiles := (values[len(values)*3/4] - values[len(values)/4]) / 2 / 0.6745
	return normal{values[len(values)/2], quartiles}
}

// deviations returns similarities in deviations of unrelated sentences; 0 if those are all equal.
func (m *similarityModel) deviations(values []float64) []float64 {
	for i, x := range values {
		if m.unrelated.deviation <= 0 {
			values[i] = 0
			continue
		}
		values[i] = (x - m.unrelated.mean) / m.unrelated.deviation
	}
	return values
}

// Learn estimates how similar translations are.
func (m *similarityModel) Learn(ctx context.Context, pairs []Pair) error {
	var z []float64
	for batch := range slices.Chunk(pairs, 1000) {
		if err := ctx.Err(); err != nil {
			return err
		}
		z = append(z, m.deviations(slices.Clone(m.of(batch)))...)
	}
	m.translation = normal{similarLead, similarSpread}
	if len(z) == 0 {
		return nil
	}
	found, n := spreadOf(z), float64(len(z))
	mix := func(x, y float64) float64 { return (n*x + priorDistances*y) / (n + priorDistances) }
	m.translation.mean = math.Max(similarGap, mix(found.mean, similarLead))
	m.translation.deviation = math.Max(leastDeviation, mix(found.deviation, similarSpread))
	return nil
}

// Fresh returns a model that has learnt nothing and shares the function.
func (m *similarityModel) Fresh(context.Context) (Model, error) {
	return &similarityModel{m.of, m.sentences, m.unrelated, normal{similarLead, similarSpread}}, nil
}

// Pricer returns a pricer with an empty memory.
func (m *similarityModel) Pricer() Pricer { return &similarityPricer{m, map[Pair]float64{}} }

// A similarityPricer prices beads by a similarityModel.
type similarityPricer struct {
	model *similarityModel
	memo  map[Pair]float64
}

// Cost returns the log ratio of the two densities, with one deviation for both, which makes it
// linear in the similarity.
func (p *similarityPricer) Cost(s, t segment.Range) float64 {
	pair := Pair{s, t}
	if c, ok := p.memo[pair]; ok {
		return c
	}
	if len(p.memo) > similarMemo {
		clear(p.memo)
	}
	batch := []Pair{pair}
	for n := 1; n < similarBatch && t.Hi+n <= p.model.sentences; n++ {
		batch = append(batch, Pair{s, segment.Range{Lo: t.Lo + n, Hi: t.Hi + n}})
	}
	return p.Costs(batch)[0]
}

// Costs returns the cost of each pair, all of which it asks for at once.
func (p *similarityPricer) Costs(pairs []Pair) []float64 {
	out := slices.Clone(p.model.of(pairs))
	if len(out) != len(pairs) {
		return slices.Repeat([]float64{math.NaN()}, len(pairs)) // an error of the alignment
	}
	near := p.model.translation
	variance := (near.deviation*near.deviation + 1) / 2
	for i, z := range p.model.deviations(out) {
		c := (near.mean/2 - z) * near.mean / variance
		out[i] = math.Max(-vectorCap, math.Min(vectorCap, vectorWeight*c))
		p.memo[pairs[i]] = out[i]
	}
	return out
}
