package align

import (
	"context"
	"math"
	"slices"

	"github.com/bitext-go/bitext/internal/dp"
	"github.com/bitext-go/bitext/segment"
)

// A copyWindow is a stretch of the path in which sentences are paired with copies of themselves, or
// have no counterpart.
type copyWindow struct {
	lo, hi   int // steps
	side     int // the text that has both the copies and their translations
	copied   []copied
	from, to corner
	same     same

	out  map[int]bool // the sentences that give way
	path []dp.Step    // the stretch without them
}

// copiesAt returns the window that begins at a step, or nil if none does.
func (x *search) copiesAt(k int, same same) *copyWindow {
	w := &copyWindow{lo: k, hi: k, same: same}
	alone, since, any := [2]int{}, 0, false
	for ; w.hi < len(x.path) && len(w.copied) < mostCopies; w.hi++ {
		s := x.path[w.hi]
		if s.M > 0 && s.N > 0 {
			found := copiesIn(pairOf(s), same)
			if found == nil {
				break
			}
			alone[0], alone[1], since = alone[0]+s.M, alone[1]+s.N, 0
			for _, c := range found {
				any = any || c.sentence
				alone[0], alone[1] = alone[0]-c.other.Len(), alone[1]-c.own.Len()
			}
			w.copied = append(w.copied, found...)
			continue
		}
		if since += s.M + s.N; since > copyReach {
			break
		}
		alone[0], alone[1] = alone[0]+s.M, alone[1]+s.N
	}
	if !any || alone[0]+alone[1] == 0 {
		return nil
	}
	w.side = 1
	if alone[0] > alone[1] {
		w.side = 0
		for i, c := range w.copied {
			w.copied[i].own, w.copied[i].other = c.other, c.own
		}
	}
	first, last := x.path[w.lo], x.path[w.hi-1]
	w.from, w.to = corner{first.I, first.J}, corner{last.I + last.M, last.J + last.N}
	return w
}

// replace aligns the window without the copies, and reports whether a sentence that should be
// translated gives way to its translation. Copies that have none stay.
func (w *copyWindow) replace(ctx context.Context, x *search) bool {
	give := slices.Clone(w.copied)
	for len(give) > 0 {
		w.out = map[int]bool{}
		for _, c := range give {
			for i := c.own.Lo; i < c.own.Hi; i++ {
				w.out[i] = true
			}
		}
		paired, gain := w.align(ctx, x)
		before := len(give)
		give = slices.DeleteFunc(give, func(c copied) bool {
			for i := c.other.Lo; i < c.other.Hi; i++ {
				if !paired[i] {
					return true
				}
			}
			return false
		})
		if len(give) == before {
			return gain >= copyGain && slices.ContainsFunc(give, func(c copied) bool { return c.sentence })
		}
	}
	return false
}

// align finds the cheapest path through the window without the sentences that give way. paired
// holds the sentences of the text without copies that have a translation, and gain is the evidence
// for those whose copies give way.
func (w *copyWindow) align(ctx context.Context, x *search) (paired map[int]bool, gain float64) {
	rows, cols := w.rest(0, w.from.i, w.to.i), w.rest(1, w.from.j, w.to.j)
	whole := func(s dp.Step) (dp.Step, bool) {
		t := dp.Step{I: rows[s.I], J: cols[s.J], M: s.M, N: s.N}
		return t, (s.M == 0 || rows[s.I+s.M-1] == t.I+s.M-1) && (s.N == 0 || cols[s.J+s.N-1] == t.J+s.N-1)
	}
	n, m := len(rows)-1, len(cols)-1
	g := &dp.Grid{Rows: n, Cols: m, Shapes: x.allShapes, Band: dp.Full(n, m),
		Cost: func(s dp.Step) float64 {
			t, ok := whole(s)
			if !ok {
				return math.Inf(1)
			}
			return x.cost(x.pricer, t)
		}}
	path, err := g.Cheapest(ctx)
	if err != nil {
		return nil, 0
	}
	paired, w.path = map[int]bool{}, nil
	i, j := w.from.i, w.from.j
	alone := func(toI, toJ int) { // what gives way, before a step
		for ; i < toI; i++ {
			w.path = append(w.path, dp.Step{I: i, J: j, M: 1})
		}
		for ; j < toJ; j++ {
			w.path = append(w.path, dp.Step{I: i, J: j, N: 1})
		}
	}
	for _, s := range path {
		t, _ := whole(s)
		if s.M == 0 {
			t.I = i
		}
		if s.N == 0 {
			t.J = j
		}
		alone(t.I, t.J)
		w.path = append(w.path, t)
		i, j = t.I+t.M, t.J+t.N
		against := evidenceOf(x.pricer, t)
		if t.M == 0 || t.N == 0 || against > copyDoubt || copiesIn(pairOf(t), w.same) != nil {
			continue
		}
		other := pairOf(t).Source
		if w.side == 0 {
			other = pairOf(t).Target
		}
		for k := other.Lo; k < other.Hi; k++ {
			paired[k] = true
		}
		if w.gaveWay(other) {
			gain -= against
		}
	}
	alone(w.to.i, w.to.j)
	return paired, gain
}

// rest returns the sentences from lo to hi of a text that do not give way, and hi.
func (w *copyWindow) rest(side, lo, hi int) (out []int) {
	for i := lo; i < hi; i++ {
		if side != w.side || !w.out[i] {
			out = append(out, i)
		}
	}
	return append(out, hi)
}

// gaveWay reports whether the copy of one of some sentences of the other text gives way.
func (w *copyWindow) gaveWay(other segment.Range) bool {
	return slices.ContainsFunc(w.copied, func(c copied) bool {
		return other.Lo < c.other.Hi && c.other.Lo < other.Hi && w.out[c.own.Lo]
	})
}
