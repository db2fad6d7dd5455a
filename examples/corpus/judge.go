package main

import (
	"context"
	"fmt"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"

	"github.com/bitext-go/bitext/align/seed"
)

// judge returns the units that pass the filter, with their places in the order of the collection.
func judge(s beam.Scope, c Config, aligned beam.PCollection) (units, failed beam.PCollection) {
	return beam.ParDo2(s.Scope("filter"), &judgeFn{Config: c}, aligned)
}

// A judgeFn filters the units of alignments.
type judgeFn struct {
	Config Config
	filter *seed.Filter
}

func (f *judgeFn) Setup() { f.filter = f.Config.filter() }

// ProcessElement filters the units of an alignment. Texts that do not seem to be translations of
// each other are a failure.
func (f *judgeFn) ProcessElement(ctx context.Context, a Aligned, unit func(Record), failed func(Failure)) {
	if question := a.Alignment.Unrelated(f.filter.Related); question != "" && f.filter.Related > 0 {
		failed(Failure{"filter", a.Group.Name, question})
		return
	}
	if a.First == 0 {
		count(ctx, "documents in the memory", 1)
	}
	count(ctx, "units found", len(a.Alignment.Units))
	for n, u := range a.Alignment.Units {
		if whole, _ := f.filter.Judge(&u); whole != nil {
			count(ctx, "left out: "+string(whole.Reason), 1)
			continue
		}
		unit(Record{orderOf(a.Group.Name, a.First+n), u})
	}
}

// orderOf returns the place of a unit in the order of the collection: that of bitext seed, which
// sorts documents by name. A zero byte comes before all characters of a name.
func orderOf(group string, n int) string { return fmt.Sprintf("%s\x00%09d", group, n) }

func registerJudge() {
	beam.RegisterDoFn(&judgeFn{})
}
