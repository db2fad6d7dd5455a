package detect

import (
	"iter"
	"math"
	"strings"
	"unicode"

	"github.com/bitext-go/bitext/segment"
)

const (
	maxSamples    = 60   // paragraphs whose language is detected
	stretches     = 120  // of a long document, in which the paragraphs are found
	stretchLength = 4096 // bytes of each of them
	longEnough    = 240  // bytes from which a text tells its language; see TestToldByWords
	excerptLength = 3000 // bytes that are given to the models
)

// samples returns paragraphs from all over a document: those that are long enough to tell their
// language or, if these are less than half of the document, any.
func samples(body string) []string {
	var long, all []string
	bytes, size := 0, 0
	for part := range parts(body) {
		size += len(part)
		for p := range segment.Paragraphs(part) {
			s := part[p.Start:p.End]
			all = append(all, s)
			if len(s) >= longEnough {
				long = append(long, s)
				bytes += len(s)
			}
		}
	}
	if 2*bytes >= size {
		all = long
	}
	if len(all) <= maxSamples {
		return all
	}
	some := make([]string, maxSamples)
	for i := range some {
		at := i * len(all) / maxSamples
		if size < len(body) { // at no fixed distance, since texts of two languages may be in turns
			_, turn := math.Modf(float64(i) * math.Phi)
			at += int(turn * float64(len(all)/maxSamples))
		}
		some[i] = all[at]
	}
	return some
}

// parts iterates over a document as a whole or, if it is long, over as many whole lines from all
// over it as make some stretches: the paragraphs of a document of a million lines need not be found
// to choose sixty.
func parts(body string) iter.Seq[string] {
	return func(yield func(string) bool) {
		every := len(body) / stretches
		if every < 2*stretchLength {
			yield(body)
			return
		}
		next := 0 // the first byte of no part before
		for at := 0; at < len(body); at += every {
			from := max(at, next)
			if from > 0 {
				from = lineFrom(body, from)
			}
			to := lineFrom(body, min(from+stretchLength, len(body)))
			if from < to && !yield(body[from:to]) {
				return
			}
			next = to
		}
	}
}

// lineFrom returns where the first line begins at byte i of a text or after it.
func lineFrom(text string, i int) int {
	if i > 0 && i < len(text) && text[i-1] != '\n' {
		end := strings.IndexByte(text[i:], '\n')
		if end < 0 {
			return len(text)
		}
		i += end + 1
	}
	return i
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
