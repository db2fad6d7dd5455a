package read_test

import (
	"bytes"
	"fmt"
	"html"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/text/language"

	"github.com/bitext-go/bitext/read"
)

// A translation is the report in one language: its paragraphs and its sentences.
type translation struct {
	lang       language.Tag
	paragraphs []string
	sentences  []string
}

// translations returns the report in the languages that have a file of their own.
func translations(t *testing.T) (out []translation) {
	t.Helper()
	for _, lang := range []string{"es", "fr", "ru", "zh"} {
		doc, err := read.File(t.Context(), filepath.Join(fixtures, "report."+lang+".txt"))
		require.NoError(t, err)
		text := doc.Text(language.MustParse(lang))
		one := translation{lang: text.Lang, sentences: sentences(text)}
		for _, p := range text.Paragraphs {
			from, to := text.Sentences[p.Lo].Start, text.Sentences[p.Hi-1].End
			one.paragraphs = append(one.paragraphs, text.Body[from:to])
		}
		require.GreaterOrEqual(t, len(one.sentences), 20, lang)
		out = append(out, one)
	}
	return out
}

// The report in each language has the same sentences in the formats that are made here.
func TestTheReportInEveryLanguage(t *testing.T) {
	for _, one := range translations(t) {
		var markdown, page strings.Builder
		fmt.Fprintf(&page, `<!DOCTYPE html><html lang="%s"><head><title>x</title></head><body><main>`, one.lang)
		for _, p := range one.paragraphs {
			markdown.WriteString(p + "\n\n")
			fmt.Fprintf(&page, "<p>%s</p>\n", html.EscapeString(p))
		}
		for name, raw := range map[string][]byte{
			"report.md":   []byte(markdown.String()),
			"report.html": []byte(page.String() + "</main></body></html>"),
			"report.epub": book(t, one.paragraphs),
			"report.pptx": slides(t, one.paragraphs),
		} {
			doc, err := new(read.Reader).Read(t.Context(), name, bytes.NewReader(raw))
			require.NoError(t, err, name)
			assert.Equal(t, one.sentences, sentences(doc.Text(one.lang)), "%s in %v", name, one.lang)
		}
	}
}

// flatDocument is a text document of LibreOffice in one file; %s are the language and the
// paragraphs.
const flatDocument = `<?xml version="1.0" encoding="UTF-8"?>
<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
 xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"
 xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"
 xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" office:version="1.2"
 office:mimetype="application/vnd.oasis.opendocument.text"><office:automatic-styles>
<style:style style:name="p" style:family="paragraph"><style:paragraph-properties fo:text-align="justify"
 fo:margin-bottom="0.3cm"/><style:text-properties fo:language="%[1]s" style:language-asian="%[1]s"/></style:style>
</office:automatic-styles><office:body><office:text>%[2]s</office:text></office:body></office:document>`

// withoutMarks returns sentences without spaces and enumeration commas.
func withoutMarks(sentences []string) (out []string) {
	for _, s := range sentences {
		out = append(out, strings.NewReplacer(" ", "", "、", "").Replace(s))
	}
	return out
}

// LibreOffice writes the report in each language in the formats that people have; each has the same
// sentences. DOC is read through LibreOffice too, which takes its time, and is tried in one
// language. Chinese in PDF needs a font. LibreOffice loses marks there that hang in the margin, and
// divides numbers at the ends of lines; marks and spaces are not compared.
func TestTheReportFromLibreOffice(t *testing.T) {
	soffice, err := exec.LookPath("soffice")
	if err != nil {
		require.Empty(t, os.Getenv("BITEXT_SOFFICE"), "LibreOffice must be there")
		t.Skip("LibreOffice is not installed")
	}
	dir := t.TempDir()
	var files []string
	all := translations(t)
	for _, one := range all {
		var b strings.Builder
		for _, p := range one.paragraphs {
			fmt.Fprintf(&b, `<text:p text:style-name="p">%s</text:p>`, html.EscapeString(p))
		}
		file := filepath.Join(dir, one.lang.String()+".fodt")
		require.NoError(t, os.WriteFile(file, fmt.Appendf(nil, flatDocument, one.lang, b.String()), 0o600))
		files = append(files, file)
	}
	for _, format := range []string{"odt", "docx", "doc", "rtf", "pdf"} {
		if _, err := exec.LookPath("pdftotext"); format == "pdf" && err != nil {
			require.Empty(t, os.Getenv("BITEXT_PDF"), "pdftotext must be there")
			continue
		}
		profile := "-env:UserInstallation=file://" + filepath.ToSlash(dir) + "/profile"
		out, err := exec.Command(soffice, append([]string{profile, "--headless", "--convert-to", format,
			"--outdir", dir}, files...)...).CombinedOutput()
		require.NoError(t, err, string(out))
		for _, one := range all {
			if format == "doc" && one.lang != language.Russian {
				continue
			}
			doc, err := read.File(t.Context(), filepath.Join(dir, one.lang.String()+"."+format))
			require.NoError(t, err)
			want, got := one.sentences, sentences(doc.Text(one.lang))
			if format == "pdf" && one.lang == language.Chinese {
				if !strings.Contains(doc.Body, "沙漠") {
					continue // no font has the characters
				}
				want, got = withoutMarks(want), withoutMarks(got)
			}
			assert.Equal(t, want, got, "%s in %v", format, one.lang)
		}
	}
}
