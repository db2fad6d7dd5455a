package seed

import (
	"context"
	"crypto/sha256"
	"errors"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"
	"sync"

	"golang.org/x/text/language"

	"github.com/bitext-go/bitext/align"
	"github.com/bitext-go/bitext/align/evidence"
	"github.com/bitext-go/bitext/internal/fileerr"
	"github.com/bitext-go/bitext/segment"
)

// each does something with every task, several at a time. It ends at the first error, or when the
// context ends.
func (w *work) each(ctx context.Context, stage string, tasks []*task, do func(context.Context, *task) error) error {
	ctx, stop := context.WithCancelCause(ctx)
	defer stop(nil)
	var wg sync.WaitGroup
	next, done := make(chan *task), make(chan struct{})
	for range min(w.workers(), len(tasks)) {
		wg.Add(1)
		go func() {
			defer wg.Done()
			for t := range next {
				if err := do(ctx, t); err != nil {
					stop(err)
				}
				select {
				case done <- struct{}{}:
				case <-ctx.Done():
				}
			}
		}()
	}
	w.progress(stage, 0, len(tasks))
	for begun, ended := 0, 0; ended < len(tasks) && ctx.Err() == nil; {
		give, t := next, (*task)(nil)
		if begun < len(tasks) {
			t = tasks[begun]
		} else {
			give = nil
		}
		select {
		case give <- t:
			begun++
		case <-done:
			ended++
			w.progress(stage, ended, len(tasks))
		case <-ctx.Done():
		}
	}
	close(next)
	wg.Wait()
	return context.Cause(ctx)
}

// align makes sure that the journal has the outcome of a task under its key. What is wrong with a
// document becomes the task's error; the error returned is one of the work.
func (w *work) align(ctx context.Context, t *task, pass string, scorer evidence.Scorer) error {
	if t.content == "" {
		if t.content, t.err = content(t.group); t.err != nil {
			return nil
		}
	}
	parts := []string{pass, w.Version, fmt.Sprint(w.Langs), t.content}
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

// content returns the hashes of files.
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

// outcome aligns the texts of a group. A document that makes the program fail is a bad one, and no
// reason to end.
func (w *work) outcome(ctx context.Context, g Group, scorer evidence.Scorer) (o *outcome, err error) {
	defer func() {
		if p := recover(); p != nil {
			o, err = nil, fmt.Errorf("the program failed on it: %v; report that, with the document if you can", p)
		}
	}()
	texts, err := w.texts(g)
	if err != nil {
		return nil, err
	}
	beads, err := (&align.Aligner{Scorer: scorer, Workers: w.spare()}).Align(ctx, texts...)
	if err != nil {
		return nil, err
	}
	return outcomeOf(beads, texts), nil
}

// spare returns how many goroutines a document may have, so that a few long documents keep all
// processors busy too.
func (w *work) spare() int { return max(1, w.workers()/max(1, len(w.tasks))) }

// beginning is enough of a text to tell its language.
func beginning(body string) string {
	const enough = 4000
	if len(body) > enough {
		body = strings.ToValidUTF8(body[:enough], "")
	}
	return body
}

// texts reads a group: its texts, each language once, the source first.
func (w *work) texts(g Group) ([]*segment.Text, error) {
	var all []*segment.Text
	for _, f := range g {
		texts, err := w.Read(f.Path, f.Lang)
		if err != nil {
			return nil, err
		}
		for _, t := range texts {
			t.Name = f.Name
			if tag, wrong := foreign(side{Lang: t.Lang, Text: beginning(t.Body)}); wrong {
				return nil, fmt.Errorf("%s: by its name or the manifest it is in %s, but it is in %s; mend that, or look for the right file", f.Name, english(t.Lang), english(tag))
			}
			if len(w.Langs) == 0 || indexOf(w.Langs, t.Lang) >= 0 {
				all = append(all, t)
			}
		}
	}
	slices.SortStableFunc(all, func(a, b *segment.Text) int {
		if len(w.Langs) > 0 {
			return indexOf(w.Langs, a.Lang) - indexOf(w.Langs, b.Lang)
		}
		return strings.Compare(a.Lang.String(), b.Lang.String())
	})
	for i, t := range all {
		switch {
		case t.Lang == language.Und:
			return nil, fmt.Errorf("%s: its language cannot be found; put it into the name, as in report.en.txt, or into a manifest", t.Name)
		case len(t.Sentences) == 0:
			return nil, fmt.Errorf("%s: there is no sentence in it", t.Name)
		case i > 0 && t.Lang == all[i-1].Lang:
			return nil, fmt.Errorf("%s and %s: both are in %s; check which of them is the translation", all[i-1].Name, t.Name, english(t.Lang))
		}
	}
	switch len(all) {
	case 0:
		return nil, errors.New("nothing in it is in a language that was asked for")
	case 1:
		return nil, fmt.Errorf("only %s of it is there; a unit needs two languages", english(all[0].Lang))
	}
	return all, nil
}
