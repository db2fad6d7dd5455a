package main

import (
	"context"
	"strings"

	"golang.org/x/text/language"

	"github.com/bitext-go/bitext/align/tmx"
	"github.com/bitext-go/bitext/read"
	"github.com/bitext-go/bitext/read/bilingual"
)

// readerCases are documents that are hard to read: n of something in one file.
var readerCases = []testCase{
	{"text: lines of one word", 25_000, document(read.Text, "", "word\n", "")},
	{"text: one line", 25_000, document(read.Text, "", "word, and word %d of %d. ", "")},
	{"text: empty lines", 400_000, document(read.Text, "word", "\n \n", "word")},
	{"Markdown: nested quotations", 2_500, document(read.Markdown, "", "> > > word\n", "")},
	{"Markdown: open marks", 10_000, document(read.Markdown, "", "*a _b [c ![d `e ", "")},
	{"HTML: open tags", 10_000, document(read.HTML, "", "<p><b><i>word", "")},
	{"HTML: rows of tables", 10_000, document(read.HTML, "<table>", "<tr><td>word<td>mot", "")},
	{"CSV: rows", 25_000, document(read.CSV, "en,fr\n", "word %d %d,mot\n", "")},
	{"RTF: groups", 10_000, document("rtf", `{\rtf1 `, `{\b word}\par `, "}")},
	{"TMX: units", 10_000, units("<tu><tuv xml:lang='en'><seg>word %d %d</seg></tuv></tu>")},
	{"TMX: unclosed units", 10_000, units("<tu><tuv xml:lang='en'><seg>word")},
	{"XLIFF: units", 10_000, pairs("a.xlf", `<xliff version="1.2"><file source-language="en" target-language="fr" `+
		`datatype="plaintext" original="a"><body>`, `<trans-unit id="%d%d"><source>word</source><target>mot</target></trans-unit>`,
		`</body></file></xliff>`)},
	{"PO: messages", 10_000, pairs("a.po", "msgid \"\"\nmsgstr \"Language: fr\\n\"\n\n",
		"msgid \"word %d %d\"\nmsgstr \"mot\"\n\n", "")},
}

// The errors that readers return for such input are expected.

// document returns a case of a document that repeats a piece between two others, and cuts it into
// sentences.
func document(format read.Format, before, piece, after string) func(n int) error {
	return func(n int) error {
		r := read.Reader{Format: format}
		d, err := r.Read(context.Background(), "large", strings.NewReader(before+repeated(piece, n)+after))
		if err == nil {
			d.Text(language.English)
		}
		return nil
	}
}

func units(piece string) func(n int) error {
	return func(n int) error {
		file := "<tmx version='1.4'><header/><body>" + repeated(piece, n) + "</body></tmx>"
		for range tmx.Units(strings.NewReader(file)) {
		}
		return nil
	}
}

func pairs(name, before, piece, after string) func(n int) error {
	return func(n int) error {
		bilingual.Read(context.Background(), name, strings.NewReader(before+repeated(piece, n)+after))
		return nil
	}
}
