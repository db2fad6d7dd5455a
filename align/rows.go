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
// every text. Beads must be those of an alignment of the texts.
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
	for _, b := range beads {
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
