package memory

import (
	"slices"

	"golang.org/x/text/language"

	"github.com/bitext-go/bitext/align/tmx"
	"github.com/bitext-go/bitext/internal/langtag"
	"github.com/bitext-go/bitext/segment"
)

type tag = language.Tag

// own returns the unit's variant in the language of the text, or nil.
func (e *edit) own(u *unit) *tmx.Variant {
	i := slices.IndexFunc(u.Variants, func(v tmx.Variant) bool { return langtag.SameInMemory(v.Lang, e.text.Lang) })
	if i < 0 {
		return nil
	}
	return &u.Variants[i]
}

// written returns the fingerprint of a variant as it was written into the memory; "" if it is not
// known.
func written(u *unit, v *tmx.Variant) string {
	if p := prop(v.Props, PropWording); p != "" {
		return p
	}
	if u.ID == "" || !v.Changed.IsZero() || v.ChangedBy != "" {
		return ""
	}
	// NewUnit's id is that of the variants that it wrote. If it still is, none of them has been
	// touched.
	var first []tmx.Variant
	for _, w := range u.Variants {
		if prop(w.Props, PropWording) == "" {
			first = append(first, w)
		}
	}
	if tmx.ID(first) != u.ID {
		return ""
	}
	return fingerprint(v.Lang, v.Text)
}

func fingerprint(lang language.Tag, text string) string {
	return tmx.ID([]tmx.Variant{{Lang: lang, Text: text}})
}

// standing finds the units whose wording in the text's language stands in the text, in order: as it
// is in the memory now, or as it was before a person corrected it.
func (e *edit) standing() []standing {
	where := e.wordings()
	var out []standing
	next := 0
	for _, it := range e.items {
		if it.unit == nil || len(it.joins) > 0 {
			continue
		}
		v := e.own(it.unit)
		if v == nil {
			continue
		}
		ranges := where[fingerprint(e.text.Lang, v.Text)]
		if v.Lang == e.text.Lang {
			ranges = slices.Concat(ranges, where[written(it.unit, v)])
		}
		for _, r := range ranges {
			if r.Lo >= next {
				out = append(out, standing{it.unit, r})
				next = r.Hi
				break
			}
		}
	}
	return out
}

// mostSentences bounds how many sentences of a text a variant may hold.
const mostSentences = 5

// wordings returns the ranges of sentences of the text by the fingerprint of their wording, in
// order.
func (e *edit) wordings() map[string][]segment.Range {
	out := map[string][]segment.Range{}
	if !slices.ContainsFunc(e.items, func(it *item) bool { return it.unit != nil && e.own(it.unit) != nil }) {
		return out
	}
	for lo := range e.text.Sentences {
		for hi := lo + 1; hi <= min(lo+mostSentences, len(e.text.Sentences)); hi++ {
			r := segment.Range{Lo: lo, Hi: hi}
			key := fingerprint(e.text.Lang, tmx.NewVariant(e.text, r).Text)
			out[key] = append(out[key], r)
		}
	}
	return out
}

// keep leaves a variant as it is, but for where it stands.
func (e *edit) keep(s standing) {
	v := e.own(s.unit)
	if v.Props = where(v.Props, tmx.NewVariant(e.text, s.own)); prop(v.Props, PropGone) == e.text.Name {
		v.Props = setProp(v.Props, PropGone, "")
	}
	v.Props = setProp(v.Props, PropRevised, "")
	e.report.Kept++
	e.placed = append(e.placed, s)
	for j := s.own.Lo; j < s.own.Hi; j++ {
		e.taken[j] = true
	}
}

// where is properties with the place of another variant, if they tell a place at all.
func where(props []tmx.Prop, v tmx.Variant) []tmx.Prop {
	if prop(props, tmx.PropDocument) != prop(v.Props, tmx.PropDocument) {
		return props
	}
	for _, kind := range []string{tmx.PropParagraph, tmx.PropLines} {
		props = setProp(props, kind, prop(v.Props, kind))
	}
	return props
}

// set returns a unit a variant, and says why where it must not.
func (e *edit) set(u *unit, v tmx.Variant) (reason string) {
	old := e.own(u)
	if old == nil {
		u.Variants = append(u.Variants, v)
		e.report.Added++
		return ""
	}
	is := written(u, old)
	v.Lang = old.Lang
	print := fingerprint(v.Lang, v.Text)
	switch {
	case old.Text == v.Text || is == print:
		old.Props = where(old.Props, v)
		return ""
	case e.report.Comparable:
		return "its unit has another wording in this language already"
	case is == "" || fingerprint(old.Lang, old.Text) != is || len(old.Inline) > 0:
		old.Props = setProp(old.Props, PropRevised, v.Text)
		return "a person has corrected the wording that it would replace"
	}
	old.Text, old.Changed = v.Text, e.Date
	old.Props = setProp(setProp(where(old.Props, v), PropWording, print), tmx.PropDocument, prop(v.Props, tmx.PropDocument))
	e.report.Changed++
	return ""
}

// gone marks variants of an older version of the text whose sentences are in it no more.
func (e *edit) gone(held map[*unit]bool) {
	for _, it := range e.items {
		if e.report.Comparable || it.unit == nil || len(it.joins) > 0 || held[it.unit] {
			continue
		}
		v := e.own(it.unit)
		if v == nil || prop(v.Props, tmx.PropDocument) != e.text.Name || prop(v.Props, PropRevised) != "" {
			continue
		}
		if prop(v.Props, PropGone) == "" {
			e.report.Gone++
		}
		v.Props = setProp(v.Props, PropGone, e.text.Name)
	}
}
