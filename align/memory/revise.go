package memory

import (
	"slices"

	"github.com/bitext-go/bitext/align/tmx"
	"github.com/bitext-go/bitext/internal/langtag"
	"github.com/bitext-go/bitext/segment"
)

// own returns the variant of a unit in the language of the text, or nil.
func (e *edit) own(u *unit) *tmx.Variant {
	i := slices.IndexFunc(u.Variants, func(v tmx.Variant) bool { return langtag.SameInMemory(v.Lang, e.text.Lang) })
	if i < 0 {
		return nil
	}
	return &u.Variants[i]
}

// written returns the fingerprint of a variant as it was first written, or "" if it is not known.
func written(u *unit, v *tmx.Variant) string {
	if p := prop(v.Props, PropWording); p != "" {
		return p
	}
	if u.ID == "" || !v.Changed.IsZero() || v.ChangedBy != "" {
		return ""
	}
	// NewUnit makes the id from the variants that it writes. If the id still fits, nobody has
	// changed them.
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

// unchanged returns the units whose wording in the language of the text is in the text, in order:
// as it is in the memory now, or as it was before a person corrected it.
func (e *edit) unchanged() []placement {
	where := e.wordings()
	var out []placement
	next := 0
	for _, it := range e.document.items {
		if it.unit == nil || len(it.unit.joins) > 0 {
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
				out = append(out, placement{it.unit, r})
				next = r.Hi
				break
			}
		}
	}
	return out
}

// mostSentences bounds how many sentences of a text a variant may hold.
const mostSentences = 5

// wordings returns the ranges of sentences of the text, in order, by the fingerprint of their
// wording.
func (e *edit) wordings() map[string][]segment.Range {
	out := map[string][]segment.Range{}
	if !slices.ContainsFunc(e.document.items, func(it *item) bool { return it.unit != nil && e.own(it.unit) != nil }) {
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

// keep leaves a variant as it is, except for its place.
func (e *edit) keep(s placement) {
	v := e.own(s.unit)
	if v.Props = withPlace(v.Props, tmx.NewVariant(e.text, s.own)); prop(v.Props, PropGone) == e.text.Name {
		v.Props = setProp(v.Props, PropGone, "")
	}
	v.Props = setProp(v.Props, PropRevised, "")
	e.report.Kept++
	e.placed = append(e.placed, s)
	for j := s.own.Lo; j < s.own.Hi; j++ {
		e.placedSentences[j] = true
	}
}

// set gives a unit a variant in the language of the text, or returns the reason why it must not.
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
		old.Props = withPlace(old.Props, v)
		return ""
	case e.report.Comparable:
		return "its unit has another wording in this language already"
	case is == "" || fingerprint(old.Lang, old.Text) != is || len(old.Inline) > 0:
		old.Props = setProp(old.Props, PropRevised, v.Text)
		return "a person has corrected the wording that it would replace"
	}
	old.Text, old.Changed = v.Text, e.adder.Date
	old.Props = setProp(withPlace(old.Props, v), PropWording, print)
	old.Props = setProp(old.Props, tmx.PropDocument, prop(v.Props, tmx.PropDocument))
	e.report.Changed++
	return ""
}

// markRemoved marks the variants of an older version of the text whose sentences it no longer has.
func (e *edit) markRemoved(filledUnits map[*unit]bool) {
	for _, it := range e.document.items {
		if e.report.Comparable || it.unit == nil || len(it.unit.joins) > 0 || filledUnits[it.unit] {
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
