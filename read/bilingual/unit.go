package bilingual

import (
	"slices"
	"strings"

	"github.com/bitext-go/bitext/align/tmx"
)

// A unit is the wording of a sentence in each language.
type unit struct {
	wording               []string // by the index of the language in builder.langs; "" if the unit lacks it
	boundary, translation float64

	// details is what the file says besides; nil if nothing. Its variants are parallel to wording;
	// one without a text has no codes.
	details *tmx.Unit
}

// more returns the details of a unit.
func (u *unit) more() *tmx.Unit {
	if u.details == nil {
		u.details = &tmx.Unit{}
	}
	return u.details
}

// setKey notes what the document calls the unit.
func (u *unit) setKey(key string) {
	if key != "" {
		u.more().Props = append(u.more().Props, tmx.Prop{Type: PropKey, Text: key})
	}
}

// addNote adds a note, unless it is empty or known.
func (u *unit) addNote(text string) {
	n := tmx.Note{Text: strings.TrimSpace(text)}
	if n.Text != "" && !slices.Contains(u.more().Notes, n) {
		u.details.Notes = append(u.details.Notes, n)
	}
}

// keepDetails keeps what a memory says of a unit besides its wording.
func (u *unit) keepDetails(of *tmx.Unit) {
	d := *of
	d.Variants = nil
	if u.details != nil {
		d.Variants = u.details.Variants
	}
	d.Props = slices.DeleteFunc(slices.Clone(of.Props), func(p tmx.Prop) bool {
		return p.Type == tmx.PropBoundary || p.Type == tmx.PropTranslation
	})
	if d.Variants == nil && len(d.Props) == 0 && len(d.Notes) == 0 && len(d.Attrs) == 0 && d.ID == "" &&
		d.Created.IsZero() && d.Changed.IsZero() && d.CreatedBy == "" && d.ChangedBy == "" {
		return
	}
	u.details = &d
}
