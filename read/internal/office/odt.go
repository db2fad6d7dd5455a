package office

import (
	"encoding/xml"
	"errors"
	"io"
	"strconv"
	"strings"

	"github.com/bitext-go/bitext/read/internal/part"
	"github.com/bitext-go/bitext/read/internal/xmlscan"
	"github.com/bitext-go/bitext/segment/layout"
)

// openDocument reads ODT.
func (a *archive) openDocument() (*Document, error) {
	if strings.Contains(a.head("META-INF/manifest.xml"), "encryption-data") {
		return nil, part.Mark(part.ErrProtected, errors.New("encrypted; save the document without a password"))
	}
	doc := &Document{}
	lists := newODTLists()
	if a.files["styles.xml"] != nil {
		if err := a.scan("styles.xml", func(s *xmlscan.Scanner) error {
			return new(Document).readText(s, lists)
		}); err != nil {
			return nil, err
		}
	}
	if err := a.scan("content.xml", func(s *xmlscan.Scanner) error { return doc.readText(s, lists) }); err != nil {
		return nil, err
	}
	styles := a.head("styles.xml")
	if strings.Contains(styles, "<style:header") || strings.Contains(styles, "<style:footer") {
		doc.LeftOut = append(doc.LeftOut, part.LeftOut{What: "heads and feet of the pages"})
	}
	return doc, nil
}

// ReadFlat reads an OpenDocument text in a single XML file (.fodt). Errors call it name.
func ReadFlat(in io.Reader, name string, bounds part.Bounds) (*Document, error) {
	doc := &Document{}
	return doc, doc.readText(xmlscan.New(in, name, bounds), newODTLists())
}

// odtLeftOut are elements that hold no text of the document: deletions, comments, numbers of notes,
// numbers of list items as they were, names of pictures, readings above characters, and properties.
var odtLeftOut = map[string]bool{
	"text:tracked-changes": true, "office:annotation": true, "office:annotation-end": true,
	"text:note-citation": true, "text:number": true, "svg:title": true, "svg:desc": true, "text:ruby-text": true,
	"office:binary-data": true, "office:master-styles": true, "office:meta": true, "office:settings": true, "office:scripts": true,
	"office:font-face-decls": true, "office:forms": true, "text:variable-decls": true,
	"text:sequence-decls": true, "text:user-field-decls": true,
}

// odtIndexes are elements that repeat text of the document.
var odtIndexes = map[string]bool{
	"text:table-of-content": true, "text:illustration-index": true, "text:table-index": true,
	"text:object-index": true, "text:alphabetical-index": true, "text:user-index": true,
}

// odtName returns the name of an element with its usual prefix: "text:p".
func odtName(n xml.Name) string {
	space := strings.TrimPrefix(n.Space, "urn:oasis:names:tc:opendocument:xmlns:")
	space, _, _ = strings.Cut(space, ":")
	return strings.TrimSuffix(space, "-compatible") + ":" + n.Local
}

// readText reads the paragraphs of content.xml, and adds the lists that the file defines.
func (doc *Document) readText(s *xmlscan.Scanner, lists *odtLists) error {
	var w writer
	var rows []int // for each open row, how many times more it is there
	for {
		t, err := s.Next()
		if err == io.EOF {
			doc.Paragraphs = w.done
			return nil
		}
		if err != nil {
			return err
		}
		switch e := t.(type) {
		case xml.StartElement:
			switch name := odtName(e.Name); {
			case odtLeftOut[name], name == "text:section" && xmlscan.Attr(e, "display") == "none":
				err = s.Skip()
			case odtIndexes[name]:
				doc.LeftOut = append(doc.LeftOut, part.LeftOut{What: "index or table of contents"})
				err = s.Skip()
			case name == "office:styles" || name == "office:automatic-styles":
				err = lists.readStyles(s)
			case name == "text:list":
				lists.begin(e)
			case name == "text:list-item":
				lists.item(e)
			case name == "text:p" || name == "text:h":
				w.begin()
				w.number(lists.paragraph(e))
			case name == "table:table":
				w.grid.BeginTable()
			case name == "table:table-row":
				w.grid.BeginRow()
				repeated, _ := strconv.Atoi(xmlscan.Attr(e, "number-rows-repeated"))
				rows = append(rows, repeated-1)
			case name == "table:table-cell" || name == "table:covered-table-cell":
				repeated, _ := strconv.Atoi(xmlscan.Attr(e, "number-columns-repeated"))
				w.grid.BeginCell(repeated)
			case name == "text:s":
				n, _ := strconv.Atoi(xmlscan.Attr(e, "c"))
				w.text(strings.Repeat(" ", min(max(n, 1), 8)))
			case name == "text:tab":
				w.text("\t")
			case name == "text:line-break":
				w.text(layout.LineSeparator)
			}
			if err != nil {
				return err
			}
		case xml.EndElement:
			switch odtName(e.Name) {
			case "text:p", "text:h":
				w.end()
			case "text:list":
				lists.end()
			case "table:table-row":
				if n := len(rows) - 1; n >= 0 {
					w.grid.SkipRows(rows[n])
					rows = rows[:n]
				}
			case "table:table":
				w.grid.EndTable()
			}
		case xml.CharData:
			w.text(string(e))
		}
	}
}
