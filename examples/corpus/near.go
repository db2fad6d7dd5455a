package main

import (
	"cmp"
	"context"
	"fmt"
	"reflect"
	"slices"
	"strings"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"

	"github.com/bitext-go/bitext/internal/near"
)

// mergeNear makes one of units that are nearly equal, as bitext filter --drop near finds them: they
// share a band of their MinHash signatures, and the estimate of their similarity is at least
// Config.Near. The first in the order of the collection stays, with the highest confidences and the
// places of all.
//
// A unit that is merged into another one takes no third one with it: of units that are nearly equal
// one after the other like the links of a chain, those that are not nearly equal to one that stays
// stay too. Nothing depends on the order in which machines see the units.
func mergeNear(s beam.Scope, c Config, entries beam.PCollection) beam.PCollection {
	if c.Near == 0 {
		return entries
	}
	s = s.Scope("merge near")
	buckets := beam.GroupByKey(s, beam.ParDo(s, bandsOf, entries))
	later := beam.ParDo(s, &similarFn{Least: c.Near}, buckets) // each with an earlier one that it is like
	doubted := beam.CombinePerKey(s, smaller, later)
	// An earlier one stays if there is none that it is like itself.
	firm := beam.ParDo(s, staying, beam.CoGroupByKey(s, beam.ParDo(s, swap, later), doubted))
	chosen := beam.CombinePerKey(s, smaller, firm)
	moved := beam.ParDo(s, moveTo, beam.CoGroupByKey(s, beam.ParDo(s, byOrder, entries), chosen))
	return beam.DropKey(s, beam.CombinePerKey(s, &entryFn{}, moved))
}

// A Signed is a unit as its bands know it.
type Signed struct {
	Order     string
	Signature []byte
}

// bandsOf returns the bands of a unit. Units in different languages share none.
func bandsOf(e Entry, band func(string, Signed)) {
	var langs, texts []string
	for _, s := range e.Unit.Sides {
		langs, texts = append(langs, s.Lang.String()), append(texts, s.Text)
	}
	sign, keys, ok := near.Of(texts...)
	if !ok {
		return
	}
	for i, k := range keys {
		band(fmt.Sprintf("%s %d %08x", strings.Join(langs, " "), i, k), Signed{e.Seen[0].Order, sign[:]})
	}
}

// mostInBand is how many units of a band are compared, the first in the order of the collection, so
// that a pattern which a million units have costs a bounded amount of work. The others stay.
const mostInBand = 2000

// A similarFn compares units that share a band.
type similarFn struct{ Least float64 }

// ProcessElement returns the units that are nearly equal to an earlier one, with each of those that
// are not themselves nearly equal to one of this band.
func (f *similarFn) ProcessElement(ctx context.Context, _ string, next func(*Signed) bool, like func(string, string)) {
	var all []Signed
	for x := (Signed{}); next(&x); x = (Signed{}) {
		if all = append(all, x); len(all) >= 2*mostInBand {
			all = firstSigned(ctx, all)
		}
	}
	if len(all) < 2 {
		return
	}
	all = firstSigned(ctx, all)
	var kept []Signed
	for _, x := range all {
		found := false
		for _, k := range kept {
			a, b := near.Signature(x.Signature), near.Signature(k.Signature)
			if a.Similarity(&b) >= f.Least {
				like(x.Order, k.Order)
				found = true
			}
		}
		if !found {
			kept = append(kept, x)
		}
	}
}

// firstSigned returns the first units of a band.
func firstSigned(ctx context.Context, all []Signed) []Signed {
	slices.SortFunc(all, func(a, b Signed) int { return cmp.Compare(a.Order, b.Order) })
	if n := len(all) - mostInBand; n > 0 {
		count(ctx, "units not compared with nearly equal ones, since too many are alike", n)
		all = all[:mostInBand]
	}
	return all
}

func swap(a, b string) (string, string) { return b, a }

// staying returns, for a unit that is like no earlier one, those that are like it.
func staying(first string, later func(*string) bool, doubted func(*string) bool, firm func(string, string)) {
	if d := ""; doubted(&d) {
		return
	}
	for l := ""; later(&l); {
		firm(l, first)
	}
}

// moveTo keys a unit by the one that it is merged into, or by itself.
func moveTo(
	ctx context.Context, order string, entry func(*Entry) bool, to func(*string) bool, moved func(string, Entry),
) {
	var e Entry
	if !entry(&e) {
		return
	}
	if into := ""; to(&into) {
		count(ctx, "units merged into a nearly equal one", 1)
		order = into
	}
	moved(order, e)
}

func registerNear() {
	beam.RegisterType(reflect.TypeFor[Signed]())
	beam.RegisterFunction(bandsOf)
	beam.RegisterDoFn(&similarFn{})
	beam.RegisterFunction(swap)
	beam.RegisterFunction(staying)
	beam.RegisterFunction(moveTo)
}
