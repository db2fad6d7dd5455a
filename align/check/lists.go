package check

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/bitext-go/bitext/internal/quote"
	"github.com/bitext-go/bitext/segment"
)

// itemMark is what a list item begins with: a number or one letter, with a bracket or period behind
// it.
var itemMark = regexp.MustCompile(`^\s*[(（]?(?:(\p{Nd}{1,3})(?:[.)）．、-]|\s*-\s)|(\p{L})[)）])`)

// listNumbers returns the number or letter of the list item that a is and b is not, or not in that
// place.
func listNumbers(a, b *study) []difference {
	m := readItem(a.Text)
	if m == nil {
		return nil
	}
	n := readItem(b.Text)
	end := m[1]
	if end < len(a.Text) && startsWithDigit(a.Text[end:]) {
		return nil // a decimal number
	}
	digits := group(a.Text, m, 1)
	if n != nil && (digits == "") != (group(b.Text, n, 1) == "") {
		return nil // a number here, a letter there: a house style
	}
	if n != nil && strings.TrimLeft(plainDigits(digits), "0") == strings.TrimLeft(plainDigits(group(b.Text, n, 1)), "0") {
		return nil
	}
	if n == nil && (digits == "" || b.has(atoi(plainDigits(digits))) || b.mayHave(plainDigits(digits)) && digits != "1") {
		return nil
	}
	a.take(segment.Span{End: end})
	mark := strings.TrimSpace(a.Text[:end])
	start := strings.Index(a.Text, mark)
	return []difference{{kind: ListNumber, span: segment.Span{Start: start, End: start + len(mark)},
		what: "list number " + quote.Isolate(mark), key: plainDigits(mark)}}
}

// readItem returns where the groups of itemMark stand in a text, or nil.
func readItem(text string) []int {
	first, n := utf8.DecodeRuneInString(strings.TrimLeft(text, " \t\u00a0"))
	if !unicode.IsDigit(first) && first != '(' && first != '（' {
		rest := strings.TrimLeft(text, " \t\u00a0")[n:]
		if !strings.HasPrefix(rest, ")") && !strings.HasPrefix(rest, "）") {
			return nil
		}
	}
	return itemMark.FindStringSubmatchIndex(text)
}

func group(text string, m []int, k int) string {
	if m[2*k] < 0 {
		return ""
	}
	return text[m[2*k]:m[2*k+1]]
}
