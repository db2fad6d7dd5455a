package pdfpage

import (
	"math"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// In the output of pdftotext -raw -bbox, words are in the order in which the page is drawn, and a
// word is what is drawn without a jump. A mark over a letter is drawn with one, before its letter
// in text from right to left, and so is a letter after it: such words are pieces, of which Join
// makes words again.

// Measures of pieces in heights of a line, set on PDF of LibreOffice, Chromium and XeTeX with six
// Arabic fonts.
const (
	markReach   = .25 // how far a mark may be from its letter
	wordSpace   = .11 // the least gap between words where spaces are not shown
	letterSpace = .05 // a gap that may be one of letters
	mixedSpace  = .18 // the least gap beside a number where spaces are shown
	wideSpace   = .6  // a gap that is one of words even there
	overprint   = .08 // how far a piece may be from one that it repeats, to look bold
)

// Join returns the words of a page whose pieces are drawn from left to right or from right to left.
// space is the character that shows a space, or 0.
func Join(pieces []Word, space rune) []Word {
	pieces = attachMarks(withoutRepeats(pieces), space)
	var words []Word
	for _, l := range linesOf(pieces) {
		words = append(words, joinLine(l.Words, space)...)
	}
	return words
}

// withoutRepeats returns pieces without those that are drawn again in the same place.
func withoutRepeats(pieces []Word) (out []Word) {
	at := map[string][]Box{}
	for _, p := range pieces {
		slack := overprint * (p.Y1 - p.Y0)
		if slices.ContainsFunc(at[p.Text], func(b Box) bool {
			return math.Abs(b.X0-p.X0) < slack && math.Abs(b.Y0-p.Y0) < slack
		}) {
			continue
		}
		at[p.Text] = append(at[p.Text], p.Box)
		out = append(out, p)
	}
	return out
}

// attachMarks returns pieces in which marks are with their letters: before them, as they are seen
// from the left.
func attachMarks(pieces []Word, space rune) (out []Word) {
	for i := 0; i < len(pieces); {
		end := i
		for end < len(pieces) && isMark(pieces[end].Text) {
			end++
		}
		if end == i {
			out = append(out, pieces[i])
			i++
			continue
		}
		for _, mark := range pieces[i:end] {
			before, after := math.Inf(1), math.Inf(1)
			if len(out) > 0 {
				before = distance(mark, out[len(out)-1], false)
			}
			if end < len(pieces) {
				after = distance(mark, pieces[end], true)
			}
			reach := markReach * (mark.Y1 - mark.Y0)
			// Text that is drawn from the right has its marks after their letters.
			fromRight := len(out) > 0 && end < len(pieces) && pieces[end].X0 < out[len(out)-1].X0
			switch {
			case after < reach && (!fromRight || before >= reach):
				pieces[end].Text = mark.Text + pieces[end].Text
			case before < reach:
				p := &out[len(out)-1]
				_, n := utf8.DecodeLastRuneInString(p.Text)
				p.Text = p.Text[:len(p.Text)-n] + mark.Text + p.Text[len(p.Text)-n:]
			default:
				out = append(out, mark)
			}
		}
		i = end
	}
	return out
}

// isMark reports whether a text is of marks only.
func isMark(text string) bool {
	return text != "" && !strings.ContainsFunc(text, func(r rune) bool { return !unicode.Is(unicode.Mn, r) })
}

// distance returns how far a mark is from the first or the last character of a piece; infinity if
// it is not on its line.
func distance(mark, p Word, first bool) float64 {
	if isMark(p.Text) || math.Abs(mark.Y0+mark.Y1-p.Y0-p.Y1) > p.Y1-p.Y0 {
		return math.Inf(1)
	}
	n := 0
	for _, r := range p.Text {
		if !unicode.Is(unicode.Mn, r) {
			n++
		}
	}
	width := (p.X1 - p.X0) / float64(n)
	x0, x1 := p.X0, p.X0+width
	if !first {
		x0, x1 = p.X1-width, p.X1
	}
	x := (mark.X0 + mark.X1) / 2
	return max(0, x0-x, x-x1)
}

// joinLine returns the words of a line.
func joinLine(pieces []Word, space rune) (words []Word) {
	shown := false // spaces are shown
	if space != 0 {
		shown = slices.ContainsFunc(pieces, func(p Word) bool { return strings.ContainsRune(p.Text, space) })
	}
	narrow := narrowSpace(pieces)
	open := false // the last word goes on
	for i, p := range pieces {
		if i > 0 && open {
			open = !isGap(pieces[i-1], p, shown, narrow)
		}
		for n, text := range strings.Split(p.Text, string(space)) {
			open = open && n == 0
			if text == "" {
				continue
			}
			w := Word{p.Box, text}
			if text != p.Text {
				w.Box = partOf(p, text, n, space)
			}
			if open {
				last := &words[len(words)-1]
				last.Text += w.Text
				last.Box = union(last.Box, w.Box)
			} else {
				words = append(words, w)
			}
			open = true
		}
	}
	return words
}

// isGap reports whether there is a gap between words from a to b. Where spaces are shown, the
// letters of a word in Arabic script may be apart: a long stroke between them is no character.
func isGap(a, b Word, shown bool, narrow float64) bool {
	height := min(a.Y1-a.Y0, b.Y1-b.Y0)
	gap := b.X0 - a.X1
	if shown && isRight(lastLetter(a.Text)) && isRight(firstLetter(b.Text)) {
		return gap > wideSpace*height
	}
	if shown {
		return gap > mixedSpace*height
	}
	return gap > narrow*height
}

// narrowSpace returns the least gap between the words of a line in heights: half of the usual gap,
// or less than that if letters are not so far apart.
func narrowSpace(pieces []Word) float64 {
	var gaps []float64
	for i := 1; i < len(pieces); i++ {
		height := min(pieces[i-1].Y1-pieces[i-1].Y0, pieces[i].Y1-pieces[i].Y0)
		if gap := (pieces[i].X0 - pieces[i-1].X1) / height; gap > letterSpace {
			gaps = append(gaps, gap)
		}
	}
	return max(letterSpace, min(wordSpace, median(gaps)/2))
}

func isRight(r rune) bool {
	return unicode.In(r, unicode.Arabic, unicode.Hebrew, unicode.Syriac, unicode.Thaana)
}

// firstLetter returns the first character of a text, marks aside.
func firstLetter(text string) rune {
	for _, r := range text {
		if !unicode.Is(unicode.Mn, r) {
			return r
		}
	}
	return 0
}

// lastLetter returns the last character of a text, marks aside.
func lastLetter(text string) (last rune) {
	for _, r := range text {
		if !unicode.Is(unicode.Mn, r) {
			last = r
		}
	}
	return last
}

// partOf returns the box of the nth text between the spaces of a piece, by the number of
// characters.
func partOf(p Word, text string, n int, space rune) Box {
	before := 0
	for i, t := range strings.Split(p.Text, string(space)) {
		if i == n {
			break
		}
		before += utf8.RuneCountInString(t) + 1
	}
	char := (p.X1 - p.X0) / float64(utf8.RuneCountInString(p.Text))
	b := p.Box
	b.X0 += float64(before) * char
	b.X1 = b.X0 + float64(utf8.RuneCountInString(text))*char
	return b
}
