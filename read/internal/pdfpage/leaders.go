package pdfpage

import (
	"strings"
	"unicode"
)

// fewestDots is how many dots lead from a title to its page number.
const fewestDots = 4

// WithoutLeaders returns the words of a page without the dots and page numbers of contents, of
// which the gutter before the numbers would make a table.
func WithoutLeaders(words []Word) (out []Word) {
	found := false
	for _, l := range linesOf(words) {
		at, dots := -1, 0
		for i, w := range l.Words {
			n := strings.Count(w.Text, ".") + 3*strings.Count(w.Text, "…")
			switch {
			case n >= fewestDots || n > 0 && strings.Trim(w.Text, ".…") == "":
				if dots == 0 {
					at = i
				}
				dots += n
			case dots < fewestDots:
				at, dots = -1, 0
			}
		}
		if dots < fewestDots || at < 0 || len(l.Words) > at+1 && !endsWithNumber(l.Words[at+1:]) {
			out = append(out, l.Words...)
			continue
		}
		found = true
		out = append(out, l.Words[:at]...)
		first := l.Words[at]
		if before, _, ok := strings.Cut(first.Text, ".."); ok && before != "" {
			first.X1 = first.X0 + (first.X1-first.X0)*float64(len(before))/float64(len(first.Text))
			first.Text = before
			out = append(out, first)
		}
	}
	if !found {
		return words
	}
	return out
}

// endsWithNumber reports whether words after dots are more dots and a page number.
func endsWithNumber(words []Word) bool {
	for i, w := range words {
		text := strings.Trim(w.Text, ".…")
		if text != "" && (i < len(words)-1 || strings.Trim(text, "0123456789") != "" &&
			strings.Trim(strings.ToLower(text), "ivxlc") != "") {
			return false
		}
	}
	return true
}

// WithoutLines returns the words of a page without the lines whose text drop reports.
func WithoutLines(words []Word, drop func(text string) bool) (out []Word) {
	for _, l := range linesOf(words) {
		var b strings.Builder
		for _, w := range l.Words {
			b.WriteString(w.Text + " ")
		}
		if !drop(b.String()) {
			out = append(out, l.Words...)
		}
	}
	return out
}

// Measures of small capitals: letters of one word in two sizes.
const (
	sameSize  = .08 // by how much of their height words of one size differ
	capsSpace = .11 // the widest gap between a capital and small ones in heights
)

// JoinCapitals returns the words of a page in which a capital is joined to small capitals after it,
// which pdftotext takes for a word because they are in another size.
func JoinCapitals(words []Word) (out []Word) {
	found := false
	for _, l := range linesOf(words) {
		for _, w := range l.Words {
			if n := len(out) - 1; n >= 0 && areCapitals(out[n], w) {
				out[n].Text += w.Text
				out[n].Box = union(out[n].Box, w.Box)
				found = true
				continue
			}
			out = append(out, w)
		}
	}
	if !found {
		return words
	}
	return out
}

// areCapitals reports whether a word ends in a capital that begins the next one.
func areCapitals(a, b Word) bool {
	height, small := a.Y1-a.Y0, b.Y1-b.Y0
	gap := b.X0 - a.X1
	return small < height*(1-sameSize) && b.Y0 >= a.Y0 && b.Y1 <= a.Y1+sameSize*height &&
		gap > -capsSpace*height && gap < capsSpace*height &&
		unicode.IsUpper(lastLetter(a.Text)) && strings.ToUpper(b.Text) == b.Text && unicode.IsUpper(firstLetter(b.Text))
}
