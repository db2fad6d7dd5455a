package main

import (
	"cmp"
	"context"
	"hash/fnv"
	"io"
	"math"
	"reflect"
	"slices"
	"strings"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"
	"golang.org/x/text/language"

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

// A Profile is what is known of a document in one language.
type Profile struct {
	ID, Name, Lang string
	Size           int // characters
	Features       []Feature
	Rare           int // how many of them, the first ones, other documents can find it by
}

// A Feature is a feature of a document. Weight is how often it has it, from 1, and later its
// weight in a vector of length 1.
type Feature struct {
	Hash   uint32
	Weight float32
}

// key identifies a document in the steps of this file.
func key(name, id string) string { return name + "\x00" + id }

// A profileFn reads documents.
type profileFn struct {
	Config Config
	method *seed.Method
}

func (f *profileFn) Setup() { f.method = f.Config.method() }

// ProcessElement returns the profile of a document, or a group if it holds several languages.
func (f *profileFn) ProcessElement(
	ctx context.Context, d Document, profile func(Profile), mixed func(Group), failed func(Failure),
) {
	var p *seed.Profile
	err := guard(func() error {
		texts, err := d.texts(ctx)
		if err != nil {
			return err
		}
		p, err = f.method.Profile(texts)
		return err
	})
	if err != nil {
		failed(Failure{"pair by content", d.label(), err.Error()})
		return
	}
	wanted := slices.DeleteFunc(slices.Clone(p.Langs), func(l language.Tag) bool { return !f.Config.wants(l) })
	switch {
	case len(wanted) == 0 || len(p.Langs) > 1 && len(wanted) == 1:
		failed(Failure{"pair by content", d.label(), "its languages are not in --langs"})
	case len(p.Langs) > 1:
		mixed(Group{Name: d.label(), Documents: []Document{d}})
	case wanted[0] == language.Und:
		failed(Failure{"pair by content", d.label(), "the language cannot be detected"})
	default:
		out := Profile{ID: key(d.Name, d.ID), Name: d.label(), Lang: wanted[0].String(), Size: p.Size}
		for name, n := range p.Features {
			h := fnv.New32a()
			io.WriteString(h, name)
			out.Features = append(out.Features, Feature{h.Sum32(), float32(n)})
		}
		slices.SortFunc(out.Features, func(a, b Feature) int {
			return cmp.Or(cmp.Compare(a.Hash, b.Hash), cmp.Compare(a.Weight, b.Weight))
		})
		profile(out)
	}
}

// wants reports whether a language is used.
func (c *Config) wants(l language.Tag) bool {
	base, _ := l.Base()
	return len(c.Langs) == 0 || slices.ContainsFunc(c.Langs, func(s string) bool {
		other, _ := language.Make(s).Base()
		return base == other
	})
}

// weigh sets the weights of a document's features: more the fewer documents have them.
func weigh(p Profile, sketch []byte) Profile {
	n, sum := float64(documentsIn(sketch)), 0.0
	for i := range p.Features {
		f := &p.Features[i]
		w := (1 + math.Log(float64(f.Weight))) * math.Log(1+n/float64(max(1, documentsWith(sketch, f.Hash))))
		f.Weight = float32(w)
		sum += w * w
	}
	for i := range p.Features {
		p.Features[i].Weight /= float32(math.Sqrt(sum))
	}
	p.Features = distinctive(p.Features, sketch)
	slices.SortFunc(p.Features, func(a, b Feature) int {
		x, y := rare(sketch, a), rare(sketch, b)
		if x != y {
			return cmp.Compare(y, x)
		}
		return cmp.Or(cmp.Compare(b.Weight, a.Weight), cmp.Compare(a.Hash, b.Hash))
	})
	for p.Rare < min(len(p.Features), rareFeatures) && rare(sketch, p.Features[p.Rare]) > 0 {
		p.Rare++
	}
	return p
}

// rare returns 1 for a feature by which a document can be found: another one has it, but not many.
func rare(sketch []byte, f Feature) int {
	if n := documentsWith(sketch, f.Hash); n >= 2 && n <= rareDocuments {
		return 1
	}
	return 0
}

const (
	// Of 500 pairs among 5,000 documents, 98 % are found with these; with half the features 85 %,
	// with half the documents 96 %. See docs/corpus.md.
	rareFeatures  = 128 // features by which a document is found
	rareDocuments = 128 // most documents that have such a feature
	// perLanguage is how many documents of each language a document is held against.
	perLanguage = 8
	// A feature that a tenth of the documents have distinguishes little, and is not compared.
	commonShare, commonLeast = 10, 50
)

// distinctive removes the features that too many documents have. They count for the length of the
// vector, as in bitext seed.
func distinctive(features []Feature, sketch []byte) []Feature {
	most := max(commonLeast, documentsIn(sketch)/commonShare)
	return slices.DeleteFunc(features, func(f Feature) bool { return documentsWith(sketch, f.Hash) > most })
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

func hashOf(text string) uint64 {
	h := fnv.New64a()
	io.WriteString(h, text)
	return h.Sum64()
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

func sameLanguage(a, b string) bool {
	x, _, _ := strings.Cut(a, "-")
	y, _, _ := strings.Cut(b, "-")
	return x == y
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
