package detect

import (
	"strings"
	"unicode"

	"github.com/bitext-go/bitext/segment"
)

const (
	maxSamples    = 60   // paragraphs whose language is detected
	longEnough    = 240  // bytes from which a text tells its language; see TestToldByWords
	excerptLength = 3000 // bytes that are given to the models
)

// samples returns paragraphs from all over a document: those that are long enough to tell their
// language or, if these are less than half of the document, any.
func samples(body string) []string {
	var long, all []string
	bytes := 0
	for p := range segment.Paragraphs(body) {
		s := body[p.Start:p.End]
		all = append(all, s)
		if len(s) >= longEnough {
			long = append(long, s)
			bytes += len(s)
		}
	}
	if 2*bytes >= len(body) {
		all = long
	}
	if len(all) <= maxSamples {
		return all
	}
	some := make([]string, maxSamples)
	for i := range some {
		some[i] = all[i*len(all)/maxSamples]
	}
	return some
}

// Excerpt returns the beginning, the middle and the end of a long text.
func Excerpt(s string) string {
	const third = excerptLength / 3
	if len(s) <= excerptLength {
		return s
	}
	middle := len(s)/2 - third/2
	return strings.ToValidUTF8(s[:third]+" "+s[middle:middle+third]+" "+s[len(s)-third:], " ")
}

// englishWords are the most common words of English. They are at least a tenth of the words of
// almost any English paragraph, and of no paragraph in another language.
var englishWords = map[string]bool{"the": true, "of": true, "and": true, "to": true, "that": true, "for": true,
	"with": true,
	"from": true, "which": true, "by": true, "this": true, "was": true, "were": true, "are": true, "has": true, "it": true}

// isEnglish reports whether a tenth of the words are common English words.
func isEnglish(s string) bool {
	words, known := 0, 0
	for w := range strings.FieldsFuncSeq(s, func(r rune) bool { return !unicode.IsLetter(r) && r != '\'' }) {
		words++
		if englishWords[strings.ToLower(w)] {
			known++
		}
	}
	return known >= 2 && known*10 >= words
}
