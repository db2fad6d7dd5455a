package memory

import (
	"slices"

	"golang.org/x/text/language"

	"github.com/bitext-go/bitext/align/tmx"
	"github.com/bitext-go/bitext/internal/langtag"
	"github.com/bitext-go/bitext/segment"
)

// The reasons that more than one place gives.
const (
	nothingLike  = "the memory has nothing like it"
	corrected    = "a person has corrected the wording that it would replace"
	keptForLater = "no other language of the memory has it; it is kept for later languages"
)

// inLanguage reports whether a language of the memory is that of the text.
func (e *edit) inLanguage(lang language.Tag) bool { return langtag.SameInMemory(lang, e.text.Lang) }

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

// keep leaves what the memory has of the text as it is, except for its place.
func (e *edit) keep(m match) {
	at := placeOf(e.variant(m.own).Props)
	e.take(m.own, m.item)
	if m.variant < 0 {
		m.item.unpaired.place = at
		return
	}
	v := &m.item.unit.Variants[m.variant]
	v.Props = e.present(withPlace(v.Props, at))
	if m.revised {
		e.name(m.own, corrected, m.item.unit.ID)
	} else {
		e.report.Kept++
		v.Props = e.unrevised(v.Props)
	}
	e.hold(m.item.unit, m.variant, m.own)
}

// present returns the properties of a variant whose sentence is in the text, so that it is not
// gone.
func (e *edit) present(props []tmx.Prop) []tmx.Prop {
	if prop(props, PropGone) == e.text.Name {
		return setProp(props, PropGone, "")
	}
	return props
}

// unrevised returns the properties of a variant that has the wording of the text.
func (e *edit) unrevised(props []tmx.Prop) []tmx.Prop {
	if prop(props, tmx.PropDocument) == e.text.Name {
		return setProp(props, PropRevised, "")
	}
	return props
}

// set gives the unit of an item a variant of sentences, or returns the reason why it must not.
func (e *edit) set(it *item, own segment.Range) (reason string) {
	reason = e.setVariant(it.unit, own)
	if reason == "" || reason == corrected {
		e.take(own, it)
	}
	return reason
}

func (e *edit) setVariant(u *unit, own segment.Range) (reason string) {
	v := e.written(own)
	i := slices.IndexFunc(u.Variants, func(v tmx.Variant) bool { return e.inLanguage(v.Lang) })
	if i < 0 {
		u.Variants = append(u.Variants, v)
		e.hold(u, len(u.Variants)-1, own)
		e.report.Added++
		return ""
	}
	old := &u.Variants[i]
	is, print := written(u, old), fingerprint(old.Lang, v.Text)
	document := prop(old.Props, tmx.PropDocument)
	switch {
	case old.Text == v.Text || is == print:
		old.Props = e.present(e.unrevised(withPlace(old.Props, placeOf(v.Props))))
		e.hold(u, i, own)
		e.report.Kept++
		return ""
	case e.report.Comparable:
		return "its unit has another wording in this language already"
	case document != "" && document != e.text.Name:
		return "its unit has the wording of another file, " + document
	case is == "" || fingerprint(old.Lang, old.Text) != is || len(old.Inline) > 0:
		old.Props = e.present(withPlace(setProp(old.Props, PropRevised, v.Text), placeOf(v.Props)))
		e.hold(u, i, own)
		return corrected
	}
	old.Text, old.Changed = v.Text, e.adder.Date
	old.Props = placeOf(v.Props).set(setProp(e.present(e.unrevised(old.Props)), PropWording, print))
	e.hold(u, i, own)
	e.report.Changed++
	return ""
}

// markRemoved marks the variants of an older version of the text whose sentences it no longer has.
func (e *edit) markRemoved() {
	for _, it := range e.document.items {
		if it.unit == nil || len(it.unit.joins) > 0 {
			continue
		}
		for i := range it.unit.Variants {
			v := &it.unit.Variants[i]
			if !e.inLanguage(v.Lang) || e.found[heldVariant{it.unit, i}] {
				continue
			}
			v.Props = withoutAlso(v.Props, e.text.Name)
			if prop(v.Props, tmx.PropDocument) != e.text.Name || prop(v.Props, PropGone) == e.text.Name {
				continue
			}
			v.Props = setProp(v.Props, PropGone, e.text.Name)
			e.report.Gone++
		}
	}
}
