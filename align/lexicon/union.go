package lexicon

import (
	"cmp"
	"fmt"
	"slices"

	"github.com/bitext-go/bitext/internal/langtag"
)

// Union returns one lexicon of several with the same languages. Where more than one has a pair, the
// higher probabilities count. It is an error if languages differ, if one is nil, or if none is
// given.
func Union(lexicons ...*Lexicon) (*Lexicon, error) {
	if len(lexicons) == 0 {
		return nil, fmt.Errorf("lexicon: a union of no lexicons has no languages")
	}
	if slices.Contains(lexicons, nil) {
		return nil, errNil
	}
	first := lexicons[0].filled()
	for _, l := range lexicons[1:] {
		if !langtag.SameBase(l.source, first.source) || !langtag.SameBase(l.target, first.target) {
			return nil, fmt.Errorf("lexicon: a lexicon %v-%v cannot join one %v-%v",
				l.source, l.target, first.source, first.target)
		}
	}
	for _, l := range lexicons[1:] {
		first = first.join(l.filled())
	}
	return first, nil
}

// join returns the union of two lexicons, merging their words and pairs in order.
func (l *Lexicon) join(m *Lexicon) *Lexicon {
	from, lFrom, mFrom := merge(l.from, m.from)
	to, lTo, mTo := merge(l.to, m.to)
	out := &Lexicon{source: l.source, target: l.target, from: from, to: to, starts: make([]uint32, 1, from.Len()+1),
		pairs: make([]pair, 0, len(l.pairs)+len(m.pairs)), notes: joinNotes(l.notes, m.notes)}
	i, k := 0, 0
	for id := range from.Len() {
		var a, b []pair
		if i < len(lFrom) && lFrom[i] == uint32(id) {
			a = l.pairsOf(i)
			i++
		}
		if k < len(mFrom) && mFrom[k] == uint32(id) {
			b = m.pairsOf(k)
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

// merge returns one list of the words of both, and the index there of each word of a and of b.
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
