package align

import (
	"context"
	"math"

	"github.com/bitext-go/bitext/align/evidence"
	"github.com/bitext-go/bitext/align/internal/judge"
	"github.com/bitext-go/bitext/internal/workers"
)

const (
	// Beads are judged by models that have learnt from the beads of other folds. A fold is made of
	// blocks of foldBlock beads from all over the texts, so that what a false bead and its false
	// neighbours teach vouches for none of them.
	folds        = 4
	longFolds    = 2 // of long texts
	foldBlock    = 16
	gapSentences = 4
	// rivals are as many ranges of the other text that each side of a bead is held against.
	rivals     = 16
	longRivals = 8 // of long texts, which show better what translations look like
	// Texts of more than longJudged cells are long here: half of the beads teach enough.
	longJudged = 1_000_000
	// mostTaught is about how many beads a model of a fold learns from, at most.
	mostTaught = 1500
	// sampled is about how many beads of long texts are held against rivals in any case. The others
	// are if they may not be translations.
	sampled = 800
)

// A measurement says of each step of a path what is known of it.
type measurement struct {
	beads []judge.Bead
	at    []int // by bead: its step, or below 0
	pairs []evidence.Pair
	which []int // by pair: its bead

	src, tgt *windows
	folds    []measuredFold
}

// A measuredFold is a fold of the pairs, which is measured by a model of others.
type measuredFold struct {
	own, others []int
	pricer      evidence.Pricer
}

// measure returns what is known of each step of the path, and the step's index. Sentences without
// counterparts are null beads with an index below 0, one for every gapSentences of a run: a run is
// one decision more than many. Steps that are copied are left out.
func (x *search) measure(
	ctx context.Context, copied map[int]bool,
) (beads []judge.Bead, at []int, err error) {
	m := x.newMeasurement(copied)
	every := 1
	if x.cells() > longJudged {
		every = max(1, len(m.pairs)/sampled)
	}
	err = m.inFolds(ctx, func(f *measuredFold) (err error) {
		f.pricer, err = x.taught(ctx, m.pairs, f.others)
		x.call.tick(len(x.src.Sentences) / len(m.folds))
		for i, k := range f.own {
			if i&0xf == 0 && err == nil {
				err = ctx.Err()
			}
			if err != nil {
				return err
			}
			if k%every == k/every%every { // one of every, in any fold
				m.measurePair(f, k)
			} else {
				score, _ := scores(f.pricer, m.pairs[k:k+1])
				m.beads[m.which[k]] = judge.Bead{Score: score, Chars: m.chars(m.pairs[k]), Unmeasured: true}
			}
		}
		return nil
	})
	if err != nil {
		return nil, nil, err
	}
	list, err := judge.Open(ctx, m.beads)
	if err != nil {
		return nil, nil, err
	}
	open := make([]bool, len(m.beads))
	for _, i := range list {
		open[i] = true
	}
	err = m.inFolds(ctx, func(f *measuredFold) error {
		for _, k := range f.own {
			if open[m.which[k]] {
				if err := ctx.Err(); err != nil {
					return err
				}
				m.measurePair(f, k)
				m.beads[m.which[k]].Open = true
			}
		}
		return nil
	})
	return m.beads, m.at, err
}

// newMeasurement returns the steps of the path, except for those that are copied, as beads of which
// nothing is known.
func (x *search) newMeasurement(copied map[int]bool) *measurement {
	steps := len(x.path)
	m := &measurement{
		beads: make([]judge.Bead, 0, steps), at: make([]int, 0, steps),
		pairs: make([]evidence.Pair, 0, steps), which: make([]int, 0, steps),
	}
	left, right := 0, 0 // sentences without counterparts since the last bead
	gap := func() {
		for range (max(left, right) + gapSentences - 1) / gapSentences {
			m.beads, m.at = append(m.beads, judge.Bead{Null: true}), append(m.at, -1)
		}
		left, right = 0, 0
	}
	for k, s := range x.path {
		if s.M == 0 || s.N == 0 {
			left, right = left+s.M, right+s.N
			continue
		}
		gap()
		if copied[k] {
			continue
		}
		m.pairs, m.which = append(m.pairs, pairOf(s)), append(m.which, len(m.beads))
		m.beads, m.at = append(m.beads, judge.Bead{}), append(m.at, k)
	}
	gap()
	n, most := folds, rivals
	if x.cells() > longJudged {
		n, most = longFolds, longRivals
	}
	m.src, m.tgt = newWindows(x.srcChars, most), newWindows(x.tgtChars, most)
	m.folds = make([]measuredFold, n)
	every := len(m.pairs)*(n-1)/n/mostTaught + 1
	for k := range m.pairs {
		block := k / foldBlock
		for i := range m.folds {
			switch f := &m.folds[i]; {
			case block%n == i:
				f.own = append(f.own, k)
			case block/n%every == 0:
				f.others = append(f.others, k)
			}
		}
	}
	return m
}

// manyCopies is the share of the pairs from which on the others are not judged by copies. It was
// set by hand.
const manyCopies = 0.1

// copied returns the steps of the path whose sides are the same, as in a translation that is not
// finished, or nil if these are few. Nothing that is translated matches as well as they do, so it
// would seem to be no translation.
func (x *search) copied() map[int]bool {
	same := evidence.Copies(x.src, x.tgt)
	if same == nil {
		return nil
	}
	out, pairs := map[int]bool{}, 0
	for k, s := range x.path {
		if s.M == 0 || s.N == 0 {
			continue
		}
		pairs++
		p := pairOf(s)
		if is, _ := same(p.Source, p.Target); is {
			out[k] = true
		}
	}
	if float64(len(out)) < manyCopies*float64(pairs) {
		return nil
	}
	return out
}

// inFolds calls work for each fold, several at a time, and returns the first error.
func (m *measurement) inFolds(ctx context.Context, work func(f *measuredFold) error) error {
	return workers.Each(ctx, len(m.folds), func(k int) error { return work(&m.folds[k]) })
}

// measurePair holds pair k against its rivals.
func (m *measurement) measurePair(f *measuredFold, k int) {
	m.beads[m.which[k]] = amongRivals(f.pricer, m.pairs[k], m.src, m.tgt)
}

func (m *measurement) chars(q evidence.Pair) float64 {
	return m.src.chars(q.Source) + m.tgt.chars(q.Target)
}

// taught returns the pricer of a model that has learnt from some of the pairs only. If the model
// cannot begin anew, that has learnt from all.
func (x *search) taught(ctx context.Context, pairs []evidence.Pair, which []int) (evidence.Pricer, error) {
	f, ok := x.model.(evidence.Fresher)
	if !ok {
		return x.call.coarse(x.model), nil
	}
	model, err := f.Fresh(ctx)
	if err != nil || model == nil {
		return x.call.coarse(x.model), err
	}
	list := make([]evidence.Pair, len(which))
	for i, k := range which {
		list[i] = pairs[k]
	}
	if err := model.Learn(ctx, list); err != nil {
		return nil, err
	}
	return x.call.coarse(model), nil
}

// amongRivals returns what is known of a pair and its rivals.
func amongRivals(pricer evidence.Pricer, q evidence.Pair, src, tgt *windows) judge.Bead {
	ofSource, ofTarget := []evidence.Pair{q}, []evidence.Pair{q}
	for _, r := range tgt.near(q.Target) {
		ofSource = append(ofSource, evidence.Pair{Source: q.Source, Target: r})
	}
	for _, r := range src.near(q.Source) {
		ofTarget = append(ofTarget, evidence.Pair{Source: r, Target: q.Target})
	}
	own, first := scores(pricer, ofSource)
	_, second := scores(pricer, ofTarget)
	return judge.Bead{
		Score: own, Rivals: [2][]float64{first, second}, Chars: src.chars(q.Source) + tgt.chars(q.Target),
	}
}

// scores returns the evidence for the first of some pairs with a side in common, and for the
// others, those that are forbidden left out.
func scores(pricer evidence.Pricer, pairs []evidence.Pair) (first float64, others []float64) {
	costs := evidence.Costs(pricer, pairs)
	others = make([]float64, 0, len(costs)-1)
	for _, c := range costs[1:] {
		if !math.IsInf(c, 1) {
			others = append(others, -c)
		}
	}
	return -costs[0], others
}
