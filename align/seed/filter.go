package seed

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"
)

// A Reason says why a unit is left out of the memory.
type Reason string

const (
	Uncertain Reason = "uncertain" // the alignment has too little confidence in it
	Same      Reason = "same"      // both sides are equal, so nothing was translated
	Language  Reason = "language"  // a side is not in the language of its document
	Numbers   Reason = "numbers"   // a number or date, or in similar texts another fact, is on one side only
	Long      Reason = "long"      // a side is too long for the tool that will read the memory
)

// Reasons are all reasons.
var Reasons = []Reason{Uncertain, Same, Language, Numbers, Long}

// A Filter decides what becomes a unit of the memory. The zero value keeps everything.
type Filter struct {
	Translation float64 // least confidence that the sides are translations of each other, from 0 to 1
	Boundary    float64 // least confidence that the boundaries are right, from 0 to 1
	Same        bool    // leave out units with the same text on both sides
	Language    bool    // leave out sides in another language
	Numbers     bool    // leave out units whose numbers disagree, and in similar texts other facts
	Longest     int     // most characters of a side; 0 means no limit
	Related     float64 // least share of a text with a counterpart, from 0 to 1; a document with less is left out
}

// Unrelated is a good value for [Filter.Related]. Of documents that are paired with the translation
// of another one, at most 11 % of a text seems to have a counterpart; of translations it is 62 % or
// more, without a lexicon too. See TestDocumentsUnderWrongNamesAreNamed.
const Unrelated = 0.25

// SureBoundary is a good value for [Filter.Boundary]. Of the beads of the development data that are
// more likely translations than not, about a third of those below it are cut wrong; of the others
// one in forty without a lexicon, and fewer than one in a hundred with one.
const SureBoundary = 0.8

// NewFilter returns a filter with all checks and no limit of length. It keeps units whose
// confidences of translation and of boundaries are at least sure and boundary, from 0 to 1.
func NewFilter(sure, boundary float64) Filter {
	return Filter{Translation: sure, Boundary: boundary, Same: true, Language: true, Numbers: true,
		Related: Unrelated}
}

// Allow makes the filter leave out no unit for a reason. It reports whether the reason is one of
// Reasons.
func (f *Filter) Allow(r Reason) bool {
	switch r {
	case Uncertain:
		f.Translation, f.Boundary, f.Related = 0, 0, 0
	case Same:
		f.Same = false
	case Language:
		f.Language = false
	case Numbers:
		f.Numbers = false
	case Long:
		f.Longest = 0
	default:
		return false
	}
	return true
}

// A Fault is a reason to leave out a side of a unit, or all of it.
type Fault struct {
	Reason Reason
	What   string // for a person: what is wrong
}

// Judge removes the sides with a fault from a unit, and returns their faults. whole is the reason
// to leave out the unit, or nil if two sides or more remain. The slice of the unit's sides is
// replaced, not changed.
func (f *Filter) Judge(u *Unit) (whole *Fault, partly []Fault) {
	if u.Translation < f.Translation {
		return &Fault{Uncertain, fmt.Sprintf("translation %.3f", u.Translation)}, nil
	}
	if u.Boundary < f.Boundary {
		return &Fault{Uncertain, fmt.Sprintf("boundary %.3f", u.Boundary)}, nil
	}
	if f.Numbers && u.Differs != "" {
		return &Fault{Numbers, u.Differs}, nil
	}
	// The other sides are translations of the first, so its faults are those of the unit.
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

// alone returns the fault of a side by itself, or nil.
func (f *Filter) alone(s Side) *Fault {
	if f.Language && s.Foreign != "" {
		return &Fault{Language, fmt.Sprintf("%s: text in %s", s.Lang, s.Foreign)}
	}
	if n := utf8.RuneCountInString(s.Text); f.Longest > 0 && n > f.Longest {
		return &Fault{Long, fmt.Sprintf("%s: %d characters", s.Lang, n)}
	}
	return nil
}

// against returns the fault of a side as a translation of the source, or nil.
func (f *Filter) against(source, s Side) *Fault {
	if f.Same && plainForm(source.Text) == plainForm(s.Text) {
		return &Fault{Same, fmt.Sprintf("%s and %s", source.Lang, s.Lang)}
	}
	if f.Numbers && s.Numbers != "" {
		return &Fault{Numbers, s.Numbers}
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
