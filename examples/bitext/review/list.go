package review

import (
	"fmt"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"github.com/bitext-go/bitext/examples/bitext/review/sheet"
)

// Translated is the confidence in a translation below which a row is doubtful.
const Translated = 0.5

// traits caches what lists and counts ask of a row. It depends on the row alone.
type traits struct {
	doubtful bool
	// translation is the confidence that the row is a translation, from 0 to 1; below 0 if unknown.
	// A unit of a memory gets it while a person works.
	translation float64
	judged      bool // translation is final
	checked     bool // findings is complete
	findings    []Finding
	folded      string // the text as fold returns it; "" until a search needs it
}

// Filters are the names of the filters, in the order of the page.
var Filters = []string{
	"all",
	"attention",
	"doubtful",
	"alone",
	"numbers",
	"names",
	"other",
	"approved",
	"rejected",
	"changed",
	"noted",
}

// A Query selects rows.
type Query struct {
	Filter string `json:"filter"` // one of Filters
	Search string `json:"search"` // text that a row contains, in any column
	Keep   int    `json:"keep"`   // the ID of a row that is always selected; 0 for none
}

// An Item is a row of a list. The rows above and below a selected row are in the list too, as
// Context.
type Item struct {
	Index   int // in Sheet.Rows
	Context bool
}

// traitsOf returns the traits of a row. Its findings are complete once checked is true.
func (r *Review) traitsOf(row *sheet.Row) *traits {
	t := r.traits[row]
	if t == nil {
		t = &traits{checked: row.Alone()}
		t.judge(row, row.Translation)
		t.judged = !r.judgeable(row)
		r.traits[row] = t
	}
	return t
}

// matches reports whether a filter selects a row. Approved and rejected rows need no attention.
func (r *Review) matches(row *sheet.Row, filter string) bool {
	switch filter {
	case "all":
		return true
	case "approved":
		return row.State == sheet.Approved
	case "rejected":
		return row.State == sheet.Rejected
	case "changed":
		return r.sheet.Altered(row)
	case "noted":
		return row.Note != ""
	}
	if row.State != sheet.Open {
		return false
	}
	t := r.traitsOf(row)
	switch filter {
	case "attention":
		return t.doubtful || row.Alone() || len(t.findings) > 0 || len(r.inContext(row)) > 0
	case "doubtful":
		return t.doubtful
	case "alone":
		return row.Alone()
	}
	for _, f := range r.findings(row) {
		if string(f.Kind) == filter {
			return true
		}
	}
	return false
}

// sure reports whether a row has a counterpart, is checked and needs no attention.
func (r *Review) sure(row *sheet.Row) bool {
	t := r.traitsOf(row)
	return row.State == sheet.Open && !row.Alone() && t.checked && t.judged && !r.matches(row, "attention")
}

// contains reports whether a row contains a text; folded is the text as fold returns it.
func (r *Review) contains(row *sheet.Row, folded string) bool {
	if folded == "" {
		return true
	}
	t := r.traitsOf(row)
	if t.folded == "" {
		var b strings.Builder
		for _, cell := range row.Cells {
			b.WriteString(sheet.Joined(cell) + "\n")
		}
		t.folded = fold(b.String() + row.Note)
	}
	return strings.Contains(t.folded, folded)
}

// fold removes what people leave out when they search: case, accents, vowel marks, joiners and the
// Arabic tatweel.
func fold(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.Is(unicode.Mn, r) || unicode.Is(unicode.Cf, r) || r == '\u0640' {
			return -1
		}
		return unicode.ToLower(r)
	}, norm.NFKD.String(s))
}

// list returns the rows of a query, in order. The result is cached for the version of the review.
func (r *Review) list(q Query) []Item {
	if items, ok := r.lists[q]; ok {
		return items
	}
	folded := fold(strings.TrimSpace(q.Search))
	all := q.Filter == "all" && folded == ""
	var items []Item
	last := -1 // the row that was added last
	add := func(i int, context bool) {
		if i > last && i < len(r.sheet.Rows) {
			items = append(items, Item{i, context})
			last = i
		} else if !context && len(items) > 0 && items[len(items)-1].Index == i {
			items[len(items)-1].Context = false
		}
	}
	for i, row := range r.sheet.Rows {
		if all || row.ID == q.Keep || r.matches(row, q.Filter) && r.contains(row, folded) {
			if i > 0 && !all {
				add(i-1, true)
			}
			add(i, false)
			if !all {
				add(i+1, true)
			}
		}
	}
	if r.lists == nil || len(r.lists) > 8 {
		r.lists = map[Query][]Item{}
	}
	r.lists[q] = items
	return items
}

// next returns the place and ID of the first row of a list that filter selects after the row from
// or, if back, the last one before it.
func (r *Review) next(q Query, from int, filter string, back bool) (place int, id int, ok bool) {
	items := r.list(q)
	at := r.sheet.Index(from)
	found := -1
	for k, item := range items {
		row := r.sheet.Rows[item.Index]
		if item.Context || !r.matches(row, filter) {
			continue
		}
		if back && item.Index < at {
			found = k
		}
		if !back && item.Index > at {
			found = k
			break
		}
	}
	if found < 0 {
		return 0, 0, false
	}
	return found, r.sheet.Rows[items[found].Index].ID, true
}

// validate returns an error if the filter does not exist.
func (q Query) validate() error {
	for _, f := range Filters {
		if q.Filter == f {
			return nil
		}
	}
	return fmt.Errorf("there is no filter %q", q.Filter)
}
