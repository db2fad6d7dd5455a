package segment

import (
	"iter"

	"golang.org/x/text/language"
)

// A Style is a reading of where sentences end.
type Style uint8

const (
	// Corpus cuts as annotated corpora and translators do: at the marks that end a sentence, and
	// not at a comma, a colon, or a semicolon before a small letter. It is the default.
	Corpus Style = iota
	// Clauses cuts also after a semicolon of any script and before a numbered item that follows a
	// pause. It is meant for resolutions, contracts and laws, where one sentence may run over
	// pages.
	Clauses
	// GoldenRules differs from Corpus as the Golden Rules of sentence segmentation do: a line is a
	// sentence unless a space stands before its break; a period without white space after it may
	// end a sentence; nothing is cut inside quotation marks and brackets; a spaced ellipsis belongs
	// to what follows; Arabic is cut at the colon and the comma, Persian at the colon.
	GoldenRules
	// Untailored is Unicode Standard Annex #29 with nothing added: the same in every language,
	// without abbreviations. Rules.Abbreviations and Rules.NeverBreak do not apply, and a line
	// break ends a sentence.
	Untailored
)

// Rules cut paragraphs into sentences. The zero value holds the default rules; lists can be added
// to it and a style chosen. Rules may be copied, and used by any number of goroutines as long as
// nobody changes them.
type Rules struct {
	Style Style

	// Abbreviations never end a sentence unless the paragraph ends with them. They are written as
	// in the text, with or without their last period: "approx." or "approx", "op. cit.". They are
	// added to those of the language.
	Abbreviations []string

	// NeverBreak holds wordings inside which, and right after which, no sentence ends: "Yahoo!",
	// "Dr. Who". They are written exactly as in the text. Each of both lists is looked through at
	// every mark, so hundreds of entries are felt.
	NeverBreak []string
}

// Sentences walks the sentences of a paragraph by the default rules of the language. See
// [Rules.Sentences].
func Sentences(paragraph string, lang language.Tag) iter.Seq[Span] {
	return new(Rules).Sentences(paragraph, lang)
}

// Sentences walks the sentences of a paragraph by the rules of the language: spans in bytes, in
// ascending order, without the white space around them, which together hold everything in the
// paragraph but white space. Any bytes will do, valid UTF-8 or not. A line break inside the
// paragraph is white space like any other, but for the styles that say otherwise.
//
// A regional tag is read as its language; a language without rules of its own is cut by those of a
// relative, or by the rules that all share. The sequence can be walked any number of times. It
// panics if r.Style is none of the constants.
func (r *Rules) Sentences(paragraph string, lang language.Tag) iter.Seq[Span] {
	return func(yield func(Span) bool) {
		if r.Style == Untailored {
			untailored(paragraph, yield)
			return
		}
		c := cutter{text: paragraph, rules: r, book: bookOf(lang)}
		c.marks = &c.book.marks[r.Style]
		for pos := skipSpace(paragraph, 0); pos < len(paragraph); {
			end := c.sentence(pos)
			if !yield(Span{pos, trimSpace(paragraph, pos, end)}) {
				return
			}
			pos = skipSpace(paragraph, end)
		}
	}
}
