package align

import (
	"slices"

	"github.com/bitext-go/bitext/segment"
)

// mergeRows makes one row of ranges per bead of several alignments with one text, the pivot. pairs[k] aligns the pivot
// with text k, in that order of ranges; pairs[pivot] is not looked at. A row ends where all alignments end a bead.
// Sentences that stand between two rows in one text only become rows of their own.
func mergeRows(texts []*segment.Text, pivot int, pairs [][]Bead) []Bead {
	n := len(texts)
	var rows []Bead
	next := make([]int, n)  // the first bead of each alignment that is not in a row yet
	done := make([]int, n)  // sentences of each text that are in rows
	until := make([]int, n) // sentences of the pivot that the beads taken so far cover
	pivotEnd := len(texts[pivot].Sentences)
	emit := func(b Bead) { rows = append(rows, b) }
	for {
		for k := range n { // sentences that only text k has here
			for k != pivot && next[k] < len(pairs[k]) && pairs[k][next[k]].Ranges[0].Len() == 0 {
				b := pairs[k][next[k]]
				next[k]++
				row := blank(done)
				row.Boundary = b.Boundary
				row.Ranges[k].Hi = b.Ranges[1].Hi
				done[k] = b.Ranges[1].Hi
				emit(row)
			}
		}
		if done[pivot] == pivotEnd {
			return rows
		}
		row := blank(done)
		row.Boundary, row.Translation = 1, 1
		goal, linked := done[pivot]+1, false
		for settled := false; !settled; {
			settled = true
			for k := range n {
				for k != pivot && until[k] < goal {
					b := pairs[k][next[k]]
					next[k]++
					until[k] = b.Ranges[0].Hi
					row.Ranges[k].Hi = b.Ranges[1].Hi
					row.Boundary = min(row.Boundary, b.Boundary)
					if !b.Null() {
						row.Translation, linked = min(row.Translation, b.Translation), true
					}
				}
				if k != pivot && until[k] > goal {
					goal, settled = until[k], false
				}
			}
		}
		row.Ranges[pivot].Hi = goal
		for k := range n {
			done[k] = row.Ranges[k].Hi
		}
		if !linked {
			row.Translation = 0
		}
		emit(row)
	}
}

// blank is a bead that is empty in all texts, at the given sentences.
func blank(at []int) Bead {
	b := Bead{Ranges: make([]segment.Range, len(at))}
	for k, i := range at {
		b.Ranges[k] = segment.Range{Lo: i, Hi: i}
	}
	return b
}

// Paragraphs joins beads of sentences into beads of whole paragraphs: the smallest groups that end with a paragraph in
// every text. Beads must be those of an alignment of the texts. Between two beads that pair something, sentences without
// a counterpart have no order across the texts; those that end a paragraph are taken first.
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
	for _, b := range endFirst(beads, ends) {
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

// endFirst is the beads with each run of null beads in an order that ends paragraphs as early as can be: first what
// goes on with a paragraph that is open, then whole paragraphs, then what begins one that goes on after the run.
func endFirst(beads []Bead, ends [][]int) []Bead {
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

// sortRun orders a run of null beads, those of each text among themselves as they were, and counts their empty ranges
// anew.
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
	turn := func(b Bead) int {
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
	slices.SortStableFunc(run, func(a, b Bead) int { return turn(a) - turn(b) })
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
