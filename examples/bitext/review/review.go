package review

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"time"

	"golang.org/x/text/language"

	"github.com/bitext-go/bitext/align"
	"github.com/bitext-go/bitext/align/check"
	"github.com/bitext-go/bitext/examples/bitext/review/journal"
	"github.com/bitext-go/bitext/examples/bitext/review/sheet"
	"github.com/bitext-go/bitext/segment"
)

// Options are what a review needs beside its journal.
type Options struct {
	Journal   string   // the path of the journal
	Documents []string // the paths of the documents or the memory, to tell when they have changed
	// Make makes the rows where there is no journal yet.
	Make func() (*sheet.Sheet, error)
	// Align aligns texts anew, with places that no bead runs across, and tells how far it has come;
	// nil where that makes no sense.
	Align func(ctx context.Context, texts []*segment.Text, anchors [][]int, progress func(done, all int)) ([]align.Bead, error)
	// Terms is the terms of a glossary for the languages of the columns; nil means none.
	Terms func(langs []language.Tag) ([]check.Term, error)
	Now   func() time.Time // nil means time.Now
}

// A Review is a sheet in a journal. Any number of goroutines may use it.
type Review struct {
	options  Options
	mutex    sync.Mutex
	sheet    *sheet.Sheet
	log      *journal.File // nil where the review is only read
	version  int           // records of the journal, without the first
	changed  []string      // documents that are not what they were
	torn     int
	resumed  bool
	lists    map[Query][]Item // of this version
	compared *comparison      // of this version, or an earlier one

	traits   map[*sheet.Row]*traits
	terms    *terms        // of the glossary; nil without one
	aligned  atomic.Int32  // how far an alignment has come, in hundredths; 0 for none
	verdicts int           // how many rows were judged
	looked   int           // rows before this one were judged, or are being judged
	made     chan struct{} // holds something once rows were made that were not judged
}

// A head is the first record of a journal.
type head struct {
	Bitext    string          `json:"bitext"`
	Documents []document      `json:"documents"`
	Sheet     json.RawMessage `json:"sheet"`
}

const form = "review 1"

type document struct {
	Name string `json:"name"`
	Sum  string `json:"sha256"`
}

// Open goes on with the review in the journal, or begins one.
func Open(o Options) (*Review, error) {
	r := newReview(o)
	log, err := journal.Open(o.Journal, r.take)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		err = r.begin()
	case err == nil:
		r.log, r.torn, r.resumed = log, log.Torn(), true
	}
	if err == nil {
		if err = r.readTerms(); err != nil {
			r.Close()
			return nil, err
		}
		r.judgeSome(first)
		return r, nil
	}
	if log != nil {
		log.Close()
	}
	return nil, fault(o.Journal, err)
}

// Read returns the review in a journal, to look at only. Where there is no journal it is what Make
// makes.
func Read(o Options) (*Review, error) {
	r := newReview(o)
	err := journal.Read(o.Journal, r.take)
	if errors.Is(err, fs.ErrNotExist) {
		r.sheet, err = o.Make()
		return r, err
	}
	if err != nil {
		return nil, fault(o.Journal, err)
	}
	r.resumed = true
	return r, nil
}

func newReview(o Options) *Review {
	if o.Now == nil {
		o.Now = time.Now
	}
	return &Review{options: o, traits: map[*sheet.Row]*traits{}, made: make(chan struct{}, 1)}
}

// fault returns what is wrong with a journal, and what to do.
func fault(path string, err error) error {
	var damage *journal.DamageError
	switch {
	case errors.Is(err, journal.ErrInUse):
		return fmt.Errorf("%s: this review is open in another bitext review; end that one first, or use its page", path)
	case errors.As(err, &damage) && damage.Line == 1:
		return fmt.Errorf("%s: this is no review that bitext kept, or its beginning is damaged; move it elsewhere, or name another file with --journal", path)
	case errors.As(err, &damage):
		return fmt.Errorf("%s:%d: this line of the review is damaged; keep a copy, then take it and the lines after it away: those before it are whole",
			path, damage.Line)
	case errors.Is(err, fs.ErrPermission):
		return fmt.Errorf("%s: no permission to keep the review there; name another place with --journal", path)
	}
	var p *fs.PathError
	if errors.As(err, &p) {
		return fmt.Errorf("%s: %w", path, p.Err)
	}
	return fmt.Errorf("%s: %w", path, err)
}

// begin makes the rows and the journal.
func (r *Review) begin() error {
	s, err := r.options.Make()
	if err != nil {
		return err
	}
	h := head{Bitext: form}
	for _, path := range r.options.Documents {
		sum, err := digest(path)
		if err != nil {
			return err
		}
		h.Documents = append(h.Documents, document{filepath.Base(path), sum})
	}
	if h.Sheet, err = s.Encode(); err != nil {
		return err
	}
	record, err := json.Marshal(h)
	if err != nil {
		return err
	}
	r.log, err = journal.Create(r.options.Journal, record)
	r.sheet = s
	return err
}

// take carries out a record of the journal.
func (r *Review) take(number int, record []byte) error {
	if number == 0 {
		var h head
		if err := json.Unmarshal(record, &h); err != nil || h.Bitext != form {
			return errors.New("this is not the journal of a review that this version of bitext can read; name another file with --journal")
		}
		s, err := sheet.Decode(h.Sheet)
		if err != nil {
			return fmt.Errorf("the first line of the review: %w", err)
		}
		r.sheet = s
		return r.compare(h.Documents)
	}
	if err := r.replay(record); err != nil {
		return fmt.Errorf("line %d of the review: %w", number+1, err)
	}
	r.version = number
	return nil
}

// compare looks for documents that are not what they were when the review began.
func (r *Review) compare(then []document) error {
	var names []string
	for _, d := range then {
		names = append(names, d.Name)
	}
	if !slices.Equal(names, baseNames(r.options.Documents)) {
		return fmt.Errorf("this review is of %s; name these, or give another file for the new review with --journal", strings.Join(names, " and "))
	}
	for i, path := range r.options.Documents {
		if sum, err := digest(path); err != nil || sum != then[i].Sum {
			r.changed = append(r.changed, path)
		}
	}
	return nil
}

func baseNames(paths []string) (names []string) {
	for _, p := range paths {
		names = append(names, filepath.Base(p))
	}
	return names
}

func (r *Review) replay(record []byte) error {
	var what struct {
		Do string `json:"do"`
	}
	if err := json.Unmarshal(record, &what); err != nil {
		return err
	}
	switch what.Do {
	case "undo":
		if _, ok := r.sheet.Undo(); !ok {
			return errors.New("there is nothing to undo")
		}
	case "redo":
		if _, ok := r.sheet.Redo(); !ok {
			return errors.New("there is nothing to redo")
		}
	default:
		p, err := r.sheet.DecodeSplice(record)
		if err != nil {
			return err
		}
		r.sheet.Apply(p)
	}
	return nil
}

// digest returns the SHA-256 of a file.
func digest(path string) (string, error) {
	f, err := os.Open(path)
	if err != nil {
		return "", err
	}
	defer f.Close()
	h := sha256.New()
	if _, err := io.Copy(h, f); err != nil {
		return "", err
	}
	return hex.EncodeToString(h.Sum(nil)), nil
}

// Close ends the review. Everything is in the journal already.
func (r *Review) Close() error { return r.log.Close() }

// Resumed reports whether the review went on from a journal; Actions is how much was done in it,
// undoing included; Torn is how many bytes of an action stood at its end that was never
// acknowledged; Changed is the documents that have changed since it began, or are gone.
func (r *Review) Resumed() bool     { return r.resumed }
func (r *Review) Actions() int      { return r.version }
func (r *Review) Torn() int         { return r.torn }
func (r *Review) Changed() []string { return r.changed }
