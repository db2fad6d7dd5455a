package evidence

import (
	"context"
	"math/bits"

	"github.com/bitext-go/bitext/segment"
)

const (
	// A pair of sentences is an anchor of vectors if it is at most nearAnchor times as far apart as
	// unrelated sentences, and the next target sentence is farther by leadAnchor of that. Both were
	// set by hand.
	nearAnchor = 0.75
	leadAnchor = 0.1
	// nearest is how many target sentences whose signs are the most alike are measured.
	nearest = 3
)

// Anchors returns pairs of sentences along which the texts run: those that are nearest to each
// other. Its time is linear in the texts. At most boxRows sentences of a box, at equal distances,
// are held against all target sentences in it, first by the signs of their numbers and then by
// distance.
func (m *vectorModel) Anchors(ctx context.Context) ([]Anchor, error) {
	v := &nearFinder{src: m.src.signs(), tgt: m.tgt.signs(), model: m, pricer: newVectorPricer(m)}
	all := box{segment.Range{Lo: 0, Hi: len(v.src)}, segment.Range{Lo: 0, Hi: len(v.tgt)}}
	found, err := within(ctx, all, v)
	if err != nil {
		return nil, err
	}
	return plausible(longestChain(found)), nil
}

// A nearFinder finds pairs of sentences whose vectors are near.
type nearFinder struct {
	src, tgt [][]uint64 // signs
	model    *vectorModel
	pricer   *vectorPricer
}

// another returns a finder for another goroutine.
func (v *nearFinder) another() boxFinder {
	return &nearFinder{src: v.src, tgt: v.tgt, model: v.model, pricer: newVectorPricer(v.model)}
}

// candidates returns the pairs of a box that are each other's nearest, in order of i.
func (v *nearFinder) candidates(ctx context.Context, b box) ([]Anchor, error) {
	var out []Anchor
	best := map[int]int{} // the index in out of each target sentence
	step := (b.src.Len() + boxRows - 1) / boxRows
	for i := b.src.Lo; i < b.src.Hi; i += max(1, step) {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		a, ok := v.favourite(i, b.tgt)
		if !ok {
			continue
		}
		if k, taken := best[a.J]; !taken {
			best[a.J] = len(out)
			out = append(out, a)
		} else if a.Vote > out[k].Vote {
			out[k].Vote = 0 // not the nearest
			best[a.J] = len(out)
			out = append(out, a)
		}
	}
	kept := out[:0]
	for _, a := range out {
		if a.Vote > 0 {
			kept = append(kept, a)
		}
	}
	return kept, nil
}

// favourite returns the target sentence of a range that is nearest to source sentence i, if it
// leads clearly.
func (v *nearFinder) favourite(i int, in segment.Range) (Anchor, bool) {
	var at, apart [nearest]int // those with the fewest signs that differ, the first before the others
	found := 0
	for j := in.Lo; j < in.Hi; j++ {
		differ := 0
		for k, x := range v.src[i] {
			differ += bits.OnesCount64(x ^ v.tgt[j][k])
		}
		k := found
		if found < nearest {
			found++
		} else if k--; differ >= apart[k] {
			continue
		}
		for ; k > 0 && apart[k-1] > differ; k-- {
			at[k], apart[k] = at[k-1], apart[k-1]
		}
		at[k], apart[k] = j, differ
	}
	far := v.model.unrelated.mean
	first, second, top := far, far, -1
	for _, j := range at[:found] {
		d := v.pricer.distance(segment.Range{Lo: i, Hi: i + 1}, segment.Range{Lo: j, Hi: j + 1})
		if d < first {
			first, second, top = d, first, j
		} else {
			second = min(second, d)
		}
	}
	leads := top >= 0 && first <= nearAnchor*far && second-first >= leadAnchor*far
	return Anchor{I: i, J: top, Vote: (far - first) / max(far, 1e-3)}, leads
}

// signs returns for each sentence which numbers of its vector are above the mean of the text, a bit
// each.
func (x *vectorSide) signs() [][]uint64 {
	size := (len(x.mean) + 63) / 64
	all := make([]uint64, size*len(x.sentences))
	out := make([][]uint64, len(x.sentences))
	for i, v := range x.sentences {
		out[i] = all[i*size : (i+1)*size]
		for k, y := range v {
			if y > x.mean[k] {
				out[i][k/64] |= 1 << (k % 64)
			}
		}
	}
	return out
}
