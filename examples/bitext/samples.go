package main

import (
	"strings"
	"sync"
	"unicode"

	"github.com/bitext-go/bitext/lang"
	"github.com/bitext-go/bitext/lang/lingua"
	"github.com/bitext-go/bitext/segment"
)

var byLetters = lang.ByLetters()

// models knows all languages that there are models for. Each model is loaded when it is first
// needed.
var models = sync.OnceValue(func() lang.Detector {
	d, err := lingua.New()
	if err != nil {
		panic(err) // it fails only for languages that are named
	}
	return d
})

const (
	mostSamples   = 60
	longEnough    = 240  // bytes that tell the language of a text
	excerptLength = 3000 // bytes
)

// samples is paragraphs from all over a document: those long enough to tell their language or,
// where these hold less than half of it, all.
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
	if len(all) <= mostSamples {
		return all
	}
	some := make([]string, mostSamples)
	for i := range some {
		some[i] = all[i*len(all)/mostSamples]
	}
	return some
}

// excerpt returns a text from its beginning, its middle and its end, where it is long.
func excerpt(s string) string {
	const third = excerptLength / 3
	if len(s) <= excerptLength {
		return s
	}
	middle := len(s)/2 - third/2
	return strings.ToValidUTF8(s[:third]+" "+s[middle:middle+third]+" "+s[len(s)-third:], " ")
}

// repeated returns a short text said over and over. For less than 120 letters lingua-go loads
// models of more than a gigabyte to tell the languages of the Latin script apart, where those for
// longer texts have forty megabytes; to them a repetition is no news.
func repeated(s string) string {
	const enough = 120
	letters := 0
	for _, r := range s {
		if unicode.IsLetter(r) {
			letters++
		}
	}
	if letters == 0 || letters >= enough {
		return s
	}
	return strings.Repeat(s+" ", 1+enough/letters)
}

// englishWords are the commonest words of English. A tenth of the words of almost any English
// paragraph are among them, and of no paragraph in another language.
var englishWords = map[string]bool{"the": true, "of": true, "and": true, "to": true, "that": true, "for": true, "with": true,
	"from": true, "which": true, "by": true, "this": true, "was": true, "were": true, "are": true, "has": true, "it": true}

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
