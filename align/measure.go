package align

import (
	"context"
	"errors"
	"math"
	"sync"

	"github.com/bitext-go/bitext/align/evidence"
	"github.com/bitext-go/bitext/align/internal/judge"
	"github.com/bitext-go/bitext/internal/panics"
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
)

// measure returns what is known of each step of the path, and the step's index. Sentences without
// counterparts are null beads with an index below 0, one for every gapSentences of a run: a run is
// one decision more than many.
func (x *search) measure(ctx context.Context) (beads []judge.Bead, at []int, err error) {
	var pairs []evidence.Pair
	var which []int     // index in beads
	left, right := 0, 0 // sentences without counterparts since the last bead
	gap := func() {
		for range (max(left, right) + gapSentences - 1) / gapSentences {
			beads, at = append(beads, judge.Bead{Null: true}), append(at, -1)
		}
		left, right = 0, 0
	}
	for k, s := range x.path {
		if s.M == 0 || s.N == 0 {
			left, right = left+s.M, right+s.N
			continue
		}
		gap()
		pairs = append(pairs, pairOf(s))
		which = append(which, len(beads))
		beads, at = append(beads, judge.Bead{}), append(at, k)
	}
	gap()
	n, most := folds, rivals
	if x.cells() > longJudged {
		n, most = longFolds, longRivals
	}
	src, tgt := newWindows(x.srcChars, most), newWindows(x.tgtChars, most)
	errs := make([]error, n)
	var wait sync.WaitGroup
	var relay panics.Relay
	free := make(chan bool, max(1, x.workers))
	for fold := range n {
		var own, others []int
		every := len(pairs)*(n-1)/n/mostTaught + 1
		for k := range pairs {
			switch block := k / foldBlock; {
			case block%n == fold:
				own = append(own, k)
			case block/n%every == 0:
				others = append(others, k)
			}
		}
		free <- true
		wait.Add(1)
		go func() {
			defer func() { <-free; wait.Done() }()
			defer relay.Catch()
			pricer, err := x.taught(ctx, pairs, others)
			x.call.tick(len(x.src.Sentences) / n)
			for i, k := range own {
				if i&0xf == 0 && err == nil {
					err = ctx.Err()
				}
				if err != nil {
					break
				}
				beads[which[k]] = amongRivals(pricer, pairs[k], src, tgt)
			}
			errs[fold] = err
		}()
	}
	wait.Wait()
	relay.Raise()
	return beads, at, errors.Join(errs...)
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
