package main

import (
	"context"
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"
	"sync/atomic"
	"time"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"

	"github.com/bitext-go/bitext/internal/usage"
)

// report writes what the counters of the steps add up to, how long the steps took, and what this
// process needed. On a cluster the last lines are those of the process that submits the pipeline.
func report(w io.Writer, result beam.PipelineResult, passed time.Duration) error {
	var b strings.Builder
	counts := counters(result)
	for _, name := range slices.Sorted(maps.Keys(counts)) {
		fmt.Fprintf(&b, "%12d  %s\n", counts[name], name)
	}
	for _, d := range distributions(result) {
		fmt.Fprintf(&b, "%12d  %s, %d of them, %d at most\n", d.sum, d.name, d.count, d.max)
	}
	encoded.Range(func(name, n any) bool {
		fmt.Fprintf(&b, "%12.1f  MB of %s encoded\n", float64(n.(*atomic.Int64).Load())/1e6, name)
		return true
	})
	fmt.Fprintf(&b, "%12.1f  seconds\n%12.1f  processor seconds\n%12.0f  MB of memory at most\n",
		passed.Seconds(), usage.ProcessorSeconds(), usage.PeakMB())
	_, err := io.WriteString(w, b.String())
	return err
}

// A spread is a distribution of the report.
type spread struct {
	name            string
	count, sum, max int64
}

// distributions returns the distributions of a pipeline by name, those of equal names added up.
func distributions(result beam.PipelineResult) []spread {
	if result == nil {
		return nil
	}
	all := map[string]*spread{}
	for _, d := range result.Metrics().AllMetrics().Distributions() {
		if d.Namespace() != namespace {
			continue
		}
		s := all[d.Name()]
		if s == nil {
			s = &spread{name: d.Name()}
			all[d.Name()] = s
		}
		r := d.Result()
		s.count, s.sum, s.max = s.count+r.Count, s.sum+r.Sum, max(s.max, r.Max)
	}
	var out []spread
	for _, name := range slices.Sorted(maps.Keys(all)) {
		out = append(out, *all[name])
	}
	return out
}

// namespace is that of the metrics.
const namespace = "corpus"

// counters returns the counters of a pipeline, those of equal names added up.
func counters(result beam.PipelineResult) map[string]int64 {
	all := map[string]int64{}
	if result == nil {
		return all
	}
	for _, c := range result.Metrics().AllMetrics().Counters() {
		if c.Namespace() == namespace {
			all[c.Name()] += c.Result()
		}
	}
	return all
}

// took adds the time since begin to a distribution of the report.
func took(ctx context.Context, name string, begin time.Time) {
	beam.NewDistribution(namespace, name).Update(ctx, time.Since(begin).Milliseconds())
}

// count adds to a counter of the report.
func count(ctx context.Context, name string, n int) {
	beam.NewCounter(namespace, name).Inc(ctx, int64(n))
}
