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
	one := func(i int) segment.Range { return segment.Range{Lo: i, Hi: i + 1} }
	// The best and the second score of each sentence.
	type best struct{ first, second float64 }
	lowest := best{math.Inf(-1), math.Inf(-1)}
	rows, columns := map[int]best{}, map[int]best{}
	note := func(in map[int]best, k int, score float64) {
		b, ok := in[k]
		if !ok {
			b = lowest
		}
		if score > b.first {
			b = best{score, b.first}
		} else {
			b.second = max(b.second, score)
		}
		in[k] = b
	}
	var list []mined
	lists, err := index.Candidates(ctx, src, tgt, candidates)
	if err != nil {
		return nil, err
	}
	for n, others := range lists {
		if n&0xf == 0 && ctx.Err() != nil {
			return nil, ctx.Err()
		}
		m.call.tick(1)
		pairs := make([]evidence.Pair, 0, len(others))
		for _, j := range others {
			pairs = append(pairs, evidence.Pair{Source: one(src[n]), Target: one(j)})
		}
		for k, cost := range evidence.Costs(m.pricer, pairs) {
			q := pairs[k]
			if math.IsInf(cost, 1) || m.src.chars(q.Source)+m.tgt.chars(q.Target) < leastMined {
				continue
			}
			note(rows, q.Source.Lo, -cost)
			note(columns, q.Target.Lo, -cost)
			list = append(list, mined{Pair: q, score: -cost})
		}
	}
	var found []mined
	for n, q := range list {
		if n&0xf == 0 && ctx.Err() != nil {
			return nil, ctx.Err()
		}
		row, column := rows[q.Source.Lo], columns[q.Target.Lo]
		if q.score < row.first || q.score < column.first {
			continue
		}
		b := amongRivals(m.pricer, q.Pair, m.src, m.tgt)
		q.probability = judge.Choice(&b, q.score-max(row.second, column.second))
		if q.probability >= minedAt {
			found = append(found, q)
		}
	}
	slices.SortFunc(found, func(a, b mined) int {
		return cmp.Or(cmp.Compare(a.Source.Lo, b.Source.Lo), cmp.Compare(b.score, a.score),
			cmp.Compare(a.Target.Lo, b.Target.Lo))
	})
	return distinctPairs(found), nil
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
