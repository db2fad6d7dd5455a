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
	learnCells    = 12e6 // word pairs looked at, at most: memory is 12 bytes a pair
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
	fwd := c.estimate(func(k int32) (given, null int32) { return c.source(k), c.target(k) }, len(m.src.types), len(m.tgt.types),
		c.byTarget, func(k int32) float64 { f, _ := m.table.lookup(c.source(k), c.target(k)); return f })
	bwd := c.estimate(func(k int32) (given, null int32) { return c.target(k), c.source(k) }, len(m.tgt.types), len(m.src.types),
		c.bySource, func(k int32) float64 { _, b := m.table.lookup(c.source(k), c.target(k)); return b })
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
	cells []int32  // for each bead, for each source token, for each target token: the number of the pair
	sizes [][2]int // tokens of each bead
}

func meet(src, tgt *vocabulary, beads []Bead) *meetings {
	cells := 0
	for _, b := range beads {
		cells += src.size(b.Ranges[0]) * tgt.size(b.Ranges[1])
	}
	c := &meetings{pairIndex: newPairIndex(), cells: make([]int32, 0, cells)}
	for _, b := range beads {
		s, t := b.Ranges[0], b.Ranges[1]
		ss, tt := src.tokens[src.at[s.Lo]:src.at[s.Hi]], tgt.tokens[tgt.at[t.Lo]:tgt.at[t.Hi]]
		c.bead++
		for _, x := range ss {
			for _, y := range tt {
				c.cells = append(c.cells, c.of(x, y))
			}
		}
		c.sizes = append(c.sizes, [2]int{len(ss), len(tt)})
	}
	return c
}

// byTarget walks the target tokens of all beads, each as a row of pairs: first, step and number of cells.
func (c *meetings) byTarget(row func(first, step, n int)) {
	at := 0
	for _, z := range c.sizes {
		for t := range z[1] {
			row(at+t, z[1], z[0])
		}
		at += z[0] * z[1]
	}
}

// bySource walks the source tokens in the same way.
func (c *meetings) bySource(row func(first, step, n int)) {
	at := 0
	for _, z := range c.sizes {
		for s := range z[0] {
			row(at+s*z[1], 1, z[1])
		}
		at += z[0] * z[1]
	}
}

// estimate is, for each pair, the probability of one of its types given the other, by expectation and maximisation.
// ends says which type of a pair is given and which is explained; rows walks the tokens to explain, each of which may
// also come from nowhere (the empty word of IBM Model 1); prior is what was believed before.
func (c *meetings) estimate(ends func(k int32) (given, explained int32), given, explained int,
	rows func(func(first, step, n int)), prior func(k int32) float64) []float32 {
	p, counts := make([]float32, len(c.keys)), make([]float32, len(c.keys))
	nowhere, lost := make([]float32, explained), make([]float32, explained)
	totals := make([]float32, given)
	flat := 1 / float32(explained+1)
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
		rows(func(first, step, n int) {
			_, word := ends(c.cells[first])
			sum := nowhere[word]
			for k, at := 0, first; k < n; k, at = k+1, at+step {
				sum += p[c.cells[at]]
			}
			lost[word] += nowhere[word] / sum
			for k, at := 0, first; k < n; k, at = k+1, at+step {
				counts[c.cells[at]] += p[c.cells[at]] / sum
			}
		})
		var all float32
		for _, x := range lost {
			all += x
		}
		for k := range counts {
			g, _ := ends(int32(k))
			totals[g] += counts[k]
		}
		discount := float32(0)
		if round == learnRounds-1 {
			discount = learnDiscount
		}
		for k := range p {
			g, _ := ends(int32(k))
			p[k] = max(0, counts[k]-discount) / (totals[g] + discount)
		}
		for i := range nowhere {
			nowhere[i] = lost[i] / all
		}
	}
	return p
}

// A pairIndex numbers pairs of types as they come, and counts the beads that hold each.
type pairIndex struct {
	keys  []uint64
	beads []uint16
	last  []int32
	bead  int32
	slots []int32 // open addressing; index into keys plus one
}

func newPairIndex() pairIndex { return pairIndex{slots: make([]int32, 1<<12)} }

func (x *pairIndex) source(k int32) int32 { return int32(x.keys[k] >> 32) }
func (x *pairIndex) target(k int32) int32 { return int32(x.keys[k] & 0xffffffff) }

func (x *pairIndex) of(s, t int32) int32 {
	key := uint64(s)<<32 | uint64(uint32(t))
	mask := uint64(len(x.slots) - 1)
	h := key * 0x9E3779B97F4A7C15
	for at := (h >> 20) & mask; ; at = (at + 1) & mask {
		k := x.slots[at] - 1
		if k < 0 {
			x.keys, x.beads, x.last = append(x.keys, key), append(x.beads, 1), append(x.last, x.bead)
			x.slots[at] = int32(len(x.keys))
			if len(x.keys)*2 > len(x.slots) {
				x.grow()
			}
			return int32(len(x.keys) - 1)
		}
		if x.keys[k] == key {
			if x.last[k] != x.bead && x.beads[k] < 0xffff {
				x.beads[k]++
				x.last[k] = x.bead
			}
			return k
		}
	}
}

func (x *pairIndex) grow() {
	x.slots = make([]int32, 2*len(x.slots))
	mask := uint64(len(x.slots) - 1)
	for k, key := range x.keys {
		at := (key * 0x9E3779B97F4A7C15 >> 20) & mask
		for x.slots[at] != 0 {
			at = (at + 1) & mask
		}
		x.slots[at] = int32(k + 1)
	}
}
