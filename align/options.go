package align

import (
	"errors"
	"fmt"
	"runtime"

	"github.com/bitext-go/bitext/align/evidence"
	"github.com/bitext-go/bitext/segment"
)

const (
	// maxGroupLimit bounds MaxGroup: nothing that large is a translation unit.
	maxGroupLimit = 10
	// defaultMaxGroup holds all beads of the development data except for two in 2,300.
	defaultMaxGroup = 5
)

// check returns what is wrong with the options or the texts.
func (a *Aligner) check(texts []*segment.Text) error {
	if len(texts) < 2 {
		return errors.New("two texts or more are needed")
	}
	if err := checkTexts(texts...); err != nil {
		return err
	}
	for i, t := range texts {
		if len(t.Sentences) == 0 {
			return fmt.Errorf("text %d (%s) %w", i+1, t.Lang, ErrNoSentences)
		}
	}
	if a.Pivot < 0 || a.Pivot >= len(texts) {
		return fmt.Errorf("pivot %d: there are %d texts; count from 0", a.Pivot, len(texts))
	}
	if err := a.checkOptions(); err != nil {
		return err
	}
	return checkAnchors(a.Anchors, texts)
}

// checkTexts returns what is wrong with texts that were made by hand.
func checkTexts(texts ...*segment.Text) error {
	for i, t := range texts {
		switch err := t.Check(); {
		case t == nil:
			return fmt.Errorf("text %d is nil", i+1)
		case err != nil:
			return fmt.Errorf("text %d (%s): %w", i+1, t.Lang, err)
		}
	}
	return nil
}

// checkOptions returns what is wrong with the options that do not depend on the texts.
func (a *Aligner) checkOptions() error {
	if a.MaxGroup < 0 || a.MaxGroup > maxGroupLimit {
		return fmt.Errorf("MaxGroup %d: set it to 1 to %d, or to 0 for %d",
			a.MaxGroup, maxGroupLimit, defaultMaxGroup)
	}
	if a.Workers < 0 {
		return fmt.Errorf("the field Workers %d: set it to 1 or more, or to 0 for one for each processor", a.Workers)
	}
	return nil
}

func (a *Aligner) maxGroup() int {
	if a.MaxGroup == 0 {
		return defaultMaxGroup
	}
	return a.MaxGroup
}

func (a *Aligner) workers() int {
	if a.Workers == 0 {
		return runtime.GOMAXPROCS(0)
	}
	return a.Workers
}

func (a *Aligner) scorer() evidence.Scorer {
	if a.Scorer == nil {
		return evidence.Standard()
	}
	return a.Scorer
}
