package memory

import (
	"strings"

	"golang.org/x/text/language"

	"github.com/bitext-go/bitext/align/tmx"
	"github.com/bitext-go/bitext/segment"
)

// place puts accepted sentences into a unit, or returns the reason why it cannot.
func (e *edit) place(x proposal, filledUnits map[*unit]bool) (reason string) {
	v := tmx.NewVariant(e.text, x.own)
	v.Props = setProp(v.Props, PropWording, fingerprint(v.Lang, v.Text))
	v.Created = e.adder.Date
	if x.rows.Len() == 1 {
		it := e.profile.rows[x.rows.Lo]
		if it.unpaired != nil {
			it.used = true
			e.make(it, nil, x, []tmx.Variant{it.unpaired.variant(), v})
			return ""
		}
		if reason := e.set(it.unit, v); reason != "" {
			return reason
		}
		filledUnits[it.unit] = true
		e.placed = append(e.placed, placement{it.unit, x.own})
		return ""
	}
	var ids []string
	var last *item
	for r := x.rows.Lo; r < x.rows.Hi; r++ {
		it := e.profile.rows[r]
		if it.unit != nil {
			if it.unit.ID == "" {
				return "it covers several units, and one of them has no id"
			}
			ids = append(ids, it.unit.ID)
		}
		last = it
	}
	if u := e.joint(ids); u != nil {
		if reason := e.set(u, v); reason != "" {
			return reason
		}
		filledUnits[u] = true
		return ""
	}
	var variants []tmx.Variant
	for k, t := range e.profile.texts {
		if w := e.profile.wording(k, x.rows); w != "" {
			variants = append(variants, tmx.Variant{Lang: t.Lang, Text: w, Props: e.props(t.Lang, x.rows)})
		}
	}
	if len(ids) == 0 {
		for r := x.rows.Lo; r < x.rows.Hi; r++ {
			e.profile.rows[r].used = true
		}
	}
	e.make(last, ids, x, append(variants, v))
	return ""
}

// joint returns the unit that joins the units with these ids, or nil.
func (e *edit) joint(ids []string) *unit {
	for _, it := range e.document.items {
		if it.unit != nil && len(ids) > 0 && strings.Join(it.unit.joins, " ") == strings.Join(ids, " ") {
			return it.unit
		}
	}
	return nil
}

// make makes a unit after an item.
func (e *edit) make(after *item, joins []string, x proposal, variants []tmx.Variant) {
	if len(joins) > 0 {
		e.report.Joined++
	} else {
		e.report.Created++
	}
	e.fresh[after] = append(e.fresh[after], &item{unit: newUnit(joins, x, variants, e.adder.Date)})
}

// props returns the place of the wording of rows in one language: from the first to the last.
func (e *edit) props(lang language.Tag, rows segment.Range) []tmx.Prop {
	var out []tmx.Prop
	for r := rows.Lo; r < rows.Hi; r++ {
		for _, v := range e.profile.rows[r].variants(e.text.Lang) {
			if v.Lang != lang {
				continue
			}
			for _, kind := range []string{tmx.PropDocument, tmx.PropParagraph, tmx.PropLines} {
				text, old := prop(v.Props, kind), prop(out, kind)
				if text == "" {
					continue
				}
				if old != "" && kind != tmx.PropDocument {
					first, _, _ := strings.Cut(old, "-")
					_, last, ranged := strings.Cut(text, "-")
					if !ranged {
						last = text
					}
					if text = first; last != first {
						text = first + "-" + last
					}
				}
				out = setProp(out, kind, text)
			}
		}
	}
	return out
}

// extendJoint gives a joint unit a variant if each of the units that it joins has one.
func (e *edit) extendJoint() {
	own := map[string]segment.Range{}
	for _, s := range e.placed {
		own[s.unit.ID] = s.own
	}
	each := func(u *unit) {
		var r segment.Range
		for i, id := range u.joins {
			q, ok := own[id]
			if !ok || i > 0 && q.Lo != r.Hi {
				return
			}
			if i == 0 {
				r.Lo = q.Lo
			}
			r.Hi = q.Hi
		}
		v := tmx.NewVariant(e.text, r)
		v.Props = setProp(v.Props, PropWording, fingerprint(v.Lang, v.Text))
		v.Created = e.adder.Date
		added := e.report.Added
		e.set(u, v)
		e.report.Added = added
	}
	for _, it := range e.document.items {
		if it.unit != nil && len(it.unit.joins) > 0 {
			each(it.unit)
		}
	}
}
