package lexicon

import (
	"errors"
	"fmt"
	"math"
	"slices"

	"github.com/bitext-go/bitext/internal/langtag"
)

var errNil = errors.New("lexicon: one of the lexicons is nil")

// leastComposed is the least probability, in either direction, for which a composed pair is kept.
// Two steps lead far: what leads back as well is a translation more often. (Without that, the
// yearbooks in German and French lose a bead, and Chinese with French lose .001.)
const leastComposed = .005

// Compose returns a lexicon from the source language of a to the target language of b. It
// translates through a third language, which must be a's target and b's source. The probability of
// a pair is the product of the two steps, summed over the words of the third language. Pairs below
// .005 in either direction are left out. It is an error if one of the two is nil, or if nothing
// leads from one to the other.
func Compose(a, b *Lexicon) (*Lexicon, error) {
	if a == nil || b == nil {
		return nil, errNil
	}
	a, b = a.filled(), b.filled()
	if !langtag.SameBase(a.target, b.source) {
		return nil, fmt.Errorf("lexicon: nothing leads from %v-%v to %v-%v: the middle language must be the same",
			a.source, a.target, b.source, b.target)
	}
	middle := common(a.to, b.from)
	out := &Lexicon{source: a.source, target: b.target, from: a.from, to: b.to, notes: joinNotes(a.notes, b.notes),
		starts: make([]uint32, 1, a.from.Len()+1), pairs: make([]pair, 0, len(a.pairs)+len(b.pairs))}
	p, q := make([]float64, b.to.Len()), make([]float64, b.to.Len())
	var reached []uint32
	for i := range a.from.Len() {
		reached = reached[:0]
		for _, x := range a.pairsOf(i) {
			m := middle[x.to]
			if m == missing {
				continue
			}
			px, qx := probabilities[x.p], probabilities[x.q]
			for _, y := range b.pairsOf(int(m)) {
				py, qy := px*probabilities[y.p], qx*probabilities[y.q]
				if py < leastComposed/10 && qy < leastComposed/10 {
					continue
				}
				if p[y.to] == 0 {
					reached = append(reached, y.to)
				}
				p[y.to] += py
				q[y.to] += qy
			}
		}
		slices.Sort(reached)
		for _, to := range reached {
			if p[to] >= leastComposed && q[to] >= leastComposed {
				out.pairs = append(out.pairs, pair{to, toStep(min(p[to], 1)), toStep(min(q[to], 1))})
			}
			p[to], q[to] = 0, 0
		}
		out.starts = append(out.starts, uint32(len(out.pairs)))
	}
	return out, nil
}

const missing = math.MaxUint32

// common returns the index in b of each word of a.
func common(a, b *Words) []uint32 {
	at := make([]uint32, a.Len())
	k := 0
	for i := range at {
		w := a.at(i)
		for k < b.Len() && b.at(k) < w {
			k++
		}
		at[i] = missing
		if k < b.Len() && b.at(k) == w {
			at[i] = uint32(k)
		}
	}
	return at
}
