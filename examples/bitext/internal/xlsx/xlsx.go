// Package xlsx writes workbooks of Office Open XML (ECMA-376), a row at a time, in bounded memory.
// Excel, LibreOffice and Numbers read them.
package xlsx

import (
	"archive/zip"
	"bufio"
	"fmt"
	"io"
	"strconv"
	"unicode/utf16"

	"github.com/bitext-go/bitext/internal/xmltext"
)

// Bounds of Excel, from its "specifications and limits".
const (
	MaxRows = 1_048_576 // of a sheet
	MaxCell = 32_767    // UTF-16 code units of a cell
)

// A Writer writes a workbook. Its head is the first row of each sheet. Rows beyond MaxRows are in
// further sheets.
type Writer struct {
	name   string
	head   []any
	widths []int

	zip    *zip.Writer
	sheet  *bufio.Writer
	sheets int
	rows   int // of the sheet
	buf    []byte
	err    error
}

// NewWriter returns a writer of a workbook with sheets of a name. widths are those of the columns,
// in characters.
func NewWriter(w io.Writer, name string, head []any, widths ...int) *Writer {
	return &Writer{name: name, head: head, widths: widths, zip: zip.NewWriter(w)}
}

const xmlHead = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` + "\n"

// Write writes a row of texts and numbers. Texts are never formulas. A text that is too long for
// Excel is an error.
func (w *Writer) Write(cells ...any) error {
	if w.err == nil && (w.sheet == nil || w.rows == MaxRows) {
		w.begin()
	}
	if w.err == nil {
		w.err = w.row(cells)
	}
	return w.err
}

// begin begins a sheet.
func (w *Writer) begin() {
	if w.end(); w.err != nil {
		return
	}
	w.sheets++
	f, err := w.zip.Create(fmt.Sprintf("xl/worksheets/sheet%d.xml", w.sheets))
	if err != nil {
		w.err = err
		return
	}
	w.sheet, w.rows = bufio.NewWriterSize(f, 64<<10), 0
	w.sheet.WriteString(xmlHead + `<worksheet xmlns="` + spreadsheet + `"><sheetViews><sheetView workbookViewId="0">` +
		`<pane ySplit="1" topLeftCell="A2" state="frozen"/></sheetView></sheetViews><cols>`)
	for i, width := range w.widths {
		fmt.Fprintf(w.sheet, `<col min="%d" max="%[1]d" width="%d" customWidth="1"/>`, i+1, width)
	}
	w.sheet.WriteString("</cols><sheetData>")
	w.err = w.row(w.head)
}

// row writes a row of the current sheet.
func (w *Writer) row(cells []any) error {
	w.rows++
	b := append(w.buf[:0], "<row>"...)
	for _, c := range cells {
		switch c := c.(type) {
		case string:
			if len(c) > MaxCell && len(utf16.Encode([]rune(c))) > MaxCell {
				return fmt.Errorf("row %d has a text of more than %d characters, which Excel cannot hold; "+
					"choose another format", w.rows, MaxCell)
			}
			if c == "" {
				b = append(b, "<c/>"...)
				continue
			}
			b = append(b, `<c t="inlineStr"><is><t xml:space="preserve">`...)
			b, _ = xmltext.Escape(b, c)
			b = append(b, "</t></is></c>"...)
		case int:
			b = append(strconv.AppendInt(append(b, "<c><v>"...), int64(c), 10), "</v></c>"...)
		case float64:
			b = append(strconv.AppendFloat(append(b, "<c><v>"...), c, 'f', 3, 64), "</v></c>"...)
		default:
			b = append(b, "<c/>"...)
		}
	}
	w.buf = append(b, "</row>"...)
	_, err := w.sheet.Write(w.buf)
	return err
}

// end ends the current sheet.
func (w *Writer) end() {
	if w.sheet == nil || w.err != nil {
		return
	}
	w.sheet.WriteString("</sheetData></worksheet>")
	w.err = w.sheet.Flush()
}

// Close ends the workbook. It does not close the underlying file.
func (w *Writer) Close() error {
	if w.err == nil && w.sheet == nil {
		w.begin()
	}
	w.end()
	for _, part := range w.parts() {
		if w.err != nil {
			return w.err
		}
		var f io.Writer
		if f, w.err = w.zip.Create(part[0]); w.err == nil {
			_, w.err = io.WriteString(f, xmlHead+part[1])
		}
	}
	if w.err == nil {
		w.err = w.zip.Close()
	}
	return w.err
}

const (
	spreadsheet   = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
	packages      = "http://schemas.openxmlformats.org/package/2006/"
	relationships = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
	contentType   = "application/vnd.openxmlformats-officedocument.spreadsheetml."
)

// parts returns the parts that name the sheets.
func (w *Writer) parts() [][2]string {
	types, sheets, links := "", "", ""
	for i := 1; i <= w.sheets; i++ {
		name := w.name
		if i > 1 {
			name += " " + strconv.Itoa(i)
		}
		types += fmt.Sprintf(`<Override PartName="/xl/worksheets/sheet%d.xml" ContentType="%sworksheet+xml"/>`, i,
			contentType)
		sheets += fmt.Sprintf(`<sheet name="%s" sheetId="%d" r:id="rId%[2]d"/>`, name, i)
		links += fmt.Sprintf(`<Relationship Id="rId%d" Type="%s/worksheet" Target="worksheets/sheet%[1]d.xml"/>`, i,
			relationships)
	}
	return [][2]string{
		{"[Content_Types].xml", `<Types xmlns="` + packages + `content-types">` +
			`<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
			`<Default Extension="xml" ContentType="application/xml"/>` +
			`<Override PartName="/xl/workbook.xml" ContentType="` + contentType + `sheet.main+xml"/>` + types +
			`</Types>`},
		{"_rels/.rels", `<Relationships xmlns="` + packages + `relationships"><Relationship Id="rId1" Type="` +
			relationships + `/officeDocument" Target="xl/workbook.xml"/></Relationships>`},
		{"xl/workbook.xml", `<workbook xmlns="` + spreadsheet + `" xmlns:r="` + relationships + `"><sheets>` + sheets +
			`</sheets></workbook>`},
		{"xl/_rels/workbook.xml.rels", `<Relationships xmlns="` + packages + `relationships">` + links +
			`</Relationships>`},
	}
}
