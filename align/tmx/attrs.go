package tmx

import (
	"slices"
	"strings"
	"time"
)

// unitAttrs takes the attributes of a <tu>. What TMX does not know becomes a property.
func (p *parser) unitAttrs(u *Unit, t token) error {
	for _, a := range t.attrs {
		switch {
		case life(a, &u.Created, &u.Changed, &u.CreatedBy, &u.ChangedBy):
		case a.name == "tuid":
			u.ID = a.value
		case a.name == "segtype" && SegType(strings.ToLower(a.value)).known():
			u.SegType = SegType(strings.ToLower(a.value))
		case a.name == "srclang" && strings.EqualFold(a.value, "*all*"):
		case a.name == "srclang":
			tag, err := p.lang(a.value)
			if err != nil {
				u.Props = append(u.Props, Prop{Type: "x-srclang", Text: a.value})
			}
			u.Source = tag
		default:
			other(a, &u.Attrs, &u.Props)
		}
	}
	return nil
}

// variantAttrs takes the attributes of a <tuv>. xml:lang goes before lang.
func (p *parser) variantAttrs(v *Variant, t token) error {
	lang, has := "", false
	for _, a := range t.attrs {
		switch {
		case life(a, &v.Created, &v.Changed, &v.CreatedBy, &v.ChangedBy):
		case a.name == "xml:lang", a.name == "lang" && !has:
			lang, has = a.value, true
		case isLang(a.name):
		default:
			other(a, &v.Attrs, &v.Props)
		}
	}
	if !has {
		return faultf(t.at, "<tuv> has no xml:lang")
	}
	tag, err := p.lang(lang)
	if err != nil {
		return faultf(t.at, "xml:lang=%q is no language tag such as \"en\" or \"pt-BR\"", excerpt(lang))
	}
	v.Lang = tag
	return nil
}

// other keeps an attribute that has no field: as it is where TMX has it, else as a property.
func other(a xattr, attrs *[]Attr, props *[]Prop) {
	switch {
	case a.name == "xmlns", strings.HasPrefix(a.name, "xmlns:"), a.name == "xml:space":
		// About the XML, not about the unit.
	case slices.ContainsFunc(*attrs, func(b Attr) bool { return b.Name == a.name }):
	case slices.Contains(unitAttrs, a.name):
		if a.name == "lastusagedate" {
			d, ok := tidyDate(a.value)
			if !ok {
				*props = append(*props, Prop{Type: "x-lastusagedate", Text: a.value})
				return
			}
			a.value = d
		}
		*attrs = append(*attrs, Attr{a.name, a.value})
	default:
		*props = append(*props, Prop{Type: "x-" + a.name, Text: a.value})
	}
}

// header reads a whole <header>. What is wrong in it is put right or left out.
func (p *parser) header(b []byte) (Header, error) {
	var h Header
	if err := checkChars(b); err != nil {
		return h, err
	}
	p.lex.b, p.lex.i = b, 0
	t, err := p.lex.next()
	if err != nil {
		return h, err
	}
	for _, a := range t.attrs {
		p.headerAttr(&h, a)
	}
	return h, p.children(t, func(t token) error {
		switch t.name {
		case "prop":
			return p.prop(t, &h.Props)
		case "note":
			return p.note(t, &h.Notes)
		}
		return p.pass(t)
	})
}

func (p *parser) headerAttr(h *Header, a xattr) {
	switch {
	case life(a, &h.Created, &h.Changed, &h.CreatedBy, &h.ChangedBy):
	case a.name == "creationtool":
		h.Tool = a.value
	case a.name == "creationtoolversion":
		h.ToolVersion = a.value
	case a.name == "segtype" && SegType(strings.ToLower(a.value)).known():
		h.SegType = SegType(strings.ToLower(a.value))
	case a.name == "o-tmf":
		h.Format = a.value
	case a.name == "datatype":
		h.DataType = a.value
	case a.name == "adminlang":
		h.AdminLang, _ = p.lang(a.value)
	case a.name == "srclang":
		if tag, err := p.lang(a.value); err == nil {
			h.Source = tag
		}
	case a.name == "o-encoding":
		// Of the file that the memory was made from; ours is UTF-8.
	default:
		other(a, new([]Attr), &h.Props)
	}
}

// pass reads an element to its end and leaves it out: <ude>, which maps characters of code pages.
func (p *parser) pass(open token) error {
	for depth := 1; open.kind != emptyTag && depth > 0; {
		t, err := p.lex.next()
		switch {
		case err != nil:
			return err
		case t.kind == end:
			return p.closes(t, open.name)
		case t.kind == startTag:
			depth++
		case t.kind == endTag:
			depth--
		}
	}
	return nil
}

// tidyDate returns a date in the form that TMX asks for.
func tidyDate(s string) (string, bool) {
	var t time.Time
	if !date(s, &t) {
		return "", false
	}
	return t.Format(dateLayout), true
}
