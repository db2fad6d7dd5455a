package pdfpage

import (
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/bidi"
)

// Logical returns the text of a line in the order in which it is read, one space between words.
// Lines from right to left are turned around, except for numbers and text in other scripts in them,
// as Unicode's algorithm for the display of such text implies (UAX #9, rules W2, W4 to W7 and N1).
// A line without letters is read as those around it are, from right to left if fromRight is true;
// so is one with some letters from right to left among many names in other scripts.
func (l *Line) Logical(fromRight bool) string {
	words := make([]string, len(l.Words))
	for i, w := range l.Words {
		words[i] = w.Text
	}
	seen := strings.Join(words, " ")
	if strings.ContainsFunc(seen, unicode.IsLetter) {
		if !strings.ContainsFunc(seen, isRight) {
			return seen
		}
		fromRight = l.RightToLeft() || fromRight && l.shareFromRight() > nameShare
	} else if !fromRight {
		return seen
	}
	return logical([]rune(seen), fromRight)
}

// nameShare is the share of letters from right to left above which a line is read so in a document
// that is. It was set by hand.
const nameShare = .25

// The directions of characters in a line.
const (
	neutral = iota
	left    // of a script from left to right, or a number
	right
)

// logical returns a text as it is seen from the left in the order in which it is read. toLeft is
// whether the line is read from right to left.
func logical(seen []rune, toLeft bool) string {
	if toLeft {
		slices.Reverse(seen) // what is from left to right is turned back below
	}
	direction := directions(seen)
	back := left
	if !toLeft {
		back = right
	}
	for i := 0; i < len(seen); {
		if direction[i] != back {
			i++
			continue
		}
		end := i
		for end < len(seen) && direction[end] == back {
			end++
		}
		slices.Reverse(seen[i:end])
		i = end
	}
	return string(seen)
}

// directions returns the direction of each character. What is between two characters of a script
// from left to right belongs to it, and so does what joins digits; all else has that of the line.
func directions(text []rune) []int {
	class := make([]bidi.Class, len(text))
	strong := bidi.AL // the last class of a script
	if slices.ContainsFunc(text, func(r rune) bool { return unicode.Is(unicode.Hebrew, r) }) {
		strong = bidi.R
	}
	for i, r := range text {
		p, _ := bidi.LookupRune(r)
		class[i] = p.Class()
		switch class[i] {
		case bidi.L, bidi.R, bidi.AL:
			strong = class[i]
		case bidi.EN: // W2
			if strong == bidi.AL {
				class[i] = bidi.AN
			}
		}
	}
	out := make([]int, len(text))
	for i, c := range class {
		switch c {
		case bidi.L, bidi.EN, bidi.AN:
			out[i] = left
		case bidi.R, bidi.AL:
			out[i] = right
		case bidi.NSM:
			if i > 0 {
				out[i] = out[i-1]
			}
		}
	}
	for i := 0; i < len(text); {
		if out[i] != neutral {
			i++
			continue
		}
		end := i
		for end < len(text) && out[end] == neutral {
			end++
		}
		if i > 0 && end < len(text) && out[i-1] == out[end] && belongs(class, i, end) {
			for k := i; k < end; k++ {
				out[k] = out[end]
			}
		}
		// A sign such as that of percent belongs to the number beside it.
		for k := end - 1; k >= i && end < len(text) && class[end] == bidi.EN && class[k] == bidi.ET; k-- {
			out[k] = left
		}
		for k := i; k < end && i > 0 && class[i-1] == bidi.EN && class[k] == bidi.ET; k++ {
			out[k] = left
		}
		i = end
	}
	return out
}

func isDigit(c bidi.Class) bool { return c == bidi.EN || c == bidi.AN }

// belongs reports whether the neutral characters [i, end) between two of one direction have it too.
func belongs(class []bidi.Class, i, end int) bool {
	before, after := class[i-1], class[end]
	if !isDigit(before) && !isDigit(after) {
		return true
	}
	if isDigit(before) != isDigit(after) { // as in “Article 12”
		return true
	}
	return end-i == 1 && (class[i] == bidi.CS || class[i] == bidi.ES && before == bidi.EN)
}
