package review

import (
	"archive/zip"
	"bufio"
	"fmt"
	"io"
	"unicode/utf16"

	"golang.org/x/text/language/display"

	"github.com/bitext-go/bitext/examples/bitext/review/sheet"
)

// maxCell is how many UTF-16 code units a cell of Excel may hold.
const maxCell = 32767

// The parts of a workbook that do not depend on its content.
var xlsxParts = [][2]string{
	{"[Content_Types].xml", `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">` +
		`<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
		`<Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>` +
		`<Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>` +
		`</Types>`},
	{"_rels/.rels", `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">` +
		`<Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/>` +
		`</Relationships>`},
	{"xl/workbook.xml", `<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" ` +
		`xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">` +
		`<sheets><sheet name="Review" sheetId="1" r:id="rId1"/></sheets></workbook>`},
	{"xl/_rels/workbook.xml.rels", `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">` +
		`<Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/>` +
		`</Relationships>`},
}

const xmlHead = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` + "\n"

// writeXLSX writes rows as a workbook of Excel with one sheet: a row each, with its state,
// confidences and note. All text is text, never a formula.
func writeXLSX(w io.Writer, r *Review, rows []*sheet.Row) (int, error) {
	z := zip.NewWriter(w)
	for _, part := range xlsxParts {
		f, err := z.Create(part[0])
		if err == nil {
			_, err = io.WriteString(f, xmlHead+part[1])
		}
		if err != nil {
			return 0, err
		}
	}
	f, err := z.Create("xl/worksheets/sheet1.xml")
	if err != nil {
		return 0, err
	}
	out := bufio.NewWriter(f)
	fmt.Fprint(out, xmlHead+`<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><cols>`)
	for c := range r.sheet.Columns {
		fmt.Fprintf(out, `<col min="%d" max="%[1]d" width="60" customWidth="1"/>`, c+1)
	}
	fmt.Fprint(out, "</cols><sheetData>")
	var head []any
	for _, c := range r.sheet.Columns {
		head = append(head, display.English.Tags().Name(c.Lang))
	}
	err = xlsxRow(out, 1, append(head, "State", "Boundaries", "Translation", "Note"))
	for i := 0; err == nil && i < len(rows); i++ {
		var cells []any
		for _, cell := range rows[i].Cells {
			cells = append(cells, sheet.Joined(cell))
		}
		cells = append(cells, string(rows[i].State), rows[i].Boundary, rows[i].Translation, rows[i].Note)
		err = xlsxRow(out, i+2, cells)
	}
	if err != nil {
		return 0, err
	}
	fmt.Fprint(out, "</sheetData></worksheet>")
	if err := out.Flush(); err != nil {
		return 0, err
	}
	return len(rows), z.Close()
}

// xlsxRow writes a row of texts and numbers. Empty texts and negative numbers are left out.
func xlsxRow(out io.Writer, number int, cells []any) error {
	fmt.Fprintf(out, `<row r="%d">`, number)
	for c, v := range cells {
		switch v := v.(type) {
		case string:
			if len(v) > maxCell && len(utf16.Encode([]rune(v))) > maxCell {
				return fmt.Errorf("row %d has a text of more than %d characters, which Excel cannot hold; choose "+
					"another format",
					number, maxCell)
			}
			if v != "" {
				fmt.Fprintf(out, `<c r="%s%d" t="inlineStr"><is><t xml:space="preserve">%s</t></is></c>`,
					xlsxColumn(c), number, escaped(v))
			}
		case float64:
			if v >= 0 {
				fmt.Fprintf(out, `<c r="%s%d"><v>%.3f</v></c>`, xlsxColumn(c), number, v)
			}
		}
	}
	_, err := io.WriteString(out, "</row>")
	return err
}

// xlsxColumn returns the name of a column, from 0: A to Z, AA and so on.
func xlsxColumn(c int) string {
	if c < 26 {
		return string(rune('A' + c))
	}
	return xlsxColumn(c/26-1) + xlsxColumn(c%26)
}
