package read_test

import (
	"bytes"
	"fmt"
	"html"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/text/language"

	"github.com/bitext-go/bitext/lang"
	"github.com/bitext-go/bitext/read"
)

// reportParagraphs returns the paragraphs of the report.
func reportParagraphs(t *testing.T) []string {
	t.Helper()
	doc, err := read.File(t.Context(), filepath.Join(fixtures, "formats", "report.docx"))
	require.NoError(t, err)
	var out []string
	for _, p := range doc.Paragraphs {
		out = append(out, p.Text)
	}
	return out
}

// inMarkup returns a paragraph as XML or HTML, its line breaks as an element.
func inMarkup(p, lineBreak string) string {
	return strings.ReplaceAll(html.EscapeString(p), "\u2028", lineBreak)
}

// book returns paragraphs as an electronic book of two pages.
func book(t *testing.T, paragraphs []string) []byte {
	page := func(paragraphs []string) string {
		var b strings.Builder
		b.WriteString(`<?xml version="1.0" encoding="utf-8"?><html xmlns="http://www.w3.org/1999/xhtml"><head><title>Report</title></head><body>`)
		for _, p := range paragraphs {
			fmt.Fprintf(&b, "<p>%s</p>\n", inMarkup(p, "<br/>"))
		}
		return b.String() + "</body></html>"
	}
	half := len(paragraphs) / 2
	return archive(t, map[string]string{
		"META-INF/container.xml": `<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles><rootfile full-path="OEBPS/content.opf" media-type="application/oebps-package+xml"/></rootfiles></container>`,
		"OEBPS/content.opf": `<package xmlns="http://www.idpf.org/2007/opf"><metadata xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:language>ar</dc:language></metadata>` +
			`<manifest><item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>` +
			`<item id="two" href="text/two.xhtml" media-type="application/xhtml+xml"/><item id="one" href="text/one.xhtml" media-type="application/xhtml+xml"/></manifest>` +
			`<spine><itemref idref="nav"/><itemref idref="one"/><itemref idref="two"/></spine></package>`,
		"OEBPS/nav.xhtml":      page([]string{"Contents"}),
		"OEBPS/text/one.xhtml": page(paragraphs[:half]),
		"OEBPS/text/two.xhtml": page(paragraphs[half:]),
	}, "", nil, 0)
}

// slides returns paragraphs as a presentation, three on each slide, with a foot and a number.
func slides(t *testing.T, paragraphs []string) []byte {
	files := map[string]string{}
	var list, relations strings.Builder
	for n := 1; len(paragraphs) > 0; n++ {
		some := paragraphs[:min(3, len(paragraphs))]
		paragraphs = paragraphs[len(some):]
		var b strings.Builder
		b.WriteString(`<p:sld xmlns:p="p" xmlns:a="a"><p:cSld><p:spTree><p:sp><p:txBody>`)
		for _, p := range some {
			text := inMarkup(p, `</a:t></a:r><a:br/><a:r><a:t>`)
			fmt.Fprintf(&b, `<a:p><a:pPr lvl="0"/><a:r><a:rPr lang="en"/><a:t>%s</a:t></a:r></a:p>`, text)
		}
		b.WriteString(`</p:txBody></p:sp>`)
		for kind, text := range map[string]string{"ftr": "Foot", "sldNum": strconv.Itoa(n)} {
			fmt.Fprintf(&b, `<p:sp><p:nvSpPr><p:nvPr><p:ph type="%s"/></p:nvPr></p:nvSpPr>`+
				`<p:txBody><a:p><a:fld><a:t>%s</a:t></a:fld></a:p></p:txBody></p:sp>`, kind, text)
		}
		b.WriteString(`</p:spTree></p:cSld></p:sld>`)
		name := fmt.Sprintf("slides/slide%d.xml", n)
		files["ppt/"+name] = b.String()
		fmt.Fprintf(&list, `<p:sldId id="%d" r:id="rId%d"/>`, 255+n, n)
		fmt.Fprintf(&relations, `<Relationship Id="rId%d" Target="%s"/>`, n, name)
	}
	files["ppt/presentation.xml"] = `<p:presentation xmlns:p="p" xmlns:r="r"><p:sldIdLst>` + list.String() +
		`</p:sldIdLst></p:presentation>`
	files["ppt/_rels/presentation.xml.rels"] = "<Relationships>" + relations.String() + "</Relationships>"
	return archive(t, files, "", nil, 0)
}

// hasReport checks that a document has the sentences of the report.
func hasReport(t *testing.T, doc *read.Document) {
	t.Helper()
	want := wantSentences(t)
	texts := doc.Split(lang.ByLetters(language.Arabic, language.English))
	require.Len(t, texts, 2)
	for _, text := range texts {
		assert.Equal(t, want[text.Lang.String()], sentences(text), text.Lang)
	}
}

// Books and presentations have the sentences of the report too.
func TestTheReportAsBookAndSlides(t *testing.T) {
	for name, raw := range map[string][]byte{
		"report.epub": book(t, reportParagraphs(t)),
		"report.pptx": slides(t, reportParagraphs(t)),
	} {
		doc, err := new(read.Reader).Read(t.Context(), name, bytes.NewReader(raw))
		require.NoError(t, err)
		assert.Equal(t, read.Format(filepath.Ext(name)[1:]), doc.Format)
		hasReport(t, doc)
	}
}

// TestOldWord reads a real DOC where LibreOffice is installed; where it is not, the error says so.
func TestOldWord(t *testing.T) {
	path := filepath.Join(fixtures, "formats", "report.doc")
	if _, err := exec.LookPath("soffice"); err != nil {
		require.Empty(t, os.Getenv("BITEXT_SOFFICE"), "LibreOffice must be there")
		_, err := read.File(t.Context(), path)
		require.ErrorContains(t, err, "read through LibreOffice, which is not installed")
		return
	}
	doc, err := read.File(t.Context(), path)
	require.NoError(t, err)
	assert.Equal(t, read.DOC, doc.Format)
	hasReport(t, doc)
}

// Pages of books have no menus around the text. Numbers of printed pages are left out, and notes
// stay.
func TestBookPages(t *testing.T) {
	const page = `<html xmlns="http://www.w3.org/1999/xhtml"><body><header><h1>One</h1></header>` +
		`<p>The gate <span epub:type="pagebreak" title="7">7</span>is open<a epub:type="noteref" href="#n1">1</a>.</p>` +
		`<div role="doc-pagebreak">8</div><aside epub:type="footnote" id="n1"><p>Until noon.</p></aside>` +
		`<p><a href="two.xhtml">Next</a></p><footer><p>End.</p></footer></body></html>`
	raw := archive(t, map[string]string{
		"META-INF/container.xml": `<container><rootfiles><rootfile full-path="a/content.opf"/></rootfiles></container>`,
		"a/content.opf": `<package><manifest><item id="one" href="one%20page.xhtml" media-type="application/xhtml+xml"/>` +
			`</manifest><spine><itemref idref="one"/></spine></package>`,
		"a/one page.xhtml": page,
	}, "", nil, 0)
	doc, err := new(read.Reader).Read(t.Context(), "a.epub", bytes.NewReader(raw))
	require.NoError(t, err)
	assert.Equal(t, []string{"One", "The gate is open.", "Until noon.", "Next", "End."}, paragraphs(doc))
}
