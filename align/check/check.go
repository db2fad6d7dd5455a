// Package check finds what only one side of a translation has: a number, a date, a country, a
// quotation or an address that the other side lacks, text that was not translated, and translations
// of unlikely length.
//
//	ar := check.Side{Lang: language.Arabic, Text: "…"}
//	en := check.Side{Lang: language.English, Text: "…"}
//	for _, f := range check.Pair(ar, en) {
//		fmt.Println(f.Kind, f.Message) // country Pakistan (باكستان) only in Arabic
//	}
//
// A [Checker] takes the units of a whole memory one after another, and [All] does so on all
// processors. It also finds faults of form, such as lost placeholders, other end marks and doubled
// words; what takes several units to see: one source translated in two ways, and one translation of
// two sources; and terms of a glossary that were not used. A unit may be in any number of
// languages.
//
// A finding is something for a person to check, and should be worth that person's time. What could
// be said in another way, such as a number in words, is looked for in every way that the package
// knows; if it cannot tell, it reports nothing. About two in a hundred good translations have a
// finding, between 0.6 and 3.0 in eight pairs of languages, and many of those are faults indeed.
// "go run ./examples/evaluate --checks" prints how many do, and how many planted faults are found.
//
// # What it misses
//
//   - A number, name or address that one side has twice and the other once.
//   - Numbers up to a hundred, in digits on one side, if the other side is in a language whose
//     number words the package does not know. It knows those of Arabic, Chinese, English, French,
//     German, Hindi, Italian, Japanese, Portuguese, Russian and Spanish.
//   - Numbers in words that the other side lacks, and hours that are twelve apart.
//   - Countries that are named by an adjective (the French government; in Chinese also a name
//     before a noun), and names that are also names of people or plain words, unless they are in a
//     list.
//   - Quotations at the beginning of a sentence, and those for which the other side has quotation
//     marks of any sort.
//   - In short sentences, that something was left out.
//   - The order of placeholders, and the values of attributes of tags.
//   - Text in another language of the same script if it has fewer than 80 letters.
package check

import (
	"golang.org/x/text/language"

	"github.com/bitext-go/bitext/segment"
)

// A Side is the wording of a unit in one language.
type Side struct {
	Lang language.Tag
	Text string // "" if the unit has nothing in this language
	// Codes are the inline codes of the text, in order. They are not part of Text.
	Codes []Code
}

// A Code is an inline code before an offset of a text, in bytes, such as TMX's <ph x="1">{0}</ph>.
type Code struct {
	Offset int
	XML    string
}

// A Kind says what a finding is about.
type Kind string

// The kinds of findings. Those of a single unit come first.
const (
	Number        Kind = "number"         // a number that the other side does not have
	Date          Kind = "date"           // a day or month that differs or is missing
	Year          Kind = "year"           // a year in brackets
	ListNumber    Kind = "list-number"    // the number or letter of a list item
	Country       Kind = "country"        // the name of a country
	Language      Kind = "language"       // the name of a language
	Quotation     Kind = "quotation"      // a quotation of several words
	Address       Kind = "address"        // an e-mail or web address
	Untranslated  Kind = "untranslated"   // text that is the same on both sides, or in the other side's language
	Length        Kind = "length"         // one side is far too long for the other
	Placeholder   Kind = "placeholder"    // a placeholder such as {0}, %s or ${name}
	InlineCode    Kind = "code"           // an inline code, or a tag of XML or HTML
	EndMark       Kind = "end-mark"       // another mark at the end, or none
	Bracket       Kind = "bracket"        // a bracket without its partner
	QuoteMark     Kind = "quote-mark"     // a quotation mark without its partner
	DoubledWord   Kind = "doubled-word"   // a word that follows itself
	Space         Kind = "space"          // doubled space, or space at the beginning or end
	Capital       Kind = "capital"        // a beginning with a capital letter on one side only
	AllCaps       Kind = "all-caps"       // text in capitals on one side only
	MixedScript   Kind = "mixed-script"   // a word with letters of another script that look alike
	WrongLanguage Kind = "wrong-language" // text in another language or script
	Forbidden     Kind = "forbidden-term" // a term that must not be used
	TooLong       Kind = "too-long"       // more characters than a limit

	Unpaired     Kind = "unpaired"     // a unit that has nothing in one of its languages
	Terminology  Kind = "term"         // a term of the glossary that is not translated as the glossary has it
	Inconsistent Kind = "inconsistent" // an earlier unit translates the source in another way
	Repeated     Kind = "repeated"     // an earlier unit with another source has the same translation
)

// Kinds returns every kind, in a fixed order.
func Kinds() []Kind {
	return []Kind{Number, Date, Year, ListNumber, Country, Language, Quotation, Address, Untranslated, Length,
		Placeholder, InlineCode, EndMark, Bracket, QuoteMark, DoubledWord, Space, Capital, AllCaps, MixedScript,
		WrongLanguage, Forbidden, TooLong, Unpaired, Terminology, Inconsistent, Repeated}
}

// A Finding is one thing that needs a person's attention.
type Finding struct {
	Kind    Kind
	Side    int          // which side has it, from 0
	Span    segment.Span // where in the text of that side, in bytes
	Wording string       // the text of the span
	// Message says in English what is wrong, as in "number 884 only in Arabic". Words of the text
	// are between the characters U+2068 and U+2069, which keep their direction from the sentence
	// around them.
	Message string
	Earlier int // for [Inconsistent] and [Repeated], the number of the unit compared with, from 1
}

// Facts returns the findings of [Pair] about facts, as [Kind.Fact] has it, in less time; and that
// text was not translated, which keeps all other findings from being made. Any number of goroutines
// may call it.
func Facts(a, b Side) []Finding { return pair(a, b, factChecks) }

// Pair returns what the two sides of a unit say differently: findings of the kinds from [Number] to
// [Unpaired] that are about content. It does not check form, as [Checker.Check] does. Findings are
// ordered by side and by place in the text. Any number of goroutines may call it.
func Pair(a, b Side) []Finding { return pair(a, b, contentChecks) }

func pair(a, b Side, with checks) []Finding {
	sides := []Side{a, b}
	e := examiners.Get().(*examiner)
	defer examiners.Put(e)
	return compareAll(sides, e.read(sides), with)
}
