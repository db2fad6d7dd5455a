package tmx

import (
	"bytes"

	"golang.org/x/text/language"
)

// A parser turns the XML of one header or unit into a Header or a Unit.
type parser struct {
	lex   lexer
	langs map[string]language.Tag // the languages so far, by their spelling
}

// unit reads one whole <tu>.
func (p *parser) unit(b []byte) (Unit, error) {
	if err := checkChars(b); err != nil {
		return Unit{}, err
	}
	p.lex.b, p.lex.i = b, 0
	t, err := p.lex.next()
	if err != nil {
		return Unit{}, err
	}
	var u Unit
	if err := p.unitAttrs(&u, t); err != nil {
		return Unit{}, err
	}
	err = p.children(t, func(t token) error {
		switch t.name {
		case "prop":
			return p.prop(t, &u.Props)
		case "note":
			return p.note(t, &u.Notes)
		case "tuv":
			return p.variant(t, &u)
		}
		return faultf(t.at, "<%s> does not belong in <tu>", excerpt(t.name))
	})
	if err == nil && len(u.Variants) == 0 {
		err = faultf(0, "it has no <tuv>")
	}
	return u, err
}

// children calls f for the start tag of each element inside the one that begins with open; f reads
// that element to its end.
func (p *parser) children(open token, f func(token) error) error {
	for open.kind != emptyTag {
		t, err := p.lex.next()
		if err != nil {
			return err
		}
		switch t.kind {
		case text:
			if s := bytes.TrimSpace(t.raw); len(s) > 0 {
				return faultf(t.at, "the text %q does not belong in <%s>", excerpt(string(s)), open.name)
			}
		case startTag, emptyTag:
			if err := f(t); err != nil {
				return err
			}
		default:
			return p.closes(t, open.name)
		}
	}
	return nil
}

// closes returns an error unless t is the end tag of the element.
func (p *parser) closes(t token, name string) error {
	switch {
	case t.kind == end:
		return faultf(t.at, "<%s> has no end", excerpt(name))
	case t.name != name:
		return faultf(t.at, "</%s> where </%s> is expected", excerpt(t.name), excerpt(name))
	}
	return nil
}

func (p *parser) variant(open token, u *Unit) error {
	var v Variant
	if err := p.variantAttrs(&v, open); err != nil {
		return err
	}
	segs := 0
	err := p.children(open, func(t token) (err error) {
		switch t.name {
		case "prop":
			return p.prop(t, &v.Props)
		case "note":
			return p.note(t, &v.Notes)
		case "seg":
			segs++
			v.Text, v.Inline, err = p.segment(t)
			return err
		}
		return faultf(t.at, "<%s> does not belong in <tuv>", excerpt(t.name))
	})
	if err != nil {
		return err
	}
	if segs != 1 {
		return faultf(open.at, "<tuv> has %d <seg> instead of one", segs)
	}
	u.Variants = append(u.Variants, v)
	return nil
}

// prop reads a property. One without a type becomes "x-unknown".
func (p *parser) prop(open token, props *[]Prop) error {
	prop := Prop{Type: "x-unknown"}
	for _, a := range open.attrs {
		switch {
		case a.name == "type" && a.value != "":
			prop.Type = a.value
		case isLang(a.name):
			prop.Lang, _ = p.lang(a.value)
		case a.name == "o-encoding":
			prop.Encoding = a.value
		}
	}
	s, err := p.plain(open)
	prop.Text = s
	*props = append(*props, prop)
	return err
}

func (p *parser) note(open token, notes *[]Note) error {
	var note Note
	for _, a := range open.attrs {
		switch {
		case isLang(a.name):
			note.Lang, _ = p.lang(a.value)
		case a.name == "o-encoding":
			note.Encoding = a.value
		}
	}
	s, err := p.plain(open)
	note.Text = s
	*notes = append(*notes, note)
	return err
}

// plain returns the content of an element that holds only text.
func (p *parser) plain(open token) (string, error) {
	var all pieces
	for open.kind != emptyTag {
		t, err := p.lex.next()
		if err != nil {
			return "", err
		}
		switch t.kind {
		case text:
			s, err := t.text()
			if err != nil {
				return "", err
			}
			all.add(s)
		case startTag, emptyTag:
			return "", faultf(t.at, "<%s> does not belong in <%s>", excerpt(t.name), open.name)
		default:
			return all.String(), p.closes(t, open.name)
		}
	}
	return "", nil
}
