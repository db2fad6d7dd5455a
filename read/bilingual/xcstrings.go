package bilingual

import (
	"encoding/json"
	"fmt"
	"io"
	"maps"
	"slices"

	"golang.org/x/text/language"
)

// readXCStrings reads a string catalogue of Xcode, which has all languages. A string without a text
// in the source language is its own key. Translations in the state "new" or "needs_review" are left
// out, and of variations by number "other" is read.
func (b *builder) readXCStrings(in io.Reader) error {
	raw, err := readAll(in)
	if err != nil {
		return err
	}
	var catalogue struct {
		SourceLanguage string
		Strings        map[string]xcString
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
		if err := b.putXCString(key, s.Localizations, src, catalogue.SourceLanguage); err != nil {
			return err
		}
	}
	return nil
}

// An xcString is a string of a catalogue of Xcode.
type xcString struct {
	ShouldTranslate *bool
	Localizations   map[string]xcLocalization // by language
}

// An xcLocalization is a string in one language.
type xcLocalization struct {
	StringUnit *xcUnit
	Variations *struct {
		Plural map[string]struct{ StringUnit *xcUnit }
	}
}

// An xcUnit is a text and the state of its translation.
type xcUnit struct{ State, Value string }

// putXCString makes a unit of a string. src is its source language, which the catalogue calls
// source.
func (b *builder) putXCString(key string, in map[string]xcLocalization, src language.Tag, source string) error {
	u, err := b.begin()
	if err != nil {
		return err
	}
	if _, there := in[source]; !there {
		if err := b.put(u, src, key); err != nil {
			return err
		}
	}
	for _, l := range slices.Sorted(maps.Keys(in)) {
		tag, err := ParseTag(l)
		if err != nil {
			return fmt.Errorf("%q is not a language; correct it", l)
		}
		value := in[l].StringUnit
		if v := in[l].Variations; value == nil && v != nil {
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
	return nil
}
