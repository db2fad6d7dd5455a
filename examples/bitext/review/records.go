package review

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/bitext-go/bitext/examples/bitext/review/journal"
	"github.com/bitext-go/bitext/examples/bitext/review/sheet"
)

// A head is the first record of a journal.
type head struct {
	Bitext    string     `json:"bitext"`
	Documents []document `json:"documents"`
	// Key is a secret of the review, in base64; "" in journals of earlier versions.
	Key   string          `json:"key,omitempty"`
	Sheet json.RawMessage `json:"sheet"`
}

// encode returns the head as JSON. json.Marshal would read the whole sheet once more.
func (h head) encode() ([]byte, error) {
	rest := h
	rest.Sheet = json.RawMessage("null")
	b, err := json.Marshal(rest)
	if err != nil {
		return nil, err
	}
	b = bytes.TrimSuffix(b, []byte("null}"))
	return append(append(slices.Grow(b, len(h.Sheet)+1), h.Sheet...), '}'), nil
}

const journalFormat = "review 1"

type document struct {
	Name string `json:"name"`
	Sum  string `json:"sha256"`
}

// begin makes the journal of the rows.
func (r *Review) begin() error {
	h := head{Bitext: journalFormat, Key: newKey()}
	r.key = h.Key
	for _, path := range r.options.Documents {
		sum, err := digest(path)
		if err != nil {
			return err
		}
		h.Documents = append(h.Documents, document{filepath.Base(path), sum})
	}
	var err error
	if h.Sheet, err = r.sheet.Encode(); err != nil {
		return err
	}
	record, err := h.encode()
	if err != nil {
		return err
	}
	r.log, err = journal.Create(r.options.Journal, record)
	return err
}

// readRecord carries out a record of the journal. Number 0 is the head.
func (r *Review) readRecord(number int, record []byte) error {
	if number == 0 {
		var h head
		if err := json.Unmarshal(record, &h); err != nil || h.Bitext != journalFormat {
			return errors.New(
				"not a journal that this version of bitext can read; name another file with --journal",
			)
		}
		s, err := sheet.Decode(h.Sheet)
		if err != nil {
			return fmt.Errorf("the first line of the review: %w", err)
		}
		r.sheet, r.key = s, h.Key
		return r.checkDocuments(h.Documents)
	}
	if err := r.replay(record); err != nil {
		return fmt.Errorf("line %d of the review: %w", number+1, err)
	}
	r.version = number
	return nil
}

// checkDocuments finds the documents that have changed since the review began.
func (r *Review) checkDocuments(then []document) error {
	var names []string
	for _, d := range then {
		names = append(names, d.Name)
	}
	if !slices.Equal(names, baseNames(r.options.Documents)) {
		return fmt.Errorf(
			"this is the review of %s; name these files, or name another journal with --journal",
			strings.Join(names, " and "),
		)
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
