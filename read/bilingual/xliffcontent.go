package bilingual

import (
	"cmp"
	"encoding/xml"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/bitext-go/bitext/align/tmx"
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

// whole returns all of a content as one segment.
func (c *content) whole() markedSegment { return markedSegment{text: c.text.String(), codes: c.codes} }

// hasLetters reports whether a content has a text besides codes, digits and signs.
func hasLetters(c *content) bool {
	return c != nil && strings.ContainsFunc(c.text.String(), unicode.IsLetter)
}
