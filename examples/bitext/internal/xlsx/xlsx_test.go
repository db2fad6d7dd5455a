package xlsx

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"io"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// parts returns the parts of a workbook, and fails if one is not XML.
func parts(t *testing.T, workbook []byte) map[string]string {
	z, err := zip.NewReader(bytes.NewReader(workbook), int64(len(workbook)))
	require.NoError(t, err)
	out := map[string]string{}
	for _, f := range z.File {
		r, err := f.Open()
		require.NoError(t, err)
		b, err := io.ReadAll(r)
		require.NoError(t, err)
		require.NoError(t, xml.Unmarshal(b, new(struct{})), f.Name)
		out[f.Name] = string(b)
	}
	return out
}

func TestAWorkbook(t *testing.T) {
	var b bytes.Buffer
	w := NewWriter(&b, "Memory", []any{"en", "n"}, 60)
	require.NoError(t, w.Write("=1+1 <&>\x01 ", 7, .5, nil))
	w.rows = MaxRows // the sheet is full
	require.NoError(t, w.Write("next", 8))
	require.NoError(t, w.Close())
	all := parts(t, b.Bytes())
	assert.Contains(t, all["xl/worksheets/sheet1.xml"],
		`<row><c t="inlineStr"><is><t xml:space="preserve">=1+1 &lt;&amp;&gt; </t></is></c><c><v>7</v></c><c><v>`+
			`0.500</v></c><c/></row>`)
	assert.Contains(t, all["xl/worksheets/sheet2.xml"], "next")
	assert.Contains(t, all["xl/worksheets/sheet2.xml"], ">en<", "each sheet has the head")
	assert.Contains(t, all["xl/workbook.xml"], `<sheet name="Memory 2" sheetId="2" r:id="rId2"/>`)
	assert.Contains(t, all["[Content_Types].xml"], "/xl/worksheets/sheet2.xml")

	b.Reset()
	require.NoError(t, NewWriter(&b, "Empty", []any{"en"}).Close())
	assert.Contains(t, parts(t, b.Bytes())["xl/worksheets/sheet1.xml"], ">en<")
}

func TestTextsThatExcelCannotHold(t *testing.T) {
	w := NewWriter(io.Discard, "Memory", nil)
	require.NoError(t, w.Write(strings.Repeat("é", MaxCell)))
	assert.ErrorContains(t, w.Write(strings.Repeat("é", MaxCell+1)), "row 3 has a text of more than 32767 characters")
	assert.Error(t, w.Close())
}
