package seed

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"sync/atomic"

	"golang.org/x/text/language"

	"github.com/bitext-go/bitext/examples/bitext/internal/outfile"
)

// A work is a run of a seeding.
type work struct {
	seeding *Seeding
	folder  string // for what is kept between runs
	journal *journal
	tasks   []*task
	alone   []File // files of which no translation was found
	report  *Report
	resumed atomic.Int64 // results that the journal already had
}

// A task is a group to align, and the result.
type task struct {
	group   Group
	content string // hashes of the files; "" until they are read
	key     key    // of the latest result
	langs   []language.Tag
	err     error
}

// run does the work while the journal is open.
func (w *work) run(ctx context.Context) error {
	// Files that an earlier run was sorting or writing when it was stopped are written again.
	if err := w.removeParts(); err != nil {
		return err
	}
	if err := w.plan(ctx); err != nil {
		return err
	}
	if err := w.first(ctx); err != nil {
		return err
	}
	if err := w.second(ctx); err != nil {
		return err
	}
	if err := w.relate(ctx); err != nil {
		return err
	}
	return w.write(ctx)
}

// check finds errors that can be seen before the work.
func (w *work) check() error {
	if len(w.seeding.Collection.Groups)+len(w.seeding.Collection.Loose) == 0 {
		return errors.New("no document to align; check the folder or the manifest")
	}
	for _, path := range []string{w.seeding.Output, w.seeding.LeftOut} {
		if path == "" {
			continue
		}
		if _, info, err := outfile.Check(path); err != nil {
			return err
		} else if info != nil && !info.Mode().IsRegular() {
			return fmt.Errorf("%s: this is not a regular file; choose another name", path)
		}
	}
	return nil
}

// workers returns how many documents to align at a time.
func (w *work) workers() int {
	if w.seeding.Workers > 0 {
		return w.seeding.Workers
	}
	return runtime.GOMAXPROCS(0)
}

// progress reports the progress of a stage.
func (w *work) progress(stage string, done, all int) {
	if w.seeding.Progress != nil {
		w.seeding.Progress(stage, done, all)
	}
}

// removeParts removes unfinished files.
func (w *work) removeParts() error {
	entries, err := os.ReadDir(w.folder)
	if err != nil {
		return err
	}
	for _, e := range entries {
		if strings.Contains(e.Name(), ".part") {
			if err := os.Remove(filepath.Join(w.folder, e.Name())); err != nil {
				return err
			}
		}
	}
	return nil
}

// clean removes the journal and unfinished files, and the folder if nothing else is in it.
func (w *work) clean() error {
	if w.seeding.Keep {
		return nil
	}
	if err := errors.Join(w.removeParts(), os.Remove(filepath.Join(w.folder, "journal"))); err != nil {
		return err
	}
	if entries, err := os.ReadDir(w.folder); err != nil || len(entries) > 0 {
		return err
	}
	return os.Remove(w.folder)
}

// has reports whether a task aligns the languages of a learned lexicon: its source with another
// one.
func (t *task) has(l *learned) bool {
	return len(t.langs) > 0 && t.langs[0] == l.src && slices.Contains(t.langs[1:], l.tgt)
}
