package seed

import (
	"context"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"sync/atomic"
)

// A work is a run of a seeding.
type work struct {
	seeding *Seeding
	journal *journal
	tasks   []*task
	groups  []Group // of all shards
	alone   []File  // files of which no translation was found
	taught  string  // hashes of the lexicons that the collection teaches
	report  *Report
	resumed atomic.Int64 // results that the journal already had
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
	w.take()
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
	entries, err := os.ReadDir(w.seeding.Folder)
	if err != nil {
		return err
	}
	for _, e := range entries {
		if strings.Contains(e.Name(), ".part") {
			if err := os.Remove(filepath.Join(w.seeding.Folder, e.Name())); err != nil {
				return err
			}
		}
	}
	return nil
}
