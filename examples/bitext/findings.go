package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"iter"
	"slices"
	"strings"

	"golang.org/x/text/language"

	"github.com/bitext-go/bitext/align/check"
	"github.com/bitext-go/bitext/align/tmx"
	bar "github.com/bitext-go/bitext/examples/bitext/progress"
	"github.com/bitext-go/bitext/internal/say"
)

// findings collects what a check finds.
type findings struct {
	kinds      []check.Kind
	glossaries []string
	forbidden  []string // files of terms that must not be used
	checker    check.Checker
	log        io.Writer
	lines      []place // the place of each unit, by its number from 1 over all files
	before     int     // units of the files before it
	all        []finding
	// confidences are those of translation, for each unit; nil if it has none.
	confidences []*float64
	ready       bool         // the glossaries have been read
	judge       *memoryJudge // nil if units of memories are not judged
	task        *bar.Task
	style       style // of the report in text
}

// A finding is one of package check, with its place.
type finding struct {
	check.Finding
	place
	lang  language.Tag
	other place // of the unit that it is compared with
}

// A checkedUnit is a unit and where its text is.
type checkedUnit struct {
	langs      []language.Tag
	place      func(side, offset int) place
	confidence *float64        // that its sides are translations of each other; nil if unknown
	extra      []check.Finding // what package check does not find
}

// check checks units, in the order in which they come.
func (r *findings) check(units iter.Seq2[checkedUnit, []check.Side]) {
	for u, found := range check.All(&r.checker, units) {
		n := r.checker.Units()
		at := u.place(0, 0)
		at.unit = n - r.before
		r.lines, r.confidences = append(r.lines, at), append(r.confidences, u.confidence)
		for _, f := range u.extra {
			if slices.Contains(r.kinds, f.Kind) {
				found = append(found, f)
			}
		}
		for _, f := range found {
			x := finding{Finding: f, place: u.place(f.Side, f.Span.Start), lang: u.langs[f.Side]}
			x.place.unit = at.unit
			if f.Earlier > 0 {
				x.other = r.lines[f.Earlier-1]
				x.Message = renumbered(f, x.other, x.path)
			}
			r.all = append(r.all, x)
		}
		r.task.Count("units", n, 0)
	}
}

// renumbered returns the message of a finding that compares units, with the number that the earlier
// unit has in its own file.
func renumbered(f check.Finding, earlier place, path string) string {
	message, ok := strings.CutSuffix(f.Message, fmt.Sprintf("in unit %d", f.Earlier))
	if !ok {
		return f.Message
	}
	message += fmt.Sprintf("in unit %d", earlier.unit)
	if earlier.path != path {
		message += " of " + earlier.path
	}
	return message
}

// unitOf returns what is known of a unit besides its text.
func unitOf(sides []check.Side, place func(side, offset int) place) checkedUnit {
	u := checkedUnit{place: place}
	for _, s := range sides {
		u.langs = append(u.langs, s.Lang)
	}
	return u
}

// memory checks the units of a memory. Damaged units are reported and left out.
func (r *findings) memory(ctx context.Context, path string, in io.Reader, langs []language.Tag) (err error) {
	r.before = r.checker.Units()
	var failed error
	units := func(yield func(checkedUnit, []check.Side) bool) {
		err = r.memoryUnits(ctx, path, in, langs, yield)
	}
	if r.judge == nil {
		r.check(units)
	} else {
		r.check(r.judge.judged(ctx, units, &failed))
	}
	return errors.Join(err, failed)
}

// memoryUnits calls yield for the units of a memory until it returns false.
func (r *findings) memoryUnits(ctx context.Context, path string, in io.Reader, langs []language.Tag,
	yield func(checkedUnit, []check.Side) bool) error {
	reader := tmx.NewReader(in)
	header, _ := reader.Header() // Units returns its error again
	leftOut := leftOutLog{w: r.task.Writer(r.log), path: path}
	for u, err := range reader.Units() {
		var bad *tmx.SyntaxError
		switch {
		case errors.As(err, &bad):
			leftOut.add(bad.Line, bad.Err.Error())
			continue
		case err != nil:
			return fmt.Errorf("%s: %w", path, err)
		}
		if err := ctx.Err(); err != nil {
			return err
		}
		sides := sidesOf(u, header.Source, langs)
		if len(sides) == 0 {
			continue
		}
		if !r.ready {
			tags := langs
			if tags == nil {
				for _, s := range sides {
					tags = append(tags, s.Lang)
				}
			}
			if err := r.readGlossaries(tags); err != nil {
				return err
			}
		}
		at := place{path: path, line: reader.Line()}
		if !yield(unitOf(sides, func(int, int) place { return at }), sides) {
			return nil
		}
	}
	return nil
}

// writeSummary writes what was checked and how much was found, by kind, as one line.
func (r *findings) writeSummary(w io.Writer) error {
	counts := map[check.Kind]int{}
	for _, f := range r.all {
		counts[f.Kind]++
	}
	var kinds []string
	for _, k := range allKinds() {
		if counts[k] > 0 {
			kinds = append(kinds, fmt.Sprintf("%d %s", counts[k], k))
		}
	}
	out := say.Count(r.checker.Units(), "unit") + " checked, " + say.Count(len(r.all), "finding")
	if len(kinds) > 0 {
		out += ": " + strings.Join(kinds, ", ")
	}
	_, err := fmt.Fprintln(w, out)
	return err
}
