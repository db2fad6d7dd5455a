// Package check finds what stands on one side of a translation only: a number, a date, a country, a
// quotation, an address that the other side lacks, text that was not translated, translations of
// odd length.
//
//	for _, f := range check.Pair(check.Side{Lang: language.Arabic, Text: ar}, check.Side{Lang: language.English, Text: en}) {
//		fmt.Println(f.Kind, f.Message) // country Pakistan (باكستان) only in Arabic
//	}
//
// A [Checker] takes the units of a whole memory one after another and also finds what only several
// units show: one source translated in two ways, one translation of two sources, and terms of a
// glossary that were not used. A unit may be in any number of languages.
//
// Findings are places for a person to look at, and mean to be worth it: what might be said in
// another way, such as a number in words, is looked for in all the ways that the package knows, and
// where it cannot tell it says nothing. At most two of a hundred good translations have a finding,
// in eight pairs of languages; "go run ./examples/evaluate --checks" prints how many, and how many
// planted faults are found.
//
// # What it misses
//
//   - A number, name or address that a text has twice and its translation once.
//   - Numbers up to a hundred, in digits on one side, where the other side's language is one whose
//     number words the package does not know: it knows those of Arabic, Chinese, English, French,
//     German, Hindi, Italian, Japanese, Portuguese, Russian and Spanish.
//   - Numbers in words on one side that the other side lacks, and hours that are twelve apart.
//   - Countries that are said with an adjective (the French government), in Chinese also those
//     before a noun, which are adjectives there; and names that are also those of people or plain
//     words, unless they stand in a list.
//   - Quotations at the beginning of a sentence, and those where the other side has quotation marks
//     of some sort.
//   - In short sentences, that something was left out.
package check

import (
	"cmp"
	"slices"

	"golang.org/x/text/language"

	"github.com/bitext-go/bitext/internal/quote"
	"github.com/bitext-go/bitext/segment"
)

// A Side is the wording of a unit in one language.
type Side struct {
	Lang language.Tag
	Text string // "" where the unit has nothing in this language
}

// A Kind says what a finding is about.
type Kind string

// The kinds of findings. Those of a single unit come first.
const (
	Number       Kind = "number"       // a number that the other side does not have
	Date         Kind = "date"         // a day or month that is another one or missing
	Year         Kind = "year"         // a year in brackets
	ListNumber   Kind = "list-number"  // the number or letter of a list item
	Country      Kind = "country"      // the name of a country
	Language     Kind = "language"     // the name of a language
	Quotation    Kind = "quotation"    // a quotation of several words
	Address      Kind = "address"      // an e-mail or web address
	Untranslated Kind = "untranslated" // text that is the same on both sides, or in the other side's language
	Length       Kind = "length"       // one side is far too long for the other
	Unpaired     Kind = "unpaired"     // a unit that has nothing in one of its languages
	Terminology  Kind = "term"         // a term of the glossary that is not translated as the glossary has it
	Inconsistent Kind = "inconsistent" // the source was translated otherwise before
	Repeated     Kind = "repeated"     // another source was translated in the same words before
)

// Kinds returns every kind, in a fixed order.
func Kinds() []Kind {
	return []Kind{Number, Date, Year, ListNumber, Country, Language, Quotation, Address, Untranslated, Length, Unpaired, Terminology,
		Inconsistent, Repeated}
}

// A Finding is one thing to look at.
type Finding struct {
	Kind    Kind
	Side    int          // which side it stands on, from 0
	Span    segment.Span // where in the text of that side
	Wording string       // what stands there, as written
	// Message says in English what is wrong, as in "number 884 only in Arabic". Words of the text
	// stand between the characters U+2068 and U+2069, which keep their direction from the sentence
	// around them.
	Message string
	Unit    int // for [Inconsistent] and [Repeated], the unit that it is compared with, counted from 1
}

// Pair returns what the checks of a single unit find in the two sides of one, in the order of the
// sides and of their text.
func Pair(a, b Side) []Finding { return unit([]Side{a, b}, studied([]Side{a, b})) }

func studied(sides []Side) []*study {
	out := make([]*study, len(sides))
	for i, s := range sides {
		out[i] = newStudy(s)
	}
	return out
}

// unit checks a unit of two sides or more: every side against the first that has text.
func unit(sides []Side, studies []*study) []Finding {
	first := slices.IndexFunc(sides, func(s Side) bool { return s.Text != "" })
	if first < 0 {
		return nil
	}
	all := unpaired(sides, first)
	for i := first + 1; i < len(sides); i++ {
		if sides[i].Text == "" {
			continue
		}
		for _, d := range compare(studies[first], studies[i]) {
			d.side, d.other = first, i
			if d.second {
				d.side, d.other = i, first
			}
			all = append(all, d)
		}
	}
	return findings(all, sides, first)
}

// unpaired finds a unit that has nothing in some of its languages.
func unpaired(sides []Side, first int) []difference {
	var has, lacks []int
	for i, s := range sides {
		if s.Text == "" {
			lacks = append(lacks, i)
		} else {
			has = append(has, i)
		}
	}
	if len(lacks) == 0 {
		return nil
	}
	return []difference{{kind: Unpaired, side: first, span: segment.Span{End: len(sides[first].Text)},
		message: quote.Isolate(excerpt(sides[first].Text)) + " " + where(has, lacks, sides)}}
}

// compare is everything that one of two studies has and the other lacks.
func compare(a, b *study) []difference {
	if out := untranslated(a, b); len(out) > 0 {
		return out // nothing else that is found there would say more
	}
	a.reset()
	b.reset()
	var out []difference
	for _, check := range [...]func(a, b *study) []difference{listNumbers, dates, numbers, names, addresses, quotations} {
		out = append(out, check(a, b)...)
		for _, d := range check(b, a) {
			d.second = true
			out = append(out, d)
		}
	}
	return append(out, lengths(a, b)...)
}

// A difference is a finding before its sides are put into words.
type difference struct {
	kind        Kind
	span        segment.Span
	what        string // the thing, as in "number 884"
	key         string // equal for the same thing in another language; "" for none
	message     string // the whole message, where the thing alone does not say it
	second      bool   // it stands on the second side
	side, other int
}

// findings puts differences into words. What stands on one side and lacks on several, or stands on
// several and lacks on the first, is one finding.
func findings(all []difference, sides []Side, first int) []Finding {
	type group struct {
		difference
		has, lacks []int
	}
	var groups []*group
	for _, d := range all {
		i := slices.IndexFunc(groups, func(g *group) bool {
			if g.kind != d.kind || g.message != "" || d.message != "" {
				return false
			}
			return d.side == first && g.side == first && g.span == d.span || d.side != first && g.side != first && d.key != "" && g.key == d.key
		})
		if i < 0 {
			groups = append(groups, &group{d, []int{d.side}, []int{d.other}})
			continue
		}
		g := groups[i]
		if !slices.Contains(g.has, d.side) {
			g.has = append(g.has, d.side)
		}
		if !slices.Contains(g.lacks, d.other) {
			g.lacks = append(g.lacks, d.other)
		}
	}
	var out []Finding
	for _, g := range groups {
		f := Finding{Kind: g.kind, Side: g.side, Span: g.span, Wording: sides[g.side].Text[g.span.Start:g.span.End], Message: g.message}
		if f.Message == "" {
			f.Message = g.what + " " + where(g.has, g.lacks, sides)
		}
		out = append(out, f)
	}
	slices.SortStableFunc(out, func(a, b Finding) int {
		return cmp.Or(a.Side-b.Side, a.Span.Start-b.Span.Start)
	})
	return out
}
