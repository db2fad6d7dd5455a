package office

import (
	"encoding/xml"
	"strings"

	"github.com/bitext-go/bitext/read/internal/xmlscan"
)

// paragraphStyle reads <w:pPr>. It reports whether the paragraph is a line of a table of contents,
// and merges the paragraph with the next one if the mark between them was deleted.
func (d *docxReader) paragraphStyle(s *xmlscan.Scanner) (contents bool, err error) {
	for depth := 1; depth > 0; {
		t, err := s.Next()
		if err != nil {
			return false, err
		}
		switch e := t.(type) {
		case xml.StartElement:
			depth++
			switch e.Name.Local {
			case "pStyle":
				style := strings.ToUpper(xmlscan.Attr(e, "val"))
				contents = len(style) == 4 && strings.HasPrefix(style, "TOC") && style[3] >= '1' && style[3] <= '9'
			case "del", "moveFrom":
				d.w.mergeNext()
			}
		case xml.EndElement:
			depth--
		}
	}
	return contents, nil
}

// runStyle reads <w:rPr> and reports whether the run is hidden.
func runStyle(s *xmlscan.Scanner) (hidden bool, err error) {
	for depth := 1; depth > 0; {
		t, err := s.Next()
		if err != nil {
			return false, err
		}
		switch e := t.(type) {
		case xml.StartElement:
			depth++
			if v := xmlscan.Attr(e, "val"); e.Name.Local == "vanish" && v != "0" && v != "false" {
				hidden = true
			}
		case xml.EndElement:
			depth--
		}
	}
	return hidden, nil
}
