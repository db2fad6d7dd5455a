package pdfpage

import "slices"

// Measures of columns, set by hand on pages that were made for it; no others have tested them.
const (
	minGutter   = 1.2 // the width of a gutter in characters where it is found
	narrow      = .7  // its width beside a full line; spaces between words have half a character
	minBoth     = 4   // rows that have text on both sides
	wideGutter  = 3   // the width of a gutter in characters from which fewBoth rows are enough
	fewBoth     = 3
	widerGap    = 1.4 // how much wider than the space between words a gutter is
	sideLetters = .12 // share of the letters that each side has: numbers of items are no column
	fewLetters  = 4   // letters in each row that a side has instead
	minFlush    = .6  // share of the rows in which the text beside a gutter is flush
	flushSlack  = .7  // characters by which text that is flush may differ
	innerShare  = .5  // share of the rows of a region in which a further gutter runs
	farLines    = 1.5 // heights of a line by which text below columns is apart from them
	maxLines    = 400 // lines of a page that are examined
	maxColumns  = 12
)

// A region is the lines [lo, hi) of a page with gutters between columns.
type region struct {
	lo, hi  int
	cuts    []float64 // where columns are divided, in ascending order
	both    int       // lines with text on both sides of the first gutter that was found
	width   float64   // of that gutter
	known   bool      // the page before has the same table
	leading float64   // the usual distance of its lines; 0 if that is not known
}

// regions returns the regions of a page that have columns, from top to bottom.
func regions(lines []Line, char float64) []region {
	if len(lines) > maxLines || char == 0 {
		return nil
	}
	f := finder{lines, char, usualGap(lines)}
	var found []region
	f.find(0, len(lines), &found)
	slices.SortFunc(found, func(a, b region) int { return a.lo - b.lo })
	return found
}

// A finder finds the regions of a page.
type finder struct {
	lines []Line
	char  float64
	space float64 // the usual gap between words
}

// find adds the regions of the lines [lo, hi): the largest first, then those above and below it.
func (f *finder) find(lo, hi int, found *[]region) {
	r, ok := f.best(lo, hi, -1e9, 1e9)
	if !ok {
		return
	}
	f.divide(&r, -1e9, r.cuts[0])
	f.divide(&r, r.cuts[0], 1e9)
	slices.Sort(r.cuts)
	*found = append(*found, r)
	f.find(lo, r.lo, found)
	f.find(r.hi, hi, found)
}

// divide adds the gutters of a side of a region.
func (f *finder) divide(r *region, x0, x1 float64) {
	inner, ok := f.best(r.lo, r.hi, x0, x1)
	if !ok || len(r.cuts) >= maxColumns || float64(inner.both) < innerShare*float64(r.both) {
		return
	}
	cut := inner.cuts[0]
	r.cuts = append(r.cuts, cut)
	f.divide(r, x0, cut)
	f.divide(r, cut, x1)
}

// best returns the region of the lines [lo, hi) in a strip of the page whose gutter has text on
// both sides in most lines.
func (f *finder) best(lo, hi int, x0, x1 float64) (best region, ok bool) {
	strip := make([]Line, hi-lo)
	filled := make([]bool, hi-lo)
	for i := lo; i < hi; i++ {
		strip[i-lo], filled[i-lo] = f.lines[i].between(x0, x1)
	}
	for i := range strip {
		if !filled[i] {
			continue
		}
		for k := 1; k < len(strip[i].Words); k++ {
			a, b := strip[i].Words[k-1].X1, strip[i].Words[k].X0
			if b-a < minGutter*f.char {
				continue
			}
			r := f.follow(strip, filled, i, a, b)
			if r.both > best.both || r.both == best.both && r.width > best.width {
				if r.both >= minBoth || r.both >= fewBoth && r.width >= wideGutter*f.char {
					if f.isGutter(strip[r.lo:r.hi], r.cuts[0]) {
						best, ok = r, true
					}
				}
			}
		}
	}
	best.lo += lo
	best.hi += lo
	return best, ok
}

// follow follows the gap from a to b in a line down the page.
func (f *finder) follow(strip []Line, filled []bool, from int, a, b float64) region {
	r := region{lo: from, hi: from + 1, both: 1, cuts: []float64{(a + b) / 2}, width: b - a}
	crossed := false
	for i := from + 1; i < len(strip) && !crossed; i++ {
		if !filled[i] {
			continue
		}
		l, right, left := &strip[i], false, false
		from, to := a, b // the widest part of the gap that the line leaves
		at := a
		widest := 0.0
		for _, w := range l.Words {
			if w.X1 <= a || w.X0 >= b {
				continue
			}
			if w.X0-at > widest {
				from, to, widest = at, w.X0, w.X0-at
			}
			at = max(at, w.X1)
		}
		if b-at > widest {
			from, to, widest = at, b, b-at
		}
		if crossed = widest < narrow*f.char; crossed {
			break
		}
		before, after := -1e9, 1e9
		for _, w := range l.Words {
			if w.X1 <= from {
				left, before = true, max(before, w.X1)
			}
			if w.X0 >= to {
				right, after = true, min(after, w.X0)
			}
		}
		if left && right && after-before < widerGap*l.wordGap(from, to, f.space) {
			crossed = true
			break
		}
		a, b = from, to
		switch close := l.Y0-strip[i-1].Y1 < (l.Y1-l.Y0)/2; {
		case left && right:
			r.both++
			r.hi = i + 1
		case close && r.hi == i: // a cell goes on beside one that has ended
			r.hi = i + 1
		default:
			continue
		}
		r.cuts[0], r.width = (a+b)/2, b-a
	}
	for i := r.hi; !crossed && i < len(strip) && filled[i]; i++ { // one column goes on to the end of the page
		if strip[i].Y0-strip[i-1].Y1 > farLines*(strip[i].Y1-strip[i].Y0) {
			break
		}
		r.hi = i + 1
	}
	return r
}

// isGutter reports whether a cut through lines divides text: each side has a good part of the
// letters, and the right side begins, or the left side ends, in one place. Text from right to left
// begins at its right end, but some programs set it flush on the left.
func (f *finder) isGutter(lines []Line, cut float64) bool {
	left, right := 0, 0
	var starts, ends, lefts []float64
	for i := range lines {
		l, hasLeft := lines[i].between(-1e9, cut)
		r, hasRight := lines[i].between(cut, 1e9)
		left += letters(l.Words)
		right += letters(r.Words)
		if hasLeft && hasRight {
			ends, lefts = append(ends, l.X1), append(lefts, r.X0)
			if starts = append(starts, r.X0); r.RightToLeft() {
				starts[len(starts)-1] = r.X1
			}
		}
	}
	all := float64(left + right)
	if all == 0 || float64(min(left, right)) < sideLetters*all && min(left, right) < fewLetters*len(starts) {
		return false
	}
	for _, edge := range [][]float64{starts, ends, lefts} {
		if flush(edge, flushSlack*f.char) >= minFlush {
			return true
		}
	}
	return false
}

// flush returns the share of some places that are where most of them are.
func flush(places []float64, slack float64) float64 {
	slices.Sort(places)
	most := 0
	for i, k := 0, 0; i < len(places); i++ {
		for places[i]-places[k] > slack {
			k++
		}
		most = max(most, i-k+1)
	}
	return float64(most) / float64(max(len(places), 1))
}
