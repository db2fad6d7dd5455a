package align

import (
	"context"
	"slices"

	"github.com/bitext-go/bitext/internal/dp"
	"github.com/bitext-go/bitext/segment"
)

// sparable is how much evidence a bead may lose, in nats, if a sentence that has its counterpart
// elsewhere is taken out of it.
const sparable = 1

// withMoved returns the beads of a search, with what is left over in both texts paired wherever it
// is. A sentence is left over if it is in no bead, in one that is probably not a translation, or at
// an end of a bead that does as well without it. A few pairs that would leave the texts unrelated
// are due to chance, where few words are known, and none of them counts.
func (x *search) withMoved(ctx context.Context) ([]Bead, error) {
	var free [2][]int
	at := 0
	owner := [2]map[int]int{{}, {}} // the step of each sentence that is left over
	add := func(side, i int) {
		if _, ok := owner[side][i]; !ok {
			free[side], owner[side][i] = append(free[side], i), at
		}
	}
	for k, s := range x.path {
		if err := look(ctx, k); err != nil {
			return nil, err
		}
		at = k
		if s.M == 0 || s.N == 0 || x.translation[k] < 0.5 {
			for i := range s.M {
				add(0, s.I+i)
			}
			for j := range s.N {
				add(1, s.J+j)
			}
			continue
		}
		for _, t := range trimmed(s) {
			if evidenceOf(x.pricer, t) > x.evidence[k]+sparable {
				continue
			}
			switch {
			case t.M < s.M && t.I > s.I:
				add(0, s.I)
			case t.M < s.M:
				add(0, s.I+s.M-1)
			case t.J > s.J:
				add(1, s.J)
			default:
				add(1, s.J+s.N-1)
			}
		}
	}
	m := miner{
		src: newWindows(x.srcChars, rivals), tgt: newWindows(x.tgtChars, rivals),
		model: x.model, pricer: x.pricer, call: x.call,
	}
	found, err := m.mine(ctx, free[0], free[1])
	if err != nil {
		return nil, err
	}
	found = slices.DeleteFunc(found, func(q mined) bool { return owner[0][q.Source.Lo] == owner[1][q.Target.Lo] })
	ordered, err := x.beads(ctx)
	if err != nil || len(found) == 0 {
		return ordered, err
	}
	for k, q := range found {
		if err := look(ctx, k); err != nil {
			return nil, err
		}
		x.release(0, q.Source.Lo)
		x.release(1, q.Target.Lo)
	}
	rest, err := x.beads(ctx)
	if err != nil {
		return nil, err
	}
	moved := x.insert(rest, found)
	if overlapOf(ordered, x.srcChars, x.tgtChars).Unrelated() &&
		overlapOf(moved, x.srcChars, x.tgtChars).Unrelated() {
		return ordered, nil
	}
	return moved, nil
}

// trimmed returns a step without its first or last sentence of either side that has several.
func trimmed(s dp.Step) (out []dp.Step) {
	if s.M > 1 {
		out = append(out, dp.Step{I: s.I + 1, J: s.J, M: s.M - 1, N: s.N}, dp.Step{I: s.I, J: s.J, M: s.M - 1, N: s.N})
	}
	if s.N > 1 {
		out = append(out, dp.Step{I: s.I, J: s.J + 1, M: s.M, N: s.N - 1}, dp.Step{I: s.I, J: s.J, M: s.M, N: s.N - 1})
	}
	return out
}

// release takes sentence i of a text out of its step, which it begins or ends.
func (x *search) release(side, i int) {
	for k, s := range x.path {
		lo, n := s.I, s.M
		if side == 1 {
			lo, n = s.J, s.N
		}
		if i < lo || i >= lo+n {
			continue
		}
		if s.M == 0 || s.N == 0 {
			return
		}
		var parts []dp.Step
		alone := dp.Step{I: s.I, J: s.J, M: 1}
		if side == 1 {
			alone.M, alone.N = 0, 1
		}
		switch {
		case n == 1: // what is left is without a counterpart
			parts = []dp.Step{{I: s.I, J: s.J, M: s.M}, {I: s.I + s.M, J: s.J, N: s.N}}
		case i == lo && side == 0:
			parts = []dp.Step{alone, {I: s.I + 1, J: s.J, M: s.M - 1, N: s.N}}
		case i == lo:
			parts = []dp.Step{alone, {I: s.I, J: s.J + 1, M: s.M, N: s.N - 1}}
		case side == 0:
			alone.I, alone.J = s.I+s.M-1, s.J+s.N
			parts = []dp.Step{{I: s.I, J: s.J, M: s.M - 1, N: s.N}, alone}
		default:
			alone.I, alone.J = s.I+s.M, s.J+s.N-1
			parts = []dp.Step{{I: s.I, J: s.J, M: s.M, N: s.N - 1}, alone}
		}
		x.path = slices.Replace(x.path, k, k+1, parts...)
		twice := func(list []float64) []float64 { return slices.Insert(list, k, list[k]) }
		x.posterior, x.evidence, x.translation = twice(x.posterior), twice(x.evidence), twice(x.translation)
		for p := range parts {
			x.evidence[k+p] = evidenceOf(x.pricer, parts[p])
		}
		return
	}
}

// insert puts pairs into beads, where their first sentences are, and takes out the beads that held
// their sentences alone.
func (x *search) insert(beads []Bead, found []mined) []Bead {
	bySource, byTarget := map[int]mined{}, map[int]bool{}
	for _, q := range found {
		bySource[q.Source.Lo], byTarget[q.Target.Lo] = q, true
	}
	out := make([]Bead, 0, len(beads))
	for _, b := range beads {
		src, tgt := b.Ranges[0], b.Ranges[1]
		if b.Null() && tgt.Len() == 1 && byTarget[tgt.Lo] {
			continue
		}
		q, ok := bySource[src.Lo]
		if !ok || !b.Null() || src.Len() == 0 {
			out = append(out, b)
			continue
		}
		b = Bead{
			Ranges: []segment.Range{q.Source, q.Target}, Boundary: b.Boundary, Translation: q.probability, Moved: true,
		}
		b.Reasons = reasonsFor(x.pricer, &b, x.src.Lang, x.tgt.Lang, x.maxReasons)
		out = append(out, b)
	}
	return out
}

// inOrder returns beads with the sides of those that moved apart, so that they follow one another
// in every text.
func inOrder(beads []Bead) []Bead {
	if !slices.ContainsFunc(beads, func(b Bead) bool { return b.Moved }) {
		return beads
	}
	var away []segment.Range // of the second text
	for _, b := range beads {
		if b.Moved {
			away = append(away, b.Ranges[1])
		}
	}
	slices.SortFunc(away, func(a, b segment.Range) int { return a.Lo - b.Lo })
	var out []Bead
	src, tgt := 0, 0
	back := func(until int) {
		for len(away) > 0 && away[0].Lo < until {
			tgt = away[0].Hi
			out = append(out, Bead{Ranges: []segment.Range{{Lo: src, Hi: src}, away[0]}})
			away = away[1:]
		}
	}
	for _, b := range beads {
		if b.Moved {
			src = b.Ranges[0].Hi
			out = append(out, Bead{Ranges: []segment.Range{b.Ranges[0], {Lo: tgt, Hi: tgt}}, Boundary: b.Boundary})
			continue
		}
		back(b.Ranges[1].Lo)
		if b.Ranges[1].Len() == 0 {
			b.Ranges = []segment.Range{b.Ranges[0], {Lo: tgt, Hi: tgt}}
		}
		out = append(out, b)
		src, tgt = b.Ranges[0].Hi, b.Ranges[1].Hi
	}
	last := 0
	for _, r := range away {
		last = max(last, r.Hi)
	}
	back(last)
	return out
}
