package tmx

import "golang.org/x/text/language"

// In returns the variant in the given language: the one with that very tag, else the first with the
// same base language ("en" finds "en-GB"). ok is false where there is none.
func (u *Unit) In(lang language.Tag) (v Variant, ok bool) {
	if i := u.index(lang); i >= 0 {
		return u.Variants[i], true
	}
	return Variant{}, false
}

// Select returns the unit with the variants in the given languages alone, in that order; each is
// found as [Unit.In] finds it. ok is false where fewer than two are there. It serves tools that
// want two languages: OmegaT, for one, inserts any language it finds where a unit lacks the one it
// was asked for.
func (u *Unit) Select(langs ...language.Tag) (selected Unit, ok bool) {
	selected = *u
	selected.Variants = nil
	for _, lang := range langs {
		if v, ok := u.In(lang); ok {
			selected.Variants = append(selected.Variants, v)
		}
	}
	return selected, len(selected.Variants) >= 2
}

func (u *Unit) index(lang language.Tag) int {
	for i := range u.Variants {
		if u.Variants[i].Lang == lang {
			return i
		}
	}
	want, _, _ := lang.Raw()
	if want == (language.Base{}) {
		return -1
	}
	for i := range u.Variants {
		if base, _, _ := u.Variants[i].Lang.Raw(); base == want {
			return i
		}
	}
	return -1
}
