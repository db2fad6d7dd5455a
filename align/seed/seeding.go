package seed

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"time"

	"golang.org/x/text/language"

	"github.com/bitext-go/bitext/align"
	"github.com/bitext-go/bitext/internal/fileerr"
	"github.com/bitext-go/bitext/segment"
)

// A Seeding makes a memory of a collection. It is used by one goroutine at a time.
type Seeding struct {
	Method
	Collection Collection
	// Read reads a file and returns a text of each language in it. If lang is not language.Und, it
	// is the language of the whole file, and there is one text; otherwise Read detects the
	// languages. Several goroutines call it at the same time. The same file must give the same
	// texts.
	Read func(ctx context.Context, path string, lang language.Tag) ([]*segment.Text, error)
	// Paired, if set, returns the texts and the beads of a group whose sentences are paired
	// already: a memory, XLIFF or a table in two languages, or resource files with the same keys.
	// It returns no texts for any other group. Such a group is not aligned. Several goroutines call
	// it at the same time.
	Paired func(ctx context.Context, g Group) ([]*segment.Text, []align.Bead, error)

	// Folder is where finished work is kept between runs, and where units are sorted. It is created
	// if it does not exist. Only one run may use it at a time.
	Folder string
	// Create creates the file that gets the memory, or, if Tool has a limit on bytes, its parts,
	// from number 1 on, as in [tmx.Splitter]. The files are closed.
	Create func(number int) (io.WriteCloser, error)
	// LeftOut, if set, gets a table (TSV) of the units that are left out.
	LeftOut io.Writer

	// Version identifies everything besides the files that results depend on: Read, the
	// dictionaries and the program. Results that an earlier run kept under another version are not
	// used.
	Version string
	// Shard, if set, makes a part of the memory; see [Shard].
	Shard Shard
	// Pools is the folder in which [Seeding.FirstPass] leaves what each shard teaches. Run reads
	// those of all shards, unless Alone is set. Shards on several machines need a folder that all
	// of them see.
	Pools string
	// Recipe identifies Read and the dictionaries on whatever machine. Shards with different
	// recipes are not merged.
	Recipe string
	// Alone leaves out the second pass, so that each document is aligned by itself.
	Alone   bool
	Filter  Filter
	Workers int       // how many documents are aligned at a time; 0 means one for each processor
	Date    time.Time // of the memory; zero means the last change of the newest file
	// ToolVersion is the version of the program, for the header.
	ToolVersion string
	Tool        Tool // the program that will read the memory, with its limits
	Memory      int  // bytes of memory for sorting; 0 means 32 MiB
	// Progress, if set, is called with the progress of a stage of the work, by one goroutine at a
	// time.
	Progress func(stage string, done, all int)
}

// Run makes the memory. A document that cannot be aligned is not an error but in the report. Run
// may return a report along with an error. After an error, what Create made is not a memory.
// Finished work stays in the folder, also after a crash, until [Seeding.Clean]; a [*FutileError]
// says that a later run would meet the same error.
func (s *Seeding) Run(ctx context.Context) (*Report, error) {
	return s.do(ctx, (*work).run)
}

// do does some work while the journal is open.
func (s *Seeding) do(ctx context.Context, some func(*work, context.Context) error) (*Report, error) {
	begin := time.Now()
	w := &work{seeding: s, report: newReport()}
	if err := s.Shard.check(s); err != nil {
		return nil, err
	}
	if len(s.Collection.Groups)+len(s.Collection.Loose) == 0 {
		return nil, &FutileError{errors.New("no document to align; check the folder or the manifest")}
	}
	if err := os.MkdirAll(s.Folder, 0o777); err != nil {
		return nil, &FutileError{fmt.Errorf("%s: the folder for finished work cannot be created: %w",
			s.Folder, fileerr.Explain(err))}
	}
	var err error
	w.journal, err = openJournal(s.journal())
	if futile := new(FutileError); errors.As(err, &futile) {
		return nil, &FutileError{fmt.Errorf("%s: %w", s.Folder, futile.Cause)}
	} else if err != nil {
		return nil, err
	}
	err = some(w, ctx)
	w.journal.close() // put has written everything
	w.report.Resumed = int(w.resumed.Load())
	w.report.Seconds = time.Since(begin).Seconds()
	return w.report, err
}

// journal returns the path of the journal.
func (s *Seeding) journal() string { return filepath.Join(s.Folder, "journal") }

// Clean removes what [Seeding.Run] has left in its folder, and the folder if nothing else is in it.
func (s *Seeding) Clean() error {
	w := &work{seeding: s}
	if err := errors.Join(w.removeParts(), os.Remove(s.journal())); err != nil {
		return err
	}
	if entries, err := os.ReadDir(s.Folder); err != nil || len(entries) > 0 {
		return err
	}
	return os.Remove(s.Folder)
}

// A FutileError is one that a later run would meet again, however much of the work is finished.
type FutileError struct{ Cause error }

func (e *FutileError) Error() string { return e.Cause.Error() }

// Unwrap returns the cause.
func (e *FutileError) Unwrap() error { return e.Cause }
