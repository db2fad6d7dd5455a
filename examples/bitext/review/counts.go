package review

import (
	"slices"

	"github.com/bitext-go/bitext/examples/bitext/review/sheet"
)

// counted are the counts of a state of the review.
type counted struct {
	mark   string
	counts map[string]int
	open   int
}

// counts returns how many rows each filter selects, and how many units each export has, such as
// "export-approved". open is how many rows are not checked yet.
func (r *Review) counts() (out map[string]int, open int) {
	mark := r.mark()
	if r.counted == nil || r.counted.mark != mark {
		var n tally
		for _, row := range r.sheet.Rows {
			r.count(row, &n)
		}
		r.counted = &counted{mark, n.named(), n.open}
	}
	return r.counted.counts, r.counted.open
}

// A tally counts rows by filter and by export.
type tally struct {
	all, attention, doubtful, alone, numbers, names, other, approved, rejected, changed, noted int

	exportAll, exportSure, exportApproved int
	open                                  int
}

func (n *tally) named() map[string]int {
	return map[string]int{"all": n.all, "attention": n.attention, "doubtful": n.doubtful, "alone": n.alone,
		"numbers": n.numbers, "names": n.names, "other": n.other, "approved": n.approved, "rejected": n.rejected,
		"changed": n.changed, "noted": n.noted,
		"export-all": n.exportAll, "export-sure": n.exportSure, "export-approved": n.exportApproved}
}

// count adds a row to a tally. It agrees with matches and exports.
func (r *Review) count(row *sheet.Row, n *tally) {
	add := func(to *int, yes bool) {
		if yes {
			*to++
		}
	}
	t, others := r.traitsOf(row), r.inContext(row)
	alone, isOpen, unit := row.Alone(), row.State == sheet.Open, r.sheet.HasUnit(row)
	needs := isOpen && (t.doubtful || alone || len(t.findings)+len(others) > 0)
	n.all++
	add(&n.approved, row.State == sheet.Approved)
	add(&n.rejected, row.State == sheet.Rejected)
	add(&n.changed, r.sheet.Altered(row))
	add(&n.noted, row.Note != "")
	add(&n.open, !t.checked || !t.judged)
	add(&n.exportAll, r.exports(row, "all"))
	add(&n.exportApproved, unit && row.State == sheet.Approved)
	add(&n.exportSure, unit && (row.State == sheet.Approved || isOpen && !alone && t.checked && t.judged && !needs))
	if !needs {
		return
	}
	n.attention++
	add(&n.doubtful, t.doubtful)
	add(&n.alone, alone)
	for kind, to := range map[Kind]*int{Numbers: &n.numbers, Names: &n.names, Other: &n.other} {
		is := func(f Finding) bool { return f.Kind == kind }
		add(to, slices.ContainsFunc(t.findings, is) || slices.ContainsFunc(others, is))
	}
}

// atLeast returns a function that reports whether a row is sure, and both its confidences are at
// least a number of percent. Rows without confidences, such as those that a person made, are at 0.
func (r *Review) atLeast(percent int) func(*sheet.Row) bool {
	return func(row *sheet.Row) bool { return r.sure(row) && r.confidence(row) >= percent }
}

// confidence returns the lower confidence of a row in percent, or 0 if there is none. A unit of a
// memory may have no confidence in its boundaries.
func (r *Review) confidence(row *sheet.Row) int {
	t := r.traitsOf(row)
	if len(row.Units) > 0 && row.Boundary < 0 {
		return max(0, hundredths(t.translation))
	}
	return max(0, hundredths(min(row.Boundary, t.translation)))
}

// sureCounts returns how many sure rows have at least a confidence of 0, 1, … 100 percent.
func (r *Review) sureCounts() []int {
	out := make([]int, 101)
	for _, row := range r.sheet.Rows {
		if r.sure(row) {
			out[r.confidence(row)]++
		}
	}
	for p := 99; p >= 0; p-- {
		out[p] += out[p+1]
	}
	return out
}
