package main

import (
	"cmp"
	"context"
	"encoding/json"
	"fmt"
	"hash/fnv"
	"io"
	"slices"
	"strings"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"
)

// A Shard is a file of the output.
type Shard struct {
	Name   string `json:"name"`
	Units  int    `json:"units"`
	Bytes  int64  `json:"bytes"`
	SHA256 string `json:"sha256"`
}

// A Manifest says what the output is. It is written last: where there is none, the output is not
// complete.
type Manifest struct {
	Format string  `json:"format"`
	Units  int     `json:"units"`
	Shards []Shard `json:"shards"` // in the order of their names
	Failed []Shard `json:"failed"` // lines of JSON, one for each document that is not in the memory
}

// write writes the units and the failures into shards, and then a manifest. Which shard a unit is
// in depends on its wording only, so that the bytes of each shard depend on nothing but the units.
func write(s beam.Scope, c Config, units, failures beam.PCollection) {
	s = s.Scope("write")
	written := beam.ParDo(s, &unitsFn{Config: c}, beam.GroupByKey(s, beam.ParDo(s, &shardFn{c}, units)))
	failed := beam.ParDo(s, &failuresFn{Config: c},
		beam.GroupByKey(s, beam.ParDo(s, &failureShardFn{c.Shards}, failures)))
	// An impulse, so that there is a manifest even if there is not a single unit.
	beam.ParDo0(s, &manifestFn{c}, beam.Impulse(s), beam.SideInput{Input: written}, beam.SideInput{Input: failed})
}

// shardOf returns the shard of a text.
func shardOf(text string, shards int) int {
	h := fnv.New64a()
	io.WriteString(h, text)
	return int(h.Sum64() % uint64(shards))
}

// A shardFn finds the shards of units.
type shardFn struct{ Config Config }

// ProcessElement returns the shard of a unit, as its file is named. A table has the same languages
// in all rows, so that each combination of languages has shards of its own.
func (f *shardFn) ProcessElement(u Finished) (string, Finished) {
	langs := ""
	if f.Config.Format == "tsv" {
		for _, s := range u.Unit.Sides {
			langs += s.Lang.String() + "-"
		}
	}
	_, wording := u.Unit.Keys()
	return fmt.Sprintf("%s%05d-of-%05d", langs, shardOf(string(wording[:]), f.Config.Shards), f.Config.Shards), u
}

// A failureShardFn finds the shards of failures.
type failureShardFn struct{ Shards int }

// ProcessElement returns the shard of a failure.
func (f *failureShardFn) ProcessElement(x Failure) (int, Failure) {
	return shardOf(x.Name, f.Shards), x
}

// A unitsFn writes shards of units.
type unitsFn struct{ Config Config }

// ProcessElement writes a shard. It holds the units of the shard, so that Shards bounds memory.
func (f *unitsFn) ProcessElement(ctx context.Context, shard string, next func(*Finished) bool, done func(Shard)) error {
	var all []Finished
	for u := (Finished{}); next(&u); u = (Finished{}) {
		all = append(all, u)
	}
	slices.SortFunc(all, func(a, b Finished) int { return strings.Compare(a.Order, b.Order) })
	name := "memory-" + shard + "." + f.Config.Format
	s, err := writeFile(ctx, f.Config.Output, name, func(w io.Writer) error {
		out := writers[f.Config.Format](w)
		for _, u := range all {
			if err := out.Write(u); err != nil {
				return err
			}
		}
		return out.Close()
	})
	if err != nil {
		return err
	}
	s.Units = len(all)
	count(ctx, "units written", len(all))
	done(s)
	return nil
}

// A failuresFn writes shards of failures.
type failuresFn struct{ Config Config }

// ProcessElement writes a shard.
func (f *failuresFn) ProcessElement(ctx context.Context, shard int, next func(*Failure) bool, done func(Shard)) error {
	var all []Failure
	for x := (Failure{}); next(&x); {
		all = append(all, x)
		count(ctx, "failures: "+x.Step, 1)
	}
	slices.SortFunc(all, func(a, b Failure) int {
		return cmp.Or(strings.Compare(a.Name, b.Name), strings.Compare(a.Step, b.Step), strings.Compare(a.Why, b.Why))
	})
	name := fmt.Sprintf("failed-%05d-of-%05d.jsonl", shard, f.Config.Shards)
	s, err := writeFile(ctx, f.Config.Output, name, func(w io.Writer) error {
		e := json.NewEncoder(w)
		e.SetEscapeHTML(false)
		for _, x := range all {
			if err := e.Encode(x); err != nil {
				return err
			}
		}
		return nil
	})
	s.Units = len(all)
	if err == nil {
		done(s)
	}
	return err
}

// A manifestFn writes the manifest.
type manifestFn struct{ Config Config }

// ProcessElement writes the manifest.
func (f *manifestFn) ProcessElement(
	ctx context.Context, _ []byte, units func(*Shard) bool, failed func(*Shard) bool,
) error {
	m := Manifest{Format: f.Config.Format, Shards: sorted(units), Failed: sorted(failed)}
	for _, s := range m.Shards {
		m.Units += s.Units
	}
	_, err := writeFile(ctx, f.Config.Output, manifestName, func(w io.Writer) error {
		e := json.NewEncoder(w)
		e.SetIndent("", "  ")
		return e.Encode(m)
	})
	return err
}

// manifestName is the name of the manifest in the output folder.
const manifestName = "manifest.json"

// sorted returns shards in the order of their names.
func sorted(next func(*Shard) bool) []Shard {
	all := []Shard{}
	for s := (Shard{}); next(&s); {
		all = append(all, s)
	}
	slices.SortFunc(all, func(a, b Shard) int { return strings.Compare(a.Name, b.Name) })
	return all
}

func registerOutput() {
	beam.RegisterDoFn(&shardFn{})
	beam.RegisterDoFn(&failureShardFn{})
	beam.RegisterDoFn(&unitsFn{})
	beam.RegisterDoFn(&failuresFn{})
	beam.RegisterDoFn(&manifestFn{})
}
