package tmx

import "strings"

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
		// It is about the file that the memory was made from; ours is UTF-8.
	default:
		keepAttr(a, new([]Attr), &h.Props)
	}
}

// pass skips an element, such as <ude>, which maps characters of code pages.
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
