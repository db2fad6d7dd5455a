package read

import (
	"encoding/xml"
	"errors"
	"io"
	"strconv"
	"strings"

	"github.com/bitext-go/bitext/read/internal/part"
	"github.com/bitext-go/bitext/read/internal/xmlscan"
)

// xmlStrings reads the strings of RESX and of Android.
func (r *Reader) xmlStrings(d *Document, s *source) error {
	x := &xmlStrings{s: xmlscan.New(strings.NewReader(string(s.raw)), xmlscan.WholeFile, r.bounds())}
	for {
		t, err := x.s.Next()
		if err == io.EOF {
			d.setParagraphs(x.out, nil)
			return nil
		}
		if err == nil {
			if e, ok := t.(xml.StartElement); ok {
				err = x.element(e)
			}
		}
		if err == io.EOF {
			return part.Damaged(errors.New("the file ends inside an element and is incomplete; save it again"))
		}
		if err != nil {
			return err
		}
	}
}

// xmlStrings is the reading of a resource file in XML.
type xmlStrings struct {
	s     *xmlscan.Scanner
	out   []part.Paragraph
	name  string // of the array or the plural at hand
	count int    // its items so far
}

// element reads an element that has just begun.
func (x *xmlStrings) element(e xml.StartElement) error {
	name := xmlscan.Attr(e, "name")
	line := x.s.Line()
	switch e.Name.Local {
	case "data":
		if xmlscan.Attr(e, "type") != "" || xmlscan.Attr(e, "mimetype") != "" {
			return x.s.Skip()
		}
		x.name = name
	case "comment", "metadata", "resheader", "assembly":
		return x.s.Skip()
	case "value":
		return x.add(x.name, line, false)
	case "string":
		if xmlscan.Attr(e, "translatable") == "false" {
			return x.s.Skip()
		}
		return x.add(name, line, true)
	case "plurals", "string-array", "array":
		if xmlscan.Attr(e, "translatable") == "false" {
			return x.s.Skip()
		}
		x.name, x.count = name, 0
	case "item":
		key := x.name + "." + xmlscan.Attr(e, "quantity")
		if xmlscan.Attr(e, "quantity") == "" {
			key = x.name + "." + strconv.Itoa(x.count)
		}
		x.count++
		return x.add(key, line, true)
	}
	return nil
}

// add adds the text of the element at hand, with the escapes of Android or without.
func (x *xmlStrings) add(key string, line int, android bool) error {
	var b strings.Builder
	for depth := 1; depth > 0; {
		t, err := x.s.Next()
		if err != nil {
			return err
		}
		switch t := t.(type) {
		case xml.StartElement:
			depth++
			if t.Name.Local == "br" {
				b.WriteByte(' ')
			}
		case xml.EndElement:
			depth--
		case xml.CharData:
			b.Write(t)
		}
	}
	text := strings.TrimSpace(b.String())
	if android {
		if n := len(text); n > 1 && text[0] == '"' && text[n-1] == '"' {
			text = text[1 : n-1]
		}
		text = unescapeProperty(text)
	}
	if hasLetter(text) {
		x.out = append(x.out, part.Paragraph{Text: cellBreaks.Replace(text), Line: line, Key: key})
	}
	return nil
}
