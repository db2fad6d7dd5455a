package bilingual

import (
	"errors"
	"io"

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

// parseConfidence returns a confidence from 0 to 1; 1 if s is invalid.
func parseConfidence(s string) float64 {
	var c align.Confidence
	if c.UnmarshalText([]byte(s)) != nil {
		return 1
	}
	return float64(c)
}
