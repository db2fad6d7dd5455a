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
		cells += (ns + 1) * nt
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
	fwd := model1(m.src, m.tgt, good, 0, 1, m.prior)
	bwd := model1(m.tgt, m.src, good, 1, 0, func(t, s int32) float64 { return m.priorBack(s, t) })
	for _, p := range fwd {
		b.add(p.s, p.t, p.p, 0)
	}
	for _, p := range bwd {
		b.add(p.t, p.s, 0, p.p)
	}
	return b.build()
}

// prior and priorBack are what the model believed before.
func (m *wordModel) prior(s, t int32) float64     { f, _ := m.lookup(s, t); return f }
func (m *wordModel) priorBack(s, t int32) float64 { _, b := m.lookup(s, t); return b }

func (m *wordModel) lookup(s, t int32) (fwd, bwd float64) {
	row := m.table.rows[s]
	i, ok := slices.BinarySearchFunc(row, t, func(l link, t int32) int { return int(l.to - t) })
	if !ok {
		return 0, 0
	}
	return float64(row[i].fwd), float64(row[i].bwd)
}

type learned struct {
	s, t int32
	p    float64
}

// model1 estimates P(t|s) for the types of two vocabularies from beads; src and tgt say which Range of a bead is whose.
// A pair counts only where at least two beads hold it.
func model1(vs, vt *vocabulary, beads []Bead, src, tgt int, prior func(s, t int32) float64) []learned {
	index := newPairIndex()
	null := int32(len(vs.types)) // the empty word, which explains what nothing else does
	var cells []int32            // for each bead, for each target token, for each source token and null: its pair
	for _, b := range beads {
		ss, tt := vs.tokens[vs.at[b.Ranges[src].Lo]:vs.at[b.Ranges[src].Hi]], vt.tokens[vt.at[b.Ranges[tgt].Lo]:vt.at[b.Ranges[tgt].Hi]]
		index.bead++
		for _, t := range tt {
			for _, s := range ss {
				cells = append(cells, index.of(s, t))
			}
			cells = append(cells, index.of(null, t))
		}
	}
	n := len(index.keys)
	p, counts := make([]float32, n), make([]float32, n)
	totals := make([]float32, len(vs.types)+1)
	flat := 1 / float64(len(vt.types)+1)
	for k, key := range index.keys {
		s, t := int32(key>>32), int32(key&0xffffffff)
		p[k] = float32(flat)
		if s != null {
			p[k] += float32(prior(s, t))
		}
	}
	for round := range learnRounds {
		clear(counts)
		clear(totals)
		pos := 0
		for _, b := range beads {
			ns := vs.size(b.Ranges[src]) + 1
			for range vt.size(b.Ranges[tgt]) {
				row := cells[pos : pos+ns]
				pos += ns
				var sum float32
				for _, c := range row {
					sum += p[c]
				}
				for _, c := range row {
					counts[c] += p[c] / sum
				}
			}
		}
		for k, key := range index.keys {
			totals[key>>32] += counts[k]
		}
		if round == learnRounds-1 {
			break
		}
		for k, key := range index.keys {
			p[k] = counts[k] / totals[key>>32]
		}
	}
	var out []learned
	for k, key := range index.keys {
		s, t := int32(key>>32), int32(key&0xffffffff)
		if s == null || index.beads[k] < 2 {
			continue
		}
		if q := (float64(counts[k]) - learnDiscount) / (float64(totals[s]) + learnDiscount); q > learnMin {
			out = append(out, learned{s, t, q})
		}
	}
	return out
}

// A pairIndex numbers pairs of types as they come, and counts the beads that hold each.
type pairIndex struct {
	keys  []uint64
	beads []uint16
	last  []int32
	bead  int32
	slots []int32 // open addressing; index into keys plus one
}

func newPairIndex() *pairIndex { return &pairIndex{slots: make([]int32, 1<<12)} }

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
