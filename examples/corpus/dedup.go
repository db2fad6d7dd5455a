package main

import (
	"cmp"
	"context"
	"fmt"
	"reflect"
	"slices"
	"strings"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"

	"github.com/bitext-go/bitext/align/seed"
)

// An Entry is all units with the same wording, as one.
type Entry struct {
	Unit  seed.Unit // with the highest confidences of them
	Count int
	Seen  []Seen // the first of them in the order of the collection, seed.MaxPlaces at most
}

// A Seen is one place of a unit.
type Seen struct {
	Order  string
	Places []seed.Place // by side
}

// deduplicate makes one of equal units. A sentence that a million documents have is added up before
// it is sent anywhere, so that no worker gets a million of it.
func deduplicate(s beam.Scope, units beam.PCollection) beam.PCollection {
	s = s.Scope("deduplicate")
	return beam.DropKey(s, beam.CombinePerKey(s, &entryFn{}, beam.ParDo(s, keyOf, units)))
}

// keyOf keys a unit by its wording.
func keyOf(ctx context.Context, r Record) (string, Entry) {
	source, wording := r.Unit.Keys()
	count(ctx, "units that pass the filter", 1)
	return fmt.Sprintf("%x%x", source, wording), Entry{r.Unit, 1, []Seen{{r.Order, r.Unit.Places()}}}
}

// An entryFn adds up entries of the same unit.
type entryFn struct{}

// CreateAccumulator returns an entry that nothing was added to.
func (entryFn) CreateAccumulator() Entry { return Entry{} }

// AddInput adds an entry.
func (f entryFn) AddInput(a, e Entry) Entry { return f.MergeAccumulators(a, e) }

// MergeAccumulators adds an entry to another one. The order does not matter.
func (entryFn) MergeAccumulators(a, b Entry) Entry {
	switch {
	case a.Count == 0:
		return b
	case b.Count == 0:
		return a
	}
	if b.Seen[0].Order < a.Seen[0].Order { // if they are nearly equal, the wording of the first stays
		a, b = b, a
	}
	out := Entry{a.Unit, a.Count + b.Count, make([]Seen, 0, len(a.Seen)+len(b.Seen))}
	if b.Unit.Better(&a.Unit) {
		out.Unit.Translation, out.Unit.Boundary = b.Unit.Translation, b.Unit.Boundary
	}
	out.Seen = append(append(out.Seen, a.Seen...), b.Seen...)
	slices.SortFunc(out.Seen, func(x, y Seen) int {
		return cmp.Or(strings.Compare(x.Order, y.Order), slices.CompareFunc(x.Places, y.Places, comparePlaces))
	})
	out.Seen = slices.Clip(out.Seen[:min(len(out.Seen), seed.MaxPlaces)])
	return out
}

func comparePlaces(a, b seed.Place) int {
	return cmp.Or(strings.Compare(a.Document, b.Document), strings.Compare(a.Paragraph, b.Paragraph),
		strings.Compare(a.Lines, b.Lines))
}

// A Finished is a unit of the memory, with its place in the order of the collection.
type Finished struct {
	Order string
	Unit  seed.Merged
}

// number finds the units that have the same source, and numbers their translations. Of a source
// that a million units have, a worker holds the places, not the units.
func number(s beam.Scope, entries beam.PCollection) beam.PCollection {
	s = s.Scope("number translations")
	numbers := beam.ParDo(s, numberSource, beam.GroupByKey(s, beam.ParDo(s, sourceOf, entries)))
	return beam.ParDo(s, finish, beam.CoGroupByKey(s, beam.ParDo(s, byOrder, entries), numbers))
}

// sourceOf returns the key of an entry's source, and its place in the collection.
func sourceOf(e Entry) (string, string) {
	source, _ := e.Unit.Keys()
	return fmt.Sprintf("%x", source), e.Seen[0].Order
}

func byOrder(e Entry) (string, Entry) { return e.Seen[0].Order, e }

// numberSource numbers the translations of a source, if there are several: "2/3" is the second of
// three.
func numberSource(ctx context.Context, _ string, next func(*string) bool, number func(string, string)) {
	var orders []string
	for o := ""; next(&o); {
		orders = append(orders, o)
	}
	if len(orders) == 1 {
		return
	}
	slices.Sort(orders)
	for i, o := range orders {
		number(o, fmt.Sprintf("%d/%d", i+1, len(orders)))
	}
	count(ctx, "units with a source that has several translations", len(orders))
}

// finish makes a unit of the memory.
func finish(order string, entry func(*Entry) bool, number func(*string) bool, finished func(Finished)) error {
	e, n := Entry{}, "1/1"
	if !entry(&e) {
		return nil
	}
	number(&n)
	m := seed.Merged{Unit: e.Unit, Count: e.Count}
	for _, s := range e.Seen {
		m.Places = append(m.Places, s.Places)
	}
	_, err := fmt.Sscanf(n, "%d/%d", &m.Among, &m.Of)
	finished(Finished{order, m})
	return err
}

func registerDedup() {
	beam.RegisterFunction(keyOf)
	beam.RegisterType(reflect.TypeFor[entryFn]())
	beam.RegisterFunction(sourceOf)
	beam.RegisterFunction(byOrder)
	beam.RegisterFunction(numberSource)
	beam.RegisterFunction(finish)
}
