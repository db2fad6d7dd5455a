package align

import (
	"cmp"
	"context"
	"fmt"
	"math"
	"slices"

	"github.com/bitext-go/bitext/align/evidence"
	"github.com/bitext-go/bitext/align/internal/judge"
	"github.com/bitext-go/bitext/segment"
)

const (
	// candidates is how many sentences of the other text each sentence is held against.
	candidates = 12
	// Sentences with fewer characters than this, both together, are too short to be found.
	leastMined = 30
	// minedAt is the least probability of a pair that is found.
	minedAt = 0.5
)

// Mine finds the few sentences of two texts that translate one another, in any order: of two
// newspapers of one day, or of reports of two years. The beads have one sentence of each text, and
// no sentence is in two; they are in the order of src, and those of tgt may cross. Translation is
// at least 0.5; Boundary is 1. Sentences without a counterpart are in no bead.
//
// Words are looked up in the evidence of the Aligner, which wants a dictionary; nothing is learnt
// from the texts. MaxGroup, Pivot, LockPivot and Anchors do not apply. The work grows about in
// proportion to the number of sentences. It is an error if a scorer fails; the error of a cancelled
// context is returned as it is.
func (a *Aligner) Mine(ctx context.Context, src, tgt *segment.Text) (beads []Bead, err error) {
	if err := checkTexts(src, tgt); err != nil {
		return nil, fmt.Errorf("align: %w", err)
	}
	err = a.run(ctx, func(ctx context.Context, c *call) (err error) {
		beads, err = a.mineTexts(ctx, c, src, tgt)
		return err
	})
	if err != nil {
		return nil, err
	}
	return beads, nil
}

func (a *Aligner) mineTexts(ctx context.Context, c *call, src, tgt *segment.Text) ([]Bead, error) {
	model, err := fit(ctx, a.scorer(), src, tgt)
	if err != nil {
		return nil, err
	}
	c.begin(len(src.Sentences))
	all := func(t *segment.Text) []int {
		out := make([]int, len(t.Sentences))
		for i := range out {
			out[i] = i
		}
		return out
	}
	m := miner{
		src: newWindows(src.CharsBefore(), rivals), tgt: newWindows(tgt.CharsBefore(), rivals),
		model: model, pricer: c.pricer(model), call: c,
	}
	found, err := m.mine(ctx, all(src), all(tgt))
	if err != nil {
		return nil, err
	}
	out := make([]Bead, len(found))
	for k, f := range found {
		if err := look(ctx, k); err != nil {
			return nil, err
		}
		out[k] = Bead{Ranges: []segment.Range{f.Source, f.Target}, Boundary: 1, Translation: f.probability}
		out[k].Reasons = reasonsFor(m.pricer, &out[k], src.Lang, tgt.Lang, a.MaxReasons)
	}
	return out, nil
}

// A miner finds translations among sentences in any order.
type miner struct {
	src, tgt *windows
	model    evidence.Model
	pricer   evidence.Pricer
	call     *call
}

// A mined is a pair that may be a translation.
type mined struct {
	evidence.Pair
	score       float64 // nats
	probability float64
}

// mine returns the pairs of the given sentences that translate one another, in the order of the
// source.
func (m *miner) mine(ctx context.Context, src, tgt []int) ([]mined, error) {
	index, ok := m.model.(evidence.Indexer)
	if !ok || len(src) == 0 || len(tgt) == 0 {
		return nil, nil
	}
	lists, err := index.Candidates(ctx, src, tgt, candidates)
	if err != nil {
		return nil, err
	}
	found, err := m.score(ctx, src, lists)
	if err != nil {
		return nil, err
	}
	if found, err = m.choose(ctx, found); err != nil {
		return nil, err
	}
	slices.SortFunc(found, func(a, b mined) int {
		return cmp.Or(cmp.Compare(a.Source.Lo, b.Source.Lo), cmp.Compare(b.score, a.score),
			cmp.Compare(a.Target.Lo, b.Target.Lo))
	})
	return distinctPairs(found), nil
}

// score returns the pairs of each source sentence with those of its list, without those that are
// forbidden or too short.
func (m *miner) score(ctx context.Context, src []int, lists [][]int) ([]mined, error) {
	one := func(i int) segment.Range { return segment.Range{Lo: i, Hi: i + 1} }
	scored := make([][]mined, len(lists))
	err := m.call.inStretches(ctx, len(lists), m.model, m.pricer, func(p evidence.Pricer, n int) {
		m.call.tick(1)
		pairs := make([]evidence.Pair, 0, len(lists[n]))
		for _, j := range lists[n] {
			pairs = append(pairs, evidence.Pair{Source: one(src[n]), Target: one(j)})
		}
		for k, cost := range evidence.Costs(p, pairs) {
			q := pairs[k]
			if !math.IsInf(cost, 1) && m.src.chars(q.Source)+m.tgt.chars(q.Target) >= leastMined {
				scored[n] = append(scored[n], mined{Pair: q, score: -cost})
			}
		}
	})
	return slices.Concat(scored...), err
}

// choose returns those of some pairs that are the best of both of their sentences, and likely
// translations. It may change the pairs.
func (m *miner) choose(ctx context.Context, list []mined) ([]mined, error) {
	rows, columns := bestScores{}, bestScores{}
	for k, q := range list {
		if err := look(ctx, k); err != nil {
			return nil, err
		}
		rows.note(q.Source.Lo, q.score)
		columns.note(q.Target.Lo, q.score)
	}
	list = slices.DeleteFunc(list, func(q mined) bool {
		return q.score < rows[q.Source.Lo].first || q.score < columns[q.Target.Lo].first
	})
	err := m.call.inStretches(ctx, len(list), m.model, m.pricer, func(p evidence.Pricer, n int) {
		q := &list[n]
		b := amongRivals(p, q.Pair, m.src, m.tgt)
		q.probability = judge.Choice(&b, q.score-max(rows[q.Source.Lo].second, columns[q.Target.Lo].second))
	})
	return slices.DeleteFunc(list, func(q mined) bool { return !(q.probability >= minedAt) }), err
}

// bestScores are the best score and the next of each sentence.
type bestScores map[int]struct{ first, second float64 }

// note notes a score of sentence k.
func (s bestScores) note(k int, score float64) {
	b, ok := s[k]
	if !ok {
		b.first, b.second = math.Inf(-1), math.Inf(-1)
	}
	if score > b.first {
		b.first, b.second = score, b.first
	} else {
		b.second = max(b.second, score)
	}
	s[k] = b
}

// distinctPairs drops pairs with a sentence that an earlier one has: scores may be equal.
func distinctPairs(found []mined) []mined {
	src, tgt := map[int]bool{}, map[int]bool{}
	return slices.DeleteFunc(found, func(q mined) bool {
		if src[q.Source.Lo] || tgt[q.Target.Lo] {
			return true
		}
		src[q.Source.Lo], tgt[q.Target.Lo] = true, true
		return false
	})
}
