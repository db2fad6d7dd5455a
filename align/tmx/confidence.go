package tmx

import "github.com/bitext-go/bitext/align"

// Boundary returns the confidence that the unit is cut right, from 0 to 1, as [align.Bead] has it.
// ok is false if the unit does not say, or says something that is not a confidence.
func (u *Unit) Boundary() (p float64, ok bool) { return u.confidence(PropBoundary) }

// Translation returns the confidence that the variants translate one another, from 0 to 1, as
// [align.Bead] has it. ok is as for [Unit.Boundary].
func (u *Unit) Translation() (p float64, ok bool) { return u.confidence(PropTranslation) }

// SetConfidence sets both confidences, from 0 to 1, with three decimals.
func (u *Unit) SetConfidence(boundary, translation float64) {
	u.setProp(PropBoundary, align.Confidence(boundary).String())
	u.setProp(PropTranslation, align.Confidence(translation).String())
}

func (u *Unit) confidence(prop string) (float64, bool) {
	for _, p := range u.Props {
		if p.Type == prop {
			var c align.Confidence
			err := c.UnmarshalText([]byte(p.Text))
			return float64(c), err == nil
		}
	}
	return 0, false
}

// setProp sets a property of the unit: the first of its type, or a new one.
func (u *Unit) setProp(kind, text string) {
	for i := range u.Props {
		if u.Props[i].Type == kind {
			u.Props[i].Text = text
			return
		}
	}
	u.Props = append(u.Props, Prop{Type: kind, Text: text})
}
