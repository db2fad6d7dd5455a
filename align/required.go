package align

import (
	"fmt"
	"sort"

	"github.com/bitext-go/bitext/internal/dp"
	"github.com/bitext-go/bitext/segment"
)

// required are corners that the path must lead through, in order.
type required []corner

// allow reports whether a step passes by no required corner: it ends before the next one.
func (p required) allow(s dp.Step) bool {
	k := sort.Search(len(p), func(k int) bool { return p[k].i > s.I || p[k].j > s.J })
	return k == len(p) || s.I+s.M <= p[k].i && s.J+s.N <= p[k].j
}

// join returns the anchors that the required corners allow, and the required corners.
func (p required) join(anchors []anchor) []anchor {
	var out []anchor
	next := 0
	for _, a := range anchors {
		if !p.allow(dp.Step{I: a.i, J: a.j, M: 1, N: 1}) {
			continue
		}
		for ; next < len(p) && p[next].i <= a.i; next++ {
			out = append(out, anchor{i: p[next].i, j: p[next].j, given: true})
		}
		out = append(out, a)
	}
	for ; next < len(p); next++ {
		out = append(out, anchor{i: p[next].i, j: p[next].j, given: true})
	}
	return out
}

// checkAnchors returns what is wrong with the anchors of an Aligner.
func checkAnchors(anchors [][]int, texts []*segment.Text) error {
	last := make([]int, len(texts))
	for n, a := range anchors {
		if len(a) != len(texts) {
			return fmt.Errorf("anchor %d has %d places, but there are %d texts", n+1, len(a), len(texts))
		}
		for k, i := range a {
			if i < 0 || i > len(texts[k].Sentences) {
				const problem = "anchor %d: text %d has %d sentences, so there is no place after %d"
				return fmt.Errorf(problem, n+1, k+1, len(texts[k].Sentences), i)
			}
			if i < last[k] {
				return fmt.Errorf("anchor %d: in text %d it is before anchor %d; give anchors in order", n+1, k+1, n)
			}
			last[k] = i
		}
	}
	return nil
}
