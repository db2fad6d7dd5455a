package seed

import (
	"context"
	"crypto/sha256"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"time"

	"golang.org/x/text/language"

	"github.com/bitext-go/bitext/align/evidence"
	"github.com/bitext-go/bitext/examples/bitext/internal/outfile"
	"github.com/bitext-go/bitext/internal/fileerr"
	"github.com/bitext-go/bitext/segment"
)

// A Seeding makes a memory of a collection.
type Seeding struct {
	Collection Collection
	Output     string // the file for the memory; compressed if its name ends in .gz
	// Read reads a file and returns a text of each language in it. If lang is not language.Und, it
	// is the language of the whole file, and there is one text; otherwise Read detects the
	// languages. Several goroutines call it at the same time. The same file must give the same
	// texts.
	Read func(path string, lang language.Tag) ([]*segment.Text, error)

	// Langs are the languages to use, the source first; nil means all, in the order of their tags.
	Langs []language.Tag
	// Dictionaries are used besides what the collection teaches.
	Dictionaries []evidence.Dictionary
	// Version identifies everything besides the files that results depend on: Read, the
	// dictionaries and the program. Results that an earlier run kept under another version are not
	// used.
	Version string
	// Alone leaves out the second pass, so that each document is aligned by itself.
	Alone bool
	// Ordered leaves out sentences that are in another place in the translation. Otherwise they are
	// paired too.
	Ordered bool
	Filter  Filter
	Workers int       // how many documents are aligned at a time; 0 means one for each processor
	Date    time.Time // of the memory; zero means the last change of the newest file
	// ToolVersion is the version of the program, for the header.
	ToolVersion string
	Tool        Tool   // the program that will read the memory, with its limits
	LeftOut     string // the file for a table (TSV) of the units that are left out; "" for none
	Memory      int    // bytes of memory for sorting; 0 means 32 MiB
	Keep        bool   // keep the journal, so that a later run aligns only new and changed documents
	// Progress, if set, is called with the progress of a stage of the work, by one goroutine at a
	// time.
	Progress func(stage string, done, all int)
}

// maxName is how many bytes of the output's name the name of the work folder has. File systems
// allow 255 bytes.
const maxName = 200

// WorkFolder returns the folder, beside the output, in which a seeding keeps finished work.
func WorkFolder(output string) string {
	dir, name := filepath.Split(output)
	if len(name) > maxName {
		sum := sha256.Sum256([]byte(name))
		name = fmt.Sprintf("%s-%x", strings.ToValidUTF8(name[:maxName], ""), sum[:8])
	}
	return dir + name + ".seeding"
}

// patience is how long to wait for another program that writes the output. One that was killed
// takes a moment to end, and one that ends soon is worth waiting for.
const patience = 3 * time.Second

// Run makes the memory. A document that cannot be aligned is not an error but in the report. Run
// may return a report along with an error. After an error no memory is written, and an older one is
// unchanged.
func (s *Seeding) Run(ctx context.Context) (*Report, error) {
	begin := time.Now()
	w := &work{seeding: s, folder: WorkFolder(s.Output), report: newReport()}
	if err := w.check(); err != nil {
		return nil, err
	}
	unlock, err := outfile.Lock(ctx, s.Output, patience, nil)
	switch {
	case errors.Is(err, outfile.ErrLocked):
		return nil, fmt.Errorf("%s: another bitext is writing it; wait until it ends, "+
			"and give the same command again", s.Output)
	case err != nil:
		return nil, err
	}
	defer unlock()
	if err := os.MkdirAll(w.folder, 0o777); err != nil {
		return nil, fmt.Errorf("%s: the folder for finished work cannot be created: %w", w.folder, fileerr.Explain(err))
	}
	w.journal, err = openJournal(filepath.Join(w.folder, "journal"))
	if errors.As(err, new(hopeless)) {
		return nil, fmt.Errorf("%s: %w", w.folder, err)
	}
	if err == nil {
		err = w.run(ctx)
		w.journal.close() // put has written everything
	}
	futile := errors.As(err, new(hopeless))
	if err != nil && !futile {
		return nil, &StoppedError{w.folder, err}
	}
	if cleaning := w.clean(); cleaning != nil && err == nil {
		err = fmt.Errorf("%s is written, but %s cannot be removed: %w", s.Output, w.folder, fileerr.Explain(cleaning))
	}
	w.report.Resumed = int(w.resumed.Load())
	w.report.Seconds = time.Since(begin).Seconds()
	return w.report, err
}
