package seed

import (
	"context"
	"os"
	"slices"
	"time"

	"golang.org/x/text/language"

	"github.com/bitext-go/bitext/align/evidence"
	"github.com/bitext-go/bitext/align/lexicon"
)

// first aligns every document by what it says itself and what is known beforehand.
func (w *work) first(ctx context.Context) error {
	scorer := w.evidence(nil)
	return w.each(ctx, "aligning", w.tasks, func(ctx context.Context, t *task) error {
		return w.align(ctx, t, "first", scorer)
	})
}

// evidence returns what documents are aligned by.
func (w *work) evidence(pooled evidence.Dictionary) evidence.Sum {
	s := evidence.Standard()
	for _, d := range w.Dictionaries {
		s = append(s, d)
	}
	if pooled != nil {
		s = append(s, pooled)
	}
	return s
}

// second learns the words of the collection, and aligns again the documents in languages of which
// enough was learned.
func (w *work) second(ctx context.Context) error {
	if w.Alone {
		return nil
	}
	pools, err := w.pool(ctx)
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
	var again []*task
	for _, t := range w.tasks {
		if t.err == nil && slices.ContainsFunc(all, func(l *learned) bool { return t.has(l) }) {
			again = append(again, t)
		}
	}
	scorer := w.evidence(pooled)
	return w.each(ctx, "aligning again", again, func(ctx context.Context, t *task) error {
		pass := "second"
		for _, l := range all {
			if t.has(l) {
				pass += " " + l.hash
			}
		}
		return w.align(ctx, t, pass, scorer)
	})
}

// has reports whether a task aligns the languages of what was learned: its source with another one.
func (t *task) has(l *learned) bool {
	return len(t.langs) > 0 && t.langs[0] == l.src && slices.Contains(t.langs[1:], l.tgt)
}

// What is sure enough to learn from, and how much of it a collection must have. Measured by
// TestCollectionsTeach: with less than a few hundred beads the mistakes among them outweigh what
// they teach.
const (
	sureBoundary, sureTranslation = 0.5, 0.5
	leastShare                    = 0.2 // of the units of a document
	leastPairs                    = 250
	leastDocuments                = 2
	mostPairs                     = 20_000 // bounds memory and time
	longestPair                   = 2_000  // bytes of both sides
)

func (u *unit) sure() bool { return u.Boundary >= sureBoundary && u.Translation >= sureTranslation }

// A pool is the sure beads of a collection in two languages: those with the smallest hashes, so
// that it does not matter in which order they come.
type pool struct {
	src, tgt  language.Tag
	documents int
	pairs     []pair // sorted by hash, each once
}

type pair struct {
	hash     key
	src, tgt string
}

// pool gathers what the first pass is sure of.
func (w *work) pool(ctx context.Context) ([]*pool, error) {
	var pools []*pool
	for i, t := range w.tasks {
		w.progress("gathering", i, len(w.tasks))
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		if t.err != nil {
			continue
		}
		var o outcome
		if err := w.journal.get(t.key, &o); err != nil {
			return nil, err
		}
		t.langs = nil
		for _, x := range o.Texts {
			t.langs = append(t.langs, x.Lang)
		}
		if o.shareSure() < leastShare {
			continue // it may still turn out to be related, once more words are known
		}
		for _, tgt := range t.langs[1:] {
			k := slices.IndexFunc(pools, func(p *pool) bool { return p.src == t.langs[0] && p.tgt == tgt })
			if k < 0 {
				k = len(pools)
				pools = append(pools, &pool{src: t.langs[0], tgt: tgt})
			}
			pools[k].documents++
			for _, u := range o.Units {
				if u.sure() {
					pools[k].add(u)
				}
			}
		}
	}
	for _, p := range pools {
		p.cut()
	}
	return pools, nil
}

// add adds a unit, if it has both languages.
func (p *pool) add(u unit) {
	s, okS := u.in(p.src)
	t, okT := u.in(p.tgt)
	if !okS || !okT || len(s)+len(t) > longestPair {
		return
	}
	p.pairs = append(p.pairs, pair{keyOf(s, t), s, t})
	if len(p.pairs) >= 2*mostPairs {
		p.cut()
	}
}

// cut forgets all but the pairs with the smallest hashes.
func (p *pool) cut() {
	slices.SortFunc(p.pairs, func(a, b pair) int { return slices.Compare(a.hash[:], b.hash[:]) })
	p.pairs = slices.CompactFunc(p.pairs, func(a, b pair) bool { return a.hash == b.hash })
	if len(p.pairs) > mostPairs {
		clear(p.pairs[mostPairs:])
		p.pairs = p.pairs[:mostPairs]
	}
}

func (u *unit) in(lang language.Tag) (string, bool) {
	for _, s := range u.Sides {
		if s.Lang == lang {
			return s.Text, true
		}
	}
	return "", false
}

// date returns that of the memory: the one asked for, or when the newest of the files that were
// aligned was changed.
func (w *work) date() time.Time {
	newest := w.Date
	if !newest.IsZero() {
		return newest
	}
	for _, t := range w.tasks {
		for _, f := range t.group {
			if info, err := os.Stat(f.Path); t.err == nil && err == nil && info.ModTime().After(newest) {
				newest = info.ModTime()
			}
		}
	}
	return newest
}
