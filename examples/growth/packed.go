package main

import (
	"archive/zip"
	"bytes"
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"golang.org/x/text/language"

	"github.com/bitext-go/bitext/align/tmx"
	"github.com/bitext-go/bitext/examples/bitext/review"
	"github.com/bitext-go/bitext/examples/bitext/review/sheet"
	"github.com/bitext-go/bitext/read"
)

// packedCases are documents that are archives of other files, and reviews.
var packedCases = []testCase{
	{"DOCX: paragraphs", 5_000, docx("<w:p><w:r><w:t>The well is deep. It rains.</w:t></w:r></w:p>", "")},
	{"DOCX: runs of one paragraph", 5_000, docx("<w:r><w:t>word </w:t></w:r>", "w:p")},
	{"DOCX: rows of one table", 5_000, docx("<w:tr><w:tc><w:p><w:r><w:t>word</w:t></w:r></w:p></w:tc>"+
		"<w:tc><w:p><w:r><w:t>mot</w:t></w:r></w:p></w:tc></w:tr>", "w:tbl")},
	{"DOCX: unclosed tables", 2_500, docx("<w:tbl><w:tr><w:tc><w:p><w:r><w:t>word", "")},
	{"EPUB: chapters", 500, epub(func(n int) (chapters, paragraphs int) { return n, 5 })},
	{"EPUB: paragraphs of one chapter", 2_500, epub(func(n int) (chapters, paragraphs int) { return 1, n })},
	{"review: rows of a memory", 2_500, reviewed(func(n int) (rows, actions int) { return n, 1 })},
	{"review: actions", 500, reviewed(func(n int) (rows, actions int) { return 100, n })},
}

// archived returns a case of a document that is an archive of files.
func archived(format read.Format, files func(n int) map[string]string) func(n int) error {
	return func(n int) error {
		var b bytes.Buffer
		z := zip.NewWriter(&b)
		for name, body := range files(n) {
			w, err := z.Create(name)
			if err != nil {
				return err
			}
			if _, err := w.Write([]byte(body)); err != nil {
				return err
			}
		}
		if err := z.Close(); err != nil {
			return err
		}
		r := read.Reader{Format: format}
		d, err := r.Read(context.Background(), "large", &b)
		if err == nil {
			d.Text(language.English)
		}
		return nil
	}
}

// docx returns a case of a piece of a Word document again and again, inside an element if within is
// not "".
func docx(piece, within string) func(n int) error {
	return archived(read.DOCX, func(n int) map[string]string {
		body := strings.Repeat(piece, n)
		if within != "" {
			body = "<" + within + ">" + body + "</" + within + ">"
		}
		const space = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
		return map[string]string{
			"word/document.xml": `<w:document xmlns:w="` + space + `"><w:body>` + body + "</w:body></w:document>",
		}
	})
}

func epub(size func(n int) (chapters, paragraphs int)) func(n int) error {
	return archived(read.EPUB, func(n int) map[string]string {
		chapters, paragraphs := size(n)
		files := map[string]string{
			"META-INF/container.xml": `<container><rootfiles><rootfile full-path="a.opf"/></rootfiles></container>`,
		}
		var items, spine strings.Builder
		for i := range chapters {
			name := fmt.Sprintf("c%d.xhtml", i)
			fmt.Fprintf(&items, `<item id="c%d" href="%s" media-type="application/xhtml+xml"/>`, i, name)
			fmt.Fprintf(&spine, `<itemref idref="c%d"/>`, i)
			files[name] = "<html><body>" + repeated("<p>The well %d is %d metres deep. It rains.</p>", paragraphs) +
				"</body></html>"
		}
		files["a.opf"] = "<package><manifest>" + items.String() + "</manifest><spine>" + spine.String() +
			"</spine></package>"
		return files
	})
}

// reviewed returns a case of a review of a memory that is begun, changed, closed, resumed and
// exported.
func reviewed(size func(n int) (rows, actions int)) func(n int) error {
	return func(n int) error {
		rows, actions := size(n)
		dir, err := os.MkdirTemp("", "growth")
		if err != nil {
			return err
		}
		defer os.RemoveAll(dir)
		o := review.Options{Journal: filepath.Join(dir, "m.review"), Make: func() (*sheet.Sheet, error) {
			var units []tmx.Unit
			for i := range rows {
				units = append(units, tmx.Unit{ID: fmt.Sprint(i), Variants: []tmx.Variant{
					{Lang: language.English, Text: english(i)}, {Lang: language.French, Text: french(i)}}})
			}
			return sheet.FromMemory("m.tmx", tmx.Header{Source: language.English}, units, nil), nil
		}}
		r, err := review.Open(o)
		if err != nil {
			return err
		}
		for i := range actions {
			a := review.Action{Version: i, Do: "note", Row: 1 + i%rows, Text: fmt.Sprint("note ", i)}
			if _, err := r.Act(context.Background(), a); err != nil {
				return err
			}
		}
		if err := r.Close(); err != nil {
			return err
		}
		if r, err = review.Open(o); err != nil {
			return err
		}
		defer r.Close()
		_, err = r.Export(new(bytes.Buffer), "all", "tmx")
		return err
	}
}
