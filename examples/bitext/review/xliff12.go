package review

import (
	"bufio"
	"cmp"
	"fmt"
	"io"
	"path/filepath"
	"strings"

	"github.com/bitext-go/bitext/examples/bitext/review/sheet"
	"github.com/bitext-go/bitext/internal/xmltext"
)

// writeXLIFF12 writes rows as a bilingual file in XLIFF 1.2, a trans-unit each, with the inline
// codes of the memory. Characters that XML cannot hold are left out.
func writeXLIFF12(w io.Writer, r *Review, rows []*sheet.Row) (int, error) {
	out := bufio.NewWriter(w)
	langs := r.langs()
	fmt.Fprintf(out, `<?xml version="1.0" encoding="UTF-8"?>
<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2">
  <file original="%s" source-language="%s" target-language="%s" datatype="plaintext">
    <body>
`, escapedAttr(filepath.Base(r.options.Documents[0])), langs[0], langs[1])
	for i, row := range rows {
		approved, state := "no", "needs-review-translation"
		if row.State == sheet.Approved {
			approved, state = "yes", "signed-off"
		}
		fmt.Fprintf(out, "      <trans-unit id=\"%d\" approved=\"%s\">\n        <source>%s</source>\n"+
			"        <target state=\"%s\">%s</target>\n", i+1, approved, content12(row.Cells[0]), state,
			content12(row.Cells[1]))
		if row.Note != "" {
			fmt.Fprintf(out, "        <note>%s</note>\n", escaped(row.Note))
		}
		fmt.Fprint(out, "      </trans-unit>\n")
	}
	fmt.Fprint(out, "    </body>\n  </file>\n</xliff>\n")
	return len(rows), out.Flush()
}

// content12 returns the content of a cell in XLIFF 1.2, which has the same inline elements as TMX,
// with other attributes.
func content12(cell []*sheet.Piece) string {
	text, inline := sheet.Marked(cell)
	var b strings.Builder
	from := 0
	for k, in := range inline {
		b.WriteString(escaped(text[from:in.Offset]))
		from = in.Offset
		c := in.Code()
		id := escapedAttr(cmp.Or(c.X, c.I, fmt.Sprint("c", k+1)))
		kind := ""
		if c.Type != "" {
			kind = fmt.Sprintf(` ctype="%s"`, escapedAttr(c.Type))
		}
		switch c.Element {
		case "hi":
			fmt.Fprintf(&b, `<mrk mtype="%s">`, escapedAttr(cmp.Or(c.Type, "x-hi")))
		case "/hi":
			b.WriteString("</mrk>")
		case "bpt", "ept":
			fmt.Fprintf(&b, `<%s id="%s" rid="%s"%s>%s</%[1]s>`, c.Element, id, escapedAttr(c.I), kind, c.Content)
		case "it":
			pos := "open"
			if c.Pos == "end" {
				pos = "close"
			}
			fmt.Fprintf(&b, `<it id="%s" pos="%s"%s>%s</it>`, id, pos, kind, c.Content)
		default:
			fmt.Fprintf(&b, `<ph id="%s"%s>%s</ph>`, id, kind, c.Content)
		}
	}
	return b.String() + escaped(text[from:])
}

// escaped returns a text as XML holds it in content.
func escaped(s string) string {
	b, _ := xmltext.Escape(nil, s)
	return string(b)
}

// escapedAttr returns a text as XML holds it in attributes.
func escapedAttr(s string) string {
	b, _ := xmltext.EscapeAttr(nil, s)
	return string(b)
}
