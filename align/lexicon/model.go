package lexicon

import (
	"context"
	"iter"
	"math"

	"github.com/bitext-go/bitext/internal/pairtable"
)

// model is a word translation model whose two directions are trained together, so that they agree
// (Liang, Taskar and Klein, "Alignment by Agreement", 2006): a pair of words counts by the product
// of the probabilities that the two directions give it. Trained alone, a direction lets a rare word
// translate every word of its sentences. In sentences, words at the same relative place are
// preferred (Dyer, Chahuneau and Smith, "A Simple, Fast, and Effective Reparameterization of IBM
// Model 2", 2013).
type model struct {
	texts []text
	flat  []uint32 // the words of all texts
	cells pairtable.Table
	p, q  []float32 // by cell: probability of target given source, and of source given target
	count []float64 // by cell: expected number of times that the two translate one another
	entry []float64 // the part of it that came from entries
	s, t  []float64 // by word: the number of occurrences
}

// text is one sentence pair or entry: flat[at:at+m] is its source, the n after that its target.
type text struct {
	at     int
	m, n   int32
	weight float32
	entry  bool
}

const (
	rounds   = 5
	nullWord = .08 // share of words that translate nothing
	diagonal = 2.  // how strongly words at the same place are preferred

	entryTrust = .7 // share of an entry that counts for a translation in texts

	// maxCells is how many co-occurrences of two words in sentences are used: those of about a
	// hundred thousand pairs of usual length, half a gigabyte of memory at most. If there are more,
	// every k-th sentence pair is used.
	maxCells = 20e6
)

func newModel() *model { return new(model) }

func (m *model) add(s, t []uint32, weight float32, entry bool) {
	m.texts = append(m.texts, text{len(m.flat), int32(len(s)), int32(len(t)), weight, entry})
	m.flat = append(append(m.flat, s...), t...)
}

// thin leaves out sentence pairs until at most maxCells co-occurrences are left.
func (m *model) thin() {
	cells := 0
	for _, x := range m.texts {
		if !x.entry {
			cells += int(x.m) * int(x.n)
		}
	}
	step := cells/maxCells + 1
	if step == 1 {
		return
	}
	kept, i := m.texts[:0], 0
	for _, x := range m.texts {
		if !x.entry {
			if i++; i%step != 0 {
				continue
			}
		}
		kept = append(kept, x)
	}
	m.texts = kept
}

func (m *model) train(ctx context.Context, nSource, nTarget int) error {
	m.thin()
	m.s, m.t = make([]float64, nSource), make([]float64, nTarget)
	var totalS, totalT float64
	for i, x := range m.texts {
		if i&0xf == 0 && ctx.Err() != nil {
			return ctx.Err()
		}
		w := float64(x.weight)
		s, t := m.sides(x)
		for _, a := range s {
			m.s[a] += w
			totalS += w
			for _, b := range t {
				m.cells.Put(a, b)
			}
		}
		for _, b := range t {
			m.t[b] += w
			totalT += w
		}
	}
	n := m.cells.Len()
	m.p, m.q = make([]float32, n), make([]float32, n)
	for i := range n {
		m.p[i], m.q[i] = 1, 1
	}
	m.count, m.entry = make([]float64, n), make([]float64, n)
	var e expectation
	for range rounds {
		clear(m.count)
		clear(m.entry)
		for i, x := range m.texts {
			if i&0xf == 0 && ctx.Err() != nil {
				return ctx.Err()
			}
			m.expect(&e, x, totalS, totalT)
		}
		if err := m.maximise(ctx); err != nil {
			return err
		}
	}
	return nil
}

func (m *model) sides(x text) (s, t []uint32) {
	mid := x.at + int(x.m)
	return m.flat[x.at:mid], m.flat[mid : mid+int(x.n)]
}

// expectation is the working memory for one text.
type expectation struct {
	cell   []int32
	p, q   []float64
	pd, qd []float64
}

// expect adds the expected counts of one text.
func (m *model) expect(e *expectation, x text, totalS, totalT float64) {
	s, t := m.sides(x)
	e.cell, e.p, e.q = e.cell[:0], e.p[:0], e.q[:0]
	e.pd, e.qd = resized(e.pd, len(t)), resized(e.qd, len(s))
	null := nullWord
	if x.entry {
		null = 0
	}
	for j, b := range t {
		e.pd[j] = null * m.t[b] / totalT * float64(len(s)) / (1 - null)
	}
	for i, a := range s {
		e.qd[i] = null * m.s[a] / totalS * float64(len(t)) / (1 - null)
	}
	for i, a := range s {
		for j, b := range t {
			c := m.cells.Get(a, b)
			near := 1.
			if !x.entry {
				near = math.Exp(-diagonal * math.Abs((float64(i)+.5)/float64(len(s))-(float64(j)+.5)/float64(len(t))))
			}
			p, q := float64(m.p[c])*near, float64(m.q[c])*near
			e.cell, e.p, e.q = append(e.cell, c), append(e.p, p), append(e.q, q)
			e.pd[j] += p
			e.qd[i] += q
		}
	}
	k := 0
	for i := range s {
		for j := range t {
			if d := e.pd[j] * e.qd[i]; d > 0 {
				c := e.p[k] * e.q[k] / d * float64(x.weight)
				m.count[e.cell[k]] += c
				if x.entry {
					m.entry[e.cell[k]] += c
				}
			}
			k++
		}
	}
}

// maximise makes probabilities of the counts.
func (m *model) maximise(ctx context.Context) error {
	s, t := m.sums()
	for i, c := range m.count {
		if i&0xffff == 0 && ctx.Err() != nil {
			return ctx.Err()
		}
		a, b := m.cells.Pair(int32(i))
		m.p[i], m.q[i] = ratio(c, s[a]), ratio(c, t[b])
	}
	return nil
}

// sums returns how often each word is expected to translate another.
func (m *model) sums() (s, t []float64) {
	s, t = make([]float64, len(m.s)), make([]float64, len(m.t))
	for i, c := range m.count {
		a, b := m.cells.Pair(int32(i))
		s[a] += c
		t[b] += c
	}
	return s, t
}

func ratio(a, b float64) float32 {
	if b == 0 {
		return 0
	}
	return float32(a / b)
}

// learned is a pair of words that the model found.
type learned struct {
	s, t              uint32
	forward, backward float64
}

// pairs returns the pairs that are worth keeping. The probabilities of a word's translations are
// shares of the times that it is translated, not of all its occurrences, which would lose aligners
// more than half of what there is to learn about rare words. Evidence from entries alone counts for
// less, since texts often differ from dictionaries.
func (m *model) pairs(minCount float64) iter.Seq[learned] {
	s, t := m.sums()
	return func(yield func(learned) bool) {
		for i, c := range m.count {
			a, b := m.cells.Pair(int32(i))
			if c < minCount && m.entry[i] < .1*minCount && (m.entry[i] == 0 || max(c/s[a], c/t[b]) < .5) {
				continue // rare, of little weight, and not the main translation of either word
			}
			trusted := c - (1-entryTrust)*m.entry[i]
			p, q := trusted/s[a], trusted/t[b]
			if max(p, q) < minBetter || p*q < minProduct {
				continue
			}
			if !yield(learned{a, b, p, q}) {
				return
			}
		}
	}
}

func resized(s []float64, n int) []float64 {
	if cap(s) < n {
		return make([]float64, n)
	}
	return s[:n]
}
