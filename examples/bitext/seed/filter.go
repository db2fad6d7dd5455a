package seed

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/language"

	"github.com/bitext-go/bitext/align/check"
	"github.com/bitext-go/bitext/internal/langtag"
	"github.com/bitext-go/bitext/lang"
)

// A Reason is why a unit is left out of the memory.
type Reason string

// The reasons.
const (
	Uncertain Reason = "uncertain" // the alignment is not sure enough of it
	Same      Reason = "same"      // both sides are the same, so nothing was translated
	Language  Reason = "language"  // a side is in another language than its document
	Numbers   Reason = "numbers"   // a number or date stands on one side only
	Long      Reason = "long"      // for the tool that the memory is meant for
)

// Reasons are all of them.
var Reasons = []Reason{Uncertain, Same, Language, Numbers, Long}

// A Filter says what becomes a unit of the memory. The zero value lets everything pass.
type Filter struct {
	Translation float64 // how sure it must be that the sides translate one another, from 0 to 1
	Boundary    float64 // how sure it must be that the unit is cut right, from 0 to 1
	Same        bool    // leave out units with the same text on both sides
	Language    bool    // leave out what is in another language
	Numbers     bool    // leave out units whose numbers disagree
	Longest     int     // characters of a side; 0 sets no limit
	Related     float64 // the share of a document's units that must be sure, or none of it is taken, from 0 to 1
}

// fewUnits is below how many units a document is too short to ask whether its texts belong
// together.
const fewUnits = 5

// Unrelated is a good value for [Filter.Related]. Of texts that have nothing to do with one another
// up to three tenths of the units are sure, of translations nine tenths, though less where they are
// free and no word list helps; see TestDocumentsUnderWrongNamesAreNamed.
const Unrelated = 0.35

// clearly is how sure a unit must be to speak for its document: surer than one to learn from, since
// mere chance makes some units of any two texts look likely.
const clearly = 0.7

// shareSure returns the share of a document's units that are sure. Two texts that have nothing to
// do with one another can be aligned too, and each bead by itself may look likely; but few are
// sure.
func (o *outcome) shareSure() float64 {
	if len(o.Units) < fewUnits {
		return 1
	}
	sure := 0
	for _, u := range o.Units {
		if u.Boundary >= clearly && u.Translation >= clearly {
			sure++
		}
	}
	return float64(sure) / float64(len(o.Units))
}

// A fault is what is wrong with a side of a unit, or with all of it.
type fault struct {
	reason Reason
	what   string
}

// judge takes the sides at fault out of a unit. The fault of the whole unit is nil where two sides
// or more are left.
func (f *Filter) judge(u *unit) (whole *fault, partly []fault) {
	if u.Translation < f.Translation {
		return &fault{Uncertain, fmt.Sprintf("translation %.3f", u.Translation)}, nil
	}
	if u.Boundary < f.Boundary {
		return &fault{Uncertain, fmt.Sprintf("boundary %.3f", u.Boundary)}, nil
	}
	// The first side is what the others translate; what is wrong with it is wrong with the unit.
	source := u.Sides[0]
	if bad := f.alone(source); bad != nil {
		return bad, nil
	}
	kept := u.Sides[:1:1]
	for _, s := range u.Sides[1:] {
		bad := f.against(source, s)
		if bad == nil {
			bad = f.alone(s)
		}
		if bad == nil {
			kept = append(kept, s)
			continue
		}
		partly = append(partly, *bad)
	}
	if len(kept) < 2 {
		return &partly[0], nil
	}
	u.Sides = kept
	return nil, partly
}

// alone returns what is wrong with a side by itself.
func (f *Filter) alone(s side) *fault {
	if f.Language && s.Foreign != "" {
		return &fault{Language, fmt.Sprintf("%s: it is in %s", s.Lang, s.Foreign)}
	}
	if n := utf8.RuneCountInString(s.Text); f.Longest > 0 && n > f.Longest {
		return &fault{Long, fmt.Sprintf("%s: %d characters", s.Lang, n)}
	}
	return nil
}

// against returns what is wrong with a side as a translation of the source.
func (f *Filter) against(source, s side) *fault {
	if f.Same && plainForm(source.Text) == plainForm(s.Text) {
		return &fault{Same, fmt.Sprintf("%s and %s", source.Lang, s.Lang)}
	}
	if f.Numbers && s.Numbers != "" {
		return &fault{Numbers, s.Numbers}
	}
	return nil
}

// plainForm returns a text without case, white space and punctuation.
func plainForm(s string) string {
	var b strings.Builder
	for _, r := range s {
		if unicode.IsLetter(r) || unicode.IsNumber(r) {
			b.WriteRune(unicode.ToLower(r))
		}
	}
	if b.Len() == 0 {
		return s
	}
	return b.String()
}

// Languages are told by letters and small words where that decides: a side needs some letters, and
// the detector must be surer than this.
const (
	leastLetters  = 25
	sureOfForeign = 0.9
)

var byLetters = lang.ByLetters()

// study finds what may be wrong with the sides of a unit.
func (u *unit) study() {
	for i := range u.Sides {
		s := &u.Sides[i]
		if tag, wrong := foreign(*s); wrong {
			s.Foreign = english(tag)
		}
		if i > 0 {
			s.Numbers = differentNumbers(u.Sides[0], *s)
		}
	}
}

// differentNumbers returns the first number or date that stands on one side only, or "".
func differentNumbers(source, s side) string {
	for _, f := range check.Pair(check.Side{Lang: source.Lang, Text: source.Text}, check.Side{Lang: s.Lang, Text: s.Text}) {
		if f.Kind == check.Number || f.Kind == check.Date || f.Kind == check.Year {
			return f.Message
		}
	}
	return ""
}

// foreign reports whether a side is in another language than it should be, and in which.
func foreign(s side) (language.Tag, bool) {
	letters := 0
	for _, r := range s.Text {
		if unicode.IsLetter(r) {
			letters++
		}
	}
	tag, sure := byLetters.Detect(s.Text)
	if tag == language.Und {
		return tag, false
	}
	if strings.HasPrefix(tag.String(), "und") { // only the script is known
		return tag, langtag.Script(tag) != langtag.Script(s.Lang) && letters >= leastLetters
	}
	return tag, !langtag.SameBase(tag, s.Lang) && letters >= leastLetters && sure >= sureOfForeign
}
