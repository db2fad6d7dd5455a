package sheet

import (
	"slices"
	"strconv"

	"golang.org/x/text/language"

	"github.com/bitext-go/bitext/align/tmx"
)

// PropState is the type of the property that holds the decision of a person about a unit:
// "approved".
const PropState = "x-bitext-review"

// Unit returns a row as a translation unit. An untouched row returns the unit of the memory that it
// came from, unchanged. ok is false if the row has text in one language only, or is rejected.
func (s *Sheet) Unit(r *Row) (unit tmx.Unit, ok bool) {
	if !s.HasUnit(r) {
		return tmx.Unit{}, false
	}
	if r.isUnit() {
		return s.kept(r)
	}
	for c, cell := range r.Cells {
		if len(cell) == 0 {
			continue
		}
		v := tmx.Variant{Lang: s.Columns[c].Lang, Text: Joined(cell), Inline: codes(cell), Props: s.provenance(c, cell)}
		for _, u := range r.Units {
			if of := variant(&s.Units[u], v.Lang); of != nil {
				inheritVariant(&v, of)
			}
		}
		unit.Variants = append(unit.Variants, v)
	}
	if len(unit.Variants) < 2 {
		return tmx.Unit{}, false
	}
	unit.ID = tmx.ID(unit.Variants)
	if r.Boundary >= 0 {
		unit.Props = append(unit.Props, tmx.Prop{Type: tmx.PropBoundary, Text: formatConfidence(r.Boundary)},
			tmx.Prop{Type: tmx.PropTranslation, Text: formatConfidence(r.Translation)})
	}
	for _, u := range r.Units {
		s.inherit(&unit, &s.Units[u])
	}
	s.addVerdict(&unit, r)
	return unit, true
}

// HasUnit reports whether Unit returns a unit for a row.
func (s *Sheet) HasUnit(r *Row) bool {
	return r.State != Rejected && (!r.Alone() || r.isUnit())
}

// isUnit reports whether a row holds the sentences of one unit of the memory, perhaps corrected.
func (r *Row) isUnit() bool { return len(r.Units) == 1 && !r.Hand && !r.Regrouped }

// kept returns the unit that a row was made of, with the changes of a person.
func (s *Sheet) kept(r *Row) (tmx.Unit, bool) {
	unit := s.Units[r.Units[0]]
	if r.Changed.IsZero() {
		return unit, len(unit.Variants) > 0
	}
	unit.Variants = slices.Clone(unit.Variants)
	for c, cell := range r.Cells {
		lang := s.Columns[c].Lang
		switch v := variant(&unit, lang); {
		case v != nil && len(cell) == 0 && v.Text != "":
			unit.Variants = slices.DeleteFunc(unit.Variants, func(o tmx.Variant) bool { return o.Lang == lang })
		case v != nil && len(cell) > 0:
			if text := Joined(cell); text != v.Text {
				v.Text, v.Inline, v.Changed = text, codes(cell), r.Changed
			}
		case len(cell) > 0:
			unit.Variants = append(
				unit.Variants,
				tmx.Variant{Lang: lang, Text: Joined(cell), Inline: codes(cell), Created: r.Changed},
			)
		}
	}
	s.addVerdict(&unit, r)
	return unit, len(unit.Variants) > 0
}

// inherit gives a unit that was made from others their notes and properties, except for the
// confidences, which are out of date.
func (s *Sheet) inherit(unit, of *tmx.Unit) {
	if unit.Source == language.Und {
		unit.Source = of.Source
	}
	if unit.SegType == "" {
		unit.SegType = of.SegType
	}
	for _, n := range of.Notes {
		if !slices.Contains(unit.Notes, n) {
			unit.Notes = append(unit.Notes, n)
		}
	}
	for _, p := range of.Props {
		if p.Type != tmx.PropBoundary && p.Type != tmx.PropTranslation && p.Type != PropState &&
			!slices.Contains(unit.Props, p) {
			unit.Props = append(unit.Props, p)
		}
	}
}

// inheritVariant does the same for a variant, except for its position in the document, which is set
// already.
func inheritVariant(v, of *tmx.Variant) {
	for _, n := range of.Notes {
		if !slices.Contains(v.Notes, n) {
			v.Notes = append(v.Notes, n)
		}
	}
	for _, p := range of.Props {
		if p.Type != tmx.PropParagraph && p.Type != tmx.PropLines && !slices.Contains(v.Props, p) {
			v.Props = append(v.Props, p)
		}
	}
}

// addVerdict adds the state and the note of a row.
func (s *Sheet) addVerdict(unit *tmx.Unit, r *Row) {
	unit.Changed = r.Changed
	unit.Props = slices.DeleteFunc(slices.Clone(unit.Props), func(p tmx.Prop) bool { return p.Type == PropState })
	if r.State == Approved {
		unit.Props = append(unit.Props, tmx.Prop{Type: PropState, Text: string(Approved)})
	}
	if r.Note != "" {
		unit.Notes = append(slices.Clone(unit.Notes), tmx.Note{Text: r.Note})
	}
}

// provenance returns the properties that locate a cell in its document.
func (s *Sheet) provenance(column int, cell []*Piece) (props []tmx.Prop) {
	if name := s.Columns[column].Name; name != "" && len(s.Units) == 0 {
		props = append(props, tmx.Prop{Type: tmx.PropDocument, Text: name})
	}
	last := cell[len(cell)-1]
	if cell[0].Paragraph > 0 {
		props = append(props, tmx.Prop{Type: tmx.PropParagraph, Text: FormatRange(cell[0].Paragraph, last.Paragraph)})
	}
	if cell[0].First > 0 {
		props = append(props, tmx.Prop{Type: tmx.PropLines, Text: FormatRange(cell[0].First, last.Last)})
	}
	return props
}

// FormatRange returns "4" or "4-5".
func FormatRange(first, last int) string {
	if first >= last {
		return strconv.Itoa(first)
	}
	return strconv.Itoa(first) + "-" + strconv.Itoa(last)
}

func formatConfidence(p float64) string { return strconv.FormatFloat(p, 'f', 3, 64) }
