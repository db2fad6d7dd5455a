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
func (w *work) teach(ctx context.Context, pools []*Pool) ([]*learned, error) {
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
				l, err := w.learn(ctx, p)
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
				Learned{l.src.String(), l.tgt.String(), len(pools[i].Pairs), l.lexicon.Len()})
		}
	}
	return all, nil
}

// learn returns the lexicon of a pool, or nil if the pool is too small. Since learning takes time,
// the journal keeps the lexicon.
func (w *work) learn(ctx context.Context, p *Pool) (*learned, error) {
	if !p.enough() {
		return nil, nil
	}
	parts := []string{"learned", w.seeding.Version, p.Source.String(), p.Target.String()}
	for _, x := range p.Pairs {
		parts = append(parts, string(x.hash[:]))
	}
	k := keyOf(parts...)
	var file []byte
	var err error
	if w.journal.has(k) {
		if err := w.journal.get(k, &file); err != nil {
			return nil, err
		}
	} else {
		if file, err = w.seeding.Learn(ctx, p); err != nil {
			return nil, err
		}
		if err := w.journal.put(k, file); err != nil {
			return nil, err
		}
	}
	// A new lexicon is read back, because the file rounds probabilities and later runs read it.
	l, err := lexicon.Read(bytes.NewReader(file))
	if err != nil {
		return nil, err
	}
	return &learned{p.Source, p.Target, l, fmt.Sprintf("%x", sha256.Sum256(file))}, nil
}

// enough reports whether a pool is large enough to learn from it.
func (p *Pool) enough() bool { return len(p.Pairs) >= leastPairs && p.Documents >= leastDocuments }

// Learn returns what a pool teaches, as the file that [lexicon.Read] reads, or nil if the pool is
// too small to learn from it. Read it back instead of keeping a lexicon in memory, since the file
// rounds probabilities. The pool is cut.
func (m *Method) Learn(ctx context.Context, p *Pool) ([]byte, error) {
	p.Cut()
	if !p.enough() {
		return nil, nil
	}
	l := &lexicon.Learner{Source: p.Source, Target: p.Target}
	for _, d := range m.Dictionaries {
		known, err := d(p.Source, p.Target)
		if err != nil {
			return nil, err
		}
		if known != nil {
			l.SourceWords, l.TargetWords = known.Source(), known.Target()
			break
		}
	}
	for _, x := range p.Pairs {
		l.Sentence(x.Source, x.Target)
	}
	learned, err := l.Lexicon(ctx)
	if err != nil {
		return nil, err
	}
	var b bytes.Buffer
	err = learned.Write(&b)
	return b.Bytes(), err
}
