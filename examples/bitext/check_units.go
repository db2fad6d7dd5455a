package main

import (
	"context"
	"fmt"
	"os"
	"strings"

	"golang.org/x/text/language"

	"github.com/bitext-go/bitext/align/check"
	"github.com/bitext-go/bitext/internal/fileerr"
	"github.com/bitext-go/bitext/segment"
)

// areMemories reports whether files are memories, not documents. It is an error if some are.
func areMemories(paths []string) (bool, error) {
	memories := 0
	for _, p := range paths {
		if isMemory(p) {
			memories++
		}
	}
	if memories > 0 && memories < len(paths) {
		return false, usagef("the files are documents and memories; check one sort at a time")
	}
	return memories > 0, nil
}

// readDocuments aligns documents and checks the beads.
func (o *checkOptions) readDocuments(ctx context.Context, paths []string, r *findings) error {
	// The output is the report, not the alignment.
	align := o.alignOptions
	align.out, align.sure = "-", 0
	found, err := align.align(ctx, paths, r.log)
	if err != nil {
		return err
	}
	langs := make([]language.Tag, len(found.texts))
	for i, t := range found.texts {
		langs[i] = t.Lang
	}
	if err := r.readGlossaries(langs); err != nil {
		return err
	}
	r.check(func(yield func(checkedUnit, []check.Side) bool) {
		for _, b := range found.beads {
			sides := make([]check.Side, len(found.texts))
			for i, t := range found.texts {
				if b.Ranges[i].Len() > 0 {
					sides[i].Text = t.Wording(b.Ranges[i])
				}
				sides[i].Lang = t.Lang
			}
			place := func(side, offset int) place {
				return beadPlace{path: pathOf(paths, side), text: found.texts[side], at: b.Ranges[side]}.line(offset)
			}
			u := unitOf(sides, place)
			if len(b.Ranges) > 1 && !b.Null() {
				u.confidence, u.extra = &b.Translation, strangers(b.Translation, o.sure, sides)
			}
			if b.Moved {
				u.extra = append(u.extra, check.Finding{Kind: kindMoved, Wording: sides[0].Text,
					Span:    segment.Span{End: len(sides[0].Text)},
					Message: "its translation is elsewhere in the other text"})
			}
			if ctx.Err() != nil || !yield(u, sides) {
				return
			}
		}
	})
	return ctx.Err()
}

// pathOf returns the file of a text: the only one, or its own.
func pathOf(paths []string, i int) string {
	path := paths[min(i, len(paths)-1)]
	if path == "-" {
		return "standard input"
	}
	return path
}

// readMemories checks the units of translation memories, one after another.
func (o *checkOptions) readMemories(ctx context.Context, paths []string, langs []language.Tag, r *findings) error {
	for _, path := range paths {
		f, err := os.Open(path)
		if err != nil {
			return fileerr.In(path, err)
		}
		task := begin(ctx, r.log, o.quiet, "checking")
		r.task = task
		err = r.memory(ctx, path, watched(f, task), langs)
		task.Done()
		f.Close()
		logger(ctx).Info("checked", "memory", path, "units", r.checker.Units(), "findings", len(r.all))
		if err != nil {
			return err
		}
	}
	if r.checker.Units() == 0 {
		if len(langs) > 0 {
			return fmt.Errorf("%s: no unit is in %s; check --langs", strings.Join(paths, ", "), englishList(langs))
		}
		return fmt.Errorf("%s: no translation unit found; check that it is a TMX file", strings.Join(paths, ", "))
	}
	return nil
}
