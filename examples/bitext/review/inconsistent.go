package review

import (
	"fmt"
	"slices"
	"strings"

	"golang.org/x/text/language/display"

	"github.com/bitext-go/bitext/examples/bitext/review/sheet"
)

// otherTranslations holds findings that only several rows together show: one text of the first
// language that is translated in two ways. They are valid for one version of the review.
type otherTranslations struct {
	version int
	found   map[*sheet.Row][]Finding
}

// inconsistencies returns the findings of a row in comparison with other rows. Rejected rows do not
// count.
func (r *Review) inconsistencies(row *sheet.Row) []Finding {
	if r.others == nil || r.others.version != r.version {
		r.others = &otherTranslations{r.version, map[*sheet.Row][]Finding{}}
		for c := 1; c < len(r.sheet.Columns); c++ {
			r.compareWith(c)
		}
	}
	return r.others.found[row]
}

// compareWith finds texts of the first column with several translations in column c. Each row whose
// translation is not the first one gets a finding that names the row of the first.
func (r *Review) compareWith(c int) {
	type place struct {
		row  int
		text string
	}
	before := map[string]place{}
	for i, row := range r.sheet.Rows {
		if row.State == sheet.Rejected || len(row.Cells[0]) == 0 || len(row.Cells[c]) == 0 {
			continue
		}
		source, text := normalize(sheet.Joined(row.Cells[0])), normalize(sheet.Joined(row.Cells[c]))
		p, known := before[source]
		switch {
		case !known:
			before[source] = place{i, text}
		case p.text != text:
			message := fmt.Sprintf("translated differently in row %d", p.row+1)
			if len(r.sheet.Columns) > 2 {
				message += " (in " + display.English.Tags().Name(r.sheet.Columns[c].Lang) + ")"
			}
			r.others.found[row] = append(r.others.found[row], Finding{Other, message})
		}
	}
}

// normalize returns a text without case and final punctuation, which do not make a different
// translation.
func normalize(s string) string {
	return strings.TrimRight(strings.ToLower(s), " .:;,。：；،؛")
}

// findings returns all findings of a row.
func (r *Review) findings(row *sheet.Row) []Finding {
	return slices.Concat(r.traitsOf(row).findings, r.inconsistencies(row))
}
