package pdfpage

import (
	"cmp"
	"math"
	"slices"
	"unicode"
	"unicode/utf8"
)

// A Line is words beside one another, from left to right.
type Line struct {
	Box
	Words []Word
}

// linesOf returns the lines of a page from top to bottom. A line runs across all columns.
func linesOf(words []Word) []Line {
	words = slices.Clone(words)
	slices.SortStableFunc(words, func(a, b Word) int { return cmp.Compare(a.Y0+a.Y1, b.Y0+b.Y1) })
	var lines []Line
	for _, w := range words {
		if n := len(lines) - 1; n >= 0 && lines[n].holds(w) {
			lines[n].add(w)
			continue
		}
		lines = append(lines, Line{w.Box, []Word{w}})
	}
	for _, l := range lines {
		slices.SortStableFunc(l.Words, func(a, b Word) int { return cmp.Compare(a.X0, b.X0) })
	}
	return lines
}

// holds reports whether a word is on the height of the line: their middles are less than sameHeight
// of the lower of the two apart.
func (l *Line) holds(w Word) bool {
	last := l.Words[len(l.Words)-1]
	height := min(last.Y1-last.Y0, w.Y1-w.Y0)
	return math.Abs(last.Y0+last.Y1-w.Y0-w.Y1)/2 < sameHeight*height
}

// sameHeight was set by hand.
const sameHeight = .4

func (l *Line) add(w Word) {
	l.Words = append(l.Words, w)
	l.Box = union(l.Box, w.Box)
}

// Middle returns the height of the middle of most words of a line.
func (l *Line) Middle() float64 {
	middles := make([]float64, len(l.Words))
	for i, w := range l.Words {
		middles[i] = (w.Y0 + w.Y1) / 2
	}
	return median(middles)
}

func union(a, b Box) Box {
	return Box{min(a.X0, b.X0), min(a.Y0, b.Y0), max(a.X1, b.X1), max(a.Y1, b.Y1)}
}

// between returns the words of a line in a strip; ok is false if there are none.
func (l *Line) between(x0, x1 float64) (part Line, ok bool) {
	for _, w := range l.Words {
		if middle := (w.X0 + w.X1) / 2; middle < x0 || middle >= x1 {
			continue
		}
		if !ok {
			part, ok = Line{w.Box, []Word{w}}, true
			continue
		}
		part.add(w)
	}
	return part, ok
}

// charWidth returns the usual width of a character on a page; 0 if there are no words.
func charWidth(words []Word) float64 {
	var widths []float64
	for _, w := range words {
		widths = append(widths, (w.X1-w.X0)/float64(utf8.RuneCountInString(w.Text)))
	}
	return median(widths)
}

// wordGap returns the least gap between words of a line other than that from x0 to x1, at most
// twice the usual one. What is not wider is no gutter.
func (l *Line) wordGap(x0, x1, usual float64) float64 {
	least := 2 * usual
	for i := 1; i < len(l.Words); i++ {
		a, b := l.Words[i-1].X1, l.Words[i].X0
		if b > a && !(a < x1 && b > x0) {
			least = min(least, b-a)
		}
	}
	return least
}

// usualGap returns the usual gap between the words of some lines.
func usualGap(lines []Line) float64 {
	var gaps []float64
	for _, l := range lines {
		for i := 1; i < len(l.Words); i++ {
			if gap := l.Words[i].X0 - l.Words[i-1].X1; gap > 0 {
				gaps = append(gaps, gap)
			}
		}
	}
	return median(gaps)
}

func median(v []float64) float64 {
	if len(v) == 0 {
		return 0
	}
	slices.Sort(v)
	return v[len(v)/2]
}

// letters returns the number of letters of some words.
func letters(words []Word) (n int) {
	for _, w := range words {
		for _, r := range w.Text {
			if unicode.IsLetter(r) {
				n++
			}
		}
	}
	return n
}

// RightToLeft reports whether most letters of a line are written from right to left.
func (l *Line) RightToLeft() bool { return l.shareFromRight() > .5 }

// shareFromRight returns the share of the letters of a line that are written from right to left.
func (l *Line) shareFromRight() float64 {
	right, all := 0, 0
	for _, w := range l.Words {
		for _, r := range w.Text {
			if unicode.IsLetter(r) {
				all++
				if isRight(r) {
					right++
				}
			}
		}
	}
	return float64(right) / float64(max(all, 1))
}
