package read_test

import (
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/text/language"

	"github.com/bitext-go/bitext/lang"
	"github.com/bitext-go/bitext/read"
	"github.com/bitext-go/bitext/segment"
)

const fixtures = "../testdata/report"

// wantSentences returns the sentences of the report by hand.
func wantSentences(t *testing.T) map[string][]string {
	t.Helper()
	raw, err := os.ReadFile(filepath.Join(fixtures, "report.gold.json"))
	require.NoError(t, err)
	var g struct {
		Sentences map[string][]struct{ Text string }
	}
	require.NoError(t, json.Unmarshal(raw, &g))
	out := map[string][]string{}
	for l, all := range g.Sentences {
		for _, s := range all {
			out[l] = append(out[l], s.Text)
		}
	}
	return out
}

func sentences(t *segment.Text) (out []string) {
	for i := range t.Sentences {
		out = append(out, strings.Join(strings.Fields(t.Sentence(i)), " "))
	}
	return out
}

// The same report in every format has the same sentences.
func TestTheReportInEveryFormat(t *testing.T) {
	want := wantSentences(t)
	for _, c := range []struct {
		file     string
		format   read.Format
		encoding string
		why      string
	}{
		{"report.ar-en.txt", read.Text, "utf-8", "text in UTF-8"},
		{"formats/report.utf-16le.txt", read.Text, "utf-16le", "as Windows saves “Unicode”"},
		{"formats/report.windows-1256.txt", read.Text, "windows-1256", "an Arabic Windows"},
		{"formats/report.md", read.Markdown, "utf-8", "with emphasis, links, a quotation and lists"},
		{"formats/report.html", read.HTML, "utf-8", "with menus, headlines and hidden text"},
		{"formats/report.docx", read.DOCX, "", "saved by LibreOffice, with tracked changes and page heads"},
		{"formats/report.odt", read.ODT, "", "saved by LibreOffice, with tracked changes and page heads"},
		{"formats/report.rtf", read.RTF, "", "saved by LibreOffice, with tracked changes and page heads"},
		{"formats/report.pdf.txt", read.Text, "utf-8", "as PDF tools give it: wrapped, with page heads and numbers"},
	} {
		t.Run(c.file, func(t *testing.T) {
			doc, err := read.File(t.Context(), filepath.Join(fixtures, filepath.FromSlash(c.file)))
			require.NoError(t, err)
			assert.Equal(t, c.format, doc.Format)
			assert.Equal(t, c.encoding, doc.Encoding)
			assert.False(t, doc.Lossy())
			texts := doc.Split(lang.ByLetters(language.Arabic, language.English))
			require.Len(t, texts, 2)
			for _, text := range texts {
				assert.Equal(t, want[text.Lang.String()], sentences(text), "%v: %s", text.Lang, c.why)
				if c.encoding == "utf-8" {
					standWhereTheySay(t, c.file, text)
				}
			}
		})
	}
}

// standWhereTheySay checks that the lines that a text names for its sentences are those of the
// file.
func standWhereTheySay(t *testing.T, file string, text *segment.Text) {
	t.Helper()
	raw, err := os.ReadFile(filepath.Join(fixtures, filepath.FromSlash(file)))
	require.NoError(t, err)
	lines := strings.Split(string(raw), "\n")
	for i := range text.Sentences {
		first, last := text.LinesOf(segment.Range{Lo: i, Hi: i + 1})
		require.Positive(t, first)
		// Of HTML and Markdown only the line is known in which the paragraph begins.
		end := last
		for strings.HasSuffix(file, "l") || strings.HasSuffix(file, "md") {
			if end++; end == len(lines) || strings.TrimSpace(lines[end-1]) == "" || strings.HasPrefix(lines[end-1],
				"<p") {
				break
			}
		}
		word := strings.Trim(strings.Fields(text.Sentence(i))[0], `"«.,`)
		assert.Contains(t, strings.Join(lines[first-1:end], "\n"), word, "lines %d–%d of %s", first, last, file)
	}
}

// TestPDF reads a real PDF where pdftotext is installed; where it is not, the error says how to
// install it.
func TestPDF(t *testing.T) {
	path := filepath.Join(fixtures, "formats", "report.en.pdf")
	if _, err := exec.LookPath("pdftotext"); err != nil {
		require.Empty(t, os.Getenv("BITEXT_PDF"), "pdftotext must be there")
		_, err := read.File(t.Context(), path)
		require.ErrorContains(t, err, "apt install poppler-utils")
		return
	}
	doc, err := read.File(t.Context(), path)
	require.NoError(t, err)
	assert.Equal(t, read.PDF, doc.Format)
	text := doc.Text(language.English)
	assert.Equal(t, wantSentences(t)["en"], sentences(text))
	n := len(text.Sentences)
	first, _ := text.PagesOf(segment.Range{Lo: 0, Hi: 1})
	_, last := text.PagesOf(segment.Range{Lo: n - 1, Hi: n})
	assert.Equal(t, []int{1, 2}, []int{first, last}, "pages")
}

// The report in Arabic as PDF has the same sentences, with their vowel marks and ligatures of lam
// and alef: from LibreOffice, justified, with lines that are stretched inside words, and from
// Chromium, which writes what its glyphs are beside them.
func TestPDFReportInArabic(t *testing.T) {
	for _, name := range []string{"report.ar.pdf", "report.ar-web.pdf"} {
		raw, err := os.ReadFile(filepath.Join(fixtures, "formats", name))
		require.NoError(t, err)
		doc, ok := readPDF(t, raw)
		if !ok {
			return
		}
		assert.Empty(t, doc.Notes, name)
		assert.Equal(t, wantSentences(t)["ar"], sentences(doc.Text(language.Arabic)), name)
	}
}
