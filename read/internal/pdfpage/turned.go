package pdfpage

import "slices"

// Measures of text that is turned.
const (
	turnedChars  = 3   // characters of a word that shows that it is turned
	turnedHeight = 1.5 // how much higher than wide such a word is
	marginShare  = .02 // share of the words of a page that may be beyond its margins
)

// WithoutTurned returns the words of a page without those in its margins that are turned by a right
// angle, such as the name of a journal along its edge. pdftotext puts them into or between the
// lines beside them. The head of a column that is turned stays.
func WithoutTurned(words []Word) []Word {
	var turned []Word
	for _, w := range words {
		if isTurned(w) {
			turned = append(turned, w)
		}
	}
	if len(turned) == 0 {
		return words
	}
	// Short words of a text do not show that they are turned.
	inStrip := func(w Word) bool {
		return slices.ContainsFunc(turned, func(t Word) bool { return w.X0 >= t.X0-1 && w.X1 <= t.X1+1 })
	}
	var starts, ends []float64
	for _, w := range words {
		if !inStrip(w) {
			starts, ends = append(starts, w.X0), append(ends, w.X1)
		}
	}
	if len(starts) == 0 {
		return words
	}
	slices.Sort(starts)
	slices.Sort(ends)
	few := int(marginShare * float64(len(starts)))
	least, most := starts[few], ends[len(ends)-1-few]
	return slices.DeleteFunc(slices.Clone(words), func(w Word) bool {
		return (w.X1 <= least || w.X0 >= most) && inStrip(w)
	})
}

func isTurned(w Word) bool {
	n := 0
	for range w.Text {
		n++
	}
	return n >= turnedChars && w.Y1-w.Y0 > turnedHeight*(w.X1-w.X0)
}
