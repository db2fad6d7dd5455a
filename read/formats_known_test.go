package read_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/bitext-go/bitext/read"
)

// zipped returns a zip archive with a file.
func zipped(t *testing.T, name, content string) string {
	return string(archive(t, map[string]string{name: content}, "", nil, 0))
}

func wide(s string) string {
	var b strings.Builder
	for _, c := range []byte(s) {
		b.WriteByte(c)
		b.WriteByte(0)
	}
	return b.String()
}

// Every file is read as what it is, or refused by the name of its format and with what to do. None
// is taken for prose that is not.
func TestEveryFormatIsReadOrRefused(t *testing.T) {
	const ole = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"
	cues := "1\n00:00:01,000 --> 00:00:02,000\nThe bridge is closed.\n\n" +
		"2\n00:00:03,000 --> 00:00:04,000\nTake the ferry.\n"
	for _, c := range []struct {
		name, in string
		format   read.Format // "" if it is refused
		refused  string      // the refusal
	}{
		{"a.txt", "The bridge is closed.\nTake the ferry.\n", read.Text, ""},
		{"letter", "Dear Ms. Roe:\n\nThe bridge (see map) is closed: take the ferry; it leaves at 10:15.\n", read.Text, ""},
		{"list.txt", "Menu:\n- soup: 5 €\n- bread = free\n- tea: 2 €\nWe are open at 10:00.\n", read.Text, ""},
		{"toc.txt", "[[toc]]\nThe bridge is closed.\n", read.Text, ""},
		{"poem.txt", "O sea,\n  O bridge!\nWho shall cross thee?\n", read.Text, ""},
		{"a.md", "<p align=\"center\">Title</p>\n\nText.\n", read.Markdown, ""},
		{"a.html", "<p>The bridge is closed.</p>", read.HTML, ""},
		{"page", "<!doctype html><p>The bridge is closed.</p>", read.HTML, ""},
		{"piece", "<div><p>The bridge is closed.</p></div>", read.HTML, ""},
		{"a.docx", zipped(t, "word/document.xml", wordHead+"<w:p><w:r><w:t>Text</w:t></w:r></w:p>"+wordTail), read.DOCX, ""},

		{"a.tmx", `<?xml version="1.0"?><tmx version="1.4">`, "", "this is a translation memory (TMX): its sentences are paired already"},
		{"a.xlf", `<xliff version="1.2">`, "", "this is an XLIFF file: its sentences are paired already"},
		{"a.srt", cues, read.SRT, ""},
		{"a.txt", cues, read.SRT, ""},
		{"a.vtt", "WEBVTT\n\n00:01.000 --> 00:02.000\nText.\n", read.VTT, ""},
		{"a", "[Script Info]\nTitle: x\n[Events]\nDialogue: 0,0:00:01.00,0:00:02.00,Default,,0,0,0,,Text\n", "", "a subtitle file (Advanced SubStation) is not read; convert it to SRT"},
		{"a.txt", "{10}{40}The bridge is closed.\n{50}{80}Take the ferry.\n", "", "a subtitle file (MicroDVD) is not read; convert it to SRT"},
		{"a.txt", "[00:12.00]Row, row\n[00:15.30]row your boat\n", "", "a text with time codes is not read; convert it to SRT, or take the time codes out"},
		{"a", `<tt xmlns="http://www.w3.org/ns/ttml"><body><p begin="0s">Text</p></body></tt>`, "", "a subtitle file (TTML) is not read; convert it to SRT"},
		{"a.txt", "msgid \"Open\"\nmsgstr \"Ouvrir\"\n\nmsgid \"Close\"\nmsgstr \"Fermer\"\n", "", "this is a gettext catalogue (PO): its sentences are paired already"},
		{"a.mo", "\xDE\x12\x04\x95\x00\x00\x00\x00", "", "a compiled gettext catalogue (MO) is not read; make a PO file of it, with: msgunfmt"},
		{"a.json", `{"a": "Text"}`, read.JSON, ""},
		{"a.txt", "{\n  \"a\": \"Text\",\n  \"b\": \"More\"\n}\n", read.JSON, ""},
		{"a.txt", "{\"a\":\"Text\"}\n{\"a\":\"More\"}\n", "", "JSON"},
		{"a.properties", "a=Text\n", read.Properties, ""},
		{"a.txt", "open.title=Open\nopen.text=Open the file\nclose.title=Close\n", "", "an INI file is not read; export its texts"},
		{"a.resx", `<root><data name="a"><value>Text</value></data></root>`, read.RESX, ""},
		{"strings.xml", `<resources><string name="a">Text</string></resources>`, read.Android, ""},
		{"a", "\"a\" = \"Text\";\n\"b\" = \"More\";\n", read.Strings, ""},
		{"a.yml", "en:\n  a: Text\n", "", "YAML is not read; export its texts"},
		{"a.txt", "---\nen:\n  title: \"Open\"\n  text: \"Close\"\n", "", "YAML is not read; export its texts"},
		{"a.ts", `<?xml version="1.0"?><!DOCTYPE TS><TS version="2.1"></TS>`, "", "this is a resource file of Qt (TS): its sentences are paired already"},
		{"a.ts", "export const a = 1;\n", "", "program code is not read; export its texts"},
		{"a.tbx", `<martif type="TBX"></martif>`, "", "a terminology file (TBX) is not read; give it to --lexicon"},
		{"a.ttx", `<TRADOStag Version="2.0"></TRADOStag>`, "", "this is a Trados document (TTX): its sentences are paired already"},
		{"a.txt", "%20200101~100000\t%User ID\tTU=1\t%EN-US\t%Wordfast\t%FR-FR\n", "", "this is a Wordfast memory: its sentences are paired already"},
		{"a.csv", "en,fr\nOpen,Ouvrir\n", read.CSV, ""},
		{"a.txt", "\"Open, please\",\"Ouvrez\"\n\"Close\",\"Fermez\"\n", read.CSV, ""},
		{"a.tsv", "Open\tOuvrir\n", read.TSV, ""},
		{"a.txt", "Open\tOuvrir\nClose\tFermer\nSave\tEnregistrer\n", read.TSV, ""},
		{"a.xlsx", zipped(t, "xl/workbook.xml", ""), "", "damaged archive: xl/_rels/workbook.xml.rels is missing"},
		{"a.ods", zipped(t, "content.xml", "<a/>") + "application/vnd.oasis.opendocument.spreadsheet", "", "there is no text in it"},
		{"a.pptx", zipped(t, "ppt/presentation.xml", "<a/>"), "", "there is no text in it"},
		{"a.epub", zipped(t, "META-INF/container.xml", "<a/>"), "", "damaged book"},
		{"a.idml", zipped(t, "designmap.xml", "<a/>"), "", "there is no text in it"},
		{"a.pages", zipped(t, "Index/Document.iwa", ""), "", "a document of Apple's programs is not read; export it as DOCX or PDF"},
		{"a.zip", zipped(t, "photo.jpg", ""), "", "a zip archive without a document that is known is not read; unpack it"},
		{"a.doc", ole + wide("WordDocument"), "", "this format is read through LibreOffice, which is not installed; install it, or save the document as DOCX"},
		{"a.xls", ole + wide("Workbook"), "", "a spreadsheet of Excel 97 to 2003 (XLS) is not read; save it as XLSX or CSV"},
		{"a.ppt", ole + wide("PowerPoint Document"), "", "a presentation of PowerPoint 97 to 2003 (PPT) is not read; save its outline"},
		{"a.msg", ole + wide("__substg1.0_0037001F"), "", "a message of Outlook (MSG) is not read; save the message as HTML or text"},
		{"a.docx", ole + wide("EncryptedPackage"), "", "a document that is protected by a password is not read; save it without a password"},
		{"a.rtf", `{\rtf1 Text}`, read.RTF, ""},
		{"a.txt", "\\documentclass{article}\n\\begin{document}\nText.\n\\end{document}\n", "", "LaTeX is not read; convert it, for example with: pandoc"},
		{"chapter.txt", "\\section{Bridges}\nThe bridge is closed.\n\\begin{itemize}\n\\item Take the ferry.\n\\end{itemize}\n", "", "LaTeX is not read; convert it, for example with: pandoc"},
		{"a.rst", "Title\n=====\n\nText.\n", "", "reStructuredText is not read; convert it, for example with: pandoc"},
		{"a.adoc", "= Title\n\nText.\n", "", "AsciiDoc is not read; convert it to HTML, for example with: asciidoctor"},
		{"a.txt", "'''Bridge''' is a [[structure]].\n\n== History ==\n{{main|History}}\nThe [[first]] was of [[wood]].\n", "", "wiki markup is not read; save the page as HTML"},
		{"a.typ", "= Title\nText.\n", "", "Typst is not read; convert it, for example with: pandoc"},
		{"a.t2t", "Title\n\n= Head =\n", "", "txt2tags is not read; convert it, for example with: pandoc"},
		{"a.muse", "* Title\n\nText.\n", "", "Muse is not read; convert it, for example with: pandoc"},
		{"a.dokuwiki", "===== Title =====\nText.\n", "", "wiki markup is not read; save the page as HTML"},
		{"story", `<?xml version="1.0"?><?aid style="50" type="snippet"?><Document><Story/></Document>`, "", "an InCopy story (ICML) is not read; save it as RTF"},
		{"a.org", "#+TITLE: Bridge\n* Text\n", "", "Org is not read; convert it, for example with: pandoc"},
		{"a.1", ".TH BRIDGE 1\n.SH NAME\nbridge \\- a structure\n.SH SYNOPSIS\n.B bridge\n", "", "a manual page (roff) is not read; convert it to HTML, for example with: mandoc"},
		{"a.xml", `<book xmlns="http://docbook.org/ns/docbook"><para>Text</para></book>`, "", "DocBook is not read; convert it, for example with: pandoc"},
		{"a.dita", `<topic id="a"><title>Text</title></topic>`, "", "DITA is not read; convert it to HTML"},
		{"a.xml", `<?xml version="1.0"?><greeting>Text</greeting>`, "", "XML of an unknown kind is not read; export its texts"},
		{"a.svg", `<svg xmlns="http://www.w3.org/2000/svg"><text>Text</text></svg>`, "", "a vector graphic (SVG) is not read; export its texts"},
		{"a.txt", "Return-Path: <a@example.org>\nReceived: by example.org\nSubject: Bridge\n\nText.\n", "", "an e-mail message is not read; save the message as HTML or text"},
		{"a.patch", "--- a\n+++ b\n@@ -1 +1 @@\n-Text\n+Word\n", "", "a list of changes (diff) is not read; it holds no text to align"},
		{"a.txt", "func main() {\n\tx := 1;\n\tif x > 0 {\n\t\treturn;\n\t}\n}\n", "", "program code is not read; export its texts"},
		{"a.txt", "{% if x %}\n<b y=\"2\">\n{% include y %}\n<c/>\n</b>\n", "", "a text that is mostly markup or data is not read; save its text alone"},
		{"a.png", "\x89PNG\r\n\x1a\n", "", "a picture is not read; recognise its text first, for example with: tesseract"},
		{"a.mp3", "ID3\x03\x00", "", "a sound or film is not read; have it transcribed first"},
		{"a.mp4", "\x00\x00\x00\x18ftypmp42\x00\x00", "", "a film is not read; have it transcribed first"},
		{"a.7z", "7z\xBC\xAF\x27\x1C\x00", "", "a packed archive is not read; unpack it"},
		{"a.mobi", strings.Repeat("a", 60) + "BOOKMOBI" + "a", "", "a book for Kindle (MOBI) is not read; convert it to EPUB or HTML"},
	} {
		t.Run(c.name+" "+c.refused, func(t *testing.T) {
			d, err := (&read.Reader{Soffice: "no such program"}).Read(t.Context(), c.name, strings.NewReader(c.in))
			if c.format == "" {
				require.ErrorContains(t, err, c.name+": ")
				assert.ErrorContains(t, err, c.refused)
				return
			}
			require.NoError(t, err)
			assert.Equal(t, c.format, d.Format)
		})
	}
}
