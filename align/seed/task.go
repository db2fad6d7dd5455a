package seed

import (
	"context"
	"crypto/sha256"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"

	"golang.org/x/text/language"

	"github.com/bitext-go/bitext/align/evidence"
	"github.com/bitext-go/bitext/internal/fileerr"
	"github.com/bitext-go/bitext/segment"
)

// A task is a group to align, and the result.
type task struct {
	group   Group
	content string // hashes of the files; "" until they are read
	key     key    // of the latest result
	langs   []language.Tag
	err     error
}

// has reports whether a task aligns the languages of a learned lexicon: its source with another
// one.
func (t *task) has(l *learned) bool {
	return len(t.langs) > 0 && t.langs[0] == l.src && slices.Contains(t.langs[1:], l.tgt)
}

// align makes sure that the journal has the alignment of a task under its key. An error in a
// document becomes the error of the task; the error that align returns ends the work.
func (w *work) align(ctx context.Context, t *task, pass string, taught evidence.Dictionary) error {
	if t.content == "" {
		if t.content, t.err = content(t.group); t.err != nil {
			return nil
		}
	}
	method := fmt.Sprint(w.seeding.Langs, w.seeding.Ordered, w.seeding.PieceSentences)
	parts := []string{pass, w.seeding.Version, method, t.content}
	for _, f := range t.group {
		parts = append(parts, f.Name, f.Lang.String())
	}
	t.key = keyOf(parts...)
	if w.journal.has(t.key) {
		w.resumed.Add(1)
		return nil
	}
	var a *Alignment
	if a, t.err = w.alignment(ctx, t.group, taught); t.err != nil {
		if ctx.Err() != nil {
			return context.Cause(ctx)
		}
		return nil
	}
	return w.journal.put(t.key, a)
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

// alignment aligns the texts of a group. If a document makes the program panic, that is an error of
// this document only.
func (w *work) alignment(ctx context.Context, g Group, taught evidence.Dictionary) (a *Alignment, err error) {
	defer func() {
		if p := recover(); p != nil {
			a, err = nil, errPanic(p)
		}
	}()
	if w.seeding.Paired != nil {
		texts, beads, err := w.seeding.Paired(ctx, g)
		if err != nil {
			return nil, err
		}
		if len(texts) > 0 {
			return w.seeding.Given(g, texts, beads)
		}
	}
	var all []*segment.Text
	for _, f := range g {
		texts, err := w.seeding.Read(ctx, f.Path, f.Lang)
		if err != nil {
			return nil, err
		}
		for _, t := range texts {
			t.Name = f.Name
		}
		all = append(all, texts...)
	}
	texts, err := w.seeding.Texts(all)
	if err != nil {
		return nil, err
	}
	return w.seeding.Align(ctx, texts, taught, w.spare())
}

// spare returns how many goroutines one document may use, so that a few long documents also keep
// all processors busy.
func (w *work) spare() int { return max(1, w.workers()/max(1, len(w.tasks))) }
