package seed

import (
	"context"
	"slices"

	"golang.org/x/text/language"

	"github.com/bitext-go/bitext/align/lexicon"
)

// first aligns every document by itself, with the given dictionaries.
func (w *work) first(ctx context.Context) error {
	return w.each(ctx, "aligning", w.tasks, func(ctx context.Context, t *task) error {
		return w.align(ctx, t, "first", nil)
	})
}

// second learns the words of the collection, and aligns the documents of those languages again for
// which it learned enough.
func (w *work) second(ctx context.Context) error {
	if w.seeding.Alone {
		return nil
	}
	pools, err := w.pool(ctx)
	if err == nil && w.seeding.Shard.Of > 0 {
		pools, err = w.poolsOfAll(ctx, pools)
	}
	if err != nil {
		return err
	}
	all, err := w.teach(ctx, pools)
	if err != nil {
		return err
	}
	pooled := func(src, tgt language.Tag) (*lexicon.Lexicon, error) {
		for _, l := range all {
			if l.src == src && l.tgt == tgt {
				return l.lexicon, nil
			}
		}
		return nil, nil
	}
	for _, l := range all {
		w.taught += l.hash + " "
	}
	var again []*task
	for _, t := range w.tasks {
		if t.err == nil && slices.ContainsFunc(all, func(l *learned) bool { return t.has(l) }) {
			again = append(again, t)
		}
	}
	return w.each(ctx, "aligning again", again, func(ctx context.Context, t *task) error {
		pass := "second"
		for _, l := range all {
			if t.has(l) {
				pass += " " + l.hash
			}
		}
		return w.align(ctx, t, pass, pooled)
	})
}
