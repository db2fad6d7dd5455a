package evidence

import (
	"context"
	"slices"
	"sort"

	"github.com/bitext-go/bitext/segment"
)

// Learning is the evidence of the texts themselves: which words keep meeting in the beads of a
// first alignment (IBM Model 1, Brown and others, 1993). With little text it learns nothing,
// because all that it would learn is the errors of that alignment.
type Learning struct {
	// MinPairs is how many beads with two sides it takes to learn; 0 means 16.
	MinPairs int
}

// Fit counts words; the [Model] knows nothing of them before it learns. Fit fails only if ctx is
// cancelled.
func (e Learning) Fit(ctx context.Context, src, tgt *segment.Text) (Model, error) {
	return fitWords(ctx, src, tgt, []Lexical{e})
}

func (Learning) link(context.Context, *linkBuilder) error { return nil }

const (
	learnRounds   = 5    // of expectation and maximisation
	learnTokens   = 150  // beads with a longer side are left out
	learnMin      = 0.01 // probabilities up to this are dropped
	learnCells    = 3e6  // pairs of tokens, at most: each takes about 20 bytes of memory
	learnDiscount = 0.5  // taken off the count of each pair, so that one chance meeting is not a translation
)

// learn returns the links of the model with what the beads teach, or nil if they are too few. It
// returns the error of a cancelled context.
func (e Learning) learn(ctx context.Context, m *wordModel, pairs []Pair) (*links, error) {
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
		return nil, nil
	}
	if cells > learnCells { // take every k-th bead, from all over the text
		k := cells/learnCells + 1
		thin := good[:0:0]
		for i := 0; i < len(good); i += k {
			thin = append(thin, good[i])
		}
		good = thin
	}
	x, err := meetingsIn(ctx, good, m.src, m.tgt, m.links)
	if err != nil {
		return nil, err
	}
	if err := x.estimate(ctx, len(m.src.types), len(m.tgt.types)); err != nil {
		return nil, err
	}
	return m.base.build(ctx, x.learnt)
}

// learnt appends the links of source type s that the beads teach to list, in order of the target
// type.
func (m *meetings) learnt(s int, list []link) []link {
	p := &m.parts[sort.Search(len(m.parts), func(k int) bool { return s < m.parts[k].hi })]
	from := len(list)
	first, last := p.pairsOf(s)
	for k := first; k < last; k++ {
		if f, b := clip(p.pairs[k].fwd), clip(p.pairs[k].bwd); p.again[k] && f+b > 0 {
			list = append(list, link{p.target[k], f, b})
		}
	}
	slices.SortFunc(list[from:], func(x, y link) int { return int(x.to - y.to) })
	return list
}

// clip returns p, or 0 if it is small or NaN.
func clip(p float32) float32 {
	if p <= learnMin {
		return 0
	}
	return p
}
