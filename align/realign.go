package align

import (
	"math"
	"slices"

	"github.com/bitext-go/bitext/align/evidence"
	"github.com/bitext-go/bitext/align/internal/lattice"
	"github.com/bitext-go/bitext/internal/dp"
	"github.com/bitext-go/bitext/segment"
)

// A realignment searches for the place of some texts, most often one, beside all others.
type realignment struct {
	rows        *multi
	own, others profile
	band        dp.Band
	required    required
}

// ofText returns the realignment of text k, or nil if nothing of it is doubtful.
func ofText(t *multi, k int, x *lattice.Lattice, changed func(k, j int) bool) *realignment {
	doubt, any := doubtful(t, k, x, changed)
	if !any {
		return nil
	}
	member, rest := make([]bool, len(x.At)), make([]bool, len(x.At))
	for l := range rest {
		member[l], rest[l] = l == k, l != k
	}
	others, to := x.Only(func(l int) bool { return l != k })
	lo, hi := x.At[k][0], x.At[k][x.Slots()]
	own := &lattice.Lattice{At: make([][]int, len(x.At))}
	for l := range own.At {
		for i := lo; i <= hi; i++ {
			own.At[l] = append(own.At[l], i)
		}
	}
	y := &realignment{rows: t, own: newProfile(own, member), others: newProfile(others, rest)}
	for _, at := range t.anchors {
		if s := x.Find(at, k); s >= 0 {
			y.required = append(y.required, corner{to[s], at[k] - lo})
		}
	}
	if rows, cols := others.Slots(), own.Slots(); rows*cols > exactRealignment {
		own := func(s int) (int, bool) { return x.At[k][s] - lo, x.At[k][s] >= 0 }
		y.band = bandBeside(x, rows, cols, to, own, doubt)
	}
	return y
}

// ofTexts returns the realignment of several texts.
func ofTexts(t *multi, member []bool, x *lattice.Lattice) *realignment {
	rest := make([]bool, len(member))
	for k, m := range member {
		rest[k] = !m
	}
	own, _ := x.Only(func(k int) bool { return member[k] })
	others, _ := x.Only(func(k int) bool { return rest[k] })
	return &realignment{rows: t, own: newProfile(own, member), others: newProfile(others, rest)}
}

// exactRealignment is the largest grid of a realignment that is searched whole, and realignBand how
// many slots a text may move in a larger one.
const (
	exactRealignment = 1_000
	realignBand      = 4
)

// bandBeside returns the band around where the two parts of a lattice are now, given the number of
// each boundary in either. Where nothing is doubtful it is the path itself.
func bandBeside(x *lattice.Lattice, rows, cols int, to []int, own func(s int) (int, bool), doubt []bool) dp.Band {
	b := dp.Band{Lo: make([]int, rows+1), Hi: make([]int, rows+1)}
	for i := range b.Lo {
		b.Lo[i] = cols
	}
	touch := func(i, j, width int) {
		for i0 := max(0, i-width); i0 <= min(rows, i+width); i0++ {
			b.Lo[i0], b.Hi[i0] = min(b.Lo[i0], max(0, j-width)), max(b.Hi[i0], min(cols, j+width))
		}
	}
	i, j := 0, 0
	for s := range to {
		width := 0
		if doubt[s] {
			width = realignBand
		}
		v, ok := own(s)
		for ok && (i < to[s] || j < v) {
			touch(i, j, width)
			i, j = min(i+1, to[s]), min(j+1, v)
		}
		if ok {
			touch(i, j, width)
		}
	}
	return b
}

// grid returns the grid of the others' slots and the own ones.
func (t *realignment) grid() *dp.Grid {
	return &dp.Grid{Rows: t.others.Slots(), Cols: t.own.Slots(), Band: t.band, Shapes: t.rows.shapes, Cost: t.cost}
}

// absence returns the probability that a text has nothing in a slot, given the share of the other
// texts that have something, and the cost of absence if all of them have.
func absence(share, cost float64) float64 { return 1 - (1-math.Exp(-cost))*share }

// gapCost returns the cost of slots without a counterpart.
func (t *realignment) gapCost(share []float64) float64 {
	c := 0.0
	for i, s := range share {
		each := t.rows.priors.next
		if i == 0 {
			each = t.rows.priors.drop
		}
		c -= math.Log(absence(s, each))
	}
	return c
}

// matchCost returns the cost of slots that have a counterpart.
func (t *realignment) matchCost(share []float64) float64 {
	most := 0.0
	for _, s := range share {
		most = max(most, s)
	}
	return -math.Log((1 - absence(most, t.rows.priors.drop)) / (1 - absence(1, t.rows.priors.drop)))
}

// cost returns the prior of a step plus the evidence against it; +Inf if it is forbidden.
func (t *realignment) cost(s dp.Step) float64 {
	if len(t.required) > 0 && !t.required.allow(s) {
		return math.Inf(1)
	}
	others, own := t.others.share[s.I:s.I+s.M], t.own.share[s.J:s.J+s.N]
	switch {
	case s.M == 0:
		return t.gapCost(own)
	case s.N == 0:
		return t.gapCost(others)
	}
	if t.mergesPivot(s) {
		return math.Inf(1)
	}
	mean, _ := t.evidence(t.rows.pricers, s)
	return t.rows.priors.of(s.M, s.N) + t.matchCost(others) + t.matchCost(own) + mean
}

// mergesPivot reports whether a step would merge sentences of a locked pivot.
func (t *realignment) mergesPivot(s dp.Step) bool {
	switch {
	case t.rows.locked < 0:
		return false
	case t.own.member[t.rows.locked]:
		return t.own.covering(t.rows.locked, s.J, s.J+s.N).Len() > 1
	}
	return t.others.covering(t.rows.locked, s.I, s.I+s.M).Len() > 1
}

// evidence returns the evidence against what a step pairs: the mean over the pairs of an own and
// another text that have something there, +Inf if there are none, and the mean of their characters.
// A bead that runs across a boundary of the step counts whole.
func (t *realignment) evidence(pricers [][]evidence.Pricer, s dp.Step) (mean, chars float64) {
	n := 0.0
	for k, own := range t.own.member {
		if !own {
			continue
		}
		r := t.own.covering(k, s.J, s.J+s.N)
		if r.Len() == 0 {
			continue
		}
		for l, other := range t.others.member {
			if !other || !t.rows.known(k, l) {
				continue
			}
			if q := t.others.covering(l, s.I, s.I+s.M); q.Len() > 0 {
				mean += priceWith(pricers, k, r, l, q)
				chars += t.rows.chars[k][r.Hi] - t.rows.chars[k][r.Lo] + t.rows.chars[l][q.Hi] - t.rows.chars[l][q.Lo]
				n++
			}
		}
	}
	if n == 0 {
		return math.Inf(1), 0
	}
	return mean / n, chars / n
}

// merge returns the lattice with the two parts as the path aligns them.
func (t *realignment) merge(path []dp.Step) *lattice.Lattice {
	out := lattice.New(len(t.rows.texts))
	part := func(k int) *lattice.Lattice {
		if t.own.member[k] {
			return t.own.Lattice
		}
		return t.others.Lattice
	}
	for k := range t.rows.texts {
		out.At[k][0] = part(k).At[k][0]
	}
	for _, s := range path {
		// Inside a bead the boundaries of the others stay and the own side runs across them, unless
		// there is only one slot.
		steps := s.M
		if s.M < 2 {
			steps = max(s.M, s.N)
		}
		for n := range steps {
			last := n+1 == steps
			for k := range t.rows.texts {
				at, v := part(k).At[k], lattice.Inside
				switch own := t.own.member[k]; {
				case !own && (last || s.M != 1):
					v = at[min(s.I+n+1, s.I+s.M)]
				case own && last:
					v = at[s.J+s.N]
				case own && s.M < 2:
					v = at[s.J+n+1]
				case own && s.N == 0:
					v = at[s.J]
				}
				out.At[k] = append(out.At[k], v)
			}
		}
	}
	return out
}

// setConfidences sets the confidences of the sentences of the text that was realigned.
func (t *realignment) setConfidences(path []dp.Step, posterior []float64) {
	density, translation := make([]float64, len(path)), make([]float64, len(path))
	for i, s := range path {
		if s.M > 0 && s.N > 0 {
			density[i] = densityOf(t.evidence(t.rows.coarse, s))
			translation[i] = translationOf(density[i])
		}
	}
	c := newConfidences(path, posterior, density, translation)
	k := slices.Index(t.own.member, true)
	for i, s := range path {
		own := segment.Range{Lo: t.own.At[k][s.J], Hi: t.own.At[k][s.J+s.N]}
		t.rows.setConfidences(k, own, c.boundary(i), translation[i])
	}
}
