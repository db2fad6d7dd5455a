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

// A document is the units of one document in a memory, with the unpaired sentences between them, in
// the order of the document.
type document struct {
	names []string
	items []*item
}

// An item is a unit or an unpaired sentence; exactly one pointer is set.
type item struct {
	unit     *unit
	unpaired *unpaired
	used     bool // the unpaired sentence is in a unit now
}

// variants returns the variants of an item, except those in one language.
func (it *item) variants(except language.Tag) []tmx.Variant {
	if it.unpaired != nil {
		if langtag.SameInMemory(it.unpaired.Lang, except) {
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
	Lang      language.Tag `json:"-"`
	Document  string       `json:"document,omitempty"`
	Paragraph string       `json:"paragraph,omitempty"`
	Lines     string       `json:"lines,omitempty"`
	Text      string       `json:"text"`
}

func unpairedOf(v tmx.Variant) unpaired {
	return unpaired{
		Lang:      v.Lang,
		Document:  prop(v.Props, tmx.PropDocument),
		Paragraph: prop(v.Props, tmx.PropParagraph),
		Lines:     prop(v.Props, tmx.PropLines),
		Text:      v.Text,
	}
}

// variant returns the variant that the sentence is in a unit.
func (s unpaired) variant() tmx.Variant {
	v := tmx.Variant{Lang: s.Lang, Text: s.Text}
	v.Props = setProp(v.Props, tmx.PropDocument, s.Document)
	v.Props = setProp(v.Props, tmx.PropParagraph, s.Paragraph)
	v.Props = setProp(v.Props, tmx.PropLines, s.Lines)
	return v
}

// prop returns the property that keeps the sentence: [PropBehind] or [PropBefore].
func (s unpaired) prop(kind string) tmx.Prop {
	b, _ := json.Marshal(s) // strings cannot fail
	return tmx.Prop{Type: kind, Text: string(b), Lang: s.Lang}
}

// add adds a unit and the sentences that its properties hold.
func (d *document) add(u tmx.Unit, number int) {
	x := &unit{Unit: u, number: number}
	var before, after []*item
	x.Props = nil
	for _, p := range u.Props {
		var s unpaired
		switch {
		case p.Type == PropJoins:
			x.joins = strings.Fields(p.Text)
		case (p.Type == PropBehind || p.Type == PropBefore) && json.Unmarshal([]byte(p.Text), &s) == nil:
			if s.Lang = p.Lang; p.Type == PropBehind {
				after = append(after, &item{unpaired: &s})
			} else {
				before = append(before, &item{unpaired: &s})
			}
			continue
		}
		x.Props = append(x.Props, p)
	}
	d.items = append(append(append(d.items, before...), &item{unit: x}), after...)
}

// finish puts the unpaired sentences into properties of the units beside them. It returns the units
// that the memory has, by their numbers, and the new units that come after each of them.
func (d *document) finish() (edited map[int]tmx.Unit, fresh map[int][]tmx.Unit) {
	edited, fresh = map[int]tmx.Unit{}, map[int][]tmx.Unit{}
	var units []*unit
	host := -1 // the index of the unit that keeps the sentences
	var before []tmx.Prop
	for _, it := range d.items {
		switch {
		case it.unit != nil:
			units = append(units, it.unit)
			if len(it.unit.joins) == 0 {
				host = len(units) - 1
			}
			it.unit.Props = append(it.unit.Props, before...)
			before = nil
		case host < 0:
			before = append(before, it.unpaired.prop(PropBefore))
		default:
			units[host].Props = append(units[host].Props, it.unpaired.prop(PropBehind))
		}
	}
	last := -1
	for _, u := range units {
		if u.number >= 0 {
			last = u.number
			edited[last] = u.Unit
			continue
		}
		fresh[last] = append(fresh[last], u.Unit)
	}
	return edited, fresh
}

// unpairedLangs returns the languages, except one, that have unpaired sentences.
func (d *document) unpairedLangs(except language.Tag) []language.Tag {
	var out []language.Tag
	for _, it := range d.items {
		if it.unpaired != nil && !langtag.SameInMemory(it.unpaired.Lang, except) && !slices.Contains(out, it.unpaired.Lang) {
			out = append(out, it.unpaired.Lang)
		}
	}
	return out
}

// adjacent reports whether the second item, and all items between the two, lack a language.
func (d *document) adjacent(it, to *item, lang language.Tag) bool {
	i, j := slices.Index(d.items, it), slices.Index(d.items, to)
	if _, has := to.in(lang); has || i < 0 || j < 0 {
		return false
	}
	for k := min(i, j) + 1; k < max(i, j); k++ {
		if _, has := d.items[k].in(lang); has && !d.items[k].used {
			return false
		}
	}
	return true
}

// documentsOf returns the names of the documents of a unit.
func documentsOf(u *tmx.Unit) []string {
	var out []string
	for _, v := range u.Variants {
		if name := prop(v.Props, tmx.PropDocument); name != "" && !slices.Contains(out, name) {
			out = append(out, name)
		}
	}
	return out
}
