package seed

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/bitext-go/bitext/align/tmx"
	"github.com/bitext-go/bitext/internal/xmltext"
)

// keepExact adds to a unit of a shard what TMX rounds or leaves out: the digits of the confidences,
// by which the best of equal units is chosen, and characters that XML cannot hold.
func keepExact(out *tmx.Unit, u *Merged) {
	digits := func(x float64) string { return strconv.FormatFloat(x, 'g', -1, 64) }
	both := digits(u.Translation) + " " + digits(u.Boundary)
	out.Props = append(out.Props, tmx.Prop{Type: propConfidence, Text: both})
	for i := range out.Variants {
		v := &out.Variants[i]
		if xmltext.Clean(v.Text) != v.Text {
			v.Props = append(v.Props, tmx.Prop{Type: propWording, Text: strconv.QuoteToASCII(v.Text)})
		}
	}
}

// merged returns the unit that keepExact has kept. Its number is not known.
func merged(t *tmx.Unit) (*Merged, error) {
	m := &Merged{Count: 1}
	exact := false
	for _, p := range t.Props {
		var err error
		switch p.Type {
		case propConfidence:
			exact = true
			_, err = fmt.Sscan(p.Text, &m.Translation, &m.Boundary)
		case PropOccurrences:
			m.Count, err = strconv.Atoi(p.Text)
		}
		if err != nil || m.Count < 1 {
			return nil, fmt.Errorf("unit %q: %q is no value of the property %s", t.ID, p.Text, p.Type)
		}
	}
	if !exact {
		return nil, fmt.Errorf("unit %q has no property %s; another program has changed it", t.ID, propConfidence)
	}
	for i, v := range t.Variants {
		s := Side{Lang: v.Lang, Text: v.Text}
		places := 0
		for _, p := range v.Props {
			switch {
			case p.Type == propWording:
				text, err := strconv.Unquote(p.Text)
				if err != nil {
					return nil, fmt.Errorf("unit %q: %q is no value of the property %s", t.ID, p.Text, p.Type)
				}
				s.Text = text
			case p.Type == tmx.PropDocument: // each place begins with its document
				if places++; i == 0 {
					m.Places = append(m.Places, make([]Place, len(t.Variants)))
				}
			}
			if places > len(m.Places) {
				return nil, fmt.Errorf("unit %q: its sides are not in the same number of places; "+
					"another program has changed it", t.ID)
			}
			if places > 0 {
				m.Places[places-1][i].set(p)
			}
		}
		m.Sides = append(m.Sides, s)
	}
	if len(m.Sides) < 2 || slices.ContainsFunc(m.Sides, func(s Side) bool { return strings.TrimSpace(s.Text) == "" }) {
		return nil, fmt.Errorf("unit %q is not in two languages; another program has changed it", t.ID)
	}
	return m, nil
}
