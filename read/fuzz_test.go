package read_test

import (
	"archive/zip"
	"bytes"
	"io"
	"os"
	"path/filepath"
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
		d, err := r.Read("fuzz", bytes.NewReader(raw))
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
	fuzz(f, read.HTML)
}

// The XML in DOCX and ODT is fuzzed in an archive that is made around it: the archive itself would
// hide it.
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
	f.Fuzz(func(t *testing.T, xml []byte) {
		var b bytes.Buffer
		z := zip.NewWriter(&b)
		w, err := z.CreateHeader(&zip.FileHeader{Name: name})
		require.NoError(t, err)
		_, err = w.Write(xml)
		require.NoError(t, err)
		require.NoError(t, z.Close())
		r := small
		r.Format = format
		d, err := r.Read("fuzz", &b)
		sound(t, d, err)
	})
}

func FuzzDOCX(f *testing.F) {
	f.Add([]byte(`<w:document><w:body>` +
		`<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>a</w:t><w:br/><w:tab/></w:r>` +
		`<w:del><w:r><w:delText>b</w:delText></w:r></w:del></w:p>` +
		`<w:tbl><w:tr><w:tc><w:p><w:r><w:t>c</w:t></w:r></w:p></w:tc></w:tr></w:tbl></w:body></w:document>`))
	fuzzArchive(f, read.DOCX, "word/document.xml", "formats/report.docx")
}

func FuzzRTF(f *testing.F) {
	seed(f, "formats/report.rtf")
	f.Add([]byte(`{\rtf1{\fonttbl{\f1\fcharset204 A;}}\f1\'e8\u8217?{\footnote a\par}` +
		`\intbl b\cell\itap2 c\nestcell\row{\*\x}}`))
	fuzz(f, read.RTF)
}

func FuzzODT(f *testing.F) { fuzzArchive(f, read.ODT, "content.xml", "formats/report.odt") }
