package align

import (
	"slices"

	"github.com/bitext-go/bitext/segment"
)

// Learning is the evidence that the texts themselves give: which words keep meeting in the beads of a first alignment
// (IBM Model 1, Brown and others, 1993). With little text it stays silent, because the errors of the first alignment
// would be all that it learns.
type Learning struct {
	// MinBeads is how many beads with two sides there must be, where nothing but numbers, marks and names is known of
	// the words; 0 means 16.
	MinBeads int
}

func (e Learning) Fit(src, tgt *segment.Text) (Model, error) {
	return fitWords(src, tgt, []Evidence{e})
}

func (Learning) link(b *tableBuilder) {}

const (
	learnRounds   = 5    // of expectation and maximisation
	learnTokens   = 150  // beads with a longer side are left out
	learnMin      = 0.01 // probabilities below are forgotten
	learnCells    = 6e6  // word pairs looked at, at most: memory is some 20 bytes a pair
	learnDiscount = 0.5  // counts off each pair, so that a chance meeting is no translation
)

// learn is the table of the model with what the beads teach, or nil where they are too few.
func (e Learning) learn(m *wordModel, beads []Bead) *table {
	least := e.MinBeads
	if least == 0 {
		least = 16
	}
	var good []Bead
	cells := 0
	for _, b := range beads {
		if b.Null() {
			continue
		}
		ns, nt := m.src.size(b.Ranges[0]), m.tgt.size(b.Ranges[1])
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
	b := newTableBuilder(m.src, m.tgt)
	for s, row := range m.base.rows {
		b.rows[s] = slices.Clone(row)
	}
	c := meet(m.src, m.tgt, good)
	fwd := c.estimate(c.source, len(m.src.types), &c.byTarget, len(m.tgt.types),
		func(k int32) float64 { f, _ := m.table.lookup(c.source(k), c.target(k)); return f })
	bwd := c.estimate(c.target, len(m.tgt.types), &c.bySource, len(m.src.types),
		func(k int32) float64 { _, b := m.table.lookup(c.source(k), c.target(k)); return b })
	for k := range c.keys {
		if f, w := keep(fwd[k]), keep(bwd[k]); c.beads[k] >= 2 && f+w > 0 {
			b.add(c.source(int32(k)), c.target(int32(k)), f, w)
		}
	}
	return b.build()
}

// keep forgets small probabilities.
func keep(p float32) float64 {
	if p <= learnMin {
		return 0
	}
	return float64(p)
}

// lookup is what the table says of a pair of types.
func (t *table) lookup(src, tgt int32) (fwd, bwd float64) {
	row := t.rows[src]
	i, ok := slices.BinarySearchFunc(row, tgt, func(l link, t int32) int { return int(l.to - t) })
	if !ok {
		return 0, 0
	}
	return float64(row[i].fwd), float64(row[i].bwd)
}

// meetings are the pairs of types that meet in beads.
type meetings struct {
	pairIndex
	bySource, byTarget tokenRows
}

// tokenRows are the tokens of all beads on one side, each with the pairs that it is in.
type tokenRows struct {
	word []int32 // the type of each token
	at   []int32 // where in pairs its own begin
	pair []int32
}

func (r *tokenRows) begin(word int32) {
	r.word, r.at = append(r.word, word), append(r.at, int32(len(r.pair)))
}

func meet(src, tgt *vocabulary, beads []Bead) *meetings {
	c := &meetings{pairIndex: newPairIndex()}
	var met []int32 // of one bead: the pair of each source and target token
	for _, b := range beads {
		s, t := b.Ranges[0], b.Ranges[1]
		ss, tt := src.tokens[src.at[s.Lo]:src.at[s.Hi]], tgt.tokens[tgt.at[t.Lo]:tgt.at[t.Hi]]
		c.bead++
		met = met[:0]
		for _, x := range ss {
			c.bySource.begin(x)
			for _, y := range tt {
				met = append(met, c.of(x, y))
			}
			c.bySource.pair = append(c.bySource.pair, met[len(met)-len(tt):]...)
		}
		for y, word := range tt {
			c.byTarget.begin(word)
			for at := y; at < len(met); at += len(tt) {
				c.byTarget.pair = append(c.byTarget.pair, met[at])
			}
		}
	}
	for _, r := range []*tokenRows{&c.bySource, &c.byTarget} {
		r.at = append(r.at, int32(len(r.pair)))
	}
	return c
}

// estimate is, for each pair, the probability of one of its types given the other, by expectation and maximisation.
// given is the type of a pair that is given, of so many; rows are the tokens to explain, of so many types, each of which
// may also come from nowhere (the empty word of IBM Model 1); prior is what was believed before.
func (c *meetings) estimate(given func(k int32) int32, givenTypes int, rows *tokenRows, types int, prior func(k int32) float64) []float32 {
	p, counts := make([]float32, len(c.keys)), make([]float32, len(c.keys))
	nowhere, lost := make([]float32, types), make([]float32, types)
	totals := make([]float32, givenTypes)
	flat := 1 / float32(types+1)
	for k := range p {
		p[k] = flat + float32(prior(int32(k)))
	}
	for i := range nowhere {
		nowhere[i] = flat
	}
	for round := range learnRounds {
		clear(counts)
		clear(lost)
		clear(totals)
		for r, word := range rows.word {
			pairs := rows.pair[rows.at[r]:rows.at[r+1]]
			sum := nowhere[word]
			for _, k := range pairs {
				sum += p[k]
			}
			share := 1 / sum
			lost[word] += nowhere[word] * share
			for _, k := range pairs {
				counts[k] += p[k] * share
			}
		}
		var all float32
		for _, x := range lost {
			all += x
		}
		for k := range counts {
			totals[given(int32(k))] += counts[k]
		}
		discount := float32(0)
		if round == learnRounds-1 {
			discount = learnDiscount
		}
		for k := range p {
			p[k] = max(0, counts[k]-discount) / (totals[given(int32(k))] + discount)
		}
		for i := range nowhere {
			nowhere[i] = lost[i] / all
		}
	}
	return p
}
