package review

import (
	"bufio"
	"fmt"
	"io"
	"path/filepath"

	"github.com/bitext-go/bitext/examples/bitext/review/sheet"
	"github.com/bitext-go/bitext/internal/xmltext"
)

// writeXLIFF12 writes rows as a bilingual file in XLIFF 1.2, a trans-unit each. Characters that XML
// cannot hold are left out.
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
			"        <target state=\"%s\">%s</target>\n", i+1, approved, escaped(sheet.Joined(row.Cells[0])),
			state, escaped(sheet.Joined(row.Cells[1])))
		if row.Note != "" {
			fmt.Fprintf(out, "        <note>%s</note>\n", escaped(row.Note))
		}
		fmt.Fprint(out, "      </trans-unit>\n")
	}
	fmt.Fprint(out, "    </body>\n  </file>\n</xliff>\n")
	return len(rows), out.Flush()
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
