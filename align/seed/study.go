package seed

import (
	"strings"
	"unicode"

	"golang.org/x/text/language"

	"github.com/bitext-go/bitext/align/check"
	"github.com/bitext-go/bitext/internal/langtag"
	"github.com/bitext-go/bitext/internal/say"
	"github.com/bitext-go/bitext/lang"
)

// A side is in another language if it has some letters, and if letters and function words tell the
// languages apart with this confidence.
const (
	leastLetters  = 25
	sureOfForeign = 0.9
)

var byLetters = lang.ByLetters()

// study notes the foreign languages and different numbers of the sides of a unit.
func (u *Unit) study() {
	for i := range u.Sides {
		s := &u.Sides[i]
		if tag, wrong := foreign(*s); wrong {
			s.Foreign = say.Language(tag)
		}
		if i > 0 {
			s.Numbers = differentNumbers(u.Sides[0], *s)
		}
	}
}

// differentNumbers returns a message about the first number or date that is on one side only, or
// "".
func differentNumbers(source, s Side) string {
	a, b := check.Side{Lang: source.Lang, Text: source.Text}, check.Side{Lang: s.Lang, Text: s.Text}
	for _, f := range check.Pair(a, b) {
		if f.Kind == check.Number || f.Kind == check.Date || f.Kind == check.Year {
			return f.Message
		}
	}
	return ""
}

// foreign reports whether a side is not in its language, and returns the language that it is in.
func foreign(s Side) (language.Tag, bool) {
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
	if !lang.Known(s.Lang) && langtag.Script(tag) == langtag.Script(s.Lang) {
		return tag, false // the detector takes the language for a relative of it
	}
	return tag, !langtag.SameBase(tag, s.Lang) && letters >= leastLetters && sure >= sureOfForeign
}
