package align

import (
	"context"

	"github.com/bitext-go/bitext/align/evidence"
	"github.com/bitext-go/bitext/align/internal/judge"
	"github.com/bitext-go/bitext/internal/dp"
)

const (
	// Texts are searched again, at most mostAgain times, if more than fewStrangers beads and
	// strangerShare of them are expected to be no translations.
	fewStrangers  = 2
	strangerShare = 0.05
	mostAgain     = 2
	// What a new search finds counts only if it keeps at least this share of the sentences that had
	// a counterpart.
	leastKept = 0.9
	// Where words are hardly known, translations do not lead far before chance (see judge.Verdict),
	// and nothing is left out unless this share of the beads are no translations and lengths do not
	// vouch for the path.
	clearLead       = 6.5
	mostlyStrangers = 0.7
	// Then sentences of a bead that is less likely a translation than this have no counterpart. In
	// texts that are translations throughout beads stay, since a free translation may look so too.
	leastTranslation = 0.3
	// And where fewer of all sentences than hardlyAny have a counterpart, only beads that are as
	// likely as clearTranslation keep theirs: chance makes a few good pairs in any two texts.
	hardlyAny        = 0.05
	clearTranslation = 0.9
)

// leaveStrangers judges the beads. If many of them are no translations it leaves their sentences
// without counterparts, learns from the others alone, and searches again.
func (x *search) leaveStrangers(ctx context.Context) error {
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
		case strangers <= fewStrangers+strangerShare*n:
			return nil
		case lead < clearLead && (strangers < mostlyStrangers*n || x.lengthsVouch()):
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
		x.near = before.near
		if err := x.refinePass(ctx, false, true); err != nil {
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
		if x.paired() < hardlyAny*float64(len(x.src.Sentences)+len(x.tgt.Sentences)) {
			x.part(clearTranslation)
		}
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
	copied := x.copied()
	beads, at, err := x.measure(ctx, copied)
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
	for k := range copied {
		translation[k] = 1
	}
	return translation, v.Lead, nil
}
