package evidence

import (
	"fmt"

	"golang.org/x/text/language"

	"github.com/bitext-go/bitext/internal/quote"
)

// A Reason is one thing that speaks for a bead or against it, in words that a reviewer can look up
// in the text.
type Reason struct {
	Kind ReasonKind
	// Side is the text that Wording is from: 0 is the source, 1 the target.
	Side int
	Lang language.Tag // of that text; set by package align
	// Wording is what the reason is about, as written; empty for Length.
	Wording string
	// Counterpart is its translation in the other text; empty if there is none.
	Counterpart string
	// Weight is what the reason adds to the log-odds of the bead, in nats: above 0 it speaks for
	// the bead.
	Weight float64
}

// ReasonKind says what a [Reason] is about.
type ReasonKind uint8

const (
	WordReason   ReasonKind = iota // a word that is translated, or one that ought to be and is not
	NumberReason                   // a number or month that is on both sides, or on one
	LengthReason                   // the text is longer than its counterpart lets expect
)

// String returns the reason in English: "number 884 only in ar". Wording is isolated, since it may
// run from right to left.
func (r Reason) String() string {
	what := map[ReasonKind]string{NumberReason: "number "}[r.Kind]
	switch {
	case r.Kind == LengthReason:
		return fmt.Sprintf("unusually long in %s", r.Lang)
	case r.Counterpart == "":
		return fmt.Sprintf("%s%s only in %s", what, quote.Isolate(r.Wording), r.Lang)
	}
	return fmt.Sprintf("%s%s = %s", what, quote.Isolate(r.Wording), quote.Isolate(r.Counterpart))
}

// Missing reports whether the reason is a number that is on one side only, which a reviewer wants
// to see first.
func (r Reason) Missing() bool { return r.Kind == NumberReason && r.Weight < 0 }
