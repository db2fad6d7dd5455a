package main

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"iter"
	"math"
	"slices"
	"strings"

	"github.com/bitext-go/bitext/align/check"
	"github.com/bitext-go/bitext/align/tmx"
	"github.com/bitext-go/bitext/examples/bitext/internal/corpus"
	"github.com/bitext-go/bitext/examples/bitext/internal/memories"
	"github.com/bitext-go/bitext/examples/bitext/internal/outfile"
	"github.com/bitext-go/bitext/examples/bitext/progress"
	"github.com/bitext-go/bitext/internal/near"
	"github.com/bitext-go/bitext/segment"
)

// A filtering decides which units stay, and then writes them.
type filtering struct {
	options  *filterOptions
	criteria *criteria
	in       *filterInput
	log      io.Writer
	task     *progress.Task
	report   *corpus.Report

	kept []bool            // of each unit, by its number from 1
	more map[int]*tmx.Unit // what units that are nearly equal to a kept one have besides
}

// A judgedUnit is a unit with its confidence of translation; NaN if it has none.
type judgedUnit struct {
	filterUnit
	translation float64
}

// decide reads all units and decides which stay.
func (f *filtering) decide(ctx context.Context) error {
	if f.options.rejects != "" {
		file, err := outfile.Create(f.options.rejects)
		if err != nil {
			return err
		}
		defer file.Discard() // does nothing after Commit
		w := bufio.NewWriter(file)
		if err := f.decideAll(ctx, w); err != nil {
			return err
		}
		if err := w.Flush(); err != nil {
			return err
		}
		return file.Commit()
	}
	return f.decideAll(ctx, io.Discard)
}

func (f *filtering) decideAll(ctx context.Context, rejects io.Writer) error {
	var failed error
	if f.in.source != nil {
		leftOut := leftOutLog{w: f.log, path: f.in.source.Name, counted: true}
		f.in.source.Damage = func(bad *tmx.SyntaxError) error {
			f.report.Damaged++
			leftOut.add(bad.Line, bad.Err.Error())
			return nil
		}
		defer func() { f.in.source.Damage = nil }()
	}
	fmt.Fprint(rejects, "unit\treasons\tlike unit\ttexts\n")
	similar, equal := near.NewUnits(f.options.near), near.NewSet()
	f.more = map[int]*tmx.Unit{}
	for u, findings := range f.checked(f.judged(ctx, &failed)) {
		if f.in.heads && u.number == 1 {
			f.kept = append(f.kept, true)
			continue
		}
		reasons := f.reasons(&u, findings)
		like := 0
		if len(reasons) == 0 {
			like, reasons = f.repeats(&u, similar, equal)
		}
		f.kept = append(f.kept, len(reasons) == 0)
		f.report.Add(reasons)
		if f.criteria.judged {
			f.report.Judged(u.translation)
		}
		if f.report.Read%1000 == 0 {
			f.task.Count("units", f.report.Read, 0)
		}
		if len(reasons) > 0 && f.options.rejects != "" {
			if err := writeReject(rejects, &u, reasons, like); err != nil {
				return err
			}
		}
	}
	f.report.Sort()
	if failed == nil && f.report.Read == 0 {
		failed = fmt.Errorf("%s: there is no unit in it; check that it is the right file", f.in.names[0])
	}
	return failed
}

// checked returns the units with the findings that they may be left out for.
func (f *filtering) checked(units iter.Seq2[judgedUnit, []check.Side]) iter.Seq2[judgedUnit, []check.Finding] {
	var kinds []check.Kind
	for _, name := range f.criteria.drop {
		if kind := kindOf(name); slices.Contains(check.Kinds(), kind) {
			kinds = append(kinds, kind)
		}
	}
	if len(kinds) > 0 {
		return check.All(&check.Checker{Kinds: kinds}, units)
	}
	return func(yield func(judgedUnit, []check.Finding) bool) {
		for u := range units {
			if !yield(u, nil) {
				return
			}
		}
	}
}

// kindOf returns the kind of finding that a reason of --drop means.
func kindOf(name string) check.Kind {
	if name == dropLanguage {
		return check.WrongLanguage
	}
	return check.Kind(name)
}

// reasons returns why a unit is left out by itself.
func (f *filtering) reasons(u *judgedUnit, findings []check.Finding) (out []string) {
	add := func(reason string) {
		if !slices.Contains(out, reason) {
			out = append(out, reason)
		}
	}
	texts := textsOf(u.sides)
	for _, c := range f.criteria.keep {
		x := u.translation
		if c.Measure != corpus.Translation {
			x = c.Measure.Of(texts...)
		}
		if !c.Holds(x) {
			add(string(c.Measure))
		}
	}
	for _, finding := range findings {
		for _, name := range f.criteria.drop {
			if kindOf(name) == finding.Kind {
				add(name)
			}
		}
	}
	if slices.Contains(f.criteria.drop, dropEqual) && areEqual(texts) {
		add(dropEqual)
	}
	return out
}

// areEqual reports whether two sides have the same text, spaces at the ends aside.
func areEqual(texts []string) bool {
	for i := 1; i < len(texts); i++ {
		if strings.TrimSpace(texts[i]) == strings.TrimSpace(texts[0]) && strings.TrimSpace(texts[0]) != "" {
			return true
		}
	}
	return false
}

// repeats returns why a unit is left out beside the units that stay: the number of the one that it
// repeats, and the reason.
func (f *filtering) repeats(u *judgedUnit, similar *near.Units, equal *near.Set) (like int, reasons []string) {
	texts := textsOf(u.sides)
	for _, s := range u.sides {
		texts = append(texts, s.Lang.String())
	}
	wantsNear := slices.Contains(f.criteria.drop, dropNear)
	if wantsNear || slices.Contains(f.criteria.drop, dropDuplicate) {
		if k, ok := equal.Add(u.number, texts...); ok {
			like, reasons = k, []string{dropDuplicate}
		}
	}
	if len(reasons) == 0 && wantsNear {
		if k, ok := similar.Add(u.number, texts[:len(u.sides)]...); ok {
			like, reasons = k, []string{dropNear}
		}
	}
	if len(reasons) > 0 && f.in.format == "tmx" {
		if f.more[like] == nil {
			f.more[like] = &tmx.Unit{}
		}
		memories.Gather(f.more[like], &u.unit)
	}
	return like, reasons
}

// judged returns the units with their confidences of translation, if a condition needs them.
func (f *filtering) judged(ctx context.Context, failed *error) iter.Seq2[judgedUnit, []check.Side] {
	return func(yield func(judgedUnit, []check.Side) bool) {
		var batch []judgedUnit
		flush := func() bool {
			if f.criteria.judged && len(batch) > 0 {
				sides := make([][]check.Side, len(batch))
				for i := range batch {
					sides[i] = batch[i].sides
				}
				confidences, err := judgeUnits(ctx, sides, func(texts []*segment.Text) ([]*lexiconSource, error) {
					return f.options.sources(ctx, texts, f.log)
				})
				if *failed = err; err != nil {
					return false
				}
				for i, c := range confidences {
					if c >= 0 {
						batch[i].translation = c
					}
				}
			}
			for _, u := range batch {
				if !yield(u, u.sides) {
					return false
				}
			}
			batch = batch[:0]
			return true
		}
		for u, err := range f.in.units(ctx) {
			if err != nil {
				*failed = err
				return
			}
			batch = append(batch, judgedUnit{u, math.NaN()})
			if len(batch) == judgedUnits && !flush() {
				return
			}
		}
		flush()
	}
}
