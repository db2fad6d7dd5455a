package evidence

import (
	"context"
	"math"
)

// meetings are the pairs of types that meet in beads, in the order of the source type. All that
// concerns a source type is in one place then, so that nothing needs to be hashed or looked up.
type meetings struct {
	pairsAt []int32    // by source type: its first pair, and after the last
	target  []int32    // by pair
	met     []uint16   // by pair: beads that it is in
	pairs   []bothWays // by pair: P(target|source) and P(source|target), as far as they are estimated

	occursAt []int32 // by source type: its first occurrence, and after the last
	occurs   []occurrence
	cellsAt  []int32 // by source type: its first cell
	cells    []int32 // by occurrence, by type of the target side of its bead: the pair

	typesAt []int32 // by bead: its first in types, and after the last
	types   []int32 // of the target side of each bead, without repetition
	times   []float32
}

// bothWays are two numbers of a pair of types, which are used together.
type bothWays struct{ fwd, bwd float32 }

// An occurrence is a source type in a bead, times times.
type occurrence struct {
	bead  int32
	times float32
}

// meetingsIn returns the pairs that meet in beads. Their probabilities are those of links.
func meetingsIn(ctx context.Context, beads []Pair, src, tgt *vocabulary, t *links) (*meetings, error) {
	m := &meetings{typesAt: make([]int32, 1, len(beads)+1)}
	slot := make([]int32, len(tgt.types)) // by target type: where it is in types, or its pair, plus one
	cells := m.addTargets(beads, src, tgt, slot)
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	m.addSources(beads, src)
	clear(slot)
	m.cells, m.cellsAt = make([]int32, 0, cells), make([]int32, 0, len(src.types))
	m.pairsAt = make([]int32, 1, len(src.types)+1)
	few := cells/2 + cells/8 // pairs that as many cells have, so that the lists do not grow step by step
	m.target, m.met, m.pairs = make([]int32, 0, few), make([]uint16, 0, few), make([]bothWays, 0, few)
	for s := range src.types {
		if err := look(ctx, s); err != nil {
			return nil, err
		}
		first := int32(len(m.target))
		m.cellsAt = append(m.cellsAt, int32(len(m.cells)))
		for _, o := range m.occurs[m.occursAt[s]:m.occursAt[s+1]] {
			for _, to := range m.types[m.typesAt[o.bead]:m.typesAt[o.bead+1]] {
				k := slot[to] - 1
				if k < first { // a pair of an earlier source type, or none
					k = int32(len(m.target))
					m.target, m.met = append(m.target, to), append(m.met, 0)
					slot[to] = k + 1
				}
				if m.met[k] < math.MaxUint16 {
					m.met[k]++
				}
				m.cells = append(m.cells, k)
			}
		}
		last := len(m.target)
		m.pairsAt = append(m.pairsAt, int32(last))
		m.pairs = append(m.pairs, make([]bothWays, last-int(first))...)
		for _, l := range t.row(int32(s)) {
			if k := slot[l.to] - 1; k >= first {
				m.pairs[k] = bothWays{l.fwd, l.bwd}
			}
		}
	}
	return m, nil
}

// addTargets lists the target types of each bead, and returns how many cells there will be at most.
func (m *meetings) addTargets(beads []Pair, src, tgt *vocabulary, slot []int32) (cells int) {
	for _, b := range beads {
		first := int32(len(m.types))
		for _, to := range tgt.tokensOf(b.Target) {
			k := slot[to] - 1
			if k < first {
				k = int32(len(m.types))
				m.types, m.times = append(m.types, to), append(m.times, 0)
				slot[to] = k + 1
			}
			m.times[k]++
		}
		m.typesAt = append(m.typesAt, int32(len(m.types)))
		cells += src.size(b.Source) * (len(m.types) - int(first))
	}
	return cells
}

// addSources lists the occurrences of each source type, in the order of the beads.
func (m *meetings) addSources(beads []Pair, src *vocabulary) {
	last := make([]int32, len(src.types)) // by type: the last bead that has it, plus one
	next := make([]int32, len(src.types)+1)
	for bead, b := range beads {
		for _, s := range src.tokensOf(b.Source) {
			if last[s] != int32(bead+1) {
				last[s] = int32(bead + 1)
				next[s+1]++
			}
		}
	}
	for s := range src.types {
		next[s+1] += next[s]
	}
	m.occursAt = append([]int32(nil), next...)
	m.occurs = make([]occurrence, next[len(src.types)])
	clear(last)
	for bead, b := range beads {
		for _, s := range src.tokensOf(b.Source) {
			if last[s] != int32(bead+1) {
				last[s] = int32(bead + 1)
				m.occurs[next[s]].bead = int32(bead)
				next[s]++
			}
			m.occurs[next[s]-1].times++
		}
	}
}
