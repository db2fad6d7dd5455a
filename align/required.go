package align

import (
	"fmt"
	"sort"

	"github.com/bitext-go/bitext/internal/dp"
	"github.com/bitext-go/bitext/segment"
)

// pins are corners that the path must lead through, in order.
type required []corner

// allow reports whether a step leads past no pin: it ends before the next one, or begins behind it.
func (p required) allow(s dp.Step) bool {
	k := sort.Search(len(p), func(k int) bool { return p[k].i > s.I || p[k].j > s.J })
	return k == len(p) || s.I+s.M <= p[k].i && s.J+s.N <= p[k].j
}

// join returns the anchors that the pins allow, and the pins.
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

// checkAnchors returns what is wrong with anchors that a user gave.
func checkAnchors(anchors [][]int, texts []*segment.Text) error {
	last := make([]int, len(texts))
	for n, a := range anchors {
		if len(a) != len(texts) {
			return fmt.Errorf("anchor %d is a place in %d texts, but there are %d", n+1, len(a), len(texts))
		}
		for k, i := range a {
			if i < 0 || i > len(texts[k].Sentences) {
				return fmt.Errorf("anchor %d: text %d has no place behind %d sentences; it has %d", n+1, k+1, i, len(texts[k].Sentences))
			}
			if i < last[k] {
				return fmt.Errorf("anchor %d: in text %d it stands before the anchor in front of it", n+1, k+1)
			}
			last[k] = i
		}
	}
	return nil
}
