package segment

import (
	"iter"

	"golang.org/x/text/language"
)

// A Breaker decides where sentences end instead of the rules of this package, as those of package
// srx do. Any number of goroutines may use it.
type Breaker interface {
	// Breaks iterates over the offsets in a paragraph at which a sentence ends and another begins,
	// in ascending order.
	Breaks(paragraph string, lang language.Tag) iter.Seq[int]
}

// Rules cut paragraphs into sentences. The zero value holds the default rules. Rules may be copied,
// and used by any number of goroutines as long as nobody changes them.
type Rules struct {
	Style Style

	// Breaker, if it is not nil, decides alone; the other fields do not apply.
	Breaker Breaker

	// Abbreviations never end a sentence, unless the paragraph ends with them. They are written as
	// in the text, with or without their last period: "approx." or "approx", "op. cit.". They are
	// added to those of the language.
	Abbreviations []string

	// NeverBreak holds wordings inside which, and right after which, no sentence ends: "Yahoo!",
	// "Dr. Who". They are written exactly as in the text. Thousands of entries take no more time at
	// a mark than a few; a [Segmenter] puts them in order once for each document.
	NeverBreak []string
}

// Sentences iterates over the sentences of a paragraph by the default rules of the language. See
// [Rules.Sentences].
func Sentences(paragraph string, lang language.Tag) iter.Seq[Span] {
	return new(Rules).Sentences(paragraph, lang)
}

// Sentences iterates over the sentences of a paragraph by the rules of the language. The spans are
// in bytes and ascend, exclude the white space around each sentence, and together hold everything
// in the paragraph that is not white space. The paragraph may be any bytes, valid UTF-8 or not. A
// line break inside it is white space like any other, except for the styles that say otherwise.
//
// A regional tag is read as its language. A language without rules of its own is cut by the rules
// of a relative, or by those that all languages share. The sequence may be used any number of
// times. It panics if r.Style is not one of the constants.
func (r *Rules) Sentences(paragraph string, lang language.Tag) iter.Seq[Span] {
	return r.sentences(paragraph, lang, r.wordings())
}

// sentences returns what Sentences does, with the words of the rules.
func (r *Rules) sentences(paragraph string, lang language.Tag, own *wordings) iter.Seq[Span] {
	return func(yield func(Span) bool) {
		if r.Breaker != nil {
			r.breaker(paragraph, lang, yield)
			return
		}
		if r.Style == Untailored {
			untailored(paragraph, yield)
			return
		}
		c := newCutter(paragraph, lang, r, own)
		for pos := skipSpace(paragraph, 0); pos < len(paragraph); {
			end := c.sentence(pos)
			if !yield(Span{pos, trimSpace(paragraph, pos, end)}) {
				return
			}
			pos = skipSpace(paragraph, end)
		}
	}
}

// breaker iterates over the sentences between the breaks of r.Breaker.
func (r *Rules) breaker(paragraph string, lang language.Tag, yield func(Span) bool) {
	start := skipSpace(paragraph, 0)
	for at := range r.Breaker.Breaks(paragraph, lang) {
		if end := trimSpace(paragraph, start, max(start, at)); end > start {
			if !yield(Span{start, end}) {
				return
			}
			start = skipSpace(paragraph, at)
		}
	}
	if end := trimSpace(paragraph, start, len(paragraph)); end > start {
		yield(Span{start, end})
	}
}
