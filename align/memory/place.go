package memory

import (
	"strings"
	"time"

	"github.com/bitext-go/bitext/align/tmx"
	"github.com/bitext-go/bitext/segment"
)

// place puts accepted sentences into a unit, and says why where it cannot.
func (e *edit) place(x proposal, held map[*unit]bool) (reason string) {
	v := tmx.NewVariant(e.text, x.own)
	v.Props = setProp(v.Props, PropWording, fingerprint(v.Lang, v.Text))
	v.Created = e.Date
	if x.rows.Len() == 1 {
		it := e.rows[x.rows.Lo]
		if it.single != nil {
			it.used = true
			e.make(it, nil, x, []tmx.Variant{it.single.variant(), v})
			return ""
		}
		if reason := e.set(it.unit, v); reason != "" {
			return reason
		}
		held[it.unit] = true
		e.placed = append(e.placed, standing{it.unit, x.own})
		return ""
	}
	var ids []string
	var last *item
	for r := x.rows.Lo; r < x.rows.Hi; r++ {
		it := e.rows[r]
		if it.unit != nil {
			if it.ID == "" {
				return "it covers several units, of which one has no id to refer to"
			}
			ids = append(ids, it.ID)
		}
		last = it
	}
	if u := e.joint(ids); u != nil {
		if reason := e.set(u, v); reason != "" {
			return reason
		}
		held[u] = true
		return ""
	}
	var variants []tmx.Variant
	for k, t := range e.texts {
		if w := e.wording(k, x.rows); w != "" {
			variants = append(variants, tmx.Variant{Lang: t.Lang, Text: w, Props: e.props(t.Lang, x.rows)})
		}
	}
	if len(ids) == 0 {
		for r := x.rows.Lo; r < x.rows.Hi; r++ {
			e.rows[r].used = true
		}
	}
	e.make(last, ids, x, append(variants, v))
	return ""
}

// joint returns the unit that joins the units with these ids, or nil.
func (e *edit) joint(ids []string) *unit {
	for _, it := range e.items {
		if it.unit != nil && len(ids) > 0 && strings.Join(it.joins, " ") == strings.Join(ids, " ") {
			return it.unit
		}
	}
	return nil
}

// make makes a unit behind an item.
func (e *edit) make(behind *item, joins []string, x proposal, variants []tmx.Variant) {
	if len(joins) > 0 {
		e.report.Joined++
	} else {
		e.report.Created++
	}
	e.fresh[behind] = append(e.fresh[behind], &item{unit: newUnit(joins, x, variants, e.Date)})
}

func newUnit(joins []string, x proposal, variants []tmx.Variant, date time.Time) *unit {
	for i := range variants {
		v := &variants[i]
		v.Props = setProp(v.Props, PropWording, fingerprint(v.Lang, v.Text))
		v.Created = date
	}
	u := &unit{number: -1, joins: joins, Unit: tmx.Unit{ID: tmx.ID(variants), Variants: variants, Created: date}}
	u.Props = []tmx.Prop{
		{Type: tmx.PropBoundary, Text: tmx.Confidence(x.boundary)},
		{Type: tmx.PropTranslation, Text: tmx.Confidence(x.translation)},
	}
	if len(joins) > 0 {
		u.Props = append(u.Props, tmx.Prop{Type: PropJoins, Text: strings.Join(joins, " ")})
	}
	return u
}

// props returns where the wording of some rows in one language stands: from the first to the last.
func (e *edit) props(lang tag, rows segment.Range) []tmx.Prop {
	var out []tmx.Prop
	for r := rows.Lo; r < rows.Hi; r++ {
		for _, v := range e.rows[r].variants(e.text.Lang) {
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

// joinUp gives joint units a variant where each of the units that they join has one.
func (e *edit) joinUp() {
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
		v.Created = e.Date
		added := e.report.Added
		e.set(u, v)
		e.report.Added = added
	}
	for _, it := range e.items {
		if it.unit != nil && len(it.joins) > 0 {
			each(it.unit)
		}
	}
}
