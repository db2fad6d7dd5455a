package seed

import (
	"context"
	"crypto/sha256"
	"fmt"
	"io"
	"os"
	"strings"

	"github.com/bitext-go/bitext/align"
	"github.com/bitext-go/bitext/align/evidence"
	"github.com/bitext-go/bitext/internal/fileerr"
)

// align makes sure that the journal has the outcome of a task under its key. An error in a document
// becomes the error of the task; the error that align returns ends the work.
func (w *work) align(ctx context.Context, t *task, pass string, scorer evidence.Scorer) error {
	if t.content == "" {
		if t.content, t.err = content(t.group); t.err != nil {
			return nil
		}
	}
	parts := []string{pass, w.seeding.Version, fmt.Sprint(w.seeding.Langs, w.seeding.Ordered), t.content}
	for _, f := range t.group {
		parts = append(parts, f.Name, f.Lang.String())
	}
	t.key = keyOf(parts...)
	if w.journal.has(t.key) {
		w.resumed.Add(1)
		return nil
	}
	var o *outcome
	if o, t.err = w.outcome(ctx, t.group, scorer); t.err != nil {
		if ctx.Err() != nil {
			return context.Cause(ctx)
		}
		return nil
	}
	return w.journal.put(t.key, o)
}

// content returns the hashes of the files of a group.
func content(g Group) (string, error) {
	var sums []string
	for _, f := range g {
		sum, err := hashFile(f.Path)
		if err != nil {
			return "", fmt.Errorf("%s: %w", f.Name, fileerr.Explain(err))
		}
		sums = append(sums, sum)
	}
	return strings.Join(sums, " "), nil
}

func hashFile(path string) (string, error) {
	f, err := os.Open(path)
	if err != nil {
		return "", err
	}
	defer f.Close()
	h := sha256.New()
	_, err = io.Copy(h, f)
	return fmt.Sprintf("%x", h.Sum(nil)), err
}

// errPanic returns the error of a document on which the program panicked.
func errPanic(cause any) error {
	return fmt.Errorf("the program failed on it: %v; please report this, with the document if you can", cause)
}

// outcome aligns the texts of a group. If a document makes the program panic, that is an error of
// this document only.
func (w *work) outcome(ctx context.Context, g Group, scorer evidence.Scorer) (o *outcome, err error) {
	defer func() {
		if p := recover(); p != nil {
			o, err = nil, errPanic(p)
		}
	}()
	texts, err := w.texts(g)
	if err != nil {
		return nil, err
	}
	beads, err := (&align.Aligner{Scorer: scorer, Moved: !w.seeding.Ordered, Workers: w.spare()}).Align(ctx, texts...)
	if err != nil {
		return nil, err
	}
	return outcomeOf(beads, texts), nil
}

// spare returns how many goroutines one document may use, so that a few long documents also keep
// all processors busy.
func (w *work) spare() int { return max(1, w.workers()/max(1, len(w.tasks))) }
