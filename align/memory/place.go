package memory

import (
	"strconv"
	"strings"

	"golang.org/x/text/language"

	"github.com/bitext-go/bitext/align/tmx"
	"github.com/bitext-go/bitext/segment"
)

// place puts accepted sentences into a unit, or returns the reason why it cannot.
func (e *edit) place(x proposal) (reason string) {
	for r := x.rows.Lo; r < x.rows.Hi; r++ {
		if u := e.profile.rows[r].unit; u != nil && e.has(u) {
			return "its unit has another sentence of the text"
		}
	}
	if x.rows.Len() > 1 {
		return e.placeJoint(x)
	}
	it := e.profile.rows[x.rows.Lo]
	if it.unpaired != nil {
		it.used = true
		e.make(it, nil, x, []tmx.Variant{it.unpaired.variant(), e.written(x.own)})
		return ""
	}
	return e.set(it, x.own)
}

// placeJoint puts sentences that cover several rows into the unit that joins them. If all of the
// rows are unpaired sentences, they become one unit.
func (e *edit) placeJoint(x proposal) (reason string) {
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
	if it := e.joint(ids); it != nil {
		if e.has(it.unit) {
			return "its unit has another sentence of the text"
		}
		return e.set(it, x.own)
	}
	if len(ids) == 0 && e.fromSeveralFiles(x.rows) {
		return "it covers sentences of several files"
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
	e.make(last, ids, x, append(variants, e.written(x.own)))
	return ""
}

// fromSeveralFiles reports whether rows have sentences of one language from several files. One
// variant could not name the places of all.
func (e *edit) fromSeveralFiles(rows segment.Range) bool {
	files := map[language.Tag]string{}
	for r := rows.Lo; r < rows.Hi; r++ {
		for _, v := range e.profile.rows[r].variants(e.text.Lang) {
			file, known := files[v.Lang]
			if name := prop(v.Props, tmx.PropDocument); known && name != file {
				return true
			} else if !known {
				files[v.Lang] = name
			}
		}
	}
	return false
}

// has reports whether a unit has a sentence of the text.
func (e *edit) has(u *unit) bool {
	_, has := e.ranges[u]
	return has
}

// joint returns the unit that joins the units with these ids, or nil.
func (e *edit) joint(ids []string) *item {
	for _, it := range e.document.items {
		if it.unit != nil && len(ids) > 0 && strings.Join(it.unit.joins, " ") == strings.Join(ids, " ") {
			return it
		}
	}
	return nil
}

// make makes a unit of variants, the last of which is that of the proposal, after an item.
func (e *edit) make(after *item, joins []string, x proposal, variants []tmx.Variant) {
	if len(joins) > 0 {
		e.report.Joined++
	} else {
		e.report.Created++
	}
	it := &item{unit: newUnit(joins, x, variants, e.adder.Date), stretch: after.stretch}
	e.fresh[after] = append(e.fresh[after], it)
	e.take(x.own, it)
	e.hold(it.unit, len(variants)-1, x.own)
}

// hold notes that a variant has sentences of the text.
func (e *edit) hold(u *unit, variant int, own segment.Range) {
	e.found[heldVariant{u, variant}] = true
	e.ranges[u] = own
}

// written returns the variant of sentences with its fingerprint, which shows later corrections.
func (e *edit) written(own segment.Range) tmx.Variant {
	v := e.variant(own)
	v.Props = setProp(v.Props, PropWording, fingerprint(v.Lang, v.Text))
	v.Created = e.adder.Date
	return v
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
					text = spanning(old, text)
				}
				out = setProp(out, kind, text)
			}
		}
	}
	return out
}

// spanning returns the range of numbers that holds two others, as in "4" or "4-5".
func spanning(a, b string) string {
	var first, last int
	for i, s := range []string{a, b} {
		from, to := numbers(s)
		if i == 0 {
			first, last = from, to
		}
		first, last = min(first, from), max(last, to)
	}
	if first == last {
		return strconv.Itoa(first)
	}
	return strconv.Itoa(first) + "-" + strconv.Itoa(last)
}

// extendJoint gives a joint unit a variant if each of the units that it joins has one.
func (e *edit) extendJoint() {
	parts := e.document.parts()
	for _, u := range e.document.inFile() {
		if len(u.joins) == 0 || e.has(u) {
			continue
		}
		if own, ok := e.joined(parts[u]); ok {
			added := e.report.Added
			e.setVariant(u, own)
			e.report.Added = added
		}
	}
}

// joined returns the sentences of several units if they follow one another.
func (e *edit) joined(units []*unit) (all segment.Range, ok bool) {
	for i, u := range units {
		own, ok := e.ranges[u]
		if !ok || i > 0 && own.Lo != all.Hi {
			return all, false
		}
		if i == 0 {
			all.Lo = own.Lo
		}
		all.Hi = own.Hi
	}
	return all, len(units) > 0
}
