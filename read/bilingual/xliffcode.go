package bilingual

import (
	"cmp"
	"encoding/xml"
	"slices"
	"strings"

	"github.com/bitext-go/bitext/align/tmx"
	"github.com/bitext-go/bitext/internal/lazyregexp"
	"github.com/bitext-go/bitext/internal/xmltext"
	"github.com/bitext-go/bitext/read/internal/xmlscan"
)

// angularName is the name that Angular gives to a placeholder.
var angularName = lazyregexp.New(`^(INTERPOLATION|ICU|PH|VAR_[A-Z]+)(_\d+)?$`)

// code adds a code of the original format. native is what the file holds of it, as XML; else it is
// what the file says the code is, or the element of XLIFF itself.
func (c *content) code(e xml.StartElement, native string) {
	id, name := xmlscan.Attr(e, "id"), e.Name.Local
	original, known := c.data[xmlscan.Attr(e, "dataRef")]
	if native == "" {
		native = escaped(original)
	}
	equivalent := xmlscan.Attr(e, "equiv-text")
	if angularName.MatchString(id) && !strings.HasPrefix(strings.TrimSpace(equivalent), "{") {
		equivalent = "" // Angular takes it from a wrong place in code that a library brings
	}
	if native == "" {
		native = escaped(cmp.Or(c.tag(e), equivalent, xmlscan.Attr(e, "equiv"), xmlscan.Attr(e, "disp")))
	}
	k := code{Code: tmx.Code{Element: name, Type: typeOf(e)}, key: "code " + cmp.Or(id, native)}
	if native == "" && !known {
		native = escaped(tagOf(e, true))
		if angularName.MatchString(id) {
			native = escaped("{" + id + "}")
		}
		if id == "LINE_BREAK" {
			k.Type = "lb"
		}
	}
	switch name {
	case "x":
		k.Element = "ph"
	case "bx", "sc":
		k.Element = "bpt"
	case "ex", "ec":
		k.Element = "ept"
	case "it":
		k.Pos = "begin"
		if pos := xmlscan.Attr(e, "pos"); pos == "close" || pos == "end" {
			k.Pos = "end"
		}
	}
	if k.Element == "bpt" || k.Element == "ept" {
		k.key = "pair " + cmp.Or(xmlscan.Attr(e, "rid"), xmlscan.Attr(e, "startRef"), id)
	}
	k.Content = native
	c.add(k)
}

// natives returns the original codes of an element that holds text, as XML.
func (c *content) natives(e xml.StartElement) (start, end string) {
	if original, known := c.data[xmlscan.Attr(e, "dataRefStart")]; known {
		return escaped(original), escaped(c.data[xmlscan.Attr(e, "dataRefEnd")])
	}
	def := c.tags[xmlscan.Attr(e, "id")]
	start = cmp.Or(def.start, xmlscan.Attr(e, "equivStart"),
		xmlscan.Attr(e, "dispStart"), tagOf(e, false))
	end = cmp.Or(def.end, xmlscan.Attr(e, "equivEnd"),
		xmlscan.Attr(e, "dispEnd"), "</"+e.Name.Local+">")
	return escaped(start), escaped(end)
}

// typeOf returns the type of a code in the words of TMX: the ctype of XLIFF 1.2, the subType of
// XLIFF 2.
func typeOf(e xml.StartElement) string {
	sub := xmlscan.Attr(e, "subType")
	if own, ok := strings.CutPrefix(sub, "tmx:"); ok {
		return own
	}
	switch sub {
	case "xlf:lb":
		return "lb"
	case "xlf:b":
		return "bold"
	case "xlf:i":
		return "italic"
	case "xlf:u":
		return "ulined"
	}
	return xmlscan.Attr(e, "ctype")
}

// tagOf returns a tag as a document has it.
func tagOf(e xml.StartElement, empty bool) string {
	b := []byte("<" + e.Name.Local)
	for _, a := range e.Attr {
		b = append(append(append(b, ' '), a.Name.Local...), '=', '"')
		b, _ = xmltext.EscapeAttr(b, a.Value)
		b = append(b, '"')
	}
	if empty {
		b = append(b, '/')
	}
	return string(append(b, '>'))
}

// nativeCode returns the original code in an element that has just begun, as TMX holds it: text,
// and <sub> elements with text that is translated. Elements inside a <sub> become <ph>.
func nativeCode(s *xmlscan.Scanner) (string, error) {
	var b []byte
	var open []string // the ends of what has begun
	for {
		t, err := s.Next()
		if err != nil {
			return "", err
		}
		switch t := t.(type) {
		case xml.StartElement:
			end := ""
			switch {
			case t.Name.Local == "sub" && !slices.Contains(open, "</ph>"):
				b, end = append(b, "<sub>"...), "</sub>"
			case slices.Contains(open, "</sub>") && !slices.Contains(open, "</ph>"):
				b, end = append(b, "<ph>"...), "</ph>"
			}
			open = append(open, end)
		case xml.EndElement:
			if len(open) == 0 {
				return string(b), nil
			}
			b = append(b, open[len(open)-1]...)
			open = open[:len(open)-1]
		case xml.CharData:
			b, _ = xmltext.Escape(b, string(t))
		}
	}
}

func escaped(s string) string {
	b, _ := xmltext.Escape(nil, s)
	return string(b)
}
