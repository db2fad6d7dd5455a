package read

import (
	"strings"
	"unicode"

	"github.com/bitext-go/bitext/read/internal/pdfpage"
	"github.com/bitext-go/bitext/segment/layout"
)

// A furniture is the heads and feet of pages: for each page, the texts of their lines without
// spaces.
type furniture []map[string]bool

// dropFurniture returns the text of pages without their heads and feet, and these. Between the
// columns of a page they would be taken for rows of a table.
func dropFurniture(text string) (string, furniture) {
	var f furniture
	var b strings.Builder
	page, at := 0, 0
	for span := range layout.PageHeads(text) {
		before := text[at:span.Start]
		page += strings.Count(before, "\f")
		b.WriteString(before)
		line := text[span.Start:span.End]
		for len(f) <= page {
			f = append(f, map[string]bool{})
		}
		f[page][squeeze(line)] = true
		at = span.End
	}
	b.WriteString(text[at:])
	return b.String(), f
}

// drop returns the words of a page without those of its heads and feet.
func (f furniture) drop(page int, words []pdfpage.Word) []pdfpage.Word {
	if page >= len(f) || len(f[page]) == 0 {
		return words
	}
	return pdfpage.WithoutLines(words, func(text string) bool { return f[page][squeeze(text)] })
}

// squeeze returns a text without spaces.
func squeeze(text string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) {
			return -1
		}
		return r
	}, text)
}
