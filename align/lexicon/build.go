package lexicon

import (
	"cmp"
	"fmt"
	"iter"
	"maps"
	"slices"
	"unicode/utf8"

	"golang.org/x/text/language"

	"github.com/bitext-go/bitext/internal/langtag"
)

// maxForm is the length in bytes of the longest form; words of texts are far below it.
const maxForm = 255

// New returns a lexicon of the given pairs. Where a pair comes twice, the higher probabilities
// count. Pairs with an empty form, one of more than 255 bytes, or without a probability above 0
// both ways are left out.
func New(source, target language.Tag, pairs iter.Seq[Pair]) *Lexicon {
	var all []Pair
	for p := range pairs {
		if isForm(p.Source) && isForm(p.Target) && p.Forward > 0 && p.Backward > 0 {
			all = append(all, p)
		}
	}
	slices.SortFunc(all, func(a, b Pair) int {
		return cmp.Or(cmp.Compare(a.Source, b.Source), cmp.Compare(a.Target, b.Target))
	})
	targets := map[string]uint32{}
	for _, p := range all {
		targets[p.Target] = 0
	}
	to := slices.Sorted(maps.Keys(targets))
	for i, t := range to {
		targets[t] = uint32(i)
	}
	l := &Lexicon{source: source, target: target, to: newWords(to), pairs: make([]pair, 0, len(all))}
	var from []string
	for i, p := range all {
		next := pair{targets[p.Target], toStep(p.Forward), toStep(p.Backward)}
		switch {
		case i == 0 || p.Source != all[i-1].Source:
			from = append(from, p.Source)
			l.starts = append(l.starts, uint32(len(l.pairs)))
		case p.Target == all[i-1].Target:
			last := &l.pairs[len(l.pairs)-1]
			last.p, last.q = min(last.p, next.p), min(last.q, next.q)
			continue
		}
		l.pairs = append(l.pairs, next)
	}
	l.starts = append(l.starts, uint32(len(l.pairs)))
	l.from = newWords(from)
	return l
}

func isForm(s string) bool { return s != "" && len(s) <= maxForm && utf8.ValidString(s) }

// Reverse returns the same lexicon with its sides exchanged.
func (l *Lexicon) Reverse() *Lexicon {
	r := &Lexicon{source: l.target, target: l.source, from: l.to, to: l.from, notes: l.notes,
		starts: make([]uint32, l.to.Len()+1), pairs: make([]pair, len(l.pairs))}
	for _, p := range l.pairs {
		r.starts[p.to+1]++
	}
	for i := 1; i < len(r.starts); i++ {
		r.starts[i] += r.starts[i-1]
	}
	next := slices.Clone(r.starts)
	for i := range l.from.Len() {
		for _, p := range l.of(i) {
			r.pairs[next[p.to]] = pair{uint32(i), p.q, p.p}
			next[p.to]++
		}
	}
	return r
}

// Union returns one lexicon of several with the same languages. Where more than one has a pair, the
// higher probabilities count. It is an error if languages differ or nothing is given.
func Union(lexicons ...*Lexicon) (*Lexicon, error) {
	if len(lexicons) == 0 {
		return nil, fmt.Errorf("lexicon: a union of no lexicons has no languages")
	}
	first := lexicons[0]
	for _, l := range lexicons[1:] {
		if !langtag.SameBase(l.source, first.source) || !langtag.SameBase(l.target, first.target) {
			return nil, fmt.Errorf("lexicon: a lexicon %v-%v cannot join one %v-%v", l.source, l.target, first.source, first.target)
		}
	}
	for _, l := range lexicons[1:] {
		first = first.join(l)
	}
	return first, nil
}

// Weigh returns the lexicon with every probability multiplied by w, more than 0 and at most 1: what
// it says counts less beside another one in a [Union].
func (l *Lexicon) Weigh(w float64) *Lexicon {
	out := *l
	out.pairs = slices.Clone(l.pairs)
	by := int(toStep(w))
	for i, p := range out.pairs {
		out.pairs[i].p = step(min(int(p.p)+by, 255))
		out.pairs[i].q = step(min(int(p.q)+by, 255))
	}
	return &out
}

// join merges two lexicons, both of which are in order.
func (l *Lexicon) join(m *Lexicon) *Lexicon {
	from, lFrom, mFrom := merge(l.from, m.from)
	to, lTo, mTo := merge(l.to, m.to)
	out := &Lexicon{source: l.source, target: l.target, from: from, to: to, starts: make([]uint32, 1, from.Len()+1),
		pairs: make([]pair, 0, len(l.pairs)+len(m.pairs)), notes: joinNotes(l.notes, m.notes)}
	i, k := 0, 0
	for id := range from.Len() {
		var a, b []pair
		if i < len(lFrom) && lFrom[i] == uint32(id) {
			a = l.of(i)
			i++
		}
		if k < len(mFrom) && mFrom[k] == uint32(id) {
			b = m.of(k)
			k++
		}
		for len(a) > 0 || len(b) > 0 {
			switch {
			case len(b) == 0 || len(a) > 0 && lTo[a[0].to] < mTo[b[0].to]:
				out.pairs = append(out.pairs, pair{lTo[a[0].to], a[0].p, a[0].q})
				a = a[1:]
			case len(a) == 0 || mTo[b[0].to] < lTo[a[0].to]:
				out.pairs = append(out.pairs, pair{mTo[b[0].to], b[0].p, b[0].q})
				b = b[1:]
			default:
				out.pairs = append(out.pairs, pair{lTo[a[0].to], min(a[0].p, b[0].p), min(a[0].q, b[0].q)})
				a, b = a[1:], b[1:]
			}
		}
		out.starts = append(out.starts, uint32(len(out.pairs)))
	}
	return out
}

// merge returns the list of the words of both, and where each word of a and of b stands in it.
func merge(a, b *Words) (both *Words, ofA, ofB []uint32) {
	if a == b {
		same := make([]uint32, a.Len())
		for i := range same {
			same[i] = uint32(i)
		}
		return a, same, same
	}
	all := make([]string, 0, a.Len()+b.Len())
	ofA, ofB = make([]uint32, 0, a.Len()), make([]uint32, 0, b.Len())
	for i, k := 0, 0; i < a.Len() || k < b.Len(); {
		id := uint32(len(all))
		order := 1
		switch {
		case k == b.Len():
			order = -1
		case i < a.Len():
			order = cmp.Compare(a.at(i), b.at(k))
		}
		if order <= 0 {
			all = append(all, a.at(i))
			ofA = append(ofA, id)
			i++
		}
		if order >= 0 {
			if order > 0 {
				all = append(all, b.at(k))
			}
			ofB = append(ofB, id)
			k++
		}
	}
	return newWords(all), ofA, ofB
}

func joinNotes(a, b string) string {
	if a == "" || b == "" || a == b {
		return cmp.Or(a, b)
	}
	return a + "\n" + b
}
