package seed

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"sync/atomic"
	"syscall"
	"time"

	"golang.org/x/text/language"

	"github.com/bitext-go/bitext/align/evidence"
	"github.com/bitext-go/bitext/internal/fileerr"
	"github.com/bitext-go/bitext/segment"
)

// A Seeding makes a memory of a collection.
type Seeding struct {
	Collection Collection
	Output     string // the memory; where its name ends in .gz it is compressed
	// Read reads a file and makes a text of each language in it. lang is the language that the file
	// is said to be in, and then there is one text, or language.Und: then languages are to be
	// found. It is called by several goroutines at a time. The same file must give the same texts.
	Read func(path string, lang language.Tag) ([]*segment.Text, error)

	// Langs are the languages to take, the source first; nil means all, in the order of their tags.
	Langs []language.Tag
	// Dictionaries are the lexicons to go by beside what the collection teaches.
	Dictionaries []evidence.Dictionary
	// Version changes whenever Read, the dictionaries or the program would give other results, so
	// that what an earlier run has kept is not used.
	Version string
	// Alone leaves out the second pass, so that a document is aligned by what it says itself.
	Alone   bool
	Filter  Filter
	Workers int       // how many documents are aligned at a time; 0 means one for each processor
	Date    time.Time // of the memory; zero means when the newest file was changed
	// ToolVersion is the version of the program, for the header.
	ToolVersion string
	Tool        Tool   // the program that the memory is made for; its limits hold
	LeftOut     string // a table of the units that are left out, as TSV; "" for none
	Memory      int    // bytes that sorting may take; 0 means 32 MiB
	Keep        bool   // keep the journal, so that a later run with more documents aligns the new ones alone
	// Progress, if set, is told how far a stage of the work is. It is called by one goroutine at a
	// time.
	Progress func(stage string, done, all int)
}

// A work is a seeding under way.
type work struct {
	*Seeding
	folder  string // what is kept between runs
	journal *journal
	tasks   []*task
	report  *Report
	resumed atomic.Int64 // results that were there
}

// A task is a group to align and what became of it.
type task struct {
	group   Group
	content string // hashes of the files; "" until they are read
	key     key    // of the result that counts
	langs   []language.Tag
	err     error
}

// A StoppedError says that the work ended before its time. What is done is kept, and a later run
// goes on from there.
type StoppedError struct {
	Folder string // where it is kept
	Cause  error  // context.Canceled where the caller ended it
}

func (e *StoppedError) Error() string {
	cause, remedy := e.Cause.Error(), "mend that, and give the same command again to go on from there"
	var path *os.PathError
	switch {
	case errors.Is(e.Cause, context.Canceled):
		cause, remedy = "interrupted", "give the same command again to go on from there"
	case errors.As(e.Cause, &path):
		cause = fmt.Sprintf("%s: %v", path.Path, path.Err)
		if errors.Is(e.Cause, syscall.ENOSPC) {
			remedy = "make room there, and give the same command again to go on"
		}
	}
	return fmt.Sprintf("%s; no memory was written, and what was there is as it was. What is done is kept in %s; %s", cause, e.Folder, remedy)
}

// Unwrap is nothing where the caller ended the work, so that the error is not taken for that of the
// context.
func (e *StoppedError) Unwrap() error {
	if errors.Is(e.Cause, context.Canceled) {
		return nil
	}
	return e.Cause
}

// A hopeless error is one that no second run would mend.
type hopeless struct{ error }

// WorkFolder returns where a seeding keeps what is done, beside its output.
func WorkFolder(output string) string { return output + ".seeding" }

// Run does the work. A document that cannot be aligned is in the report, and no error; the report
// may be there beside an error too. After an error there is no new memory; one that was there
// before is as it was.
func (s *Seeding) Run(ctx context.Context) (*Report, error) {
	begin := time.Now()
	w := &work{Seeding: s, folder: WorkFolder(s.Output), report: newReport()}
	if err := w.check(); err != nil {
		return nil, err
	}
	if err := os.MkdirAll(w.folder, 0o777); err != nil {
		return nil, fmt.Errorf("%s: the folder for what is done cannot be made: %w", w.folder, fileerr.Explain(err))
	}
	var err error
	w.journal, err = openJournal(filepath.Join(w.folder, "journal"))
	if errors.As(err, new(hopeless)) {
		return nil, fmt.Errorf("%s: %w", w.folder, err)
	}
	if err == nil {
		err = w.run(ctx)
		w.journal.close() // all that counts was written by the system's own calls
	}
	futile := errors.As(err, new(hopeless))
	if err != nil && !futile {
		return nil, &StoppedError{w.folder, err}
	}
	if cleaning := w.clean(); cleaning != nil && err == nil {
		err = fmt.Errorf("%s is written, but %s cannot be taken away: %w", s.Output, w.folder, fileerr.Explain(cleaning))
	}
	w.report.Resumed = int(w.resumed.Load())
	w.report.Seconds = time.Since(begin).Seconds()
	return w.report, err
}

// run returns what the journal is open for.
func (w *work) run(ctx context.Context) error {
	// What an earlier run was sorting or writing when it was stopped is made again.
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
	return w.write(ctx)
}

// check looks at what can be seen before the work.
func (w *work) check() error {
	if len(w.Collection.Groups)+len(w.Collection.Loose) == 0 {
		return errors.New("there is no document to align; check the folder or the manifest")
	}
	dir := filepath.Dir(w.Output)
	if info, err := os.Stat(dir); err != nil || !info.IsDir() {
		return fmt.Errorf("%s: there is no directory %s; make it first, or choose another", w.Output, dir)
	}
	if info, err := os.Stat(w.Output); err == nil && !info.Mode().IsRegular() {
		return fmt.Errorf("%s: it is no plain file; give the memory another name", w.Output)
	}
	return nil
}

func (w *work) workers() int {
	if w.Workers > 0 {
		return w.Workers
	}
	return runtime.GOMAXPROCS(0)
}

// progress tells how far a stage is.
func (w *work) progress(stage string, done, all int) {
	if w.Progress != nil {
		w.Progress(stage, done, all)
	}
}

// removeParts takes away what is not whole.
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

// clean takes away what is no longer needed, and the folder unless something else is in it.
func (w *work) clean() error {
	if w.Keep {
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
