package office

import (
	"encoding/xml"
	"strconv"
	"strings"

	"github.com/bitext-go/bitext/read/internal/xmlscan"
)

// A docxParagraph is what the style of a paragraph says of it.
type docxParagraph struct {
	contents bool // it is a line of a table of contents
	hidden   bool // it is such a line, or hidden
}

// A docxRun is what the style of a run says of it.
type docxRun struct {
	contents bool
	hidden   bool
	font     string // "" if the run does not name it
}

// paragraphStyle reads <w:pPr>. It puts the number of the paragraph before its text, and merges the
// paragraph with the next one if the mark between them was deleted, or if it is a large initial.
func (d *docxReader) paragraphStyle(s *xmlscan.Scanner) (p docxParagraph, err error) {
	style, list, level := "", "", -1
	for depth := 1; depth > 0; {
		t, err := s.Next()
		if err != nil {
			return p, err
		}
		switch e := t.(type) {
		case xml.StartElement:
			depth++
			switch e.Name.Local {
			case "pStyle":
				style = xmlscan.Attr(e, "val")
			case "numId":
				list = xmlscan.Attr(e, "val")
			case "ilvl":
				level, _ = strconv.Atoi(xmlscan.Attr(e, "val"))
			case "pPrChange", "numberingChange": // what it was before a tracked change
				if err := s.Skip(); err != nil {
					return p, err
				}
				depth--
			case "del", "moveFrom":
				d.w.mergeNext()
			case "framePr":
				if kind := xmlscan.Attr(e, "dropCap"); kind != "" && kind != "none" {
					d.w.mergeNext()
				}
			}
		case xml.EndElement:
			depth--
		}
	}
	p.contents = d.lists.isContents(style)
	hidden, _ := d.lists.hides(style)
	p.hidden = p.contents || hidden
	if !p.contents {
		d.w.number(d.lists.number(style, list, level))
	}
	return p, nil
}

// runStyle reads <w:rPr>.
func (d *docxReader) runStyle(s *xmlscan.Scanner) error {
	for depth := 1; depth > 0; {
		t, err := s.Next()
		if err != nil {
			return err
		}
		switch e := t.(type) {
		case xml.StartElement:
			depth++
			switch v := xmlscan.Attr(e, "val"); e.Name.Local {
			case "vanish":
				d.run.hidden = isOn(v) || d.run.contents
			case "rStyle":
				if hidden, known := d.lists.hides(v); known {
					d.run.hidden = hidden || d.run.contents
				}
			case "rFonts":
				d.run.font = xmlscan.Attr(e, "ascii")
			}
		case xml.EndElement:
			depth--
		}
	}
	return nil
}

// isOn reports whether the value of a property that is on or off is on. Without a value it is.
func isOn(value string) bool { return value != "0" && value != "false" && value != "off" }

// isContents reports whether paragraphs of a style are lines of a table of contents or of another
// list of what the document has. The names of styles are English in every language; their ids,
// which count if the file does not define the style, are not.
func (l *docxLists) isContents(style string) bool {
	name := style
	if l.styles[style].name != "" {
		name = l.styles[style].name
	}
	name = strings.ToLower(strings.ReplaceAll(name, " ", ""))
	if name == "tableoffigures" || name == "tableofauthorities" {
		return true
	}
	before, digit := name[:max(0, len(name)-1)], name[max(0, len(name)-1):]
	return (before == "toc" || before == "index") && digit >= "1" && digit <= "9"
}

// hides returns whether text of a style is hidden; known is false if the style does not say.
func (l *docxLists) hides(style string) (hidden, known bool) {
	for depth := 0; style != "" && depth < maxStyles; depth++ {
		def := l.styles[style]
		if def.hidden != nil {
			return *def.hidden, true
		}
		style = def.base
	}
	return false, false
}

// maxStyles is how many styles are followed from one to the one that it is based on.
const maxStyles = 20
