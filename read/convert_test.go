package read_test

import (
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/bitext-go/bitext/read"
)

// oldWord is the beginning of a document of Word 97 to 2003.
var oldWord = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1" + wide("WordDocument")

// program writes a script that takes the place of LibreOffice.
func program(t *testing.T, script string) string {
	t.Helper()
	if runtime.GOOS == "windows" {
		t.Skip("there is no shell")
	}
	path := filepath.Join(t.TempDir(), "soffice")
	require.NoError(t, os.WriteFile(path, []byte("#!/bin/sh\n"+script), 0o700))
	return path
}

func TestOldFormatsThroughLibreOffice(t *testing.T) {
	docx := filepath.Join(t.TempDir(), "made.docx")
	require.NoError(t, os.WriteFile(docx, archive(t, map[string]string{
		"word/document.xml": wordHead + "<w:p><w:r><w:t>The text.</w:t></w:r></w:p>" + wordTail,
	}, "", nil, 0), 0o600))
	r := read.Reader{Soffice: program(t, "test -s document.doc && cp "+docx+" document.docx\n")}
	d, err := r.Read(t.Context(), "a.doc", strings.NewReader(oldWord))
	require.NoError(t, err)
	assert.Equal(t, read.DOC, d.Format)
	assert.Equal(t, []string{"The text."}, paragraphs(d))

	r = read.Reader{Soffice: program(t, "echo broken >&2; exit 1\n")}
	_, err = r.Read(t.Context(), "a.doc", strings.NewReader(oldWord))
	assert.ErrorContains(t, err, "a.doc: LibreOffice cannot read it")
	assert.ErrorContains(t, err, "broken); open it there, and save it as DOCX")

	r = read.Reader{Soffice: program(t, "exec sleep 60\n"), MaxTime: 100 * time.Millisecond}
	_, err = r.Read(t.Context(), "a.doc", strings.NewReader(oldWord))
	assert.ErrorContains(t, err, "soffice took longer than 100ms")

	r = read.Reader{Soffice: "no such program"}
	_, err = r.Read(t.Context(), "a.doc", strings.NewReader(oldWord))
	assert.ErrorContains(t, err,
		"read through LibreOffice, which is not installed; install it, or save the document as DOCX")
}

// Slides, stories and pages are read in their order.
func TestBooksAndSlides(t *testing.T) {
	page := func(s string) string { return "<html><body><h1>" + s + "</h1><p>Text of " + s + ".</p></body></html>" }
	slide := func(s string) string {
		return `<p:sld xmlns:p="p" xmlns:a="a"><p:sp><p:nvPr><p:ph type="title"/></p:nvPr><p:txBody><a:p><a:r><a:t>` +
			s + `</a:t></a:r><a:br/>` +
			`<a:r><a:t>again</a:t></a:r></a:p></p:txBody></p:sp><p:sp><p:nvPr><p:ph type="sldNum"/></p:nvPr><p:txBody><a:p><a:fld><a:t>7</a:t></a:fld></a:p></p:txBody></p:sp></p:sld>`
	}
	for _, c := range []struct {
		name  string
		files map[string]string
		want  []string
		out   []string
	}{
		{"a.epub", map[string]string{
			"META-INF/container.xml": `<container><rootfiles><rootfile full-path="OPS/book.opf"/></rootfiles></container>`,
			"OPS/book.opf": `<package><metadata><dc:language>pt-BR</dc:language></metadata><manifest><item id="n" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>` +
				`<item id="b" href="b.xhtml" media-type="application/xhtml+xml"/><item id="a" href="text/a.xhtml" media-type="application/xhtml+xml"/></manifest>` +
				`<spine><itemref idref="n"/><itemref idref="b"/><itemref idref="a"/></spine></package>`,
			"OPS/nav.xhtml": page("Contents"), "OPS/b.xhtml": page("B"), "OPS/text/a.xhtml": page("A"),
		}, []string{"B", "Text of B.", "A", "Text of A."}, []string{"table of contents"}},
		{"a.pptx", map[string]string{
			"ppt/presentation.xml":            `<p:presentation xmlns:p="p" xmlns:r="r"><p:sldIdLst><p:sldId id="1" r:id="x"/><p:sldId id="2" r:id="y"/></p:sldIdLst></p:presentation>`,
			"ppt/_rels/presentation.xml.rels": `<Relationships><Relationship Id="x" Target="slides/slide2.xml"/><Relationship Id="y" Target="slides/slide1.xml"/></Relationships>`,
			"ppt/slides/slide1.xml":           slide("One"), "ppt/slides/slide2.xml": slide("Two"), "ppt/notesSlides/notesSlide1.xml": slide("Note"),
		}, []string{"Two / again", "One / again"}, []string{"notes of the speaker"}},
		{"a.idml", map[string]string{
			"META-INF/container.xml": `<container><rootfiles><rootfile full-path="designmap.xml"/></rootfiles></container>`,
			"designmap.xml":          `<Document><idPkg:Story xmlns:idPkg="i" src="Stories/Story_u2.xml"/><idPkg:Story xmlns:idPkg="i" src="Stories/Story_u1.xml"/></Document>`,
			"Stories/Story_u1.xml":   `<Story><ParagraphStyleRange><CharacterStyleRange><Content>One</Content></CharacterStyleRange><CharacterStyleRange><Content> and two.</Content><Br/><Content>Three.</Content></CharacterStyleRange></ParagraphStyleRange></Story>`,
			"Stories/Story_u2.xml":   `<Story><ParagraphStyleRange><Content>First.</Content><Change ChangeType="DeletedText"><Content>Gone.</Content></Change><Note><Content>Note.</Content></Note></ParagraphStyleRange><Content>Loose.</Content><CharacterStyleRange><Content> More.</Content></CharacterStyleRange></Story>`,
		}, []string{"First.", "Loose. More.", "One and two.", "Three."},
			[]string{"deleted text of tracked changes", "comments"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			d, err := new(
				read.Reader,
			).Read(t.Context(), c.name, strings.NewReader(string(archive(t, c.files, "", nil, 0))))
			require.NoError(t, err)
			assert.Equal(t, c.want, paragraphs(d))
			assert.Equal(t, c.out, leftOut(d))
		})
	}
}
