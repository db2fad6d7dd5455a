package tmx

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"golang.org/x/text/language"
)

// check returns an error if TMX 1.4 cannot hold a unit.
func check(u *Unit) error {
	if err := checkUnit(u); err != nil {
		return fmt.Errorf("tmx: unit %q: %w", u.ID, err)
	}
	for i := range u.Variants {
		v := &u.Variants[i]
		if v.Lang == language.Und {
			return fmt.Errorf("tmx: unit %q: variant %d has no language", u.ID, i+1)
		}
		if err := checkVariant(v); err != nil {
			return fmt.Errorf("tmx: unit %q: variant %v: %w", u.ID, v.Lang, err)
		}
	}
	return nil
}

func checkUnit(u *Unit) error {
	if len(u.Variants) == 0 {
		return errors.New("it has no variant")
	}
	if u.SegType != "" && !u.SegType.known() {
		return u.SegType.problem()
	}
	return checkParts(u.Props, u.Attrs)
}

func checkVariant(v *Variant) error {
	if err := checkParts(v.Props, v.Attrs); err != nil {
		return err
	}
	return checkInline(v)
}

func checkParts(props []Prop, attrs []Attr) error {
	for _, p := range props {
		if p.Type == "" {
			return fmt.Errorf("property %q has no type", p.Text)
		}
	}
	for i, a := range attrs {
		if !slices.Contains(freeAttrs, a.Name) {
			return fmt.Errorf("attribute %q is not one of %s", a.Name, strings.Join(freeAttrs, ", "))
		}
		if slices.ContainsFunc(attrs[:i], func(b Attr) bool { return b.Name == a.Name }) {
			return fmt.Errorf("attribute %q is there twice", a.Name)
		}
	}
	return nil
}
