package corpus

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"strings"
)

// A Report counts what a filter leaves out, and why.
type Report struct {
	Read    int      `json:"units_read"`
	Kept    int      `json:"units"`
	Damaged int      `json:"units_damaged,omitempty"`
	Reasons []Reason `json:"reasons"` // the most frequent first

	// Translation counts the units by their confidence of translation, in tenths; nil if nothing
	// was judged.
	Translation []int `json:"translation,omitempty"`
	Unjudged    int   `json:"unjudged,omitempty"` // units without a confidence
}

// A Reason is one for which units are left out.
type Reason struct {
	Name  string `json:"reason"`
	Units int    `json:"units"`
	Only  int    `json:"units_for_no_other_reason"`
}

// NewReport returns an empty report.
func NewReport() *Report { return &Report{Reasons: []Reason{}} }

// Add counts a unit and the reasons to leave it out; none to keep it.
func (r *Report) Add(reasons []string) {
	r.Read++
	if len(reasons) == 0 {
		r.Kept++
	}
	for _, name := range reasons {
		i := slices.IndexFunc(r.Reasons, func(x Reason) bool { return x.Name == name })
		if i < 0 {
			i = len(r.Reasons)
			r.Reasons = append(r.Reasons, Reason{Name: name})
		}
		r.Reasons[i].Units++
		if len(reasons) == 1 {
			r.Reasons[i].Only++
		}
	}
}

// Judged counts a confidence of translation; a negative one is unknown.
func (r *Report) Judged(p float64) {
	if r.Translation == nil {
		r.Translation = make([]int, 10)
	}
	if p < 0 || math.IsNaN(p) {
		r.Unjudged++
		return
	}
	r.Translation[min(int(p*10), 9)]++
}

// Sort puts the reasons in order.
func (r *Report) Sort() {
	slices.SortStableFunc(r.Reasons, func(a, b Reason) int {
		return cmp.Or(cmp.Compare(b.Units, a.Units), strings.Compare(a.Name, b.Name))
	})
}

// widest is how many characters the longest bar has.
const widest = 40

// bar returns a bar for a share of the widest one, after two spaces.
func bar(n, most int) string {
	if n == 0 || most == 0 {
		return ""
	}
	return "  " + strings.Repeat("█", max(1, n*widest/most))
}

// String returns the report as histograms, in whole lines.
func (r *Report) String() string {
	var b strings.Builder
	if len(r.Reasons) > 0 {
		fmt.Fprintf(&b, "%-16s %9s %9s\n", "left out for", "units", "only that")
		for _, x := range r.Reasons {
			fmt.Fprintf(&b, "%-16s %9d %9d%s\n", x.Name, x.Units, x.Only, bar(x.Units, r.Read))
		}
	}
	if r.Translation != nil {
		fmt.Fprintf(&b, "%-16s %9s\n", "translation", "units")
		most := slices.Max(r.Translation)
		for i, n := range r.Translation {
			fmt.Fprintf(&b, "  %.1f to %.1f     %9d%s\n", float64(i)/10, float64(i+1)/10, n, bar(n, most))
		}
		if r.Unjudged > 0 {
			fmt.Fprintf(&b, "  not known      %9d\n", r.Unjudged)
		}
	}
	if r.Damaged > 0 {
		fmt.Fprintf(&b, "%d damaged units are left out too\n", r.Damaged)
	}
	return b.String()
}
