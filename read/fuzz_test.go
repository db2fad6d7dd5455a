package read_test

import (
	"archive/zip"
	"bytes"
	"io"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/require"
	"golang.org/x/text/language"

	"github.com/bitext-go/bitext/read"
)

// sound checks what holds for every document that is read without an error.
func sound(t *testing.T, d *read.Document, err error) {
	if err != nil {
		require.NotEmpty(t, err.Error())
		return
	}
	require.True(t, utf8.ValidString(d.Body))
	require.NotEmpty(t, strings.TrimSpace(strings.Trim(d.Body, "\uFEFF")))
	require.NotContains(t, d.Body, "\x00")
	text := d.Text(language.English)
	for i := range text.Sentences {
		first, last := text.LinesOf(text.Paragraphs[text.ParagraphOf(i)])
		require.LessOrEqual(t, first, last)
	}
	for _, n := range d.Notes {
		require.LessOrEqual(t, n.First, n.Last)
		require.NotEmpty(t, n.String())
	}
}

// small are bounds that fuzzing reaches.
var small = read.Reader{MaxBytes: 1 << 16, MaxDepth: 20, MaxFiles: 20, MaxParagraph: 1 << 12,
	PDFToText: "no such program"}

// seed adds the beginning of the report in some of its formats.
func seed(f *testing.F, names ...string) {
	for _, name := range names {
		raw, err := os.ReadFile(filepath.Join(fixtures, filepath.FromSlash(name)))
		require.NoError(f, err)
		f.Add(raw[:min(len(raw), 1500)])
	}
}

func fuzz(f *testing.F, format read.Format) {
	f.Fuzz(func(t *testing.T, raw []byte) {
		r := small
		r.Format = format
		d, err := r.Read(t.Context(), "fuzz", bytes.NewReader(raw))
		sound(t, d, err)
	})
}

func FuzzAnything(f *testing.F) {
	seed(f, "report.ar-en.txt", "formats/report.docx", "formats/report.odt", "formats/report.html",
		"formats/report.en.pdf")
	f.Add([]byte("\x1f\x8b\x08\x00\x00\x00\x00\x00\x00\xff"))
	fuzz(f, "")
}

func FuzzText(f *testing.F) {
	seed(f, "report.ar-en.txt", "formats/report.utf-16le.txt", "formats/report.windows-1256.txt",
		"formats/report.pdf.txt")
	fuzz(f, read.Text)
}

func FuzzMarkdown(f *testing.F) {
	seed(f, "formats/report.md")
	f.Add([]byte("---\na: b\n---\n# T\n\n> a *b* __c__ `d` [e](f) ![g](h)\n\n" +
		"| a | b |\n|---|:-:|\n| c \\| d | <br> |\n\n```\ncode\n```\n1. x\n   - [ ] y\n\n[^1]: note\nsetext\n---\n<!-- no -->\n"))
	fuzz(f, read.Markdown)
}

func FuzzHTML(f *testing.F) {
	seed(f, "formats/report.html")
	f.Add([]byte("<table><tr><td>a<td>b<tr><td>c</table>" +
		"<pre>x\ny\n\nz</pre><ul><li>a<li>b</ul><p>c<br>d<br><br>e<svg><title>f</title></svg><script>g</script>"))
	f.Add([]byte("<ol start=-5 type=A reversed><li>a<li value=999999999999>b" +
		"<ol style='list-style:none'><li></ol><li>c</ol>"))
	fuzz(f, read.HTML)
}

// The XML in an archive is fuzzed in an archive that is made around it: the archive itself would
// hide it. others are further files in it.
func fuzzMember(f *testing.F, format read.Format, name string, others map[string]string) {
	f.Fuzz(func(t *testing.T, xml []byte) {
		var b bytes.Buffer
		z := zip.NewWriter(&b)
		put := func(name string, content []byte) {
			w, err := z.CreateHeader(&zip.FileHeader{Name: name})
			require.NoError(t, err)
			_, err = w.Write(content)
			require.NoError(t, err)
		}
		put(name, xml)
		for _, other := range slices.Sorted(maps.Keys(others)) {
			put(other, []byte(others[other]))
		}
		require.NoError(t, z.Close())
		r := small
		r.Format = format
		d, err := r.Read(t.Context(), "fuzz", &b)
		sound(t, d, err)
	})
}

func fuzzArchive(f *testing.F, format read.Format, name, fixture string) {
	raw, err := os.ReadFile(filepath.Join(fixtures, filepath.FromSlash(fixture)))
	require.NoError(f, err)
	z, err := zip.NewReader(bytes.NewReader(raw), int64(len(raw)))
	require.NoError(f, err)
	in, err := z.Open(name)
	require.NoError(f, err)
	xml, err := io.ReadAll(in)
	require.NoError(f, err)
	f.Add(xml[:min(len(xml), 8000)])
	fuzzMember(f, format, name, nil)
}

func FuzzDOCX(f *testing.F) {
	f.Add([]byte(`<w:document><w:body>` +
		`<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>a</w:t><w:br/><w:tab/></w:r>` +
		`<w:del><w:r><w:delText>b</w:delText></w:r></w:del></w:p>` +
		`<w:tbl><w:tr><w:tc><w:p><w:r><w:t>c</w:t></w:r></w:p></w:tc></w:tr></w:tbl></w:body></w:document>`))
	f.Add([]byte(`<w:document><w:body><w:p><w:pPr><w:framePr w:dropCap="drop"/></w:pPr>` +
		`<w:r><w:t>W</w:t></w:r></w:p><w:p>` +
		`<m:oMath><m:f><m:num><m:r><m:t>1</m:t></m:r></m:num><m:den><m:sSup><m:e><m:r><m:t>x</m:t></m:r></m:e><m:sup>` +
		`<m:r><m:t>2</m:t></m:r></m:sup></m:sSup></m:den></m:f></m:oMath><w:r><w:sym w:font="Symbol" w:char="F061"/>` +
		`<w:fldChar w:fldCharType="begin"/><w:t>a</w:t><w:fldChar w:fldCharType="end"/></w:r><w:r><mc:AlternateContent>` +
		`<mc:Choice/><mc:Fallback><w:t>b</w:t></mc:Fallback></mc:AlternateContent></w:r></w:p><w:altChunk/></w:body></w:document>`))
	fuzzArchive(f, read.DOCX, "word/document.xml", "formats/report.docx")
}

func FuzzRTF(f *testing.F) {
	seed(f, "formats/report.rtf")
	f.Add([]byte(`{\rtf1{\fonttbl{\f1\fcharset204 A;}}\f1\'e8\u8217?{\footnote a\par}` +
		`\intbl b\cell\itap2 c\nestcell\row{\*\x}}`))
	fuzz(f, read.RTF)
}

func FuzzODT(f *testing.F) { fuzzArchive(f, read.ODT, "content.xml", "formats/report.odt") }

func FuzzPPTX(f *testing.F) {
	f.Add([]byte(`<p:sld><p:sp><p:nvPr><p:ph type="title"/></p:nvPr>` +
		`<p:txBody><a:p><a:r><a:t>a</a:t></a:r><a:br/></a:p></p:txBody></p:sp><a:tbl><a:tr><a:tc><a:p><a:r><a:t>b</a:t></a:r></a:p></a:tc></a:tr></a:tbl></p:sld>`))
	f.Add([]byte(`<p:sld><p:sp><p:txBody><a:lstStyle><a:lvl1pPr>` +
		`<a:buAutoNum type="arabicPeriod" startAt="-3"/></a:lvl1pPr>` +
		`</a:lstStyle><a:p><a:pPr lvl="99"><a:buAutoNum type="romanLcParenBoth"/></a:pPr><a:r><a:t>a</a:t></a:r></a:p></p:txBody></p:sp></p:sld>`))
	fuzzMember(f, read.PPTX, "ppt/slides/slide1.xml", map[string]string{"ppt/presentation.xml": "<p:presentation/>"})
}

func FuzzIDML(f *testing.F) {
	f.Add([]byte(`<Story><ParagraphStyleRange><CharacterStyleRange><Content>a</Content><Br/><Content>b</Content>` +
		`</CharacterStyleRange><Table><Cell><ParagraphStyleRange><Content>c</Content></ParagraphStyleRange></Cell>` +
		`</Table>` +
		`<Note><Content>d</Content></Note></ParagraphStyleRange></Story>`))
	fuzzMember(f, read.IDML, "Stories/Story_u1.xml", map[string]string{"designmap.xml": "<Document/>"})
}

func FuzzEPUB(f *testing.F) {
	f.Add([]byte(`<package><metadata><dc:language>en</dc:language></metadata><manifest>` +
		`<item id="a" href="a.xhtml" media-type="application/xhtml+xml"/>` +
		`<item id="n" href="n.xhtml" media-type="application/xhtml+xml" properties="nav"/></manifest>` +
		`<spine><itemref idref="a"/><itemref idref="n"/></spine></package>`))
	fuzzMember(f, read.EPUB, "a.opf", map[string]string{
		"META-INF/container.xml": `<container><rootfiles><rootfile full-path="a.opf"/></rootfiles></container>`,
		"a.xhtml":                "<p>Text.</p>", "n.xhtml": "<p>Contents</p>",
	})
}

func FuzzXLSX(f *testing.F) {
	f.Add([]byte(`<worksheet><sheetData><row r="1"><c r="A1" t="s"><v>0</v></c>` +
		`<c r="B1" t="inlineStr"><is><t>b</t></is></c><c r="C1" s="1"><v>45000.5</v></c></row><row r="3"><c><v>1e300</v></c></row></sheetData></worksheet>`))
	fuzzMember(f, read.XLSX, "xl/worksheets/sheet1.xml", map[string]string{
		"xl/workbook.xml":            `<workbook xmlns:r="r"><sheets><sheet name="a" r:id="x"/></sheets></workbook>`,
		"xl/_rels/workbook.xml.rels": `<Relationships><Relationship Id="x" Target="worksheets/sheet1.xml"/></Relationships>`,
		"xl/sharedStrings.xml":       `<sst><si><t>a</t></si></sst>`,
		"xl/styles.xml": `<styleSheet><numFmts><numFmt numFmtId="170" formatCode="yyyy\-mm\-dd hh:mm"/></numFmts>` +
			`<cellXfs><xf numFmtId="0"/><xf numFmtId="170"/></cellXfs></styleSheet>`,
	})
}

func FuzzODS(f *testing.F) {
	f.Add([]byte(`<office:document-content><office:body><office:spreadsheet><table:table><table:table-row>` +
		`<table:table-cell table:number-columns-repeated="3"><text:p>a</text:p></table:table-cell>` +
		`<table:covered-table-cell/>` +
		`</table:table-row><table:table-row table:number-rows-repeated="1000000"/></table:table></office:spreadsheet>` +
		`</office:body></office:document-content>`))
	fuzzMember(f, read.ODS, "content.xml",
		map[string]string{"mimetype": "application/vnd.oasis.opendocument.spreadsheet"})
}

func FuzzSeparated(f *testing.F) {
	f.Add([]byte("a,\"b \"\"c\"\"\nd\",e\n\"open,\n;f\r\ng\t\"h\"\n"), true)
	f.Add([]byte("a\tb\n\"c\td\"\t\n"), false)
	f.Fuzz(func(t *testing.T, raw []byte, commas bool) {
		r := small
		if r.Format = read.TSV; commas {
			r.Format = read.CSV
		}
		d, err := r.Read(t.Context(), "fuzz", bytes.NewReader(raw))
		sound(t, d, err)
	})
}

func FuzzSubtitles(f *testing.F) {
	f.Add([]byte("1\n00:00:01,000 --> 00:00:02,000\n<i>a</i> {\\an8}b\n- c\n\n2\n00:03.5 --> 99:99:99.9\n♪ d ♪\n"))
	fuzz(f, read.SRT)
}
