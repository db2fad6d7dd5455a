package main

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"
	"golang.org/x/text/language"

	"github.com/bitext-go/bitext/align/seed"
)

// pairByName groups the documents whose names differ only in the language. It returns the groups
// and the documents that are in none.
//
// All names that can belong together have the same block ([seed.NameBlock]), so that each block is
// paired by itself, with the function that bitext seed uses on all names at once.
func pairByName(s beam.Scope, documents beam.PCollection) (groups, loose, failed beam.PCollection) {
	s = s.Scope("pair by name")
	blocks := beam.GroupByKey(s, beam.ParDo(s, blockOf, documents))
	return beam.ParDo3(s, pairBlock, blocks)
}

// blockOf keys a document by the block of its name. One without a name is a block by itself.
func blockOf(d Document) (string, Document) {
	if d.Name == "" {
		return "id " + d.ID, d
	}
	return "name " + seed.NameBlock(d.Name), d
}

// pairBlock pairs the documents of a block.
func pairBlock(
	ctx context.Context, _ string, next func(*Document) bool, group func(Group), loose func(Document),
	failed func(Failure),
) {
	var all []Document
	for d := (Document{}); next(&d); d = (Document{}) {
		all = append(all, d)
	}
	// Beam gives them in any order.
	slices.SortFunc(all, func(a, b Document) int {
		return cmp.Or(strings.Compare(a.Name, b.Name), strings.Compare(a.ID, b.ID), strings.Compare(a.URI, b.URI),
			strings.Compare(a.Lang, b.Lang), strings.Compare(a.Text, b.Text))
	})
	documents := map[string]Document{} // by path
	var files []seed.File
	for _, d := range all {
		path := d.Name + "\x00" + d.ID
		if _, twice := documents[path]; twice {
			failed(Failure{"pair by name", d.label(), "another document has the id " + d.ID + "; the ids must differ"})
			continue
		}
		documents[path] = d
		files = append(files, seed.File{Path: path, Name: d.Name})
	}
	named, given := split(files, documents)
	c := seed.PairByName(named)
	for _, g := range append(c.Groups, given...) {
		out := Group{Name: g.String()}
		for _, f := range g {
			d := documents[f.Path]
			if f.Lang != language.Und {
				d.Lang = f.Lang.String()
			}
			out.Documents = append(out.Documents, d)
		}
		group(out)
	}
	for _, f := range c.Loose {
		loose(documents[f.Path])
	}
	for _, p := range c.Unused {
		failed(Failure{"pair by name", p.Name, p.Why})
	}
	count(ctx, "documents", len(files))
	count(ctx, "grouped by name", len(files)-len(c.Loose)-len(c.Unused))
}

// split takes out of the files those with the same name whose documents say their language: a table
// of texts names a document once, and the language is beside it. They are groups.
func split(files []seed.File, documents map[string]Document) (rest []seed.File, groups []seed.Group) {
	same := map[string][]seed.File{}
	var names []string
	for _, f := range files {
		if same[f.Name] == nil {
			names = append(names, f.Name)
		}
		same[f.Name] = append(same[f.Name], f)
	}
	for _, name := range names {
		all := same[name]
		langs := map[string]bool{}
		for i, f := range all {
			lang := documents[f.Path].Lang
			langs[lang] = lang != ""
			all[i].Lang = language.Make(lang)
		}
		if name == "" || len(all) < 2 || len(langs) < len(all) || langs[""] {
			rest = append(rest, all...)
			continue
		}
		groups = append(groups, seed.Group(all))
	}
	return rest, groups
}

func registerByName() {
	beam.RegisterFunction(blockOf)
	beam.RegisterFunction(pairBlock)
}
