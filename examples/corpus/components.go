package main

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"

	"github.com/bitext-go/bitext/align/seed"
)

// rounds is how often documents tell each other their label. Translations into any number of
// languages are chosen by one another, so that few steps lead from one to all others.
const rounds = 3

// components returns the edges keyed by the label of their component, the smallest id of the
// documents that they connect.
func components(s beam.Scope, edges beam.PCollection) beam.PCollection {
	s = s.Scope("components")
	neighbours := beam.ParDo(s, neighboursOf, edges)
	labels := beam.ParDo(s, firstLabel, beam.GroupByKey(s, neighbours))
	for range rounds - 1 {
		told := beam.ParDo(s, tell, beam.CoGroupByKey(s, labels, neighbours))
		labels = beam.CombinePerKey(s, smaller, beam.Flatten(s, labels, told))
	}
	return beam.ParDo(s, labelEdge, beam.CoGroupByKey(s, labels, beam.ParDo(s, byFirst, edges)))
}

// neighboursOf gives each document of an edge the other one.
func neighboursOf(e Edge, neighbour func(string, string)) {
	neighbour(e.A, e.B)
	neighbour(e.B, e.A)
}

// firstLabel returns the smallest of a document and its neighbours.
func firstLabel(id string, next func(*string) bool) (string, string) {
	label := id
	for n := ""; next(&n); {
		label = min(label, n)
	}
	return id, label
}

// tell tells the neighbours of a document its label.
func tell(_ string, label func(*string) bool, neighbours func(*string) bool, told func(string, string)) {
	l := ""
	if !label(&l) {
		return
	}
	for n := ""; neighbours(&n); {
		told(n, l)
	}
}

func smaller(a, b string) string {
	if a == "" || b != "" && b < a {
		return b
	}
	return a
}

func byFirst(e Edge) (string, Edge) { return e.A, e }

// labelEdge keys edges by the label of their first document.
func labelEdge(_ string, label func(*string) bool, edges func(*Edge) bool, labelled func(string, Edge)) {
	l := ""
	if !label(&l) {
		return
	}
	for e := (Edge{}); edges(&e); {
		labelled(l, e)
	}
}

// gather makes groups of the documents of each component. It returns them, and the documents that
// are in none.
func gather(s beam.Scope, loose, profiles, edges beam.PCollection) (groups, alone beam.PCollection) {
	s = s.Scope("gather")
	members := beam.ParDo(s, join, beam.GroupByKey(s, edges))
	labelled, alone := beam.ParDo2(s, label,
		beam.CoGroupByKey(s, beam.ParDo(s, byKey, loose), beam.ParDo(s, languageByID, profiles), members))
	return beam.ParDo(s, groupOf, beam.GroupByKey(s, labelled)), alone
}

func byKey(d Document) (string, Document) { return key(d.Name, d.ID), d }

// languageByID returns the language of a document, which loose documents may lack.
func languageByID(p Profile) (string, string) { return p.ID, p.Lang }

// join decides which documents of a component belong together: those of the most similar edges, but
// no two in one language. It returns the group of each document.
func join(_ string, next func(*Edge) bool, member func(string, string)) {
	var edges []Edge
	for e := (Edge{}); next(&e); {
		edges = append(edges, e)
	}
	slices.SortFunc(edges, func(x, y Edge) int {
		return cmp.Or(cmp.Compare(y.Alike, x.Alike), strings.Compare(x.A, y.A), strings.Compare(x.B, y.B))
	})
	groups, langs := map[string][]string{}, map[string]string{}
	for _, e := range edges {
		langs[e.A], langs[e.B] = e.LangA, e.LangB
		for _, id := range []string{e.A, e.B} {
			if groups[id] == nil {
				groups[id] = []string{id}
			}
		}
		a, b := groups[e.A], groups[e.B]
		if a[0] == b[0] || shareLanguage(a, b, langs) {
			continue
		}
		both := slices.Concat(a, b)
		for _, id := range both {
			groups[id] = both
		}
	}
	for id, g := range groups {
		if len(g) > 1 {
			member(id, slices.Min(g))
		}
	}
}

// shareLanguage reports whether two groups have documents in the same language.
func shareLanguage(a, b []string, langs map[string]string) bool {
	return slices.ContainsFunc(a, func(x string) bool {
		return slices.ContainsFunc(b, func(y string) bool { return sameLanguage(langs[x], langs[y]) })
	})
}

// label gives a document the group that it is in, and the language that was found.
func label(
	ctx context.Context, id string, document func(*Document) bool, lang func(*string) bool, group func(*string) bool,
	labelled func(string, Document), alone func(Failure),
) {
	d, l, g := Document{}, "", ""
	if !document(&d) || !lang(&l) {
		return // it holds several languages, or cannot be read
	}
	if !group(&g) {
		alone(Failure{"pair by content", d.label(), "no translation of it found"})
		return
	}
	d.Lang = l
	count(ctx, "grouped by content", 1)
	labelled(g, d)
}

// groupOf makes a group of documents.
func groupOf(_ string, next func(*Document) bool, group func(Group)) {
	var g seed.Group
	all := map[string]Document{}
	for d := (Document{}); next(&d); d = (Document{}) {
		path := key(d.Name, d.ID)
		all[path] = d
		g = append(g, seed.File{Path: path, Name: d.label()})
	}
	slices.SortFunc(g, func(a, b seed.File) int { return strings.Compare(a.Name+"\x00"+a.Path, b.Name+"\x00"+b.Path) })
	out := Group{Name: g.String()}
	for _, f := range g {
		out.Documents = append(out.Documents, all[f.Path])
	}
	group(out)
}

func registerComponents() {
	beam.RegisterFunction(neighboursOf)
	beam.RegisterFunction(firstLabel)
	beam.RegisterFunction(tell)
	beam.RegisterFunction(smaller)
	beam.RegisterFunction(byFirst)
	beam.RegisterFunction(labelEdge)
	beam.RegisterFunction(join)
	beam.RegisterFunction(byKey)
	beam.RegisterFunction(languageByID)
	beam.RegisterFunction(label)
	beam.RegisterFunction(groupOf)
}
