package main

import (
	"context"
	"fmt"
	"io"
	"strings"

	"github.com/bitext-go/bitext/align/evidence"
)

// A variant is evidence to use, with the name of its row in the table.
type variant struct {
	name   string
	scorer evidence.Sum
}

// variants returns all evidence, all without each source, and the sources that work alone; the
// others only rank pairs that another source proposes.
func variants(dict evidence.Dictionary) []variant {
	names := []string{
		"Length", "Breaks", "Edges", "Numbers", "Punctuation", "Cognates", "Names", "Learning", "Places", "Jumps",
	}
	all := scorerWith(dict)
	if dict != nil {
		names = append(names, "Dictionary")
	}
	out := []variant{{"all evidence", all}}
	for k, name := range names {
		less := append(append(evidence.Sum{}, all[:k]...), all[k+1:]...)
		out = append(out, variant{"without " + name, less})
	}
	out = append(out,
		variant{"Length alone", evidence.Sum{evidence.Length{}}},
		variant{"Length and Numbers", evidence.Sum{evidence.Length{}, evidence.Numbers{}}},
		variant{"Length and Cognates", evidence.Sum{evidence.Length{}, evidence.Cognates{}}},
		variant{"Length and Learning", evidence.Sum{evidence.Length{}, evidence.Learning{}}})
	if dict != nil {
		out = append(out,
			variant{"Length and Dictionary", evidence.Sum{evidence.Length{}, dict}},
			variant{"Dictionary alone", evidence.Sum{dict}})
	}
	return out
}

// ablate prints strict F1 as a Markdown table with a row for each variant and a column for each
// set. It prints each row when it is done.
func ablate(ctx context.Context, out io.Writer, sets []*set, dict evidence.Dictionary) error {
	names := make([]string, len(sets))
	for i, s := range sets {
		names[i] = s.name[strings.LastIndex(s.name, "/")+1:]
	}
	head, rule := strings.Join(names, " | "), strings.Repeat(" --- |", len(sets))
	if _, err := fmt.Fprintf(out, "| strict F1 | %s |\n| --- |%s\n", head, rule); err != nil {
		return err
	}
	for _, v := range variants(dict) {
		fmt.Fprintf(out, "| %s |", v.name)
		for _, s := range sets {
			r, err := s.align(ctx, v.scorer)
			if err != nil {
				return err
			}
			_, _, f := r.score.Strict()
			if _, err := fmt.Fprintf(out, " %.3f |", f); err != nil {
				return err
			}
		}
		if _, err := fmt.Fprintln(out); err != nil {
			return err
		}
	}
	return nil
}
