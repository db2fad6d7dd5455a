package seed

import (
	"bytes"
	"context"
	"crypto/sha256"
	"fmt"

	"golang.org/x/text/language"

	"github.com/bitext-go/bitext/align/lexicon"
)

// A learned is a lexicon that was learned from the collection.
type learned struct {
	src, tgt language.Tag
	lexicon  *lexicon.Lexicon
	hash     string
}

// teach learns a lexicon from each pool, several at a time. Pools that are too small are skipped.
func (w *work) teach(ctx context.Context, pools []*pool) ([]*learned, error) {
	type result struct {
		number int
		l      *learned
		err    error
	}
	found := make([]*learned, len(pools))
	results := make(chan result, len(pools))
	free := make(chan struct{}, w.workers())
	for i, p := range pools {
		go func() {
			free <- struct{}{}
			defer func() { <-free }()
			if ctx.Err() == nil {
				l, err := w.learn(p)
				results <- result{i, l, err}
			}
		}()
	}
	for i := range pools {
		w.progress("learning", i, len(pools))
		select {
		case r := <-results:
			if r.err != nil {
				return nil, r.err
			}
			found[r.number] = r.l
		case <-ctx.Done(): // without waiting for the goroutines that still learn
			return nil, ctx.Err()
		}
	}
	var all []*learned
	for i, l := range found {
		if l != nil {
			all = append(all, l)
			w.report.Learned = append(w.report.Learned,
				Learned{l.src.String(), l.tgt.String(), len(pools[i].pairs), l.lexicon.Len()})
		}
	}
	return all, nil
}

// learn returns the lexicon of a pool, or nil if the pool is too small. Since learning takes time,
// the journal keeps the lexicon.
func (w *work) learn(p *pool) (*learned, error) {
	if len(p.pairs) < leastPairs || p.documents < leastDocuments {
		return nil, nil
	}
	parts := []string{"learned", w.seeding.Version, p.src.String(), p.tgt.String()}
	for _, x := range p.pairs {
		parts = append(parts, string(x.hash[:]))
	}
	k := keyOf(parts...)
	var file []byte
	if w.journal.has(k) {
		if err := w.journal.get(k, &file); err != nil {
			return nil, err
		}
	} else {
		l, err := w.lexicon(p)
		if err != nil {
			return nil, err
		}
		var b bytes.Buffer
		if err := l.Write(&b); err != nil {
			return nil, err
		}
		file = b.Bytes()
		if err := w.journal.put(k, file); err != nil {
			return nil, err
		}
	}
	// A new lexicon is read back, because the file rounds probabilities and later runs read it.
	l, err := lexicon.Read(bytes.NewReader(file))
	if err != nil {
		return nil, err
	}
	return &learned{p.src, p.tgt, l, fmt.Sprintf("%x", sha256.Sum256(file))}, nil
}

// lexicon learns the words of a pool.
func (w *work) lexicon(p *pool) (*lexicon.Lexicon, error) {
	l := &lexicon.Learner{Source: p.src, Target: p.tgt}
	for _, d := range w.seeding.Dictionaries {
		known, err := d(p.src, p.tgt)
		if err != nil {
			return nil, err
		}
		if known != nil {
			l.SourceWords, l.TargetWords = known.Source(), known.Target()
			break
		}
	}
	for _, x := range p.pairs {
		l.Sentence(x.src, x.tgt)
	}
	return l.Lexicon(), nil
}
