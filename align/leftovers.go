package align

import (
	"context"
	"maps"
	"slices"

	"github.com/bitext-go/bitext/align/evidence"
	"github.com/bitext-go/bitext/internal/dp"
)

// sparable is how much evidence a bead may lose, in nats, if a sentence that has its counterpart
// elsewhere is taken out of it.
const sparable = 1

// A leftover is a sentence of one side of a step that is left over.
type leftover struct{ step, side, sentence int }

// leftovers returns the sentences that are left over, in order of their steps: those in no bead, in
// one that is probably not a translation, or at an end of a bead that does as well without it. One
// may be there twice.
func (x *search) leftovers(ctx context.Context) ([]leftover, error) {
	parts := make([][]leftover, len(x.path)/stretch+1)
	err := x.call.inStretches(ctx, len(x.path), x.model, x.pricer, func(p evidence.Pricer, k int) {
		parts[k/stretch] = x.appendLeftovers(parts[k/stretch], p, k)
	})
	return slices.Concat(parts...), err
}

// appendLeftovers appends the sentences of step k that are left over to list.
func (x *search) appendLeftovers(list []leftover, p evidence.Pricer, k int) []leftover {
	s := x.path[k]
	if s.M == 0 || s.N == 0 || x.translation[k] < 0.5 {
		for i := range s.M {
			list = append(list, leftover{k, 0, s.I + i})
		}
		for j := range s.N {
			list = append(list, leftover{k, 1, s.J + j})
		}
		return list
	}
	for _, t := range trimmed(s) {
		if evidenceOf(p, t) > x.evidence[k]+sparable {
			continue
		}
		switch {
		case t.M < s.M && t.I > s.I:
			list = append(list, leftover{k, 0, s.I})
		case t.M < s.M:
			list = append(list, leftover{k, 0, s.I + s.M - 1})
		case t.J > s.J:
			list = append(list, leftover{k, 1, s.J})
		default:
			list = append(list, leftover{k, 1, s.J + s.N - 1})
		}
	}
	return list
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

// release takes sentences out of their steps, which they begin or end. They are in the order in
// which they are taken, by step.
func (x *search) release(gone map[int][]leftover) {
	var out search
	from := 0
	for _, k := range slices.Sorted(maps.Keys(gone)) {
		out.append(x.steps(from, k))
		own := x.steps(k, k+1)
		for _, l := range gone[k] {
			own.releaseOne(l.side, l.sentence)
		}
		out.append(own)
		from = k + 1
	}
	out.append(x.steps(from, len(x.path)))
	x.path, x.posterior, x.evidence, x.translation = out.path, out.posterior, out.evidence, out.translation
}

// steps returns a search of which the path is a copy of some steps of the path of x.
func (x *search) steps(lo, hi int) *search {
	return &search{
		pricer: x.pricer, path: slices.Clone(x.path[lo:hi]), posterior: slices.Clone(x.posterior[lo:hi]),
		evidence: slices.Clone(x.evidence[lo:hi]), translation: slices.Clone(x.translation[lo:hi]),
	}
}

// append appends the path of y.
func (x *search) append(y *search) {
	x.path, x.posterior = append(x.path, y.path...), append(x.posterior, y.posterior...)
	x.evidence, x.translation = append(x.evidence, y.evidence...), append(x.translation, y.translation...)
}

// releaseOne takes sentence i of a text out of its step, which it begins or ends.
func (x *search) releaseOne(side, i int) {
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
