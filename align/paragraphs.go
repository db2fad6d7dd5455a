package align

import (
	"slices"

	"github.com/bitext-go/bitext/segment"
)

// Paragraphs joins beads of sentences into beads of whole paragraphs: the smallest groups that end
// with a paragraph in every text. Beads must be those of an alignment of the texts. Between two
// beads that pair something, sentences without a counterpart have no order across the texts; those
// that end a paragraph are taken first. The sides of beads that moved are taken as sentences
// without counterparts. Neither beads nor texts are changed or retained. Paragraphs panics if a
// bead does not have a range for each text.
func Paragraphs(beads []Bead, texts ...*segment.Text) []Bead {
	ends := make([][]int, len(texts)) // sentences before the end of each paragraph
	for k, t := range texts {
		ends[k] = []int{0}
		for _, p := range t.Paragraphs {
			ends[k] = append(ends[k], p.Hi)
		}
	}
	var out []Bead
	open := false
	for _, b := range orderNulls(inOrder(beads), ends) {
		if !open {
			out = append(out, Bead{Ranges: slices.Clone(b.Ranges), Boundary: b.Boundary, Translation: b.Translation})
		} else {
			last := &out[len(out)-1]
			for k := range b.Ranges {
				last.Ranges[k].Hi = b.Ranges[k].Hi
			}
			last.Boundary = min(last.Boundary, b.Boundary)
			last.Translation = max(last.Translation, b.Translation)
		}
		open = false
		for k, r := range b.Ranges {
			if _, whole := slices.BinarySearch(ends[k], r.Hi); !whole {
				open = true
			}
		}
	}
	return out
}

// orderNulls returns the beads with each run of null beads in an order that ends paragraphs as
// early as possible: first what continues an open paragraph, then whole paragraphs, then what
// begins one that continues after the run.
func orderNulls(beads []Bead, ends [][]int) []Bead {
	out := slices.Clone(beads)
	for lo := 0; lo < len(out); lo++ {
		hi := lo
		for hi < len(out) && out[hi].Null() {
			hi++
		}
		if hi > lo+1 {
			sortRun(out[lo:hi], ends)
		}
		lo = hi
	}
	return out
}

// sortRun orders a run of null beads, keeping the order within each text, and recomputes their
// empty ranges.
func sortRun(run []Bead, ends [][]int) {
	at := make([]int, len(ends))   // sentences of each text before the run, and later before a bead
	last := make([]int, len(ends)) // the end of the last paragraph that ends in the run
	for k := range ends {
		at[k] = run[0].Ranges[k].Lo
		until := run[len(run)-1].Ranges[k].Hi
		i, whole := slices.BinarySearch(ends[k], until)
		if !whole {
			i--
		}
		last[k] = ends[k][i]
	}
	rank := func(b Bead) int {
		for k, r := range b.Ranges {
			if r.Len() == 0 {
				continue
			}
			i, begins := slices.BinarySearch(ends[k], at[k])
			switch {
			case !begins && i < len(ends[k]) && r.Hi <= ends[k][i]:
				return 0
			case r.Lo >= last[k]:
				return 2
			}
		}
		return 1
	}
	slices.SortStableFunc(run, func(a, b Bead) int { return rank(a) - rank(b) })
	for i, b := range run {
		run[i].Ranges = slices.Clone(b.Ranges)
		for k, r := range b.Ranges {
			if r.Len() > 0 {
				at[k] = r.Hi
			} else {
				run[i].Ranges[k] = segment.Range{Lo: at[k], Hi: at[k]}
			}
		}
	}
}
