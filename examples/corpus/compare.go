package main

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"

	"github.com/bitext-go/bitext/align/seed"
)

// An Edge is two documents that are alike.
type Edge struct {
	A, B         string
	LangA, LangB string
	Alike        int64 // in billionths
}

// compare returns the similarity of candidates: the cosine of the weights of their features.
func compare(s beam.Scope, weighed, candidates beam.PCollection) beam.PCollection {
	s = s.Scope("compare")
	profiles := beam.ParDo(s, byID, weighed)
	sent := beam.ParDo(s, send, beam.CoGroupByKey(s, profiles, candidates))
	return beam.ParDo(s, receive, beam.CoGroupByKey(s, profiles, sent))
}

func byID(p Profile) (string, Profile) { return p.ID, p }

// send sends the profile of a document to its candidates.
func send(id string, profile func(*Profile) bool, candidates func(*string) bool, to func(string, Profile)) {
	var p Profile
	if !profile(&p) {
		return
	}
	var all []string
	for c := ""; candidates(&c); {
		all = append(all, c)
	}
	slices.Sort(all) // each of the two may have named the other one
	for _, c := range slices.Compact(all) {
		to(c, p)
	}
}

// receive compares the profiles that a document gets with its own.
func receive(
	ctx context.Context, id string, own func(*Profile) bool, others func(*Profile) bool, link func(string, Link),
) {
	var p Profile
	if !own(&p) {
		return
	}
	weights := make(map[uint32]float32, len(p.Features))
	for _, f := range p.Features {
		weights[f.Hash] = f.Weight
	}
	for o := (Profile{}); others(&o); o = (Profile{}) {
		sum := 0.0
		for _, f := range o.Features {
			sum += float64(f.Weight) * float64(weights[f.Hash])
		}
		alike := int64(sum * billion)
		count(ctx, "pairs of documents compared", 1)
		link(p.ID, Link{o.ID, o.Lang, p.Lang, alike})
		link(o.ID, Link{p.ID, p.Lang, o.Lang, alike})
	}
}

// best returns the pairs that are much more like each other than either is like any other document
// of that language, as bitext seed does.
func best(s beam.Scope, links beam.PCollection) beam.PCollection {
	s = s.Scope("best")
	chosen := beam.ParDo(s, choose, beam.GroupByKey(s, links))
	return beam.ParDo(s, mutual, beam.GroupByKey(s, chosen))
}

// choose returns the documents that are by far the most like one, one of each language.
func choose(id string, next func(*Link) bool, chosen func(string, Edge)) {
	byLang := map[string][2]Link{} // the best and the second
	for l := (Link{}); next(&l); {
		base, _, _ := strings.Cut(l.Lang, "-")
		b := byLang[base]
		switch order := cmp.Or(cmp.Compare(l.Alike, b[0].Alike), strings.Compare(b[0].ID, l.ID)); {
		case b[0].ID == "" || order > 0:
			b[0], b[1] = l, b[0]
		case l.Alike > b[1].Alike:
			b[1] = l
		}
		byLang[base] = b
	}
	for _, b := range byLang {
		first, second := float64(b[0].Alike), float64(b[1].Alike)
		if first >= seed.LeastAlike*billion && second*seed.Margin <= first {
			e := Edge{id, b[0].ID, b[0].Own, b[0].Lang, b[0].Alike}
			if e.B < e.A {
				e = Edge{e.B, e.A, e.LangB, e.LangA, e.Alike}
			}
			chosen(e.A+"\x01"+e.B, e)
		}
	}
}

// mutual returns a pair that both documents have chosen.
func mutual(_ string, next func(*Edge) bool, edge func(Edge)) {
	n := 0
	var e Edge
	for next(&e) {
		n++
	}
	if n == 2 {
		edge(e)
	}
}

func registerCompare() {
	beam.RegisterFunction(byID)
	beam.RegisterFunction(send)
	beam.RegisterFunction(receive)
	beam.RegisterFunction(choose)
	beam.RegisterFunction(mutual)

}
