package office

import (
	"encoding/xml"
	"strconv"
	"strings"

	"github.com/bitext-go/bitext/read/internal/xmlscan"
)

// paragraphStyle reads <w:pPr>. It reports whether the paragraph is a line of a table of contents,
// puts its number before its text, and merges the paragraph with the next one if the mark between
// them was deleted.
func (d *docxReader) paragraphStyle(s *xmlscan.Scanner) (contents bool, err error) {
	style, list, level := "", "", -1
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
				style = xmlscan.Attr(e, "val")
				s := strings.ToUpper(style)
				contents = len(s) == 4 && strings.HasPrefix(s, "TOC") && s[3] >= '1' && s[3] <= '9'
			case "numId":
				list = xmlscan.Attr(e, "val")
			case "ilvl":
				level, _ = strconv.Atoi(xmlscan.Attr(e, "val"))
			case "pPrChange", "numberingChange": // what it was before a tracked change
				if err := s.Skip(); err != nil {
					return false, err
				}
				depth--
			case "del", "moveFrom":
				d.w.mergeNext()
			}
		case xml.EndElement:
			depth--
		}
	}
	if !contents {
		d.w.number(d.lists.number(style, list, level))
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
