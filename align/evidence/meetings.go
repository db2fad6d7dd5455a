package evidence

import (
	"context"

	"github.com/bitext-go/bitext/internal/workers"
)

// meetings are the pairs of types that meet in beads, in the order of the source type. All that
// concerns a source type is in one place then, so that nothing needs to be hashed or looked up.
type meetings struct {
	occursAt []int32 // by source type: its first occurrence, and after the last
	occurs   []occurrence
	targets  targetSides
	parts    []meetingPart
}

// An occurrence is a source type in a bead, times times.
type occurrence struct {
	bead  int32
	times float32
}

// targetSides are the types of the target side of each bead, without repetition.
type targetSides struct {
	at    []int32 // by bead: its first in types, and after the last
	types []int32
	times []float32
}

// of returns the types of a bead.
func (t *targetSides) of(bead int32) []int32 { return t.types[t.at[bead]:t.at[bead+1]] }

// A meetingPart is some source types that follow one another, with their pairs. Goroutines share
// out the parts. How many there are depends on the beads alone, since sums of parts differ in their
// last bits from those of other parts.
type meetingPart struct {
	lo, hi  int        // the first source type, and after the last
	pairsAt []int32    // by source type, from lo: its first pair, and after the last
	target  []int32    // by pair
	again   []bool     // by pair: it is in more than one bead
	pairs   []bothWays // by pair: P(target|source) and P(source|target), as far as they are estimated
	cells   []int32    // by occurrence, by type of its bead: the pair, from the first of the source type
	cellsAt []int      // by source type, from lo: its first cell
}

// bothWays are two numbers of a pair of types, which are used together.
type bothWays struct{ fwd, bwd float32 }

const (
	// A part has about partCells cells, since goroutines take a while to begin, but there are at
	// most mostParts of them, since each has sums of its own.
	partCells = 150_000
	mostParts = 8
)

// meetingsIn returns the pairs that meet in beads. Their probabilities are those of links.
func meetingsIn(ctx context.Context, beads []Pair, src, tgt *vocabulary, t *links) (*meetings, error) {
	m := &meetings{}
	m.addSources(beads, src)
	m.addTargets(beads, tgt)
	m.cut(len(src.types))
	err := workers.Each(ctx, len(m.parts), func(k int) error {
		return m.parts[k].meet(ctx, m, len(tgt.types), t)
	})
	return m, err
}

// addTargets lists the target types of each bead.
func (m *meetings) addTargets(beads []Pair, tgt *vocabulary) {
	at, tokens := make([]int32, 1, len(beads)+1), 0
	for _, b := range beads {
		tokens += tgt.size(b.Target)
	}
	types, times := make([]int32, 0, tokens), make([]float32, 0, tokens)
	slot := make([]int32, len(tgt.types)) // by target type: where it is in types, plus one
	for _, b := range beads {
		first := int32(len(types))
		for _, to := range tgt.tokensOf(b.Target) {
			k := slot[to] - 1
			if k < first {
				k = int32(len(types))
				types, times = append(types, to), append(times, 0)
				slot[to] = k + 1
			}
			times[k]++
		}
		at = append(at, int32(len(types)))
	}
	m.targets = targetSides{at, types, times}
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

// cut makes parts of about as many cells.
func (m *meetings) cut(srcTypes int) {
	all := 0
	for _, o := range m.occurs {
		all += len(m.targets.of(o.bead))
	}
	n := max(1, min(mostParts, all/partCells))
	lo, before, cells := 0, 0, 0
	for s := range srcTypes {
		for _, o := range m.occursOf(s) {
			cells += len(m.targets.of(o.bead))
		}
		if len(m.parts) < n-1 && cells >= (len(m.parts)+1)*all/n || s == srcTypes-1 {
			m.parts = append(m.parts, meetingPart{lo: lo, hi: s + 1, cells: make([]int32, cells-before)})
			lo, before = s+1, cells
		}
	}
}

// occursOf returns the occurrences of a source type.
func (m *meetings) occursOf(s int) []occurrence { return m.occurs[m.occursAt[s]:m.occursAt[s+1]] }

// meet lists the pairs of the part. Their probabilities are those of t.
func (p *meetingPart) meet(ctx context.Context, m *meetings, tgtTypes int, t *links) error {
	slot := make([]int32, tgtTypes)        // by target type: its pair, plus one
	few := len(p.cells)/2 + len(p.cells)/8 // pairs that as many cells have, so that the lists do not grow step by step
	target, again, pairs := make([]int32, 0, few), make([]bool, 0, few), make([]bothWays, 0, few)
	p.pairsAt, p.cellsAt = make([]int32, 1, p.hi-p.lo+1), make([]int, 0, p.hi-p.lo)
	cells := p.cells
	for s := p.lo; s < p.hi; s++ {
		if err := look(ctx, s); err != nil {
			return err
		}
		first := int32(len(target))
		p.cellsAt = append(p.cellsAt, len(p.cells)-len(cells))
		for _, o := range m.occursOf(s) {
			types := m.targets.of(o.bead)
			own := cells[:len(types)]
			cells = cells[len(types):]
			for x, to := range types {
				k := slot[to] - 1
				if k < first { // a pair of an earlier source type, or none
					k = int32(len(target))
					target, again = append(target, to), append(again, false)
					slot[to] = k + 1
				} else {
					again[k] = true
				}
				own[x] = k - first
			}
		}
		p.pairsAt = append(p.pairsAt, int32(len(target)))
		pairs = append(pairs, make([]bothWays, len(target)-int(first))...)
		for _, l := range t.row(int32(s)) {
			if k := slot[l.to] - 1; k >= first {
				pairs[k] = bothWays{l.fwd, l.bwd}
			}
		}
	}
	p.target, p.again, p.pairs = target, again, pairs
	return nil
}

// pairsOf returns where the pairs of source type s begin and end.
func (p *meetingPart) pairsOf(s int) (first, last int32) {
	return p.pairsAt[s-p.lo], p.pairsAt[s-p.lo+1]
}

// cellsOf returns the cells of the part from the first of source type s on.
func (p *meetingPart) cellsOf(s int) []int32 { return p.cells[p.cellsAt[s-p.lo]:] }
