package align

import (
	"context"

	"github.com/bitext-go/bitext/align/evidence"
	"github.com/bitext-go/bitext/internal/dp"
	"github.com/bitext-go/bitext/segment"
)

// beads returns the path as beads, after the last pass with confidences and reasons. Each sentence
// without a counterpart is a bead of its own.
func (x *search) beads(ctx context.Context) ([]Bead, error) {
	out := make([]Bead, 0, len(x.path))
	var c confidences
	if x.posterior != nil {
		c = x.confidences()
	}
	for k, s := range x.path {
		if err := look(ctx, k); err != nil {
			return nil, err
		}
		add := func(i, m, j, n int) {
			b := Bead{Ranges: []segment.Range{{Lo: i, Hi: i + m}, {Lo: j, Hi: j + n}}}
			if x.posterior != nil {
				if b.Boundary = c.boundary(k); !b.Null() {
					b.Translation = x.translation[k]
				}
				b.Reasons = reasonsFor(x.pricer, &b, x.src.Lang, x.tgt.Lang, x.maxReasons)
			}
			out = append(out, b)
		}
		switch {
		case s.N == 0:
			for i := range s.M {
				add(s.I+i, 1, s.J, 0)
			}
		case s.M == 0:
			for j := range s.N {
				add(s.I, 0, s.J+j, 1)
			}
		default:
			add(s.I, s.M, s.J, s.N)
		}
	}
	return out, nil
}

// pairs returns the steps of the path with two sides.
func (x *search) pairs() []evidence.Pair {
	var out []evidence.Pair
	for _, s := range x.path {
		if s.M > 0 && s.N > 0 {
			out = append(out, pairOf(s))
		}
	}
	return out
}

// pairOf returns the sentences of a step.
func pairOf(s dp.Step) evidence.Pair {
	return evidence.Pair{
		Source: segment.Range{Lo: s.I, Hi: s.I + s.M}, Target: segment.Range{Lo: s.J, Hi: s.J + s.N},
	}
}

// confidences returns what the confidences of the path are made of.
func (x *search) confidences() confidences {
	src, tgt := x.srcChars, x.tgtChars
	density := make([]float64, len(x.path))
	for k, s := range x.path {
		if s.M > 0 && s.N > 0 {
			density[k] = densityOf(x.evidence[k], src[s.I+s.M]-src[s.I]+tgt[s.J+s.N]-tgt[s.J])
		}
	}
	return newConfidences(x.path, x.posterior, density, x.translation)
}
