package check

import (
	"strings"
	"unicode/utf8"

	"github.com/bitext-go/bitext/internal/quote"
	"github.com/bitext-go/bitext/segment"
)

// closing is what ends a quotation, by what opens it.
var closing = map[rune]string{'“': "”“", '„': "“”", '«': "»", '「': "」", '『': "』", '"': `"`, '‘': "’", '›': "‹", '»': "«"}

// leastQuoted is how many letters a quotation has at least: shorter ones are titles and words with a reservation, which
// languages mark in many ways.
const leastQuoted = 24

// quotations returns the quotations of several words in the middle of a, where b has no quotation marks of any kind, nor a colon or dash
// that might stand for them.
func quotations(a, b *study) []difference {
	if strings.ContainsAny(b.Text, "“”„«»「」『』\"‘›‹`*《》:：—–―") || strings.Contains(b.Text, " '") || strings.HasPrefix(b.Text, "'") {
		return nil
	}
	for i, r := range a.Text {
		if closing[r] == "" || r == '‘' || r == '»' || r == '›' {
			continue
		}
		from := i + utf8.RuneLen(r)
		end := strings.IndexAny(a.Text[from:], closing[r])
		if end < 0 {
			return nil
		}
		quoted := a.Text[from : from+end]
		all, unspaced := letters(quoted)
		if all+2*unspaced < leastQuoted {
			return nil
		}
		_, size := utf8.DecodeRuneInString(a.Text[from+end:])
		if before, _ := letters(a.Text[:i]); before == 0 {
			return nil // said by somebody whom the sentence names, or a sentence before
		}
		if after, _ := letters(a.Text[from+end:]); after == 0 && strings.ContainsAny(lastRune(strings.TrimSpace(a.Text[:i])), ":：,،，") {
			return nil
		}
		return []difference{{kind: Quotation, span: segment.Span{Start: i, End: from + end + size},
			what: "quotation " + quote.Isolate(excerpt(quoted)), key: "quotation"}}
	}
	return nil
}

func lastRune(s string) string {
	_, n := utf8.DecodeLastRuneInString(s)
	return s[len(s)-n:]
}
