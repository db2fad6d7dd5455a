package evidence

import (
	"context"
	"math"
	"slices"

	"github.com/bitext-go/bitext/internal/pairtable"
	"github.com/bitext-go/bitext/segment"
)

// Learning is the evidence of the texts themselves: which words keep meeting in the beads of a
// first alignment (IBM Model 1, Brown and others, 1993). With little text it learns nothing,
// because all that it would learn is the errors of that alignment.
type Learning struct {
	// MinPairs is how many beads with two sides it takes to learn; 0 means 16.
	MinPairs int
}

// Fit counts words; the [Model] knows nothing of them before it learns. Fit never fails.
func (e Learning) Fit(ctx context.Context, src, tgt *segment.Text) (Model, error) {
	return fitWords(ctx, src, tgt, []Lexical{e})
}

func (Learning) link(b *linkBuilder) {}

const (
	learnRounds   = 5    // of expectation and maximisation
	learnTokens   = 150  // beads with a longer side are left out
	learnMin      = 0.01 // probabilities up to this are dropped
	learnCells    = 3e6  // pairs of tokens, at most: each takes about 20 bytes of memory
	learnDiscount = 0.5  // taken off the count of each pair, so that one chance meeting is not a translation
)

// learn returns the links of the model with what the beads teach, or nil if they are too few.
func (e Learning) learn(m *wordModel, pairs []Pair) *links {
	least := e.MinPairs
	if least == 0 {
		least = 16
	}
	var good []Pair
	cells := 0
	for _, b := range pairs {
		ns, nt := m.src.size(b.Source), m.tgt.size(b.Target)
		if ns == 0 || nt == 0 || ns > learnTokens || nt > learnTokens {
			continue
		}
		good = append(good, b)
		cells += ns * nt
	}
	if len(good) < least {
		return nil
	}
	if cells > learnCells { // take every k-th bead, from all over the text
		k := cells/learnCells + 1
		thin := good[:0:0]
		for i := 0; i < len(good); i += k {
			thin = append(thin, good[i])
		}
		good = thin
	}
	b := newLinkBuilder(m.src, m.tgt)
	for s, row := range m.base.rows {
		b.rows[s] = slices.Clone(row)
	}
	c := cooccurrencesIn(good, m.src, m.tgt)
	fwd, bwd := c.estimate(m.links)
	for k := range int32(c.Len()) {
		if f, w := clip(fwd[k]), clip(bwd[k]); c.met[k] >= 2 && f+w > 0 {
			b.add(c.source(k), c.target(k), f, w)
		}
	}
	return b.build()
}

// clip returns p, or 0 if it is small or NaN.
func clip(p float32) float64 {
	if p <= learnMin {
		return 0
	}
	return float64(p)
}

// cooccurrences are the pairs of types that meet in beads.
type cooccurrences struct {
	pairtable.Table
	src, tgt *vocabulary
	beads    []Pair
	met      []uint16 // by pair: beads that it is in
	cells    []int32  // for each bead, for each source token, for each target token: the number of the pair
}

func cooccurrencesIn(beads []Pair, src, tgt *vocabulary) *cooccurrences {
	cells := 0
	for _, b := range beads {
		cells += src.size(b.Source) * tgt.size(b.Target)
	}
	c := &cooccurrences{src: src, tgt: tgt, beads: beads, cells: make([]int32, 0, cells)}
	var last []int32 // by pair: the last bead that it was met in
	for bead, b := range beads {
		for _, x := range src.tokensOf(b.Source) {
			for _, y := range tgt.tokensOf(b.Target) {
				k := c.Put(uint32(x), uint32(y))
				switch {
				case int(k) == len(last):
					c.met, last = append(c.met, 1), append(last, int32(bead))
				case last[k] != int32(bead) && c.met[k] < math.MaxUint16:
					c.met[k]++
					last[k] = int32(bead)
				}
				c.cells = append(c.cells, k)
			}
		}
	}
	c.Freeze()
	return c
}

// source returns the source type of a pair.
func (c *cooccurrences) source(k int32) int32 { x, _ := c.Pair(k); return int32(x) }

// target returns the target type of a pair.
func (c *cooccurrences) target(k int32) int32 { _, y := c.Pair(k); return int32(y) }

// An expectation is how often one side of the pairs is expected to be explained by the other and,
// in the end, the probability of one type of each pair given the other.
type expectation struct {
	p, counts     []float32 // by pair
	nowhere, lost []float32 // by type that is explained: the empty word of IBM Model 1 may explain it too
	totals        []float32 // by type that explains
}

// newExpectation returns an expectation that begins with a prior for each pair.
func newExpectation(pairs, explained, given int, prior func(k int32) float64) *expectation {
	e := &expectation{
		p: make([]float32, pairs), counts: make([]float32, pairs),
		nowhere: make([]float32, explained), lost: make([]float32, explained), totals: make([]float32, given),
	}
	flat := 1 / float32(explained+1)
	for k := range e.p {
		e.p[k] = flat + float32(prior(int32(k)))
	}
	for i := range e.nowhere {
		e.nowhere[i] = flat
	}
	return e
}

// expect shares a token of a type among the pairs that it is in: n of them, step apart in cells.
func (e *expectation) expect(word int32, cells []int32, step, n int) {
	sum := e.nowhere[word]
	for k, at := 0, 0; k < n; k, at = k+1, at+step {
		sum += e.p[cells[at]]
	}
	if sum <= 0 { // every probability has come down to nothing
		e.lost[word]++
		return
	}
	share := 1 / sum
	e.lost[word] += e.nowhere[word] * share
	for k, at := 0, 0; k < n; k, at = k+1, at+step {
		c := cells[at]
		e.counts[c] += e.p[c] * share
	}
}

// maximise makes probabilities of the counts, with discount taken off each.
func (e *expectation) maximise(given func(k int32) int32, discount float32) {
	var all float32
	for _, x := range e.lost {
		all += x
	}
	for k, x := range e.counts {
		e.totals[given(int32(k))] += x
	}
	for k, x := range e.counts {
		if e.p[k] = 0; x > discount {
			e.p[k] = (x - discount) / (e.totals[given(int32(k))] + discount)
		}
	}
	for i, x := range e.lost {
		if e.nowhere[i] = 0; x > 0 {
			e.nowhere[i] = x / all
		}
	}
	clear(e.counts)
	clear(e.lost)
	clear(e.totals)
}

// estimate returns, for each pair, the probability of its target type given its source type, and in
// the other direction, by expectation and maximisation that begins with the links in use.
func (c *cooccurrences) estimate(t *links) (fwd, bwd []float32) {
	f := newExpectation(c.Len(), len(c.tgt.types), len(c.src.types),
		func(k int32) float64 { p, _ := t.lookup(c.source(k), c.target(k)); return p })
	b := newExpectation(c.Len(), len(c.src.types), len(c.tgt.types),
		func(k int32) float64 { _, p := t.lookup(c.source(k), c.target(k)); return p })
	for round := range learnRounds {
		cells := c.cells
		for _, bead := range c.beads {
			ss, tt := c.src.tokensOf(bead.Source), c.tgt.tokensOf(bead.Target)
			for y, word := range tt {
				f.expect(word, cells[y:], len(tt), len(ss))
			}
			for x, word := range ss {
				b.expect(word, cells[x*len(tt):], 1, len(tt))
			}
			cells = cells[len(ss)*len(tt):]
		}
		discount := float32(0)
		if round == learnRounds-1 {
			discount = learnDiscount
		}
		f.maximise(c.source, discount)
		b.maximise(c.target, discount)
	}
	return f.p, b.p
}
