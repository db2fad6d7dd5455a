package read_test

import (
	"bytes"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/bitext-go/bitext/read"
)

// workbook returns an XLSX file with a sheet of one row, and the formats of the styles from 1 on.
func workbook(t *testing.T, settings, cells string, formats ...string) []byte {
	styles := `<styleSheet><numFmts>`
	xfs := `<cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/>`
	for i, f := range formats {
		id := string(rune('A' + i))
		styles += `<numFmt numFmtId="` + id + `" formatCode="` + f + `"/>`
		xfs += `<xf numFmtId="` + id + `"/>`
	}
	return archive(t, map[string]string{
		"xl/workbook.xml":            `<workbook xmlns:r="r">` + settings + `<sheets><sheet name="a" r:id="x"/></sheets></workbook>`,
		"xl/_rels/workbook.xml.rels": `<Relationships><Relationship Id="x" Target="worksheets/sheet1.xml"/></Relationships>`,
		"xl/worksheets/sheet1.xml":   `<worksheet><sheetData><row r="1">` + cells + `</row></sheetData></worksheet>`,
		"xl/styles.xml":              styles + `</numFmts>` + xfs + `<xf numFmtId="14"/></cellXfs></styleSheet>`,
	}, "", nil, 0)
}

// Dates are read as the cells of a workbook show them.
func TestDatesInXLSX(t *testing.T) {
	for _, c := range []struct{ format, value, want string }{
		{`dd\.mm\.yyyy`, "44511", "11.11.2021"}, {`d mmmm yyyy`, "44511", "11 November 2021"},
		{`[$-409]mmm d, yy;@`, "44511", "Nov 11, 21"}, {`yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;`, "44511", "2021年11月11日"},
		{`dd/mm/yyyy hh:mm:ss`, "44511.5214", "11/11/2021 12:30:49"}, {`h:mm AM/PM`, "0.75", "6:00 PM"}, {`mm:ss`, "0.00162037037", "02:20"},
		{`d.m.yyyy`, "59", "28.2.1900"}, {`d.m.yyyy`, "61", "1.3.1900"}, {`dddd`, "44511", "Thursday"},
		{`0.00`, "44511", "44511"}, {`#,##0&quot; days&quot;`, "44511", "44511"}, {`d.m.yyyy`, "1e300", "1e300"}, {`d.m.yyyy`, "-1", "-1"},
		{`General`, "0.30000000000000004", "0.3"},
	} {
		cells := `<c s="1"><v>` + c.value + `</v></c><c s="2"><v>44511</v></c><c s="9"><v>7</v></c>`
		raw := workbook(t, "", cells, c.format)
		d, err := new(read.Reader).Read(t.Context(), "a.xlsx", bytes.NewReader(raw))
		require.NoError(t, err)
		assert.Equal(t, []string{c.want, "2021-11-11", "7"}, paragraphs(d), "%s as %s", c.value, c.format)
	}
	raw := workbook(t, `<workbookPr date1904="1"/>`, `<c s="1"><v>43049</v></c>`, "d.m.yyyy")
	d, err := new(read.Reader).Read(t.Context(), "a.xlsx", bytes.NewReader(raw))
	require.NoError(t, err)
	assert.Equal(t, []string{"11.11.2021"}, paragraphs(d), "days from 1904")
}
