package main

import (
	"archive/zip"
	"bufio"
	"encoding/xml"
	"fmt"
	"io"
	"strconv"
	"strings"

	"github.com/bitext-go/bitext/internal/xmltext"
)

// The parts of an Office Open XML workbook (ECMA-376) with one sheet. Excel, LibreOffice and
// Numbers need no more. The sheet itself comes last.
var workbookParts = [][2]string{
	{"[Content_Types].xml", `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">` +
		`<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
		`<Default Extension="xml" ContentType="application/xml"/>` +
		`<Override PartName="/xl/workbook.xml" ` +
		`ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>` +
		`<Override PartName="/xl/worksheets/sheet1.xml" ` +
		`ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>`},
	{"_rels/.rels", `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">` +
		`<Relationship Id="rId1" Target="xl/workbook.xml" ` +
		`Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"/></Relationships>`},
	{"xl/workbook.xml", `<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" ` +
		`xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">` +
		`<sheets><sheet name="Findings" sheetId="1" r:id="rId1"/></sheets></workbook>`},
	{"xl/_rels/workbook.xml.rels", `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">` +
		`<Relationship Id="rId1" Target="worksheets/sheet1.xml" ` +
		`Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet"/></Relationships>`},
}

// maxCell is how many characters a cell of Excel holds.
const maxCell = 32767

// reportXLSX writes a workbook with a row for each finding. Cells are text, never formulas.
func reportXLSX(w io.Writer, r *findings) error {
	z := zip.NewWriter(w)
	for _, part := range workbookParts {
		f, err := z.Create(part[0])
		if err == nil {
			_, err = io.WriteString(f, xml.Header+part[1])
		}
		if err != nil {
			return err
		}
	}
	f, err := z.Create("xl/worksheets/sheet1.xml")
	if err != nil {
		return err
	}
	sheet := bufio.NewWriter(f)
	fmt.Fprint(sheet, xml.Header, `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">`,
		`<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" state="frozen"/></sheetView></sheetViews>`,
		`<cols><col min="1" max="1" width="30" customWidth="1"/><col min="4" max="4" width="60" customWidth="1"/>`,
		`<col min="6" max="6" width="60" customWidth="1"/></cols><sheetData>`)
	writeRow(sheet, "Place", "Unit", "Kind", "Message", "Language", "Text")
	for _, x := range r.rows() {
		writeRow(sheet, x.Place, x.Unit, x.Kind, x.Message, x.Lang, x.Wording)
	}
	n := strconv.Itoa(len(r.all) + 1)
	fmt.Fprint(sheet, `</sheetData><autoFilter ref="A1:F`, n, `"/></worksheet>`)
	if err := sheet.Flush(); err != nil {
		return err
	}
	return z.Close()
}

// writeRow writes a row of strings and numbers.
func writeRow(w io.Writer, cells ...any) {
	io.WriteString(w, "<row>")
	for _, c := range cells {
		if n, ok := c.(int); ok {
			fmt.Fprintf(w, "<c><v>%d</v></c>", n)
			continue
		}
		text := []rune(c.(string))
		var b strings.Builder
		xml.EscapeText(&b, []byte(xmltext.Clean(string(text[:min(len(text), maxCell)]))))
		fmt.Fprintf(w, `<c t="inlineStr"><is><t xml:space="preserve">%s</t></is></c>`, b.String())
	}
	io.WriteString(w, "</row>")
}
