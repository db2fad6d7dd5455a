package main

import (
	"cmp"
	"context"
	"reflect"
	"slices"
	"strings"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"

	"github.com/bitext-go/bitext/align/seed"
)

// pairByContent groups the documents whose names say nothing by what they say: numbers, names in
// Latin letters, and the English translations of their words. Documents that hold several languages
// are groups by themselves.
//
// Two documents are compared only if they share one of their rarest features, so that the work
// grows with the number of documents and not with its square. Those that are compared are held
// against each other in all features, with the thresholds of bitext seed.
func pairByContent(s beam.Scope, c Config, loose beam.PCollection) (groups, failed beam.PCollection) {
	s = s.Scope("pair by content")
	profiles, mixed, unread := beam.ParDo3(s, &profileFn{Config: c}, beam.Reshuffle(s, loose))
	weighed := beam.ParDo(s, weigh, profiles, beam.SideInput{Input: beam.Combine(s, &sketchFn{}, profiles)})
	candidates := shareRare(s, weighed)
	edges := best(s, compare(s, weighed, candidates))
	paired, alone := gather(s, loose, profiles, components(s, edges))
	return beam.Flatten(s, mixed, paired), beam.Flatten(s, unread, alone)
}

// A Posting says that a document has a rare feature.
type Posting struct {
	ID, Lang string
	Size     int
	Weight   float32
}

// A Link is a document that may be a translation of another one.
type Link struct {
	ID, Lang string
	Own      string // the language of the other one
	Alike    int64  // similarity in billionths: sums of integers do not depend on their order
}

const billion = 1_000_000_000

// shareRare returns, for each document, those that share the most rare features with it.
func shareRare(s beam.Scope, weighed beam.PCollection) beam.PCollection {
	pairs := beam.ParDo(s, meet, beam.GroupByKey(s, beam.ParDo(s, post, weighed)))
	sums := beam.CombinePerKey(s, sumInt64, pairs)
	return beam.ParDo(s, nearest, beam.GroupByKey(s, beam.ParDo(s, bothWays, sums)))
}

// post returns the rare features of a document.
func post(p Profile, posting func(uint32, Posting)) {
	for _, f := range p.Features[:p.Rare] {
		posting(f.Hash, Posting{p.ID, p.Lang, p.Size, f.Weight})
	}
}

// meet returns the pairs of documents in different languages that have a feature. Of a feature that
// more documents have than the sketch has it, only the first rareDocuments are taken, by a hash, so
// that no feature costs more than a bounded amount of work.
func meet(ctx context.Context, _ uint32, next func(*Posting) bool, pair func(string, int64)) {
	var all []Posting
	for p := (Posting{}); next(&p); {
		if all = append(all, p); len(all) >= 2*rareDocuments {
			all = firstPostings(all)
		}
	}
	if len(all) < 2 {
		return
	}
	all = firstPostings(all)
	slices.SortFunc(all, func(a, b Posting) int { return strings.Compare(a.ID, b.ID) })
	n := 0
	for i, a := range all {
		for _, b := range all[i+1:] {
			if sameLanguage(a.Lang, b.Lang) || a.Size >= seed.MostLonger*b.Size || b.Size >= seed.MostLonger*a.Size {
				continue
			}
			n++
			pair(a.Lang+"\x01"+a.ID+"\x01"+b.Lang+"\x01"+b.ID, int64(float64(a.Weight)*float64(b.Weight)*billion))
		}
	}
	count(ctx, "rare features that two documents share", n)
}

// firstPostings returns the first postings by a hash of their documents.
func firstPostings(all []Posting) []Posting {
	slices.SortFunc(all, func(a, b Posting) int {
		return cmp.Or(cmp.Compare(hashOf(a.ID), hashOf(b.ID)), strings.Compare(a.ID, b.ID))
	})
	return all[:min(len(all), rareDocuments)]
}

func sumInt64(a, b int64) int64 { return a + b }

// bothWays gives each document of a pair the other one.
func bothWays(pair string, alike int64, link func(string, Link)) {
	parts := strings.Split(pair, "\x01")
	link(parts[1], Link{parts[3], parts[2], parts[0], alike})
	link(parts[3], Link{parts[1], parts[0], parts[2], alike})
}

// nearest returns the documents of each language that are the most like one.
func nearest(id string, next func(*Link) bool, link func(string, string)) {
	byLang := map[string][]Link{}
	for l := (Link{}); next(&l); {
		all := append(byLang[l.Lang], l)
		if len(all) >= 4*perLanguage {
			all = firstLinks(all)
		}
		byLang[l.Lang] = all
	}
	for _, all := range byLang {
		for _, l := range firstLinks(all) {
			// The document with the smaller name is sent to the other one.
			link(min(id, l.ID), max(id, l.ID))
		}
	}
}

// firstLinks returns the links with the greatest similarity.
func firstLinks(all []Link) []Link {
	slices.SortFunc(all, func(a, b Link) int {
		return cmp.Or(cmp.Compare(b.Alike, a.Alike), strings.Compare(a.ID, b.ID))
	})
	return all[:min(len(all), perLanguage)]
}

func registerByContent() {
	beam.RegisterDoFn(&profileFn{})
	beam.RegisterFunction(weigh)
	beam.RegisterFunction(post)
	beam.RegisterFunction(meet)
	beam.RegisterFunction(sumInt64)
	beam.RegisterFunction(bothWays)
	beam.RegisterFunction(nearest)
	beam.RegisterType(reflect.TypeFor[sketchFn]())

	registerCompare()
	registerComponents()
}
