package read_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/bitext-go/bitext/read"
)

// Rarer files that are refused, each by its name and with what to do.
func TestRareFilesAreRefusedByName(t *testing.T) {
	for _, c := range []struct{ name, in, refused string }{
		{"a.odp", zipped(t, "content.xml", "<a/>") + "application/vnd.oasis.opendocument.presentation",
			"an OpenDocument presentation (ODP) is not read; save its outline"},
		{"a.wpd", "\xFFWPC\x00", "a WordPerfect document is not read; save it as DOCX"},
		{"a.xml", `<w:wordDocument xmlns:w="w"/>`, "a Word document in one XML file is not read; save it as DOCX"},
		{"a.fb2", `<FictionBook xmlns="x"/>`, "FictionBook is not read; convert it to EPUB or HTML"},
		{"a.djvu", "AT&TFORM\x00", "DjVu is not read; take its text out, for example with: djvutxt"},
		{"a.ps", "%!PS-Adobe-3.0\n", "PostScript is not read; convert it to PDF, for example with: ps2pdf"},
		{"a.textile", "h1. Title\n", "Textile is not read; convert it, for example with: pandoc"},
		{"a.texi", "\\input texinfo\n@chapter One\n", "Texinfo is not read; convert it to HTML, for example with: makeinfo"},
		{"a.pod", "=head1 NAME\n\ntext\n", "Perl documentation (POD) is not read; convert it to HTML"},
		{"a.xml", `<TEI xmlns="http://www.tei-c.org/ns/1.0"/>`, "TEI is not read; convert it, for example with: pandoc"},
		{"a.xml", `<jats/>`, "JATS is not read; convert it, for example with: pandoc"},
		{"a.txml", `<txml version="1.0"/>`, "a file of Wordfast Pro (TXML) is not read; save it as TXLF or TMX"},
		{"a.xini", `<Xini/>`, "a file of ONTRAM (XINI) is not read; export it as XLIFF or TMX"},
		{"a.plist", `<plist version="1.0"><dict/></plist>`, "a property list (plist) is not read"},
		{"a.jsonl", "{\"a\": 1}\n{\"a\": 2}\n", "JSON Lines is not read"},
		{"a.toml", "[a]\nb = \"c\"\n", "TOML is not read; export its texts"},
		{"a.ics", "BEGIN:VCALENDAR\nEND:VCALENDAR\n", "a calendar or an address book is not read"},
		{"a.bib", "@book{a, title={b}}\n", "a bibliography (BibTeX) is not read; it holds no text to align"},
		{"a.ipynb", `{"cells": [], "nbformat": 4}`, "a notebook of Jupyter is not read; convert it to Markdown"},
		{"a.pem", "-----BEGIN CERTIFICATE-----\nMII\n", "a key or a certificate is not read; it holds no text to align"},
		{"a.rss", `<rss version="2.0"/>`, "a feed (RSS or Atom) is not read; save its pages as HTML"},
		{"a.tar", "a.txt" + strings.Repeat("\x00", 252) + "ustar\x0000" + strings.Repeat("\x00", 300),
			"a tar archive is not read; unpack it"},
		{"a.db", "SQLite format 3\x00", "a database is not read; export its texts"},
		{"a.exe", "MZ\x90\x00", "a program is not read; it holds no text to align"},
		{"a.ttf", "\x00\x01\x00\x00\x00\x10", "a font is not read; it holds no text to align"},
		{"a.css", "a { color: red }\n", "a style sheet (CSS) is not read; it holds no text to align"},
		{"a.sql", "INSERT INTO a VALUES (1);\n", "a database dump (SQL) is not read; export its texts"},
		{"a.hwp", "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1" + wide("HwpSummaryInformation"),
			"a Hangul document (HWP) is not read; save it as DOCX"},
		{"a.hwpx", zipped(t, "Contents/section0.xml", "<a/>"), "a Hangul document (HWPX) is not read; save it as DOCX"},
		{"a.vsdx", zipped(t, "visio/document.xml", "<a/>"), "a drawing of Visio is not read; save it as PDF"},
		{"a.qm", "\x3C\xB8\x64\x18\xCA\xEF\x9C\x95", "a compiled catalogue of Qt (QM) is not read; make a TS file of it"},
		{"a", "SQLite format 3\x00translation_units", "a translation memory of Trados (SDLTM) is not read; export it as TMX"},
		{"a.sdltb", "\x00\x01", "a termbase of MultiTerm (SDLTB) is not read; export it as TBX or CSV"},
		{"a.gdoc", `{"doc_id": "a"}`, "a link to a document of Google Docs is not read; open it, and download it as DOCX"},
		{"a.smi", "<SAMI><BODY></BODY></SAMI>", "a subtitle file (SAMI) is not read; convert it to SRT"},
		{"a.chm", "ITSF\x03", "a help file of Windows (CHM) is not read; unpack it"},
	} {
		_, err := new(read.Reader).Read(t.Context(), c.name, strings.NewReader(c.in))
		assert.ErrorContains(t, err, c.name+": "+c.refused)
		assert.False(t, read.DetectBilingual(c.name, []byte(c.in)), c.name)
	}
}
