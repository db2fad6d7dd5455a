package office

import (
	"encoding/xml"
	"io"
	"strconv"
	"strings"

	"github.com/bitext-go/bitext/read/internal/part"
	"github.com/bitext-go/bitext/read/internal/xmlscan"
)

// A docxReader reads one DOCX file.
type docxReader struct {
	w        writer
	doc      *Document
	notes    map[string][]part.Paragraph // by "footnote" or "endnote" and id
	endnotes []part.Paragraph
	contents int // paragraphs of a table of contents
	lists    *docxLists
	imported bool   // there are other documents inside
	fields   []bool // for each open field, whether its code goes on
	run      docxRun
}

// docxLeftOut are elements that hold no text of the document: deletions that are still tracked, the
// readings above characters, and properties.
var docxLeftOut = map[string]bool{
	"del": true, "moveFrom": true, "delText": true, "rt": true, "instrText": true,
	"sectPr": true, "sdtPr": true, "tblPr": true, "trPr": true,
}

// read reads up to the end of the element that has just begun, or of the file.
func (d *docxReader) read(s *xmlscan.Scanner) error {
	var p docxParagraph
	runs := 0 // runs that are open
	for depth := 0; ; {
		t, err := s.Next()
		switch {
		case err == io.EOF:
			return nil
		case err != nil:
			return err
		}
		switch e := t.(type) {
		case xml.StartElement:
			depth++
			read := true // the scanner is after the element
			switch name := e.Name.Local; {
			case docxLeftOut[name], name == "Fallback" && !d.w.wantsFallback():
				if name == "del" || name == "moveFrom" {
					d.doc.leave("deleted text of tracked changes")
				}
				err = s.Skip()
			case name == "pPr":
				p, err = d.paragraphStyle(s)
				d.run = docxRun{contents: p.contents, hidden: p.hidden}
			case name == "rPr":
				err = d.runStyle(s)
			case name == "t" && runs > 0:
				var text string
				if text, err = s.Text(); d.shown(text) {
					d.w.text(symbols(d.run.font, text))
				}
			case name == "oMath":
				var text string
				if text, err = readFormula(s, e); d.shown(text) {
					d.w.text(text)
				}
			default:
				read = false
				switch name {
				case "p":
					d.w.begin()
					p, d.run = docxParagraph{}, docxRun{}
					for i := range d.fields { // one that never ends must not take the rest of the text
						d.fields[i] = false
					}
				case "r":
					runs++
					d.run = docxRun{contents: p.contents, hidden: p.hidden}
				default:
					d.begin(e)
				}
			}
			if err != nil {
				return err
			}
			if read {
				depth--
			}
		case xml.EndElement:
			if depth--; depth < 0 {
				return nil
			}
			switch e.Name.Local {
			case "p":
				if p.contents {
					d.contents++
				}
				p, d.run = docxParagraph{}, docxRun{}
				d.w.end()
			case "r":
				runs--
				d.run = docxRun{contents: p.contents, hidden: p.hidden}
			case "tbl":
				d.w.grid.EndTable()
			case "AlternateContent":
				d.w.endAlternatives()
			}
		}
	}
}

// begin follows the beginning of an element that is neither a paragraph nor a run.
func (d *docxReader) begin(e xml.StartElement) {
	switch e.Name.Local {
	case "tbl":
		d.w.grid.BeginTable()
	case "tr":
		d.w.grid.BeginRow()
	case "tc":
		d.w.grid.BeginCell(1)
	case "gridSpan":
		span, _ := strconv.Atoi(xmlscan.Attr(e, "val"))
		d.w.grid.Span(span)
	case "AlternateContent":
		d.w.beginAlternatives()
	case "altChunk":
		d.imported = true
	case "fldChar":
		d.field(xmlscan.Attr(e, "fldCharType"))
	case "commentReference":
		d.doc.leave("comments")
	case "OLEObject":
		if id := xmlscan.Attr(e, "ProgID"); strings.HasPrefix(id, "Equation") || strings.HasPrefix(id, "MathType") {
			d.doc.leave("formulas that are pictures (Equation Editor, MathType)")
		}
	default:
		if !d.run.hidden {
			d.special(e)
		}
	}
}

// field follows the character that begins a field, separates its code from its result, or ends it.
func (d *docxReader) field(kind string) {
	n := len(d.fields) - 1
	switch {
	case kind == "begin":
		d.fields = append(d.fields, true)
	case n < 0:
	case kind == "separate":
		d.fields[n] = false
	case kind == "end":
		d.fields = d.fields[:n]
	}
}

// shown reports whether a text of the run at hand is part of the document, and notes hidden text.
func (d *docxReader) shown(text string) bool {
	for _, inCode := range d.fields {
		if inCode {
			return false
		}
	}
	if d.run.hidden && !d.run.contents && strings.TrimSpace(text) != "" {
		d.doc.leave("hidden text")
	}
	return !d.run.hidden
}
