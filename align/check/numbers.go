package check

import (
	"slices"

	"github.com/bitext-go/bitext/internal/quote"
	"github.com/bitext-go/bitext/segment"
)

// A figure is a number in digits.
type figure struct {
	values   []string // its possible values as digits with a decimal point, the likeliest first
	span     segment.Span
	kind     Kind // Number or Year
	reported bool // it belongs to a date or a list number, which reports it
}

// numbers returns the numbers in digits of a that b does not have in any form.
func numbers(a, b *subject) []difference {
	var out []difference
	seen := map[string]bool{}
	for _, f := range a.digits {
		if f.reported || seen[f.values[0]] || slices.ContainsFunc(f.values, b.mayHave) {
			continue
		}
		seen[f.values[0]] = true
		what := "number "
		if f.kind == Year {
			what = "year in brackets "
		}
		written := a.Text[f.span.Start:f.span.End]
		if plainDigits(written) == written {
			what += written
		} else {
			what += f.values[0] + " (" + quote.Isolate(written) + ")"
		}
		out = append(out, difference{kind: f.kind, span: f.span, what: what, key: f.values[0]})
	}
	return out
}
