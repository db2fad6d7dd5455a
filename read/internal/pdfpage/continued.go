package pdfpage

import (
	"math"
	"slices"
)

// sameCuts reports whether two tables have the same columns, to within a character.
func sameCuts(a, b []float64, char float64) bool {
	return slices.EqualFunc(a, b, func(a, b float64) bool { return math.Abs(a-b) <= char })
}

// goesOn returns the first lines of a page that belong to a table with some cuts: from one with
// text in several columns, or beyond the first column, to one that crosses a cut.
func goesOn(lines []Line, cuts []float64, char, space float64) (r region, ok bool) {
	for i := range lines {
		columns := columnsOf(&lines[i], cuts, char, space)
		switch {
		case columns == 0 && ok:
			return r, true
		case !ok && (columns > 1 || columns == 1 && lines[i].X0 > cuts[0]):
			r, ok = region{lo: i, hi: i + 1, cuts: cuts}, true
		case columns > 0 && ok:
			r.hi = i + 1
		}
	}
	return r, ok
}

// columnsOf returns in how many columns a line has text; 0 if it crosses a cut.
func columnsOf(l *Line, cuts []float64, char, space float64) (n int) {
	end := -1e9 // of the text in the column before
	for c := range len(cuts) + 1 {
		x0, x1 := columnEdges(cuts, c)
		part, ok := l.between(x0, x1)
		if !ok {
			continue
		}
		n++
		gap := max(narrow*char, widerGap*l.wordGap(end, part.X0, space))
		if part.X0 < x0 || part.X1 > x1 || part.X0-end < gap {
			return 0
		}
		end = part.X1
	}
	return n
}
