package check

import (
	"strings"
	"unicode/utf8"

	"github.com/bitext-go/bitext/internal/quote"
	"github.com/bitext-go/bitext/segment"
)

// closing holds the characters that end a quotation, by the one that opens it. Marks that open a
// quotation in one language and close it in another are not in it.
var closing = map[rune]string{'“': "”“", '„': "“”", '«': "»", '「': "」", '『': "』", '"': `"`}

func isOpening(r rune) bool { return (r == '"' || r >= 0x80) && closing[r] != "" }

// otherQuotes are the characters that set off a quotation, if not as quotation marks.
const otherQuotes = "“”„«»「」『』\"‘›‹`*《》:：—–―"

// minQuoted is how many letters a quotation has at least, an ideograph counting three. Shorter ones
// are titles and words used with reservation, which languages mark in many ways.
const minQuoted = 24

// quotations returns the first quotation of a, if it has several words and is not at the beginning,
// and if b has no quotation marks of any kind, and no colon or dash that could replace them.
func quotations(a, b *subject) []difference {
	start := strings.IndexFunc(a.Text, isOpening)
	if start < 0 || strings.ContainsAny(b.Text, otherQuotes) || strings.Contains(b.Text, " '") ||
		strings.HasPrefix(b.Text, "'") {
		return nil
	}
	opening, size := utf8.DecodeRuneInString(a.Text[start:])
	from := start + size
	n := strings.IndexAny(a.Text[from:], closing[opening])
	if n < 0 {
		return nil
	}
	quoted, before, after := a.Text[from:from+n], a.Text[:start], a.Text[from+n:]
	if all, unspaced := letters(quoted); all+2*unspaced < minQuoted {
		return nil
	}
	if n, _ := letters(before); n == 0 {
		return nil // said by somebody whom the sentence names, or the sentence before
	}
	if n, _ := letters(after); n == 0 && strings.ContainsAny(lastRune(strings.TrimSpace(before)), ":：,،，") {
		return nil // what somebody said, to the end of the sentence
	}
	_, size = utf8.DecodeRuneInString(after)
	return []difference{{kind: Quotation, span: segment.Span{Start: start, End: from + n + size},
		what: "quotation " + quote.Isolate(excerpt(quoted)), key: "quotation"}}
}

func lastRune(s string) string {
	_, n := utf8.DecodeLastRuneInString(s)
	return s[len(s)-n:]
}
