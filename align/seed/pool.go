package seed

import (
	"context"
	"iter"
	"slices"

	"golang.org/x/text/language"
)

// What a collection must have to learn from it. TestCollectionsTeach measures that with less than a
// few hundred beads, the wrong ones among them do more harm than the right ones do good.
const (
	sureTranslation = 0.5 // least confidence of a unit to learn from; of its boundaries SureBoundary
	leastShare      = 0.2 // least share of a text with a counterpart
	leastPairs      = 250
	leastDocuments  = 2
	maxPairs        = 20_000 // bounds memory and time
	longestPair     = 2_000  // bytes of both sides
)

// A Pool holds confident units of a collection in two languages, from which their words are
// learned: 20,000 at most, those with the smallest hashes, so that neither the order of the
// documents nor how they are spread over machines matters. The zero Pool with two languages is
// ready to use.
type Pool struct {
	Source    language.Tag `json:"source"`
	Target    language.Tag `json:"target"`
	Documents int          `json:"documents"` // how many were added
	Pairs     []Pair       `json:"pairs"`     // after Cut sorted by hash, each once
}

// A Pair is the two sides of a unit.
type Pair struct {
	Source string `json:"s"`
	Target string `json:"t"`
	hash   key    // of both; zero until it is needed
}

// pool returns the confident units of the first pass, by pair of languages.
func (w *work) pool(ctx context.Context) ([]*Pool, error) {
	var pools []*Pool
	for i, t := range w.tasks {
		w.progress("gathering", i, len(w.tasks))
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		if t.err != nil {
			continue
		}
		var o Alignment
		if err := w.journal.get(t.key, &o); err != nil {
			return nil, err
		}
		t.langs = nil
		for _, x := range o.Texts {
			t.langs = append(t.langs, x.Lang)
		}
		for p := range o.Pools() {
			k := slices.IndexFunc(pools, func(o *Pool) bool { return o.Source == p.Source && o.Target == p.Target })
			if k < 0 {
				pools = append(pools, p)
				continue
			}
			pools[k].Merge(p)
		}
	}
	for _, p := range pools {
		p.Cut()
	}
	return pools, nil
}

// Pools returns what a document of the first pass teaches: a pool for its source with each other
// language. There are none if too little of its texts has a counterpart: the second pass, which
// knows more words, may still find that the texts are related.
func (a *Alignment) Pools() iter.Seq[*Pool] {
	return func(yield func(*Pool) bool) {
		if len(a.Texts) == 0 || a.share() < leastShare {
			return
		}
		for _, t := range a.Texts[1:] {
			p := &Pool{Source: a.Texts[0].Lang, Target: t.Lang, Documents: 1}
			for i := range a.Units {
				if a.Units[i].sure() {
					p.add(&a.Units[i])
				}
			}
			if !yield(p) {
				return
			}
		}
	}
}

// add adds a unit, if it has both languages.
func (p *Pool) add(u *Unit) {
	s, okS := u.in(p.Source)
	t, okT := u.in(p.Target)
	if okS && okT && len(s)+len(t) <= longestPair {
		p.Pairs = append(p.Pairs, Pair{Source: s, Target: t})
	}
}

// Merge adds what another pool of the same languages holds. The other pool is not changed.
func (p *Pool) Merge(o *Pool) {
	p.Documents += o.Documents
	p.Pairs = append(p.Pairs, o.Pairs...)
	if len(p.Pairs) >= 2*maxPairs {
		p.Cut()
	}
}

// Cut removes repeated pairs, sorts the others by hash, and keeps the first 20,000.
func (p *Pool) Cut() {
	for i := range p.Pairs {
		x := &p.Pairs[i]
		if x.hash == (key{}) {
			x.hash = keyOf(x.Source, x.Target)
		}
	}
	slices.SortFunc(p.Pairs, func(a, b Pair) int { return slices.Compare(a.hash[:], b.hash[:]) })
	p.Pairs = slices.CompactFunc(p.Pairs, func(a, b Pair) bool { return a.hash == b.hash })
	if len(p.Pairs) > maxPairs {
		clear(p.Pairs[maxPairs:])
		p.Pairs = p.Pairs[:maxPairs]
	}
}
