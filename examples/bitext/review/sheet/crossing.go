package sheet

import "sort"

// Moved returns the rows with text that is out of the order of its document, because a person
// paired text that the translation has elsewhere. Of all ways to explain the order, the one with
// the fewest moved sentences counts.
func (s *Sheet) Moved() map[*Row]bool {
	moved := map[*Row]bool{}
	for c := range s.Columns {
		var order []int // the pieces of the column by their index in it
		var rows []*Row
		for _, r := range s.Rows {
			for _, p := range r.Cells[c] {
				if p.From >= 0 {
					order, rows = append(order, p.From), append(rows, r)
				}
			}
		}
		kept := longestRun(order)
		for k, r := range rows {
			if !kept[k] {
				moved[r] = true
			}
		}
	}
	return moved
}

// longestRun reports which elements belong to a longest subsequence that never decreases.
func longestRun(order []int) []bool {
	var ends []int // ends[n] is the index of the least element that ends a run of n+1
	before := make([]int, len(order))
	for i, v := range order {
		n := sort.Search(len(ends), func(n int) bool { return order[ends[n]] > v })
		before[i] = -1
		if n > 0 {
			before[i] = ends[n-1]
		}
		if n == len(ends) {
			ends = append(ends, i)
		} else {
			ends[n] = i
		}
	}
	kept := make([]bool, len(order))
	if len(ends) > 0 {
		for i := ends[len(ends)-1]; i >= 0; i = before[i] {
			kept[i] = true
		}
	}
	return kept
}
