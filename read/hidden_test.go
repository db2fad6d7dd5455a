package read_test

import (
	"bytes"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/bitext-go/bitext/read"
)

// Hidden sheets, rows and columns are left out and counted, and text boxes are read.
func TestHiddenPartsOfSpreadsheets(t *testing.T) {
	cell := func(at, s string) string { return `<c r="` + at + `" t="inlineStr"><is><t>` + s + `</t></is></c>` }
	sheet := `<worksheet><cols><col min="1" max="1"/><col min="3" max="4" hidden="1"/></cols><sheetData>` +
		`<row r="1">` + cell("A1", "One") + cell("B1", "Un") + cell("C1", "id") + cell("D1", "note") + `</row>` +
		`<row r="2" hidden="1">` + cell("A2", "Hidden") + `</row><row r="3" hidden="true"/>` +
		`<row r="4">` + cell("A4", "Four") + cell("B4", "Quatre") + `</row></sheetData></worksheet>`
	const relation = `<Relationship Id="x" Type="http://x/worksheet" Target="worksheets/sheet1.xml"/>`
	raw := archive(t, map[string]string{
		"xl/workbook.xml":            `<workbook xmlns:r="r"><sheets><sheet name="A" r:id="x"/><sheet name="B" state="hidden" r:id="y"/></sheets></workbook>`,
		"xl/_rels/workbook.xml.rels": `<Relationships>` + relation + `</Relationships>`,
		"xl/worksheets/sheet1.xml":   sheet,
		"xl/worksheets/_rels/sheet1.xml.rels": `<Relationships><Relationship Id="d" Type="http://x/drawing" Target="../drawings/drawing1.xml"/>` +
			`<Relationship Id="e" Type="http://x/drawing" Target="../drawings/none.xml"/></Relationships>`,
		"xl/drawings/drawing1.xml": `<xdr:wsDr xmlns:xdr="d" xmlns:a="a"><xdr:sp><xdr:txBody><a:p><a:r><a:t>In a box.</a:t></a:r></a:p></xdr:txBody></xdr:sp></xdr:wsDr>`,
		"xl/comments1.xml":         `<comments/>`,
	}, "", nil, 0)
	d, err := new(read.Reader).Read(t.Context(), "a.xlsx", bytes.NewReader(raw))
	require.NoError(t, err)
	assert.Equal(t, []string{"One", "Un", "Four", "Quatre", "In a box."}, paragraphs(d))
	assert.Equal(t, []string{"hidden sheet B", "a row of a table that is hidden or filtered",
		"2 hidden columns of a table", "comments"}, leftOut(d))

	const head = `<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"` +
		` xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"` +
		` xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"><office:automatic-styles><style:style style:name="ta2">` +
		`<style:table-properties table:display="false"/></style:style></office:automatic-styles><office:body><office:spreadsheet>`
	odsCell := func(s string) string { return `<table:table-cell><text:p>` + s + `</text:p></table:table-cell>` }
	row := func(visibility string, cells ...string) string {
		return `<table:table-row` + visibility + `>` + strings.Join(cells, "") + `</table:table-row>`
	}
	body := `<table:table table:name="A"><table:table-column table:number-columns-repeated="2"/>` +
		`<table:table-column table:visibility="collapse"/>` +
		row("", odsCell("One"), odsCell("Un"), odsCell("id")) +
		row(` table:visibility="filter"`, odsCell("Hidden")) + row(` table:visibility="collapse"`, odsCell("Gone")) +
		row(` table:visibility="collapse" table:number-rows-repeated="3"`, odsCell("")) + row("", odsCell("Seven")) +
		`</table:table><table:table table:name="B" table:style-name="ta2">` + row("", odsCell("Out")) + `</table:table>`
	raw = archive(t, map[string]string{"mimetype": "application/vnd.oasis.opendocument.spreadsheet",
		"content.xml": head + body + `</office:spreadsheet></office:body></office:document-content>`}, "", nil, 0)
	d, err = new(read.Reader).Read(t.Context(), "a.ods", bytes.NewReader(raw))
	require.NoError(t, err)
	assert.Equal(t, []string{"One", "Un", "Seven"}, paragraphs(d))
	assert.Equal(t, 7, d.Paragraphs[2].Row)
	assert.Equal(t, []string{"2 rows of a table that are hidden or filtered", "a hidden column of a table",
		"hidden sheet B"}, leftOut(d))
}
