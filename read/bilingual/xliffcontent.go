package bilingual

import (
	"cmp"
	"encoding/xml"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/bitext-go/bitext/align/tmx"
	"github.com/bitext-go/bitext/internal/lazyregexp"
	"github.com/bitext-go/bitext/internal/xmltext"
	"github.com/bitext-go/bitext/read/internal/xmlscan"
)

// content is the text of a <source> or <target>, with its codes.
type content struct {
	text     strings.Builder
	codes    []code
	segments []markedSegment

	data map[string]string // original codes by their ids, for XLIFF 2
	tags map[string]tagDef // for files of Trados
}

// A markedSegment is the part of a content in a <mrk mtype="seg">.
type markedSegment struct {
	mid   string
	text  string
	codes []code
}

// An openElement is an element of a content that has not ended.
type openElement struct {
	xml.StartElement
	kind       openKind
	text, code int // the length of the text and the number of codes at its beginning
}

// openKind is what the end of an element means.
type openKind int

const (
	transparent openKind = iota // nothing
	segmentMark
	highlight
	pair    // the end of a pair of codes
	unknown // the same, unless the element is empty
)

// read reads up to the end of the element. Text that was deleted in a tracked change is left out.
func (c *content) read(s *xmlscan.Scanner) error {
	var open []openElement
	for {
		t, err := s.Next()
		if err != nil {
			return err
		}
		switch e := t.(type) {
		case xml.StartElement:
			switch name := e.Name.Local; {
			case name == "mrk" && xmlscan.Attr(e, "mtype") == "x-sdl-deleted":
				if err := s.Skip(); err != nil {
					return err
				}
				continue
			case name == "ph" || name == "bpt" || name == "ept" || name == "it" || name == "ut":
				native, err := nativeCode(s)
				if err != nil {
					return err
				}
				c.code(e, native)
				continue
			}
			open = append(open, openElement{e, c.begin(e), c.text.Len(), len(c.codes)})
			c.opens(&open[len(open)-1])
		case xml.EndElement:
			if len(open) == 0 {
				return nil
			}
			c.closes(&open[len(open)-1])
			open = open[:len(open)-1]
		case xml.CharData:
			c.text.Write(e)
		}
	}
}

// begin returns what the end of an element that has just begun will mean.
func (c *content) begin(e xml.StartElement) openKind {
	switch e.Name.Local {
	case "cp", "x", "bx", "ex", "sc", "ec":
		return transparent
	case "g", "pc":
		return pair
	case "mrk":
		switch mtype := cmp.Or(xmlscan.Attr(e, "mtype"), xmlscan.Attr(e, "type")); mtype {
		case "seg":
			return segmentMark
		case "", "x-sdl-added", "x-sdl-location":
			return transparent
		}
		return highlight
	}
	return unknown
}

// opens adds what the beginning of an element means.
func (c *content) opens(o *openElement) {
	e := o.StartElement
	switch o.kind {
	case highlight:
		mtype := cmp.Or(xmlscan.Attr(e, "mtype"), xmlscan.Attr(e, "type"))
		c.add(code{Code: tmx.Code{Element: "hi", Type: strings.TrimPrefix(mtype, "tmx:")}, key: o.key()})
	case pair, unknown:
		start, _ := c.natives(e)
		c.add(code{Code: tmx.Code{Element: "bpt", Type: typeOf(e), Content: start}, key: o.key()})
	case transparent:
		switch e.Name.Local {
		case "cp":
			r, err := strconv.ParseUint(xmlscan.Attr(e, "hex"), 16, 32)
			if err == nil && utf8.ValidRune(rune(r)) && r >= ' ' {
				c.text.WriteRune(rune(r))
			}
		case "x", "bx", "ex", "sc", "ec":
			c.code(e, "")
		}
	}
}

// closes adds what the end of an element means.
func (c *content) closes(o *openElement) {
	switch o.kind {
	case segmentMark:
		s := markedSegment{mid: xmlscan.Attr(o.StartElement, "mid"), text: c.text.String()[o.text:]}
		for _, k := range c.codes[o.code:] {
			k.at -= o.text
			s.codes = append(s.codes, k)
		}
		c.segments = append(c.segments, s)
	case highlight:
		c.add(code{Code: tmx.Code{Element: "/hi"}, key: o.key()})
	case pair:
		_, end := c.natives(o.StartElement)
		c.add(code{Code: tmx.Code{Element: "ept", Content: end}, key: o.key()})
	case unknown:
		if len(c.codes) == o.code+1 && c.text.Len() == o.text {
			last := &c.codes[o.code]
			last.Element, last.Content = "ph", escaped(tagOf(o.StartElement, true))
			return
		}
		c.add(code{Code: tmx.Code{Element: "ept", Content: escaped("</" + o.Name.Local + ">")}, key: o.key()})
	}
}

// key returns what tells a pair of codes from others of its unit.
func (o *openElement) key() string {
	id := cmp.Or(xmlscan.Attr(o.StartElement, "id"), xmlscan.Attr(o.StartElement, "mid"))
	return "pair " + cmp.Or(id, o.Name.Local)
}

func (c *content) add(k code) {
	k.at = c.text.Len()
	c.codes = append(c.codes, k)
}

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
	for _, known := range []string{c.tag(e), equivalent, xmlscan.Attr(e, "equiv"),
		xmlscan.Attr(e, "disp")} {
		if native == "" {
			native = escaped(known)
		}
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

// tag returns what the header of a file of Trados says of a code; "" if it says nothing.
func (c *content) tag(e xml.StartElement) string { return c.tags[xmlscan.Attr(e, "id")].single }

// A tagDef is an original code in the header of a file of Trados.
type tagDef struct{ start, end, single string }

// readTags reads <sdl:tag-defs>.
func readTags(s *xmlscan.Scanner, tags map[string]tagDef) error {
	id := ""
	for depth := 1; depth > 0; {
		t, err := s.Next()
		if err != nil {
			return err
		}
		switch e := t.(type) {
		case xml.EndElement:
			depth--
		case xml.StartElement:
			def := tags[id]
			var to *string
			switch e.Name.Local {
			case "tag":
				id = xmlscan.Attr(e, "id")
			case "bpt":
				to = &def.start
			case "ept":
				to = &def.end
			case "ph", "st":
				to = &def.single
			}
			if to == nil {
				depth++
				continue
			}
			if *to, err = s.Text(); err != nil {
				return err
			}
			tags[id] = def
		}
	}
	return nil
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

func escaped(s string) string {
	b, _ := xmltext.Escape(nil, s)
	return string(b)
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
