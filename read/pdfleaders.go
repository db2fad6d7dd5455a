package read

import (
	"fmt"
	"strings"

	"github.com/bitext-go/bitext/internal/lazyregexp"
)

// leader matches the end of a line of contents: dots to the page number, and the number.
var leader = lazyregexp.New(`[ \t]*(?:\.{4,}|…{2,}|(?:\. ?){5,}|·{4,}|_{6,})[ \t.…·_]*` +
	`(?:\d{1,4}|[ivxlcIVXLC]{1,7})?[ \t]*$`)

// dropLeaders returns the text of pages in which lines of contents end before the dots, and how
// many there are.
func dropLeaders(text string) (string, int) {
	n := 0
	var b strings.Builder
	b.Grow(len(text))
	for line := range strings.Lines(text) {
		end := len(strings.TrimRight(line, "\n"))
		if at := leader.FindStringIndex(line[:end]); at != nil && strings.Trim(line[:at[0]], " \f") != "" {
			n++
			line = line[:at[0]] + line[end:]
		}
		b.WriteString(line)
	}
	return b.String(), n
}

// noteLeaders notes that the page numbers of contents are left out.
func (d *Document) noteLeaders(n int) {
	if n > 0 {
		d.Notes = append(d.Notes, Note{Kind: Assumed,
			What: fmt.Sprintf("%d lines of contents are read without dots and page numbers", n)})
	}
}
