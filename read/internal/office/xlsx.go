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
)

// workbook reads the cells of XLSX. Each sheet is a table, and its text boxes follow it. Hidden
// sheets, rows and columns are left out. Formulas are read by their results, and dates as their
// cells show them.
func (a *archive) workbook() (*Document, error) {
	x := &xlsxReader{archive: a, doc: &Document{}}
	targets := map[string]string{}
	err := a.each("xl/_rels/workbook.xml.rels", "Relationship", func(s *xmlscan.Scanner, e xml.StartElement) error {
		target := xmlscan.Attr(e, "Target")
		if !strings.HasPrefix(target, "/") {
			target = "/xl/" + target
		}
		targets[xmlscan.Attr(e, "Id")] = strings.TrimPrefix(path.Clean(target), "/")
		return nil
	})
	if err != nil {
		return nil, err
	}
	if a.files["xl/sharedStrings.xml"] != nil {
		if err := a.each("xl/sharedStrings.xml", "si", x.sharedString); err != nil {
			return nil, err
		}
	}
	if err := x.readStyles(); err != nil {
		return nil, err
	}
	err = a.each("xl/workbook.xml", "workbookPr", func(_ *xmlscan.Scanner, e xml.StartElement) error {
		x.from1904 = xmlscan.Attr(e, "date1904") == "1" || xmlscan.Attr(e, "date1904") == "true"
		return nil
	})
	if err != nil {
		return nil, err
	}
	var sheets []string
	err = a.each("xl/workbook.xml", "sheet", func(s *xmlscan.Scanner, e xml.StartElement) error {
		if state := xmlscan.Attr(e, "state"); state == "hidden" || state == "veryHidden" {
			x.doc.LeftOut = append(x.doc.LeftOut, part.LeftOut{What: "hidden sheet", Text: xmlscan.Attr(e, "name")})
			return nil
		}
		for _, a := range e.Attr {
			if a.Name.Local == "id" && targets[a.Value] != "" {
				sheets = append(sheets, targets[a.Value])
			}
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	for _, name := range sheets {
		x.table++
		x.row = 0
		if err := x.readSheet(name); err != nil {
			return nil, err
		}
	}
	for name := range a.files {
		if strings.HasPrefix(name, "xl/comments") || strings.HasPrefix(name, "xl/threadedComments/") {
			x.doc.leave("comments")
			break
		}
	}
	x.doc.LeftOut = append(x.doc.LeftOut, a.drawings()...)
	return x.doc, nil
}

// An xlsxReader reads one XLSX file.
type xlsxReader struct {
	*archive
	doc    *Document
	shared []string
	table  int
	row    int
	bytes  int64 // of all cells, since one shared string may be in many

	hidden      []hiddenColumns // of the sheet at hand
	leftRows    int             // its hidden rows with a text
	leftColumns map[int]bool    // its hidden columns with a text

	dates    []string // for each style of cells, the format of dates; "" if it shows none
	from1904 bool     // days are counted from 1904
}

// each calls do with each element of a name in a file of the archive.
func (a *archive) each(file, name string, do func(*xmlscan.Scanner, xml.StartElement) error) error {
	return a.scan(file, func(s *xmlscan.Scanner) error {
		for {
			t, err := s.Next()
			if err == io.EOF {
				return nil
			}
			if err != nil {
				return err
			}
			if e, ok := t.(xml.StartElement); ok && e.Name.Local == name {
				if err := do(s, e); err != nil {
					return err
				}
			}
		}
	})
}

func (x *xlsxReader) sharedString(s *xmlscan.Scanner, _ xml.StartElement) error {
	text, err := stringOf(s)
	x.shared = append(x.shared, text)
	return err
}

// stringOf reads a string up to the end of its element. Readings above characters are left out.
func stringOf(s *xmlscan.Scanner) (string, error) {
	var b strings.Builder
	in := 0
	for depth := 1; depth > 0; {
		t, err := s.Next()
		if err != nil {
			return "", unexpectedEnd(err)
		}
		switch t := t.(type) {
		case xml.StartElement:
			if t.Name.Local == "rPh" {
				if err := s.Skip(); err != nil {
					return "", unexpectedEnd(err)
				}
				continue
			}
			depth++
			if t.Name.Local == "t" {
				in++
			}
		case xml.EndElement:
			depth--
			if t.Name.Local == "t" {
				in--
			}
		case xml.CharData:
			if in > 0 {
				b.Write(t)
			}
		}
	}
	return b.String(), nil
}

// columnOf returns the number of the column in the name of a cell, such as "AB12"; 0 if there is
// none.
func columnOf(name string) (n int) {
	for _, c := range name {
		if c < 'A' || c > 'Z' || n > 1<<14 {
			break
		}
		n = 26*n + int(c-'A') + 1
	}
	return n
}

// readCell reads a cell up to its end.
func (x *xlsxReader) readCell(s *xmlscan.Scanner, e xml.StartElement, column int) error {
	text, kind := "", xmlscan.Attr(e, "t")
	for {
		t, err := s.Next()
		if err != nil {
			return unexpectedEnd(err)
		}
		switch t := t.(type) {
		case xml.EndElement:
			if text == "" {
				return nil
			}
			if isHiddenColumn(x.hidden, column) {
				x.leftColumns[column] = true
				return nil
			}
			if x.bytes += int64(len(text)); x.bytes > x.bounds.Bytes {
				return x.bounds.TooManyBytes("the text of its cells")
			}
			cell := part.Cell{Table: x.table, Row: x.row, Column: column}
			x.doc.Paragraphs = append(x.doc.Paragraphs, part.Paragraph{Text: lineBreaks.Replace(text), Cell: cell})
			return nil
		case xml.StartElement:
			switch t.Name.Local {
			case "v":
				text, err = s.Text()
				if n, wrong := strconv.Atoi(text); kind == "s" && (wrong != nil || n < 0 || n >= len(x.shared)) {
					text = ""
				} else if kind == "s" {
					text = x.shared[n]
				} else if kind == "e" || kind == "b" {
					text = ""
				} else if kind == "" || kind == "n" {
					text = x.number(text, xmlscan.Attr(e, "s"))
				}
			case "is":
				text, err = stringOf(s)
			default:
				err = s.Skip()
			}
			if err != nil {
				return unexpectedEnd(err)
			}
		}
	}
}

// number returns a number as a cell of a style shows it: a date as such, and any other without the
// last digits of its binary form.
func (x *xlsxReader) number(text, style string) string {
	if i, err := strconv.Atoi(style); err == nil && i >= 0 && i < len(x.dates) && x.dates[i] != "" {
		if shown, ok := showDate(text, x.dates[i], x.from1904); ok {
			return shown
		}
	}
	const digits = 15 // that Excel shows at most
	if n, err := strconv.ParseFloat(text, 64); err == nil && len(text) > digits && strings.Contains(text, ".") {
		return strconv.FormatFloat(n, 'g', digits, 64)
	}
	return text
}

// unexpectedEnd returns an error that says what io.EOF inside an element means.
func unexpectedEnd(err error) error {
	if err == io.EOF {
		return part.Damaged(errors.New("incomplete XML; save the file again with the program that made it"))
	}
	return err
}
