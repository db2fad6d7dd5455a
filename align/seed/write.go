package seed

import (
	"cmp"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"time"

	"golang.org/x/text/language"

	"github.com/bitext-go/bitext/align/tmx"
	"github.com/bitext-go/bitext/internal/say"
)

// sortMemory is how many bytes the two sorters hold in memory by default.
const sortMemory = 32 << 20

// write filters, merges and writes the units.
func (w *work) write(ctx context.Context) error {
	m := newMerger(w.seeding.Folder, cmp.Or(w.seeding.Memory, sortMemory)/2)
	if err := w.filter(ctx, m); err != nil {
		return err
	}
	w.progress("merging", 0, 1)
	different, alternatives, err := m.merge(ctx)
	if err != nil {
		return err
	}
	u := &w.report.Units
	u.Merged, u.Alternatives, u.Written = int(m.units)-different, alternatives, different
	return w.memory(ctx, m)
}

// filter gives the merger the units that pass the filter, and reports the others.
func (w *work) filter(ctx context.Context, m *merger) error {
	rejects := newTable(io.Discard)
	if w.seeding.LeftOut != nil {
		rejects = newTable(w.seeding.LeftOut)
	}
	for i, t := range w.tasks {
		w.progress("filtering", i, len(w.tasks))
		if err := ctx.Err(); err != nil {
			return err
		}
		if t.err != nil {
			w.report.fail(t)
			continue
		}
		var o Alignment
		if err := w.journal.get(t.key, &o); err != nil {
			return err
		}
		d := w.report.document(t, &o)
		for _, u := range o.Units {
			sides := u.Sides
			whole, partly := w.seeding.Filter.Judge(&u)
			if whole != nil {
				w.report.leaveOut(d, whole.Reason, true)
				rejects.add(whole, u, sides)
				continue
			}
			for k := range partly {
				w.report.leaveOut(d, partly[k].Reason, false)
				rejects.add(&partly[k], u, sides)
			}
			d.Units++
			if err := m.add(once(u, m.units)); err != nil {
				return err
			}
		}
	}
	if len(w.report.Documents) == 0 && w.seeding.Shard.Of == 0 {
		return &FutileError{fmt.Errorf("none of %s could be aligned; the first: %s",
			say.Count(len(w.tasks), "document"), w.report.Failed[0].Why)}
	}
	return rejects.w.Flush()
}

// memory writes the units in the order of the documents.
func (w *work) memory(ctx context.Context, m *merger) error {
	s := &tmx.Splitter{MaxBytes: w.seeding.Tool.MaxBytes}
	s.Header.ToolVersion = w.seeding.ToolVersion
	s.Header.Source = w.source()
	s.Header.Created = w.date()
	w.header(&s.Header)
	s.Create = w.seeding.Create
	done, copies := 0, copyFinder()
	for it, err := range m.byPlace.sorted() {
		if err == nil {
			err = ctx.Err()
		}
		if err != nil {
			return err
		}
		if done++; done%1000 == 0 {
			w.progress("writing", done, w.report.Units.Written)
		}
		var u Merged
		if err := json.Unmarshal(it.value, &u); err != nil {
			return err
		}
		out := u.TMX(w.seeding.Tool.tag)
		if holdsCopy(copies, &out) {
			w.report.Units.Untranslated++
		}
		if w.seeding.Shard.Of > 0 {
			keepExact(&out, &u)
		}
		if err := s.Write(out); err != nil {
			return err
		}
	}
	if err := errors.Join(s.Close(), m.byPlace.close()); err != nil {
		return err
	}
	w.report.Units.Dropped = s.Dropped()
	return nil
}

// source returns the source language of all documents, or language.Und if they differ.
func (w *work) source() language.Tag {
	all := language.Und
	for i, d := range w.report.Documents {
		l := language.Make(d.Langs[0])
		if i > 0 && l != all {
			return language.Und
		}
		all = l
	}
	return w.seeding.Tool.tag(all)
}

// date returns the date of the memory: that of the seeding, or the last change of the newest file
// that was aligned.
func (w *work) date() time.Time {
	newest := w.seeding.Date
	if !newest.IsZero() {
		return newest
	}
	for _, t := range w.tasks {
		for _, f := range t.group {
			if info, err := os.Stat(f.Path); t.err == nil && err == nil && info.ModTime().After(newest) {
				newest = info.ModTime()
			}
		}
	}
	return newest
}
