package align

import (
	"context"
	"slices"

	"github.com/bitext-go/bitext/segment"
)

// withMoved returns the beads of a search, with what is left over in both texts paired wherever it
// is. A few pairs that would leave the texts unrelated are due to chance, where few words are
// known, and none of them counts.
func (x *search) withMoved(ctx context.Context) ([]Bead, error) {
	left, err := x.leftovers(ctx)
	if err != nil {
		return nil, err
	}
	var free [2][]int
	owner := [2]map[int]int{{}, {}} // the step of each sentence that is left over
	for _, l := range left {
		if _, ok := owner[l.side][l.sentence]; !ok {
			free[l.side], owner[l.side][l.sentence] = append(free[l.side], l.sentence), l.step
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
	gone := map[int][]leftover{} // by step, in the order in which they are found
	for _, q := range found {
		for side, i := range [2]int{q.Source.Lo, q.Target.Lo} {
			k := owner[side][i]
			gone[k] = append(gone[k], leftover{k, side, i})
		}
	}
	x.release(gone)
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
