package gold

import (
	"fmt"
	"strings"
)

// A Row is the sentences [Row[k][0], Row[k][1]) of each of several texts that say the same. A text
// with an empty range has nothing there.
type Row [][2]int

// String returns the ranges of a row: "0:[3, 5) 2:[4, 5)", texts without sentences left out.
func (r Row) String() string {
	var out []string
	for k, x := range r {
		if x[0] < x[1] {
			out = append(out, fmt.Sprintf("%d:[%d, %d)", k, x[0], x[1]))
		}
	}
	return strings.Join(out, " ")
}

// Texts returns how many texts have sentences in the row.
func (r Row) Texts() int {
	n := 0
	for _, x := range r {
		if x[0] < x[1] {
			n++
		}
	}
	return n
}

// CompareRows scores found rows against gold rows, as [Compare] scores beads: precision is that of
// all rows found, recall that of gold rows with two texts or more. It counts strict hits only. lost
// and extra are the gold rows that were not found and the found ones that are not gold.
func CompareRows(gold, found []Row) (s Score, lost, extra []Row) {
	want, have := map[string]bool{}, map[string]bool{}
	for _, r := range gold {
		want[r.String()] = true
	}
	for _, r := range found {
		have[r.String()] = true
		if s.Found++; want[r.String()] {
			s.FoundStrict++
		} else {
			extra = append(extra, r)
		}
	}
	for _, r := range gold {
		if r.Texts() < 2 {
			continue
		}
		if s.Gold++; have[r.String()] {
			s.GoldStrict++
		} else {
			lost = append(lost, r)
		}
	}
	return s, lost, extra
}
