package review

import (
	"fmt"
	"slices"
	"strings"

	"golang.org/x/text/language/display"

	"github.com/bitext-go/bitext/examples/bitext/review/sheet"
)

// A comparison is what only several rows show: one text of the first language that was translated
// in two ways. It holds for one version of the review.
type comparison struct {
	version int
	found   map[*sheet.Row][]Finding
}

// beside returns what is to be said of a row beside others. Rows that a person has rejected do not
// count.
func (r *Review) beside(row *sheet.Row) []Finding {
	if r.compared == nil || r.compared.version != r.version {
		r.compared = &comparison{r.version, map[*sheet.Row][]Finding{}}
		for c := 1; c < len(r.sheet.Columns); c++ {
			r.compareTo(c)
		}
	}
	return r.compared.found[row]
}

// compareTo finds texts of the first column with several translations in column c: all rows but
// those with the first of them are told where that stands.
func (r *Review) compareTo(c int) {
	type place struct {
		row  int
		text string
	}
	before := map[string]place{}
	for i, row := range r.sheet.Rows {
		if row.State == sheet.Rejected || len(row.Cells[0]) == 0 || len(row.Cells[c]) == 0 {
			continue
		}
		source, text := plain(sheet.Joined(row.Cells[0])), plain(sheet.Joined(row.Cells[c]))
		p, known := before[source]
		switch {
		case !known:
			before[source] = place{i, text}
		case p.text != text:
			message := fmt.Sprintf("translated otherwise in row %d", p.row+1)
			if len(r.sheet.Columns) > 2 {
				message += " (in " + display.English.Tags().Name(r.sheet.Columns[c].Lang) + ")"
			}
			r.compared.found[row] = append(r.compared.found[row], Finding{Other, message})
		}
	}
}

// plain returns a text without what makes no other translation: case, and marks at its end.
func plain(s string) string {
	return strings.TrimRight(strings.ToLower(s), " .:;,。：；،؛")
}

// findings returns all that a person should look at in a row.
func (r *Review) findings(row *sheet.Row) []Finding {
	return slices.Concat(r.of(row).findings, r.beside(row))
}
