package main

import (
	"context"
	"fmt"
	"io"
	"strings"

	"github.com/bitext-go/bitext/align"
)

// A variant is evidence to go by, with the name of its row.
type variant struct {
	name   string
	scorer align.Sum
}

// variants are all evidence, all but each source, and the few that can stand alone: the rest only tells apart what
// others have put side by side.
func variants(dict align.Dictionary) []variant {
	names := []string{"Length", "Breaks", "Numbers", "Marks", "Cognates", "Names", "Learning"}
	all := evidence(dict)
	if dict != nil {
		names = append(names, "Dictionary")
	}
	out := []variant{{"all evidence", all}}
	for k, name := range names {
		less := append(append(align.Sum{}, all[:k]...), all[k+1:]...)
		out = append(out, variant{"without " + name, less})
	}
	out = append(out,
		variant{"Length alone", align.Sum{align.Length{}}},
		variant{"Length and Numbers", align.Sum{align.Length{}, align.Numbers{}}},
		variant{"Length and Cognates", align.Sum{align.Length{}, align.Cognates{}}},
		variant{"Length and Learning", align.Sum{align.Length{}, align.Learning{}}})
	if dict != nil {
		out = append(out,
			variant{"Length and Dictionary", align.Sum{align.Length{}, dict}},
			variant{"Dictionary alone", align.Sum{dict}})
	}
	return out
}

// ablate prints strict F1 as a Markdown table, a row for each variant and a column for each set, rows as they are done.
func ablate(ctx context.Context, out io.Writer, sets []*set, dict align.Dictionary) error {
	names := make([]string, len(sets))
	for i, s := range sets {
		names[i] = s.name[strings.LastIndex(s.name, "/")+1:]
	}
	if _, err := fmt.Fprintf(out, "| strict F1 | %s |\n| --- |%s\n", strings.Join(names, " | "), strings.Repeat(" --- |", len(sets))); err != nil {
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
