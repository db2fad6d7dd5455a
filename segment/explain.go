package segment

import (
	"iter"

	"golang.org/x/text/language"
)

// A Decision is what was decided at a mark, or at another place where a sentence may end.
type Decision struct {
	At     int    // offset of the mark
	End    int    // offset at which the sentence ends; 0 if it does not end here
	Rule   string // the number of the rule in DESIGN.md, such as "A3", or what a Breaker calls it
	Reason string // the rule in a few words
}

// Explain iterates over the decisions that are made in a paragraph, in order. The sentences are
// those of [Rules.Sentences]. The end of the paragraph is no decision if no mark precedes it. A
// Breaker that is an [Explainer] explains itself. With Untailored or another Breaker there are no
// decisions to explain, and the sequence is empty.
func (r *Rules) Explain(paragraph string, lang language.Tag) iter.Seq[Decision] {
	return func(yield func(Decision) bool) {
		if x, ok := r.Breaker.(Explainer); ok {
			x.Explain(paragraph, lang)(yield)
			return
		}
		if r.Breaker != nil || r.Style == Untailored {
			return
		}
		c := newCutter(paragraph, lang, r, r.wordings())
		stopped := false
		c.trace = func(at, end int, by rule) {
			if by != "" && !stopped {
				stopped = !yield(Decision{at, end, string(by), reasons[by]})
			}
		}
		for pos := skipSpace(paragraph, 0); pos < len(paragraph) && !stopped; {
			pos = skipSpace(paragraph, c.sentence(pos))
		}
	}
}

// An Explainer is a Breaker that explains its decisions as [Rules.Explain] does.
type Explainer interface {
	Breaker
	Explain(paragraph string, lang language.Tag) iter.Seq[Decision]
}

// reasons holds each rule in a few words; the tables in DESIGN.md tell more.
var reasons = map[rule]string{
	"G1":  "the paragraph ends",
	"G2":  "an ellipsis before the first word",
	"G3":  "inside a wording that is not broken",
	"G4":  "inside quotation marks or brackets",
	"T1":  "a pause follows",
	"T2":  "the sentence continues after a quotation",
	"T3":  "inside the title of a work",
	"T5":  "half a verse",
	"T4":  "a mark that ends sentences",
	"E1":  "a pause follows",
	"E2":  "no white space after a question or exclamation mark",
	"E3":  "a small letter after a quotation or dash, or a verb of saying",
	"E4":  "a small letter after an exclamation inside a sentence",
	"E5":  "a small letter after a question or exclamation mark",
	"E6":  "a verb of saying follows",
	"E7":  "a name that is written with an exclamation mark",
	"E8":  "a question or exclamation mark",
	"E9":  "an interjection after a quotation",
	"L1":  "no white space, or a pause, after an ellipsis",
	"L2":  "words are left out in brackets",
	"L3":  "an ellipsis before a capital",
	"L4":  "an ellipsis before a letter without case",
	"L5":  "an ellipsis",
	"L6":  "an ellipsis at the end of a quotation",
	"P1":  "the period is a pause in this language",
	"P2":  "a pause or closing bracket follows",
	"P3":  "the sentence continues after a quotation",
	"P4":  "no white space after a period",
	"P5":  "a period between two words without white space",
	"P6":  "a quotation without white space after it",
	"P7":  "a small letter after a period",
	"P8":  "this word and the next are one abbreviation",
	"P9":  "numbers of a date",
	"P10": "a period",
	"P11": "a period with white space on both sides",
	"P12": "the number of a section",
	"P13": "&, + or § follows",
	"A1":  "an abbreviation that ends no sentence",
	"A2":  "an abbreviation before a name",
	"A3":  "an abbreviation, which ends no sentence before a number",
	"A4":  "an abbreviation or initial, which ends a sentence only before a word that begins one",
	"A5":  "a unit",
	"A6":  "an ordinal number",
	"I1":  "the next item of a list",
	"I2":  "the next bullet of a list",
	"I3":  "an item after a pause",
	"I4":  "a smiley",
	"I5":  "the number of a list item",
	"I6":  "the number of a section follows",
	"I7":  "an emoji",
	"C1":  "a semicolon before a word that begins sentences",
	"C2":  "a semicolon",
	"C4":  "a semicolon before a list item",
	"C3":  "a colon before a capital",
	"C5":  "a list whose items end with a semicolon",
	"H1":  "a word that begins sentences, without a mark before it",
	"N1":  "a line break",
	"N2":  "a colon",
	"N3":  "a comma",
	"W1":  "a space before a word that begins sentences",
	"W2":  "a space in a long sentence",
	"W4":  "the words around a space",
	"W3":  "a space instead of a shad",
}
