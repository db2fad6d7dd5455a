package bilingual

import (
	"errors"
	"io"
	"slices"

	"github.com/bitext-go/bitext/align"
	"github.com/bitext-go/bitext/align/tmx"
)

// readTMX reads TMX.
func (b *builder) readTMX(in io.Reader) error {
	for u, err := range tmx.Units(in) {
		var damage *tmx.SyntaxError
		if errors.As(err, &damage) {
			b.damage = append(b.damage, damage)
			continue
		}
		if err != nil {
			return err
		}
		to, err := b.begin()
		if err != nil {
			return err
		}
		for _, v := range u.Variants {
			if err := b.putVariant(to, v); err != nil {
				return err
			}
		}
		to.keepDetails(&u)
		for _, p := range u.Props {
			switch p.Type {
			case tmx.PropBoundary:
				to.boundary = parseConfidence(p.Text)
			case tmx.PropTranslation:
				to.translation = parseConfidence(p.Text)
			}
		}
	}
	return nil
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

// parseConfidence returns a confidence from 0 to 1; 1 if s is invalid.
func parseConfidence(s string) float64 {
	var c align.Confidence
	if c.UnmarshalText([]byte(s)) != nil {
		return 1
	}
	return float64(c)
}
