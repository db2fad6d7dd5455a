package check

import (
	"strings"

	"github.com/bitext-go/bitext/segment"
)

// brackets are pairs of brackets that count as the same.
var brackets = []struct{ name, opening, closing string }{
	{"bracket", "(（﴾", ")）﴿"},
	{"square bracket", "[［【〔", "]］】〕"},
}

// unpairedBrackets reports brackets of a that are not paired, if those of b are.
func unpairedBrackets(a, b *subject) []difference {
	if !mayHaveBracket(a.Text) {
		return nil
	}
	for _, kind := range brackets {
		at, ok := a.unpairedBracket(kind.opening, kind.closing)
		if ok {
			continue
		}
		if _, ok := b.unpairedBracket(kind.opening, kind.closing); !ok {
			continue
		}
		_, size := decode(a.Text[at:])
		return []difference{{kind: Bracket, span: segment.Span{Start: at, End: at + size},
			message: "a " + kind.name + " is not paired in " + languageName(a.Lang)}}
	}
	return nil
}

// mayHaveBracket reports whether a text has a bracket of ASCII, or characters of the planes that
// have others.
func mayHaveBracket(text string) bool {
	for i := range len(text) {
		if c := text[i]; c == '(' || c == ')' || c == '[' || c == ']' || c >= 0xE3 {
			return true
		}
	}
	return false
}

// unpairedBracket returns the first bracket without a partner; ok is true if there is none. The
// bracket of a list number needs no partner, and smileys are not brackets.
func (s *subject) unpairedBracket(opening, closing string) (at int, ok bool) {
	var open []int
	from := 0
	if x, ok := itemOf(s.Text); ok {
		from = x.end
	}
	for i, r := range s.Text[from:] {
		i += from
		switch {
		case strings.ContainsRune(opening, r):
			if !isSmiley(s.Text, i) {
				open = append(open, i)
			}
		case strings.ContainsRune(closing, r):
			switch {
			case len(open) > 0:
				open = open[:len(open)-1]
			case !isSmiley(s.Text, i) && !isItem(s.Text, i):
				return i, false
			}
		}
	}
	if len(open) > 0 {
		return open[0], false
	}
	return 0, true
}

// isSmiley reports whether the bracket at i is the mouth of a face, as in :) or ;-(.
func isSmiley(text string, i int) bool {
	before := strings.TrimSuffix(text[:i], "-")
	return before != "" && strings.IndexByte(":;=", before[len(before)-1]) >= 0
}

// isItem reports whether the bracket at i closes a letter or number alone, as in "a) … b) …".
func isItem(text string, i int) bool {
	word := text[strings.LastIndexAny(text[max(0, i-8):i], " \u00a0\t\n")+1+max(0, i-8) : i]
	return len([]rune(word)) <= 2 && word != "" && !strings.ContainsAny(word, ".,;(")
}

// doubleQuotes are all the double quotation marks. Languages use the same ones in different ways,
// so that only their number is compared.
const doubleQuotes = "“”„‟«»「」『』\"＂〝〞"

// unpairedQuotes reports an odd number of double quotation marks in a, if b has an even one.
func unpairedQuotes(a, b *subject) []difference {
	at, odd := oddQuote(a.Text)
	if !odd {
		return nil
	}
	if _, odd := oddQuote(b.Text); odd {
		return nil
	}
	_, size := decode(a.Text[at:])
	return []difference{{kind: QuoteMark, span: segment.Span{Start: at, End: at + size},
		message: "a quotation mark is not paired in " + languageName(a.Lang)}}
}

// oddQuote returns where the last double quotation mark is, and whether their number is odd. Marks
// of inches and seconds after a digit do not count.
func oddQuote(text string) (last int, odd bool) {
	for i, r := range text {
		if r < 0x80 && r != '"' || !strings.ContainsRune(doubleQuotes, r) {
			continue
		}
		if r == '"' && !odd && i > 0 && startsWithDigit(text[i-1:i]) {
			continue
		}
		last, odd = i, !odd
	}
	return last, odd
}
