package main

import (
	"context"
	"reflect"
	"time"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"

	"github.com/bitext-go/bitext/align/seed"
)

// A Lesson is a lexicon that the collection teaches.
type Lesson struct {
	Source, Target string
	Lexicon        []byte // a file that lexicon.Read reads
}

// learn returns what the collection teaches. Each pair of languages has one pool. Pools are added
// up in any order and on any machine, since a pool keeps the pairs with the smallest hashes.
func learn(s beam.Scope, c Config, aligned beam.PCollection) beam.PCollection {
	s = s.Scope("learn")
	pools := beam.CombinePerKey(s, &poolFn{}, beam.ParDo(s, teach, aligned))
	return beam.ParDo(s, &learnFn{Config: c}, pools)
}

// teach returns what an alignment teaches, by pair of languages.
func teach(a Aligned, lesson func(string, Teaching)) {
	for p := range a.Alignment.Pools() {
		if a.First > 0 {
			p.Documents = 0 // its first part has been counted
		}
		lesson(p.Source.String()+" "+p.Target.String(), Teaching{*p})
	}
}

// A poolFn adds up pools.
type poolFn struct{}

// CreateAccumulator returns an empty pool.
func (poolFn) CreateAccumulator() Teaching { return Teaching{} }

// MergeAccumulators adds a pool to another one.
func (poolFn) MergeAccumulators(a, b Teaching) Teaching {
	if len(a.Pool.Pairs) == 0 && a.Pool.Documents == 0 {
		return b
	}
	a.Pool.Source, a.Pool.Target = b.Pool.Source, b.Pool.Target
	a.Pool.Merge(&b.Pool)
	return a
}

// AddInput adds what a document teaches.
func (f poolFn) AddInput(a, t Teaching) Teaching { return f.MergeAccumulators(a, t) }

// ExtractOutput returns the pool with nothing in it twice.
func (poolFn) ExtractOutput(a Teaching) Teaching {
	a.Pool.Cut()
	return a
}

// A learnFn learns the words of pools.
type learnFn struct {
	Config Config
	method *seed.Method
}

func (f *learnFn) Setup() { f.method = f.Config.method() }

// ProcessElement learns the words of a pool, unless it is too small.
func (f *learnFn) ProcessElement(ctx context.Context, _ string, t Teaching, lesson func(Lesson)) error {
	begin := time.Now()
	file, err := f.method.Learn(ctx, &t.Pool)
	if err != nil || file == nil {
		return err
	}
	count(ctx, "pairs of languages learned", 1)
	took(ctx, "milliseconds to learn a pair of languages", begin)
	lesson(Lesson{t.Pool.Source.String(), t.Pool.Target.String(), file})
	return nil
}

func registerLearn() {
	beam.RegisterFunction(teach)
	beam.RegisterType(reflect.TypeFor[poolFn]())
	beam.RegisterDoFn(&learnFn{})
}
