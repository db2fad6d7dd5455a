package memory

import (
	"encoding/json"
	"slices"
	"strings"
	"time"

	"golang.org/x/text/language"

	"github.com/bitext-go/bitext/align"
	"github.com/bitext-go/bitext/align/tmx"
	"github.com/bitext-go/bitext/internal/langtag"
)

// An item is a unit or an unpaired sentence; exactly one pointer is set.
type item struct {
	unit     *unit
	unpaired *unpaired
	used     bool // the unpaired sentence is in a unit now
	stretch  int  // between units of different stretches are units of the document that were not read
}

// variants returns the variants of an item, except those in one language.
func (it *item) variants(except language.Tag) []tmx.Variant {
	if it.unpaired != nil {
		if langtag.SameInMemory(it.unpaired.Lang, except) || strings.TrimSpace(it.unpaired.Text) == "" {
			return nil
		}
		return []tmx.Variant{it.unpaired.variant()}
	}
	var out []tmx.Variant
	for _, v := range it.unit.Variants {
		if !langtag.SameInMemory(v.Lang, except) && strings.TrimSpace(v.Text) != "" {
			out = append(out, v)
		}
	}
	return out
}

// isRow reports whether an item has a language besides one and is not a joint unit, which has
// nothing of its own.
func (it *item) isRow(except language.Tag) bool {
	own := func(lang language.Tag, text string) bool {
		return !langtag.SameInMemory(lang, except) && strings.TrimSpace(text) != ""
	}
	if it.unpaired != nil {
		return own(it.unpaired.Lang, it.unpaired.Text)
	}
	return len(it.unit.joins) == 0 &&
		slices.ContainsFunc(it.unit.Variants, func(v tmx.Variant) bool { return own(v.Lang, v.Text) })
}

// in returns the variant of an item in a language; ok is false if there is none. Joint units have
// none, because the units that they join have the wording too.
func (it *item) in(lang language.Tag) (v tmx.Variant, ok bool) {
	switch {
	case it.unpaired != nil:
		return it.unpaired.variant(), it.unpaired.Lang == lang
	case len(it.unit.joins) == 0:
		for _, v := range it.unit.Variants {
			if v.Lang == lang {
				return v, true
			}
		}
	}
	return tmx.Variant{}, false
}

// A unit is one of a document.
type unit struct {
	tmx.Unit
	number int      // of the unit in the memory, from 0; -1 if it is new
	joins  []string // ids of the units that it joins
}

// newUnit returns a unit that the memory does not have yet.
func newUnit(joins []string, x proposal, variants []tmx.Variant, date time.Time) *unit {
	for i := range variants {
		v := &variants[i]
		v.Props = setProp(v.Props, PropWording, fingerprint(v.Lang, v.Text))
		v.Created = date
	}
	u := &unit{number: -1, joins: joins, Unit: tmx.Unit{ID: tmx.ID(variants), Variants: variants, Created: date}}
	u.Props = []tmx.Prop{
		{Type: tmx.PropBoundary, Text: align.Confidence(x.boundary).String()},
		{Type: tmx.PropTranslation, Text: align.Confidence(x.translation).String()},
	}
	if len(joins) > 0 {
		u.Props = append(u.Props, tmx.Prop{Type: PropJoins, Text: strings.Join(joins, " ")})
	}
	return u
}

// An unpaired is a sentence that only one language has so far, as its property holds it.
type unpaired struct {
	Lang language.Tag `json:"-"`
	place
	Text string `json:"text"`
}

func unpairedOf(v tmx.Variant) unpaired {
	return unpaired{Lang: v.Lang, place: placeOf(v.Props), Text: v.Text}
}

// keptSentence returns the sentence that a property keeps; ok is false for other properties.
func keptSentence(p tmx.Prop) (s unpaired, ok bool) {
	if p.Type != PropBehind && p.Type != PropBefore || json.Unmarshal([]byte(p.Text), &s) != nil {
		return s, false
	}
	s.Lang = p.Lang
	return s, true
}

// variant returns the variant that the sentence is in a unit.
func (s unpaired) variant() tmx.Variant {
	return tmx.Variant{Lang: s.Lang, Text: s.Text, Props: s.place.set(nil)}
}

// prop returns the property that keeps the sentence: [PropBehind] or [PropBefore].
func (s unpaired) prop(kind string) tmx.Prop {
	b, _ := json.Marshal(s) // strings cannot fail
	return tmx.Prop{Type: kind, Text: string(b), Lang: s.Lang}
}
