package bilingual

import (
	"encoding/json"
	"fmt"
	"io"
	"maps"
	"slices"
)

// readXCStrings reads a string catalogue of Xcode, which has all languages. A string without a text
// in the source language is its own key. Translations in the state "new" or "needs_review" are left
// out, and of variations by number "other" is read.
func (b *builder) readXCStrings(in io.Reader) error {
	raw, err := readAll(in)
	if err != nil {
		return err
	}
	type unit struct {
		StringUnit *struct{ State, Value string }
		Variations *struct {
			Plural map[string]struct {
				StringUnit *struct{ State, Value string }
			}
		}
	}
	var catalogue struct {
		SourceLanguage string
		Strings        map[string]struct {
			ShouldTranslate *bool
			Localizations   map[string]unit
		}
	}
	if err := json.Unmarshal(raw, &catalogue); err != nil {
		return fmt.Errorf("damaged JSON (%w); save the catalogue again", err)
	}
	src, err := ParseTag(catalogue.SourceLanguage)
	if err != nil {
		return fmt.Errorf("the source language %q is not a language; correct it", catalogue.SourceLanguage)
	}
	for _, key := range slices.Sorted(maps.Keys(catalogue.Strings)) {
		s := catalogue.Strings[key]
		if s.ShouldTranslate != nil && !*s.ShouldTranslate {
			b.leaveFixed()
			continue
		}
		u, err := b.begin()
		if err != nil {
			return err
		}
		if _, there := s.Localizations[catalogue.SourceLanguage]; !there {
			if err := b.put(u, src, key); err != nil {
				return err
			}
		}
		for _, l := range slices.Sorted(maps.Keys(s.Localizations)) {
			tag, err := ParseTag(l)
			if err != nil {
				return fmt.Errorf("%q is not a language; correct it", l)
			}
			value := s.Localizations[l].StringUnit
			if v := s.Localizations[l].Variations; value == nil && v != nil {
				value = v.Plural["other"].StringUnit
			}
			switch {
			case value == nil:
			case value.State == "new" || value.State == "needs_review":
				b.leaveUnfinished()
			default:
				if err := b.put(u, tag, value.Value); err != nil {
					return err
				}
			}
		}
	}
	return nil
}
