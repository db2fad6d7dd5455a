package check

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/bitext-go/bitext/internal/lazyregexp"
	"github.com/bitext-go/bitext/internal/quote"
	"github.com/bitext-go/bitext/segment"
)

// itemMark matches what a list item begins with: a number or one letter, with a bracket or period
// after it.
var itemMark = lazyregexp.New(`^\s*[(（]?(?:(\p{Nd}{1,3})(?:[.)）．、-]|\s*-\s)|(\p{L})[)）])`)

// An item is the beginning of a list item.
type item struct {
	end    int    // of the mark
	number string // in ASCII digits without zeros before it; "" if the mark is a letter
}

// listNumbers returns the number or letter of the list item that a is, if b is none, or has another
// number.
func listNumbers(a, b *subject) []difference {
	x, ok := itemOf(a.Text)
	if !ok || startsWithDigit(a.Text[x.end:]) { // no item, or a decimal number
		return nil
	}
	y, other := itemOf(b.Text)
	switch {
	case other && (x.number == "") != (y.number == ""):
		return nil // a number here, a letter there: a house style
	case other && strings.TrimLeft(x.number, "0") == strings.TrimLeft(y.number, "0"):
		return nil
	case !other && (x.number == "" || b.values.hasInt(atoi(x.number)) || b.mayHave(x.number) && x.number != "1"):
		return nil
	}
	a.markReported(segment.Span{End: x.end})
	mark := strings.TrimSpace(a.Text[:x.end])
	start := strings.Index(a.Text, mark)
	return []difference{{kind: ListNumber, span: segment.Span{Start: start, End: start + len(mark)},
		what: "list number " + quote.Isolate(mark), key: plainDigits(mark)}}
}

// itemOf returns the mark of the list item that a text is, if it is one.
func itemOf(text string) (item, bool) {
	// Most texts are told apart by their first two characters, without the regular expression.
	trimmed := strings.TrimLeft(text, " \t\u00a0")
	first, n := utf8.DecodeRuneInString(trimmed)
	if !unicode.IsDigit(first) && first != '(' && first != '（' &&
		!strings.HasPrefix(trimmed[n:], ")") && !strings.HasPrefix(trimmed[n:], "）") {
		return item{}, false
	}
	m := itemMark.FindStringSubmatchIndex(text)
	if m == nil {
		return item{}, false
	}
	x := item{end: m[1]}
	if m[2] >= 0 {
		x.number = plainDigits(text[m[2]:m[3]])
	}
	return x, true
}
