package tmx

import (
	"errors"
	"slices"
	"strings"
)

// header reads a whole <header>. What is invalid in it is corrected or left out.
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
		case "ude":
			return p.ude(t, &h)
		}
		return p.pass(t)
	})
}

func (p *parser) headerAttr(h *Header, a xattr) {
	switch {
	case setLife(a, &h.Created, &h.Changed, &h.CreatedBy, &h.ChangedBy):
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
		h.Encoding = a.value
	default:
		keepAttr(a, new([]Attr), &h.Props)
	}
}

// ude keeps a <ude> element. One that TMX does not allow is left out.
func (p *parser) ude(open token, h *Header) error {
	if err := p.pass(open); err != nil {
		return err
	}
	if xml := string(p.lex.b[open.at:p.lex.i]); checkUDE(xml) == nil {
		h.UDE = append(h.UDE, xml)
	}
	return nil
}

// checkUDE returns an error if xml is not one <ude> element of TMX 1.4 with its <map> elements.
func checkUDE(xml string) error {
	b := []byte(xml)
	if err := checkChars(b); err != nil {
		return err
	}
	p := parser{lex: lexer{b: b}}
	t, err := p.lex.next()
	if err != nil {
		return err
	}
	if t.kind != startTag || t.name != "ude" || t.at != 0 || !hasAttr(t, "name") {
		return errors.New("it is not a <ude> with a name")
	}
	maps := 0
	err = p.children(t, func(t token) error {
		if maps++; t.name != "map" || t.kind != emptyTag || !hasAttr(t, "unicode") {
			return errors.New("it holds something other than empty <map> elements with a unicode")
		}
		return nil
	})
	if err == nil && (maps == 0 || p.lex.i != len(b)) {
		err = errors.New("it is not one <ude> with a <map>")
	}
	return err
}

func hasAttr(t token, name string) bool {
	return slices.ContainsFunc(t.attrs, func(a xattr) bool { return a.name == name })
}

// pass skips an element that TMX does not have.
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
