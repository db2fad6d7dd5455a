package align

import (
	"math"
	"slices"

	"github.com/bitext-go/bitext/internal/dp"
)

// A corner is a place between sentences of two texts: i of one and j of the other stand before it.
type corner struct{ i, j int }

// An anchor is a pair of sentences that share rare words, and so probably translate one another.
type anchor struct {
	i, j int
	vote float64
	pin  bool // it is no pair, but the place before it, and given by the user
}

const (
	// Words count as rare that stand in at most rareSentences sentences, and one more for each rareGrowth sentences of
	// the text.
	rareSentences = 8
	rareGrowth    = 4000
	// A pair of sentences is an anchor if each is the other's best, with at least this vote and this many times the vote
	// of the second best.
	leastVote  = 0.15
	voteLead   = 1.3
	chainSides = 3 // neighbours on each side that an anchor is held against
	// The path may pass this many sentences beside an anchor.
	anchorMargin = 8
	fullCells    = 40_000 // a rectangle between anchors is searched whole up to this many cells
	stripMargin  = 40     // else a strip along its diagonal, this many sentences to each side,
	stripShare   = 0.02   // and this share of the rectangle's longer side
)

// anchors are pairs of sentences along which the texts run, found in time linear in the texts: sentences vote for one
// another with the rare words that they share, and the best chain of votes that crosses nowhere is kept.
func (m *wordModel) anchors() []anchor {
	best := m.candidates()
	chain := longestChain(best)
	return plausible(chain)
}

// candidates are the pairs of sentences that are each other's clear favourite, in order of i.
func (m *wordModel) candidates() []anchor {
	n := len(m.src.at) - 1
	rare := int32(rareSentences + n/rareGrowth)
	where := make([][]int32, len(m.tgt.types)) // sentences of each rare target type
	for j := range len(m.tgt.at) - 1 {
		for _, id := range m.tgt.sentence(j) {
			if m.tgt.types[id].df <= rare {
				if w := where[id]; len(w) == 0 || w[len(w)-1] != int32(j) {
					where[id] = append(w, int32(j))
				}
			}
		}
	}
	votes := map[int32]float64{}
	var touched []int32
	backBest := make([]anchor, len(m.tgt.at)-1)  // for each target sentence, its favourite
	backSecond := make([]float64, len(backBest)) // and the vote of the one after
	var out []anchor
	for i := range n {
		touched = touched[:0]
		clear(votes)
		for _, s := range m.src.sentence(i) {
			if m.src.types[s].df > rare {
				continue
			}
			for _, l := range m.table.rows[s] {
				if m.tgt.types[l.to].df > rare {
					continue
				}
				w := float64(max(l.fwd, l.bwd)) / math.Sqrt(float64(m.src.types[s].df)*float64(m.tgt.types[l.to].df))
				for _, j := range where[l.to] {
					if _, ok := votes[j]; !ok {
						touched = append(touched, j)
					}
					votes[j] += w
				}
			}
		}
		top, second := anchor{i: i, j: -1}, 0.0
		for _, j := range touched {
			v := votes[j]
			if v > top.vote {
				top.j, top.vote, second = int(j), v, top.vote
			} else if v > second {
				second = v
			}
			if b := &backBest[j]; v > b.vote {
				backSecond[j] = b.vote
				*b = anchor{i: i, j: int(j), vote: v}
			} else if v > backSecond[j] {
				backSecond[j] = v
			}
		}
		if top.j >= 0 && top.vote >= leastVote && top.vote > voteLead*second {
			out = append(out, top)
		}
	}
	mutual := out[:0]
	for _, a := range out {
		if b := backBest[a.j]; b.i == a.i && a.vote > voteLead*backSecond[a.j] {
			mutual = append(mutual, a)
		}
	}
	return mutual
}

// longestChain is the chain of anchors, rising in both texts, with the largest sum of votes (a Fenwick tree over the
// target sentences holds the best chain that ends before each).
func longestChain(list []anchor) []anchor {
	size := 0
	for _, a := range list {
		size = max(size, a.j+2)
	}
	tree := make([]int, size+1) // index into list plus one of the best chain's last anchor
	sum := make([]float64, len(list))
	prev := make([]int, len(list))
	better := func(a, b int) int { // the index whose chain weighs more
		if a == 0 || b != 0 && sum[b-1] > sum[a-1] {
			return b
		}
		return a
	}
	last := 0
	for k, a := range list {
		best := 0
		for x := a.j; x > 0; x -= x & -x { // chains that end at target sentences below a.j
			best = better(best, tree[x])
		}
		sum[k] = a.vote
		if best > 0 {
			sum[k] += sum[best-1]
		}
		prev[k] = best
		for x := a.j + 1; x < len(tree); x += x & -x {
			tree[x] = better(tree[x], k+1)
		}
		last = better(last, k+1)
	}
	var chain []anchor
	for ; last > 0; last = prev[last-1] {
		chain = append(chain, list[last-1])
	}
	slices.Reverse(chain)
	return chain
}

// plausible drops anchors that lie off the line of their neighbours in the chain.
func plausible(chain []anchor) []anchor {
	if len(chain) < 2*chainSides+1 {
		return chain
	}
	var out []anchor
	for k, a := range chain {
		near, fit := 0, 0
		for x := max(0, k-chainSides); x <= min(len(chain)-1, k+chainSides); x++ {
			if x == k {
				continue
			}
			near++
			di, dj := math.Abs(float64(chain[x].i-a.i)), math.Abs(float64(chain[x].j-a.j))
			if far := max(di, dj); math.Abs(di-dj) <= 4+0.4*min(far, 20)+0.12*far {
				fit++
			}
		}
		if 2*fit >= near {
			out = append(out, a)
		}
	}
	return out
}

// corridor is the band in which the first search looks for the path: whole rectangles between anchors where they are
// small, strips along their diagonals where they are not.
func corridor(anchors []anchor, rows, cols int) dp.Band {
	b := dp.Band{Lo: make([]int, rows+1), Hi: make([]int, rows+1)}
	for i := range b.Lo {
		b.Lo[i], b.Hi[i] = cols, 0
	}
	allow := func(i, lo, hi int) {
		b.Lo[i], b.Hi[i] = min(b.Lo[i], max(0, lo)), max(b.Hi[i], min(cols, hi))
	}
	from := corner{}
	stretch := func(to corner) {
		h, w := to.i-from.i, to.j-from.j
		if h*w <= fullCells {
			for i := from.i; i <= to.i; i++ {
				allow(i, from.j-anchorMargin, to.j+anchorMargin)
			}
		} else {
			margin := stripMargin + int(stripShare*float64(max(h, w)))
			for i := from.i; i <= to.i; i++ {
				at := from.j + int(float64(w)*float64(i-from.i)/float64(max(h, 1)))
				step := w/max(h, 1) + 1
				allow(i, max(from.j, at-margin-step), min(to.j, at+margin+step))
			}
		}
		from = to
	}
	for _, a := range anchors {
		if a.i >= from.i && a.j >= from.j {
			stretch(corner{a.i, a.j})
			if !a.pin {
				stretch(corner{a.i + 1, a.j + 1})
			}
		}
	}
	stretch(corner{rows, cols})
	return b
}
