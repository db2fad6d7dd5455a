package office

import (
	"encoding/xml"
	"path"
	"strconv"
	"strings"

	"github.com/bitext-go/bitext/read/internal/xmlscan"
)

// readSheet reads a sheet and its text boxes.
func (x *xlsxReader) readSheet(name string) error {
	x.hidden, x.leftRows, x.leftColumns = nil, 0, map[int]bool{}
	err := x.scan(name, func(s *xmlscan.Scanner) error {
		for {
			t, err := s.Next()
			if err != nil {
				return ignoreEnd(err)
			}
			e, ok := t.(xml.StartElement)
			switch {
			case !ok:
			case e.Name.Local == "col" && isTrue(xmlscan.Attr(e, "hidden")):
				first, _ := strconv.Atoi(xmlscan.Attr(e, "min"))
				last, _ := strconv.Atoi(xmlscan.Attr(e, "max"))
				x.hidden = append(x.hidden, hiddenColumns{first, last})
			case e.Name.Local == "row":
				err = x.readRow(s, e)
			}
			if err != nil {
				return err
			}
		}
	})
	if err != nil {
		return err
	}
	x.doc.leaveHidden(x.leftRows, len(x.leftColumns))
	return x.readBoxes(name)
}

func isTrue(value string) bool { return value == "1" || value == "true" }

// readRow reads a row of a sheet.
func (x *xlsxReader) readRow(s *xmlscan.Scanner, e xml.StartElement) error {
	if n, err := strconv.Atoi(xmlscan.Attr(e, "r")); err == nil && n > x.row {
		x.row = n - 1
	}
	x.row++
	first := len(x.doc.Paragraphs)
	for column := 0; ; {
		t, err := s.Next()
		if err != nil {
			return unexpectedEnd(err)
		}
		switch t := t.(type) {
		case xml.EndElement:
			if isTrue(xmlscan.Attr(e, "hidden")) && len(x.doc.Paragraphs) > first {
				x.doc.Paragraphs = x.doc.Paragraphs[:first]
				x.leftRows++
			}
			return nil
		case xml.StartElement:
			if t.Name.Local != "c" {
				if err := s.Skip(); err != nil {
					return unexpectedEnd(err)
				}
				continue
			}
			column = max(column+1, columnOf(xmlscan.Attr(t, "r")))
			if err := x.readCell(s, t, column); err != nil {
				return err
			}
		}
	}
}

// readBoxes reads the text boxes and shapes of a sheet, which are a file of their own.
func (x *xlsxReader) readBoxes(sheet string) error {
	relations := path.Join(path.Dir(sheet), "_rels", path.Base(sheet)+".rels")
	if x.files[relations] == nil {
		return nil
	}
	return x.each(relations, "Relationship", func(_ *xmlscan.Scanner, e xml.StartElement) error {
		target := xmlscan.Attr(e, "Target")
		if !strings.HasPrefix(target, "/") {
			target = path.Join("/", path.Dir(sheet), target)
		}
		target = strings.TrimPrefix(path.Clean(target), "/")
		if !strings.HasSuffix(xmlscan.Attr(e, "Type"), "/drawing") || x.files[target] == nil {
			return nil
		}
		r := slideReader{doc: x.doc}
		if err := x.scan(target, r.read); err != nil {
			return err
		}
		x.doc.Paragraphs = append(x.doc.Paragraphs, r.w.done...)
		return nil
	})
}
