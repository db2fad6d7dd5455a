package tmx

import (
	"strings"

	"github.com/bitext-go/bitext/internal/xmltext"
)

// A Code is an [Inline] taken apart, for programs that write the markup of segments in another
// format, or make markup of it.
type Code struct {
	Element string // "bpt", "ept", "it", "ph", "ut" or "hi"; "/hi" is the end of a "hi"

	// The attributes that TMX 1.4 gives to the element; "" for none.
	I, X, Pos, Type, Assoc string

	// Content is what the element holds, as XML: the native code with its references, and <sub>
	// elements with translatable text, as in a footnote. "" for "hi".
	Content string
}

// Code returns the markup taken apart; the zero Code if it is not markup that this package writes.
func (in Inline) Code() Code {
	if in.XML == "</hi>" {
		return Code{Element: "/hi"}
	}
	l := lexer{b: []byte(in.XML)}
	t, err := l.next()
	if err != nil || t.kind != startTag && t.kind != emptyTag || inlineAttrs[t.name] == nil || t.name == "sub" {
		return Code{}
	}
	c := Code{Element: t.name}
	for _, a := range t.attrs {
		if to := c.attr(a.name); to != nil {
			*to = a.value
		}
	}
	if t.kind == startTag && t.name != "hi" {
		c.Content = strings.TrimSuffix(in.XML[l.i:], "</"+t.name+">")
	}
	return c
}

// attr returns the field of an attribute; nil if there is none.
func (c *Code) attr(name string) *string {
	switch name {
	case "i":
		return &c.I
	case "x":
		return &c.X
	case "pos":
		return &c.Pos
	case "type":
		return &c.Type
	case "assoc":
		return &c.Assoc
	}
	return nil
}

// Inline returns the code as markup before byte offset of a text, in the form in which readers
// return it. Attributes that TMX does not give to the element are left out.
func (c Code) Inline(offset int) Inline {
	if c.Element == "/hi" {
		return Inline{offset, "</hi>"}
	}
	out := []byte("<" + c.Element)
	for _, name := range inlineAttrs[c.Element] {
		name, must := strings.CutPrefix(name, "*")
		value := c.attr(name)
		if value == nil || *value == "" && !must {
			continue
		}
		out = append(append(append(out, ' '), name...), '=', '"')
		out, _ = xmltext.EscapeAttr(out, *value)
		out = append(out, '"')
	}
	out = append(out, '>')
	if c.Element != "hi" {
		out = append(append(append(out, c.Content...), "</"...), c.Element+">"...)
	}
	return Inline{offset, string(out)}
}

// Native returns the native code that an element holds, as the document had it, without the text
// of <sub> elements.
func (c Code) Native() string {
	var b strings.Builder
	l := lexer{b: []byte(c.Content)}
	for depth := 0; ; {
		t, err := l.next()
		switch {
		case err != nil || t.kind == end:
			return b.String()
		case t.kind == startTag:
			depth++
		case t.kind == endTag:
			depth--
		case t.kind == text && depth == 0:
			if s, err := t.text(); err == nil {
				b.WriteString(s)
			}
		}
	}
}

// Segment returns the text and the markup of a variant as the content of <seg>, without what XML
// cannot hold.
func (v *Variant) Segment() string {
	var b []byte
	at := 0
	for _, in := range v.Inline {
		b, _ = xmltext.Escape(b, v.Text[at:in.Offset])
		b = append(b, in.XML...)
		at = in.Offset
	}
	b, _ = xmltext.Escape(b, v.Text[at:])
	return string(b)
}
