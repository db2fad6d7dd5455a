package review_test

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"io"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/text/language"

	"github.com/bitext-go/bitext/align"
	"github.com/bitext-go/bitext/align/formats"
	"github.com/bitext-go/bitext/examples/bitext/review"
	"github.com/bitext-go/bitext/examples/bitext/review/sheet"
	"github.com/bitext-go/bitext/segment"
)

// hostile returns a review of one row of text that formats must escape, and of one that is alone.
func hostile(t *testing.T) *review.Review {
	o := options(t)
	o.Make = func() (*sheet.Sheet, error) {
		en := segment.FromSentences([]string{`=1+1 <b> & "x"`, "Alone."}, language.English)
		fr := segment.FromSentences([]string{"=1+1 <i> é"}, language.French)
		return sheet.FromTexts([]align.Bead{
			{Boundary: 0.9, Translation: 0.8, Ranges: []segment.Range{{Lo: 0, Hi: 1}, {Lo: 0, Hi: 1}}},
			{Boundary: 0.9, Ranges: []segment.Range{{Lo: 1, Hi: 2}, {Lo: 1, Hi: 1}}},
		}, en, fr), nil
	}
	return open(t, o)
}

func exported(t *testing.T, r *review.Review, format string) []byte {
	t.Helper()
	var b bytes.Buffer
	units, err := r.Export(&b, "all", format)
	require.NoError(t, err)
	assert.Equal(t, 1, units, format)
	return b.Bytes()
}

func TestXLIFF(t *testing.T) {
	r := hostile(t)
	for row, err := range formats.ReadXLIFF(bytes.NewReader(exported(t, r, "xliff"))) {
		require.NoError(t, err)
		assert.Equal(t, []string{`=1+1 <b> & "x"`, "=1+1 <i> é"}, row.Texts)
	}
	act(t, r, review.Action{Do: "approve", Row: 1})
	act(t, r, review.Action{Do: "note", Row: 1, Text: "Ask <Paul>"})
	var file struct {
		File struct {
			Original string `xml:"original,attr"`
			Source   string `xml:"source-language,attr"`
			Units    []struct {
				Approved string `xml:"approved,attr"`
				Source   string `xml:"source"`
				Target   struct {
					State string `xml:"state,attr"`
					Text  string `xml:",chardata"`
				} `xml:"target"`
				Note string `xml:"note"`
			} `xml:"body>trans-unit"`
		} `xml:"file"`
	}
	require.NoError(t, xml.Unmarshal(exported(t, r, "xliff12"), &file))
	assert.Equal(t, "rain.en.txt", file.File.Original)
	assert.Equal(t, "en", file.File.Source)
	require.Len(t, file.File.Units, 1)
	u := file.File.Units[0]
	assert.Equal(t, "yes signed-off", u.Approved+" "+u.Target.State)
	assert.Equal(t, []string{`=1+1 <b> & "x"`, "=1+1 <i> é", "Ask <Paul>"}, []string{u.Source, u.Target.Text, u.Note})
}

// A workbook holds texts as texts: a sentence that looks like a formula is none.
func TestXLSX(t *testing.T) {
	b := exported(t, hostile(t), "xlsx")
	z, err := zip.NewReader(bytes.NewReader(b), int64(len(b)))
	require.NoError(t, err)
	parts := map[string]string{}
	for _, f := range z.File {
		c, err := f.Open()
		require.NoError(t, err)
		text, err := io.ReadAll(c)
		require.NoError(t, err)
		require.NoError(t, xml.Unmarshal(text, new(struct{})), f.Name)
		parts[f.Name] = string(text)
	}
	assert.Contains(t, parts, "[Content_Types].xml")
	sheet := parts["xl/worksheets/sheet1.xml"]
	assert.Contains(t, sheet, `<c r="A2" t="inlineStr"><is><t xml:space="preserve">=1+1 &lt;b&gt; &amp;`)
	assert.Contains(t, sheet, `<c r="D2"><v>0.900</v></c>`)
	assert.NotContains(t, sheet, "<f>")
	assert.Equal(t, 2, strings.Count(sheet, "<row "))
}

func TestOtherFormats(t *testing.T) {
	r := hostile(t)
	assert.Equal(t, "=1+1 <b> & \"x\"\t=1+1 <i> é\t0.900\t0.800\n", string(exported(t, r, "tsv")))
	page := string(exported(t, r, "html"))
	assert.Contains(t, page, "=1&#43;1 &lt;b&gt; &amp;")
	assert.NotContains(t, page, "<b>")

	act(t, r, review.Action{Do: "correct", Row: 1, Place: review.Place{Column: 1}, Text: "Deux <i>."})
	page = string(exported(t, r, "changes"))
	assert.Contains(t, page, "1 of 2 rows")
	assert.Contains(t, page, "Deux &lt;i&gt;.")
	assert.Contains(t, page, "<del><bdi>=1&#43;1 &lt;i&gt; é</bdi></del>")

	var b bytes.Buffer
	_, err := r.Export(&b, "all", "docx")
	assert.ErrorContains(t, err, "choose tmx, xliff")
	_, err = r.Export(&b, "most", "tmx")
	assert.ErrorContains(t, err, "choose approved, sure, all")
	_, err = twelve(t).Export(&b, "all", "xliff")
	assert.ErrorContains(t, err, "holds two languages")
	assert.Equal(t, "rain.en.sure.xlsx", r.ExportName("sure", "xlsx"))
	assert.Equal(t, "rain.en.tmx", r.ExportName("all", "tmx"))
}
