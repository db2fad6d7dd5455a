package main

import (
	"context"
	"fmt"
	"io"
	"slices"
	"strings"
	"time"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"
)

// report writes what the counters of the steps add up to.
func report(w io.Writer, result beam.PipelineResult, took time.Duration) error {
	counts := counters(result)
	var names []string
	for name := range counts {
		names = append(names, name)
	}
	slices.Sort(names)
	var b strings.Builder
	for _, name := range names {
		fmt.Fprintf(&b, "%10d  %s\n", counts[name], name)
	}
	fmt.Fprintf(&b, "%10.1f  seconds\n", took.Seconds())
	_, err := io.WriteString(w, b.String())
	return err
}

// counters returns the counters of a pipeline, those of equal names added up.
func counters(result beam.PipelineResult) map[string]int64 {
	all := map[string]int64{}
	if result == nil {
		return all
	}
	for _, c := range result.Metrics().AllMetrics().Counters() {
		if c.Namespace() == "corpus" {
			all[c.Name()] += c.Result()
		}
	}
	return all
}

// count adds to a counter of the report.
func count(ctx context.Context, name string, n int) {
	beam.NewCounter("corpus", name).Inc(ctx, int64(n))
}
