package main

import (
	"context"
	"fmt"
	"io"
	"iter"

	"github.com/bitext-go/bitext/align"
	"github.com/bitext-go/bitext/align/check"
	"github.com/bitext-go/bitext/segment"
)

// The kinds of findings that package check does not know, because they come of aligning.
const (
	kindTranslation check.Kind = "translation" // sides that are hardly translations of each other
	kindMoved       check.Kind = "moved"       // a translation that is elsewhere in the other text
)

// judgedUnits is how many units of a memory are judged at a time: each is held against the others.
const judgedUnits = 2000

// strangers returns the finding for a unit whose sides are translations of each other with a
// confidence below sure, or nothing.
func strangers(confidence, sure float64, sides []check.Side) []check.Finding {
	if confidence >= sure {
		return nil
	}
	side := 0
	for side < len(sides)-1 && sides[side].Text == "" {
		side++
	}
	return []check.Finding{{
		Kind: kindTranslation, Side: side, Span: segment.Span{End: len(sides[side].Text)},
		Wording: sides[side].Text,
		Message: fmt.Sprintf("hardly a translation, with a confidence of %s", align.Confidence(confidence)),
	}}
}

// A memoryJudge gives units of memories their confidence of translation.
type memoryJudge struct {
	options *checkOptions
	log     io.Writer
}

// judged returns the units with their confidences, and with findings for those below --sure.
func (j *memoryJudge) judged(ctx context.Context, units iter.Seq2[checkedUnit, []check.Side], failed *error,
) iter.Seq2[checkedUnit, []check.Side] {
	return func(yield func(checkedUnit, []check.Side) bool) {
		var batch []checkedUnit
		var sides [][]check.Side
		flush := func() bool {
			if *failed = j.judge(ctx, batch, sides); *failed != nil {
				return false
			}
			for i, u := range batch {
				if u.confidence != nil {
					u.extra = append(u.extra, strangers(*u.confidence, j.options.sure, sides[i])...)
				}
				if !yield(u, sides[i]) {
					return false
				}
			}
			batch, sides = batch[:0], sides[:0]
			return true
		}
		for u, s := range units {
			batch, sides = append(batch, u), append(sides, s)
			if len(batch) == judgedUnits && !flush() {
				return
			}
		}
		flush()
	}
}

// judge sets the confidences of a batch of units.
func (j *memoryJudge) judge(ctx context.Context, batch []checkedUnit, sides [][]check.Side) error {
	confidences, err := judgeUnits(ctx, sides, func(texts []*segment.Text) ([]*lexiconSource, error) {
		return j.options.sources(ctx, texts, j.log)
	})
	for i, c := range confidences {
		if c >= 0 {
			batch[i].confidence = &c
		}
	}
	return err
}

// reportTSV writes a line for each unit: its file, line, number, confidence of translation and the
// kinds of its findings.
func reportTSV(w io.Writer, r *findings) error {
	if _, err := io.WriteString(w, "file\tline\tunit\ttranslation\tfindings\n"); err != nil {
		return err
	}
	next := 0
	for i, at := range r.lines {
		var kinds []byte
		for ; next < len(r.all) && r.all[next].path == at.path && r.all[next].unit == at.unit; next++ {
			if k := string(r.all[next].Kind); len(kinds) == 0 {
				kinds = append(kinds, k...)
			} else {
				kinds = append(append(kinds, ','), k...)
			}
		}
		confidence := ""
		if c := r.confidences[i]; c != nil {
			confidence = align.Confidence(*c).String()
		}
		if _, err := fmt.Fprintf(w, "%s\t%d\t%d\t%s\t%s\n", at.path, at.line, at.unit, confidence, kinds); err != nil {
			return err
		}
	}
	return nil
}
