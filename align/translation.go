package align

import (
	"context"
	"errors"
	"math"
	"sort"
	"sync"

	"github.com/bitext-go/bitext/align/evidence"
	"github.com/bitext-go/bitext/align/internal/judge"
	"github.com/bitext-go/bitext/internal/dp"
	"github.com/bitext-go/bitext/internal/panics"
	"github.com/bitext-go/bitext/segment"
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
)

const (
	// Texts are searched again if more than this many beads, and this share of them, are expected
	// to be no translations, at most so often.
	fewStrangers  = 2
	strangerShare = 0.05
	mostAgain     = 2
	// What a new search finds counts only if it keeps at least this share of the sentences that had
	// a counterpart.
	leastKept = 0.9
	// Where words are hardly known, translations do not lead far before chance (see judge.Verdict),
	// and nothing is left out unless this share of the beads are no translations.
	clearLead       = 6.5
	mostlyStrangers = 0.7
	// Then sentences of a bead that is less likely a translation than this have no counterpart. In
	// texts that are translations throughout beads stay, since a free translation may look so too.
	leastTranslation = 0.3
)

// leaveStrangers judges the beads. If many of them are no translations it leaves their sentences
// without counterparts, learns from the others alone, and searches again.
func (x *search) leaveStrangers(ctx context.Context, width int) error {
	translation, lead, err := x.judge(ctx)
	if err != nil {
		return err
	}
	x.translation = translation
	for range mostAgain {
		strangers, n := 0.0, 0.0
		for k, s := range x.path {
			if s.M > 0 && s.N > 0 {
				strangers, n = strangers+1-x.translation[k], n+1
			}
		}
		switch {
		case strangers <= fewStrangers+strangerShare*n, lead < clearLead && strangers < mostlyStrangers*n:
			return nil
		}
		before, paired := *x, x.paired()
		x.part(0.5)
		if err := x.relearn(ctx); err != nil {
			return err
		}
		x.call.begin(3 * len(x.src.Sentences))
		if err := x.firstPass(ctx); err != nil {
			return err
		}
		if err := x.refinePass(ctx, width, true); err != nil {
			return err
		}
		if x.translation, lead, err = x.judge(ctx); err != nil {
			return err
		}
		lost := x.paired() < leastKept*paired
		if lost {
			*x = before
		}
		x.part(leastTranslation)
		if lost {
			return nil
		}
	}
	return nil
}

// paired returns how many sentences have a counterpart, more likely than not.
func (x *search) paired() (n float64) {
	for k, s := range x.path {
		if x.translation[k] >= 0.5 {
			n += float64(s.M + s.N)
		}
	}
	return n
}

// part leaves the sentences of steps that are less likely translations without counterparts.
func (x *search) part(least float64) {
	var q search
	add := func(k int, s dp.Step) {
		q.path, q.posterior = append(q.path, s), append(q.posterior, x.posterior[k])
		q.evidence, q.translation = append(q.evidence, x.evidence[k]), append(q.translation, x.translation[k])
	}
	for k, s := range x.path {
		if s.M > 0 && s.N > 0 && x.translation[k] < least {
			add(k, dp.Step{I: s.I, J: s.J, M: s.M})
			add(k, dp.Step{I: s.I + s.M, J: s.J, N: s.N})
			continue
		}
		add(k, s)
	}
	x.path, x.posterior, x.evidence, x.translation = q.path, q.posterior, q.evidence, q.translation
}

// relearn teaches the priors and the model, which forgets what it has learnt before, what the path
// shows.
func (x *search) relearn(ctx context.Context) error {
	x.priors.learn(x.path)
	if f, ok := x.model.(evidence.Fresher); ok {
		fresh, err := f.Fresh(ctx)
		if err != nil {
			return err
		}
		if fresh != nil {
			x.model = fresh
		}
	}
	if err := x.model.Learn(ctx, x.pairs()); err != nil {
		return err
	}
	x.pricer = x.call.pricer(x.model)
	return nil
}

// judge returns, for each step of the path, the probability that its sides translate one another, 0
// for a step with an empty side, and how far translations lead before chance.
func (x *search) judge(ctx context.Context) (translation []float64, lead float64, err error) {
	beads, at, err := x.measure(ctx)
	if err != nil {
		return nil, 0, err
	}
	v, err := judge.Judge(ctx, beads)
	if err != nil {
		return nil, 0, err
	}
	translation = make([]float64, len(x.path))
	for k, p := range v.Translation {
		if at[k] >= 0 {
			translation[at[k]] = p
		}
	}
	return translation, v.Lead, nil
}

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
	if x.cells() > longCells {
		n, most = longFolds, longRivals
	}
	src, tgt := newWindows(x.srcChars, most), newWindows(x.tgtChars, most)
	errs := make([]error, n)
	var wait sync.WaitGroup
	var relay panics.Relay
	free := make(chan bool, max(1, x.workers))
	for fold := range n {
		var own, others []int
		for k := range pairs {
			if k/foldBlock%n == fold {
				own = append(own, k)
			} else {
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

// windows are the ranges of a text that have some number of sentences, by their length.
type windows struct {
	before []float64 // characters before each sentence
	most   int       // ranges that near returns

	lock   sync.Mutex
	sorted map[int][]int // by number of sentences: where ranges begin, the shortest first
}

func newWindows(before []float64, most int) *windows {
	return &windows{before: before, most: most, sorted: map[int][]int{}}
}

func (w *windows) chars(r segment.Range) float64 { return w.before[r.Hi] - w.before[r.Lo] }

// near returns ranges with as many sentences as r that are about as long, half of them shorter,
// and have none of its sentences.
func (w *windows) near(r segment.Range) []segment.Range {
	n := r.Len()
	length := func(lo int) float64 { return w.before[lo+n] - w.before[lo] }
	w.lock.Lock()
	list, ok := w.sorted[n]
	if !ok {
		for lo := 0; lo+n < len(w.before); lo++ {
			list = append(list, lo)
		}
		sort.SliceStable(list, func(x, y int) bool { return length(list[x]) < length(list[y]) })
		w.sorted[n] = list
	}
	w.lock.Unlock()
	at := sort.Search(len(list), func(k int) bool { return length(list[k]) >= w.chars(r) })
	out := make([]segment.Range, 0, w.most)
	for lo, hi := at-1, at; len(out) < w.most && (lo >= 0 || hi < len(list)); {
		for _, k := range [2]int{hi, lo} {
			if k >= 0 && k < len(list) && len(out) < w.most && (list[k]+n <= r.Lo || list[k] >= r.Hi) {
				out = append(out, segment.Range{Lo: list[k], Hi: list[k] + n})
			}
		}
		lo, hi = lo-1, hi+1
	}
	return out
}
