package seed

import (
	"context"
	"slices"

	"golang.org/x/text/language"
)

// What a collection must have to learn from it. TestCollectionsTeach measures that with less than a
// few hundred beads, the wrong ones among them do more harm than the right ones do good.
const (
	sureBoundary, sureTranslation = 0.5, 0.5 // least confidences of a unit to learn from
	leastShare                    = 0.2      // least share of a text with a counterpart
	leastPairs                    = 250
	leastDocuments                = 2
	maxPairs                      = 20_000 // bounds memory and time
	longestPair                   = 2_000  // bytes of both sides
)

// A pool holds confident beads of a collection in two languages: those with the smallest hashes, so
// that the order of the documents does not matter.
type pool struct {
	src, tgt  language.Tag
	documents int
	pairs     []pair // sorted by hash, each once
}

// A pair is the two sides of a bead.
type pair struct {
	hash     key
	src, tgt string
}

// pool returns the confident beads of the first pass, by pair of languages.
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
		if o.share() < leastShare {
			continue // the second pass, which knows more words, may still find that the texts are related
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
	if len(p.pairs) >= 2*maxPairs {
		p.cut()
	}
}

// cut keeps the maxPairs pairs with the smallest hashes, sorted.
func (p *pool) cut() {
	slices.SortFunc(p.pairs, func(a, b pair) int { return slices.Compare(a.hash[:], b.hash[:]) })
	p.pairs = slices.CompactFunc(p.pairs, func(a, b pair) bool { return a.hash == b.hash })
	if len(p.pairs) > maxPairs {
		clear(p.pairs[maxPairs:])
		p.pairs = p.pairs[:maxPairs]
	}
}
