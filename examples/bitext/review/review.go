package review

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"sync"
	"sync/atomic"
	"time"

	"golang.org/x/text/language"

	"github.com/bitext-go/bitext/align"
	"github.com/bitext-go/bitext/align/check"
	"github.com/bitext-go/bitext/align/lexicon"
	"github.com/bitext-go/bitext/examples/bitext/review/journal"
	"github.com/bitext-go/bitext/examples/bitext/review/sheet"
	"github.com/bitext-go/bitext/segment"
)

// Options hold what a review needs in addition to its journal.
type Options struct {
	Journal   string   // the path of the journal
	Documents []string // the paths of the documents or of the memory, to detect changes
	// Make makes the rows if there is no journal yet.
	Make func() (*sheet.Sheet, error)
	// Align aligns texts again. No bead crosses an anchor. It calls progress as it works. It is nil
	// if rows cannot be realigned.
	Align func(
		ctx context.Context, texts []*segment.Text, anchors [][]int, progress func(done, all int),
	) ([]align.Bead, error)
	// Judge returns how likely the texts of each unit of a memory are translations of each other,
	// from 0 to 1, or -1 if that cannot be told. nil means that units are not judged.
	Judge func(ctx context.Context, units [][]check.Side) ([]float64, error)
	// Terms returns the terms of a glossary for the languages of the columns; nil means no
	// glossary.
	Terms func(langs []language.Tag) ([]check.Term, error)
	// Sure is the least confidence of translation, from 0 to 1, of a row that an export of all rows
	// writes. Rows that a person has settled, and units of a memory, are always written.
	Sure float64
	// Same makes exports write text that is not translated, but the same as in the original, too.
	Same bool
	// Lexicon returns the lexicon between two languages, or nil. It may be called concurrently. nil
	// means no lexicon.
	Lexicon func(src, tgt language.Tag) *lexicon.Lexicon
	Now     func() time.Time // nil means time.Now
}

// A Review is a sheet whose changes are in a journal. Several goroutines may use it concurrently.
type Review struct {
	options Options
	mutex   sync.Mutex
	sheet   *sheet.Sheet
	log     *journal.File // nil if the review is only read
	key     string        // see head
	version int           // the number of records of the journal, without the head
	changed []string      // documents that have changed since the review began
	torn    int
	resumed bool
	lists   map[Query][]Item   // cached for this version
	text    int                // counts the changes of the text of rows or their order
	others  *otherTranslations // cached for its version of the text
	crossed *movedRows         // cached for its version of the text
	copied  *copiedCells       // cached for its version of the text
	counted *counted           // cached for the state that mark identifies

	traits    map[*sheet.Row]*traits
	terms     *terms        // of the glossary; nil without one
	aligned   atomic.Int32  // progress of a realignment in percent; 0 if none runs
	rechecked int           // how many rows have been checked since the review was opened
	checkedTo int           // the rows before this index are checked, or being checked
	wake      chan struct{} // receives when an action made rows that are not checked
}

// Open resumes the review in the journal, or begins one.
func Open(o Options) (*Review, error) {
	r := newReview(o)
	log, err := journal.Open(o.Journal, r.readRecord)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		// What is wrong with a document is no fault of the journal.
		if r.sheet, err = o.Make(); err != nil {
			return nil, err
		}
		err = r.begin()
	case err == nil:
		r.log, r.torn, r.resumed = log, log.Torn(), true
	}
	if err == nil {
		if err = r.readTerms(); err != nil {
			r.Close()
			return nil, err
		}
		r.checkSome(first)
		return r, nil
	}
	if log != nil {
		log.Close()
	}
	return nil, explainJournal(o.Journal, err)
}

// Read returns the review in a journal for reading only. If there is no journal, it returns the
// rows that Make makes.
func Read(o Options) (*Review, error) {
	r := newReview(o)
	err := journal.Read(o.Journal, r.readRecord)
	if errors.Is(err, fs.ErrNotExist) {
		r.sheet, err = o.Make()
		return r, err
	}
	if err != nil {
		return nil, explainJournal(o.Journal, err)
	}
	r.resumed = true
	return r, nil
}

func newReview(o Options) *Review {
	if o.Now == nil {
		o.Now = time.Now
	}
	return &Review{options: o, traits: map[*sheet.Row]*traits{}, wake: make(chan struct{}, 1)}
}

// explainJournal returns an error that names the journal, the fault and the remedy.
func explainJournal(path string, err error) error {
	var damage *journal.DamageError
	switch {
	case errors.Is(err, journal.ErrInUse):
		return fmt.Errorf("%s: this review is open in another bitext review; end that one first, or use its page", path)
	case errors.As(err, &damage) && damage.Line == 1:
		return fmt.Errorf(
			"%s: not a review of bitext, or damaged at its beginning; move it elsewhere, or name another file with --journal",
			path,
		)
	case errors.As(err, &damage):
		return fmt.Errorf(
			"%s:%d: this line of the review is damaged; keep a copy, then remove this line and those after it: the lines before it are intact",
			path,
			damage.Line,
		)
	case errors.Is(err, fs.ErrPermission):
		return fmt.Errorf("%s: no permission to write the review there; name another file with --journal", path)
	}
	var p *fs.PathError
	if errors.As(err, &p) {
		return fmt.Errorf("%s: %w", path, p.Err)
	}
	return fmt.Errorf("%s: %w", path, err)
}

// Close ends the review. Everything is in the journal already.
func (r *Review) Close() error { return r.log.Close() }

// Resumed reports whether Open found a journal. Actions returns how many actions are in it, undo
// included. Torn returns how many bytes of an unacknowledged action Open removed from its end.
// Changed returns the documents that have changed, or are missing, since the review began.
func (r *Review) Resumed() bool     { return r.resumed }
func (r *Review) Actions() int      { return r.version }
func (r *Review) Torn() int         { return r.torn }
func (r *Review) Changed() []string { return r.changed }
