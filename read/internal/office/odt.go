package office

import (
	"encoding/xml"
	"errors"
	"io"
	"path"
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
	r := odtReader{archive: a, doc: &Document{}, lists: newODTLists(), tables: odtTables{}}
	if a.files["styles.xml"] != nil {
		styles := odtReader{doc: &Document{}, lists: r.lists, tables: r.tables}
		if err := a.scan("styles.xml", styles.read); err != nil {
			return nil, err
		}
	}
	if err := a.scan("content.xml", r.read); err != nil {
		return nil, err
	}
	styles := a.head("styles.xml")
	if strings.Contains(styles, "<style:header") || strings.Contains(styles, "<style:footer") {
		r.doc.leave("heads and feet of the pages")
	}
	return r.doc, nil
}

// ReadFlat reads an OpenDocument text in a single XML file (.fodt). Errors call it name.
func ReadFlat(in io.Reader, name string, bounds part.Bounds) (*Document, error) {
	r := odtReader{doc: &Document{}, lists: newODTLists(), tables: odtTables{}}
	return r.doc, r.read(xmlscan.New(in, name, bounds))
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

// odtNoted are those of them that a note names.
var odtNoted = map[string]string{
	"text:tracked-changes": "deleted text of tracked changes", "office:annotation": "comments",
	"text:section": "hidden text", "text:hidden-text": "hidden text",
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

// An odtReader reads content.xml, and the styles that the file defines.
type odtReader struct {
	archive *archive // nil for a flat file
	doc     *Document
	lists   *odtLists
	tables  odtTables
	w       writer
	rows    []int        // for each open row, how many times more it is there
	open    []odtColumns // for each open table, its columns
}

// read reads the paragraphs.
func (r *odtReader) read(s *xmlscan.Scanner) error {
	for {
		t, err := s.Next()
		if err == io.EOF {
			r.doc.Paragraphs = r.w.done
			return nil
		}
		if err != nil {
			return err
		}
		switch e := t.(type) {
		case xml.StartElement:
			if err := r.begin(s, e); err != nil {
				return err
			}
		case xml.EndElement:
			r.end(odtName(e.Name))
		case xml.CharData:
			r.w.text(string(e))
		}
	}
}

// begin follows the beginning of an element.
func (r *odtReader) begin(s *xmlscan.Scanner, e xml.StartElement) error {
	w := &r.w
	switch name := odtName(e.Name); {
	case odtLeftOut[name], name == "text:section" && xmlscan.Attr(e, "display") == "none",
		name == "text:hidden-text" && xmlscan.Attr(e, "is-hidden") == "true":
		if what := odtNoted[name]; what != "" {
			r.doc.leave(what)
		}
		return s.Skip()
	case odtIndexes[name]:
		r.doc.LeftOut = append(r.doc.LeftOut, part.LeftOut{What: "index or table of contents"})
		return s.Skip()
	case name == "office:styles" || name == "office:automatic-styles":
		return r.readStyles(s)
	case name == "text:list":
		r.lists.begin(e)
	case name == "text:list-item":
		r.lists.item(e)
	case name == "text:p" || name == "text:h":
		w.begin()
		w.number(r.lists.paragraph(e))
	case name == "drawing:object":
		return r.object(xmlscan.Attr(e, "href"))
	case e.Name.Local == "math":
		text, err := readFormula(s, e)
		w.text(text)
		return err
	case strings.HasPrefix(name, "table:"):
		return r.table(s, e)
	case name == "text:s":
		n, _ := strconv.Atoi(xmlscan.Attr(e, "c"))
		w.text(strings.Repeat(" ", min(max(n, 1), 8)))
	case name == "text:tab":
		w.text("\t")
	case name == "text:line-break":
		w.text(layout.LineSeparator)
	}
	return nil
}

// end follows the end of an element.
func (r *odtReader) end(name string) {
	switch name {
	case "text:p", "text:h":
		r.w.end()
	case "text:list":
		r.lists.end()
	case "table:table-row":
		if n := len(r.rows) - 1; n >= 0 {
			r.w.grid.SkipRows(r.rows[n])
			r.rows = r.rows[:n]
		}
	case "table:table":
		r.endTable()
	}
}

// object reads a formula, which is a file of its own. Other objects are left out.
func (r *odtReader) object(href string) error {
	name := path.Join(strings.TrimPrefix(href, "./"), "content.xml")
	if r.archive == nil || r.archive.files[name] == nil {
		return nil
	}
	return r.archive.scan(name, func(s *xmlscan.Scanner) error {
		for {
			t, err := s.Next()
			if err == io.EOF {
				return nil
			}
			if err != nil {
				return err
			}
			e, ok := t.(xml.StartElement)
			if !ok {
				continue
			}
			if e.Name.Local != "math" {
				r.doc.leave("text of diagrams and charts")
				return nil
			}
			text, err := readFormula(s, e)
			r.w.text(text)
			return err
		}
	})
}
