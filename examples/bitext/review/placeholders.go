package review

import (
	"strconv"
	"strings"

	"golang.org/x/text/unicode/norm"

	"github.com/bitext-go/bitext/align/tmx"
	"github.com/bitext-go/bitext/examples/bitext/page/face"
	"github.com/bitext-go/bitext/examples/bitext/review/sheet"
	"github.com/bitext-go/bitext/internal/lazyregexp"
)

// In text that a person edits, invisible characters and the codes of a memory are written as
// placeholders between these marks: characters by their names, codes by their numbers in the cell,
// from 1.
const openMark, closeMark = "⟦", "⟧"

// lineBreak is the placeholder of a line break inside a sentence. A typed line break ends the
// sentence.
const lineBreak = "U+000A"

var placeholders = lazyregexp.New(openMark + `([A-Z]{2,4}|U\+[0-9A-F]{4,5}|[1-9][0-9]{0,5})` + closeMark)

// cellCodes returns the codes of a cell in order; code number n is at index n-1.
func cellCodes(cell []*sheet.Piece) []string {
	var out []string
	for _, p := range cell {
		for _, in := range p.Codes {
			out = append(out, in.XML)
		}
	}
	return out
}

// toTyped returns the text of a piece as a person edits it; first is the number of its first code.
func toTyped(p *sheet.Piece, first int) string {
	var b strings.Builder
	code := 0
	codesAt := func(i int) {
		for ; code < len(p.Codes) && p.Codes[code].Offset <= i; code++ {
			b.WriteString(openMark + strconv.Itoa(first+code) + closeMark)
		}
	}
	for i, r := range p.Text {
		codesAt(i)
		name := face.Hidden(r)
		if r == '\n' {
			name = lineBreak
		}
		if name != "" {
			b.WriteString(openMark + name + closeMark)
			continue
		}
		b.WriteRune(r)
	}
	codesAt(len(p.Text))
	return b.String()
}

// fromTyped returns the text and codes of a line that a person typed, in NFC. Placeholders that
// name nothing stay as text.
func fromTyped(line string, codes []string) (string, []tmx.Inline) {
	var b strings.Builder
	var used []tmx.Inline
	add := func(s string) { b.WriteString(norm.NFC.String(strings.ToValidUTF8(s, "\uFFFD"))) }
	at := 0
	for _, m := range placeholders.FindAllStringSubmatchIndex(line, -1) {
		name := line[m[2]:m[3]]
		if n, err := strconv.Atoi(name); err == nil {
			if n <= len(codes) {
				add(line[at:m[0]])
				used = append(used, tmx.Inline{Offset: b.Len(), XML: codes[n-1]})
				at = m[1]
			}
			continue
		}
		r, ok := face.Named(name)
		if name == lineBreak {
			r, ok = '\n', true
		}
		if ok {
			add(line[at:m[0]])
			b.WriteRune(r)
			at = m[1]
		}
	}
	add(line[at:])
	return b.String(), used
}

// clean returns a note in NFC, with line feeds only, and as valid UTF-8.
func clean(s string) string {
	return norm.NFC.String(strings.ToValidUTF8(strings.ReplaceAll(s, "\r\n", "\n"), "\uFFFD"))
}
