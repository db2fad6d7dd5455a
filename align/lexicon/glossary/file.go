package glossary

import (
	"context"
	"fmt"
	"strings"

	"golang.org/x/text/language"

	"github.com/bitext-go/bitext/align/lexicon"
)

// A File holds the entries of a glossary.
type File struct {
	Entries []Entry
	Skipped []*LineError // the lines that could not be read, in order
}

// An Entry is a word or phrase and one translation of it, as people write them.
type Entry struct{ Source, Target string }

// A LineError describes a line of a file that could not be read.
type LineError struct {
	Line  int // from 1; in dictionaries with an index, the line or entry of the index
	Cause string
}

func (e *LineError) Error() string { return fmt.Sprintf("line %d: %s", e.Line, e.Cause) }

// Teach adds every entry to a learner whose languages are those of the file. weight is the number
// of sentences that an entry counts for.
func (f *File) Teach(l *lexicon.Learner, weight float64) {
	for _, e := range f.Entries {
		l.Entry(e.Source, e.Target, weight)
	}
}

// Lexicon returns the lexicon learned from the entries alone. Its only error is that of a cancelled
// context.
func (f *File) Lexicon(ctx context.Context, source, target language.Tag) (*lexicon.Lexicon, error) {
	l := &lexicon.Learner{Source: source, Target: target}
	f.Teach(l, 1)
	return l.Lexicon(ctx)
}

// Reverse returns the file with source and target exchanged.
func (f *File) Reverse() *File {
	r := &File{Entries: make([]Entry, len(f.Entries)), Skipped: f.Skipped}
	for i, e := range f.Entries {
		r.Entries[i] = Entry{Source: e.Target, Target: e.Source}
	}
	return r
}

// add adds an entry, or reports it if a side is empty.
func (f *File) add(line int, source, target string) {
	source, target = strings.TrimSpace(source), strings.TrimSpace(target)
	switch {
	case source == "" && target == "":
		f.skip(line, "both sides are empty")
	case source == "":
		f.skip(line, "the source is empty")
	case target == "":
		f.skip(line, "the target is empty")
	default:
		f.Entries = append(f.Entries, Entry{source, target})
	}
}

func (f *File) skip(line int, cause string) {
	f.Skipped = append(f.Skipped, &LineError{line, cause})
}
