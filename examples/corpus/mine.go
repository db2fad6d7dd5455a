package main

import (
	"cmp"
	"context"
	"fmt"
	"reflect"
	"slices"
	"strings"
	"time"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"
	"golang.org/x/text/language"

	"github.com/bitext-go/bitext/align/seed"
	"github.com/bitext-go/bitext/segment"
)

// mine finds the sentences of documents that translate one another, wherever they are, in piles
// that no machine holds at once.
//
// Each sentence goes into a few buckets, by hashes of its rarest features. Two sentences that
// translate one another share some of these, and so a bucket. A bucket is a pile that a machine can
// hold, and is mined as bitext mine mines two files. A pair that a bucket finds stays if each
// of its sentences is the best for the other.
func mine(s beam.Scope, c Config, documents beam.PCollection) (records, failed beam.PCollection) {
	s = s.Scope("mine")
	found, failed := beam.ParDo2(s, &sentencesFn{Config: c}, beam.Reshuffle(s, documents))
	// Of equal sentences, the first in the order of the collection is enough.
	sentences := beam.DropKey(s, beam.CombinePerKey(s, firstSentence, found))
	sketch := beam.Combine(s, &sentenceSketchFn{}, sentences)
	buckets := beam.ParDo(s, &bucketsFn{c.bucket()}, sentences, beam.SideInput{Input: sketch})
	pairs, failedBuckets := beam.ParDo2(s, &mineFn{Config: c}, beam.GroupByKey(s, buckets))
	best := beam.ParDo(s, bestMined, beam.GroupByKey(s, pairs))
	return beam.ParDo(s, &minedFn{Config: c}, beam.GroupByKey(s, best)), beam.Flatten(s, failed, failedBuckets)
}

// A Sentence is a sentence of a pile.
type Sentence struct {
	Order    string // its place in the order of the collection; unique
	Lang     string
	Text     string
	Place    seed.Place
	Features []uint32 // hashes, in order
}

// A sentencesFn reads documents.
type sentencesFn struct {
	Config Config
	method *seed.Method
}

func (f *sentencesFn) Setup() { f.method = f.Config.method() }

// ProcessElement returns the sentences of a document, by language and wording.
func (f *sentencesFn) ProcessElement(
	ctx context.Context, d Document, sentence func(string, Sentence), failed func(Failure),
) {
	err := guard(func() error {
		texts, err := d.texts(ctx)
		if err != nil {
			return err
		}
		for k, t := range texts {
			if t.Lang == language.Und || !f.Config.wants(t.Lang) {
				continue
			}
			for n := range t.Sentences {
				features, err := f.method.SentenceFeatures(t, n)
				if err != nil {
					return err
				}
				first, last := t.LinesOf(segment.Range{Lo: n, Hi: n + 1})
				s := Sentence{
					Order: orderOf(d.label(), n) + fmt.Sprintf("\x00%d", k), Lang: t.Lang.String(), Text: t.Sentence(n),
					Place: seed.Place{Document: d.label(), Paragraph: fmt.Sprint(t.ParagraphOf(n) + 1)},
				}
				if s.Place.Lines = fmt.Sprint(first); first != last {
					s.Place.Lines = fmt.Sprintf("%d-%d", first, last)
				}
				for name := range features {
					s.Features = append(s.Features, uint32(hashOf(name)))
				}
				slices.Sort(s.Features)
				sentence(s.Lang+"\x00"+s.Text, s)
			}
			count(ctx, "sentences", len(t.Sentences))
		}
		return nil
	})
	if err != nil {
		failed(Failure{"mine", d.label(), err.Error()})
	}
}

func firstSentence(a, b Sentence) Sentence {
	if a.Order == "" || b.Order != "" && b.Order < a.Order {
		return b
	}
	return a
}

// A sentenceSketchFn counts the features of sentences.
type sentenceSketchFn struct{ sketchFn }

// AddInput counts the features of a sentence, in all languages and in its own.
func (f sentenceSketchFn) AddInput(sketch []byte, s Sentence) []byte {
	p := Profile{}
	for _, h := range s.Features {
		p.Features = append(p.Features, Feature{Hash: h}, Feature{Hash: inLanguage(h, s.Lang)})
	}
	return f.sketchFn.AddInput(sketch, p)
}

// inLanguage returns the hash of a feature in a language.
func inLanguage(h uint32, lang string) uint32 { return mixed(h ^ uint32(hashOf(lang))) }

const (
	// rarestFeatures is how many features a sentence is found by.
	rarestFeatures = 5
	// usualBucket is about how many sentences a bucket has.
	usualBucket = 4000
)

// bucket returns how many sentences a bucket has.
func (c *Config) bucket() int { return cmp.Or(c.Bucket, usualBucket) }

// A bucketsFn spreads sentences over buckets.
type bucketsFn struct{ Bucket int }

// ProcessElement returns the buckets of a sentence, by its rarest features that one in another
// language has too.
func (f *bucketsFn) ProcessElement(s Sentence, sketch []byte, bucket func(int, Sentence)) {
	rarest := slices.DeleteFunc(slices.Clone(s.Features), func(h uint32) bool {
		return documentsWith(sketch, h) <= documentsWith(sketch, inLanguage(h, s.Lang))
	})
	slices.SortFunc(rarest, func(a, b uint32) int {
		return cmp.Or(cmp.Compare(documentsWith(sketch, a), documentsWith(sketch, b)), cmp.Compare(a, b))
	})
	buckets := uint32(max(1, rarestFeatures*documentsIn(sketch)/f.Bucket))
	sent := map[uint32]bool{}
	s.Features = nil
	for _, h := range rarest[:min(len(rarest), rarestFeatures)] {
		if b := mixed(h) % buckets; !sent[b] {
			sent[b] = true
			bucket(int(b), s)
		}
	}
}

// mixed returns another hash, so that the buckets do not depend on the places of a sketch.
func mixed(h uint32) uint32 { return (h ^ h>>15) * 0x9E3779B1 >> 3 }

// A Mined is two sentences that translate one another.
type Mined struct {
	Source, Target string // orders
	Unit           seed.Unit
}

// A mineFn mines buckets.
type mineFn struct {
	Config Config
	method *seed.Method
}

func (f *mineFn) Setup() { f.method = f.Config.method() }

// ProcessElement returns the pairs of a bucket, keyed by both sentences. A bucket that is much
// larger than others, since many sentences share a feature, is cut: the first sentences by their
// hashes are mined.
func (f *mineFn) ProcessElement(
	ctx context.Context, number int, next func(*Sentence) bool, pair func(string, Mined), failed func(Failure),
) {
	begin := time.Now()
	most := 8 * f.Config.bucket()
	byHash := func(a, b Sentence) int {
		return cmp.Or(cmp.Compare(hashOf(a.Order), hashOf(b.Order)), strings.Compare(a.Order, b.Order))
	}
	byLang := map[language.Tag][]Sentence{}
	for s := (Sentence{}); next(&s); s = (Sentence{}) {
		l := language.Make(s.Lang)
		all := append(byLang[l], s)
		if len(all) >= 2*most {
			slices.SortFunc(all, byHash)
			count(ctx, "sentences not compared, since too many share a feature", len(all)-most)
			all = slices.Clone(all[:most])
		}
		byLang[l] = all
	}
	var langs []language.Tag
	for l, all := range byLang {
		langs = append(langs, l)
		slices.SortFunc(all, func(a, b Sentence) int { return strings.Compare(a.Order, b.Order) })
	}
	slices.SortFunc(langs, f.Config.compareLangs)
	for i, src := range langs {
		for _, tgt := range langs[i+1:] {
			if sameLanguage(src.String(), tgt.String()) {
				continue
			}
			err := guard(func() error {
				return f.minePair(ctx, src, tgt, byLang[src], byLang[tgt], pair)
			})
			if err != nil {
				failed(Failure{"mine", fmt.Sprintf("bucket %d", number), err.Error()})
			}
		}
	}
	took(ctx, "milliseconds to mine a bucket", begin)
}

// compareLangs compares languages in the order of --langs, else of their tags.
func (c *Config) compareLangs(a, b language.Tag) int {
	at := func(l language.Tag) int {
		return slices.IndexFunc(c.Langs, func(s string) bool { return sameLanguage(s, l.String()) })
	}
	return cmp.Or(cmp.Compare(at(a), at(b)), strings.Compare(a.String(), b.String()))
}

// minePair mines the sentences of a bucket in two languages.
func (f *mineFn) minePair(
	ctx context.Context, src, tgt language.Tag, a, b []Sentence, pair func(string, Mined),
) error {
	text := func(all []Sentence, l language.Tag) *segment.Text {
		var texts []string
		for _, s := range all {
			texts = append(texts, s.Text)
		}
		return segment.FromSentences(texts, l)
	}
	source, target := text(a, src), text(b, tgt)
	if len(source.Sentences) != len(a) || len(target.Sentences) != len(b) {
		return fmt.Errorf("%d and %d sentences have become %d and %d", len(a), len(b), len(source.Sentences),
			len(target.Sentences))
	}
	beads, err := f.method.Mine(ctx, source, target)
	if err != nil {
		return err
	}
	for i, u := range seed.NewAlignment(beads, source, target).Units {
		x, y := a[beads[i].Ranges[0].Lo], b[beads[i].Ranges[1].Lo]
		u.Sides[0].Place, u.Sides[1].Place = x.Place, y.Place
		m := Mined{x.Order, y.Order, u}
		pair(x.Order+"\x01"+y.Lang, m)
		pair(y.Order+"\x01"+x.Lang, m)
	}
	return nil
}

// bestMined returns the best pair of a sentence with one of another language.
func bestMined(_ string, next func(*Mined) bool, best func(string, Mined)) {
	var found Mined
	for m := (Mined{}); next(&m); m = (Mined{}) {
		if found.Source == "" || better(&m, &found) {
			found = m
		}
	}
	best(found.Source+"\x01"+found.Target, found)
}

// better reports whether a pair has more confidence than another one. Of the same pair, that of the
// bucket with the strongest rivals is the least, and stays.
func better(a, b *Mined) bool {
	if a.Source == b.Source && a.Target == b.Target {
		return a.Unit.Translation < b.Unit.Translation
	}
	return cmp.Or(cmp.Compare(a.Unit.Translation, b.Unit.Translation), strings.Compare(b.Source, a.Source),
		strings.Compare(b.Target, a.Target)) > 0
}

// A minedFn filters pairs.
type minedFn struct {
	Config Config
	filter *seed.Filter
}

func (f *minedFn) Setup() { f.filter = f.Config.filter() }

// ProcessElement returns a pair that is the best for both sentences, unless it has a fault.
func (f *minedFn) ProcessElement(ctx context.Context, _ string, next func(*Mined) bool, unit func(Record)) {
	n := 0
	var found, m Mined
	for ; next(&m); m = (Mined{}) {
		if n++; n == 1 || better(&m, &found) {
			found = m
		}
	}
	if n < 2 {
		return
	}
	count(ctx, "units found", 1)
	if whole, _ := f.filter.Judge(&found.Unit); whole != nil {
		count(ctx, "left out: "+string(whole.Reason), 1)
		return
	}
	unit(Record{found.Source, found.Unit})
}

func encodeSentence(x Sentence) ([]byte, error) { return toJSON(x) }
func decodeSentence(b []byte) (Sentence, error) { return fromJSON[Sentence](b) }
func encodeMined(x Mined) ([]byte, error)       { return toJSON(x) }
func decodeMined(b []byte) (Mined, error)       { return fromJSON[Mined](b) }

func registerMine() {
	beam.RegisterCoder(reflect.TypeFor[Sentence](), encodeSentence, decodeSentence)
	beam.RegisterCoder(reflect.TypeFor[Mined](), encodeMined, decodeMined)
	beam.RegisterDoFn(&sentencesFn{})
	beam.RegisterFunction(firstSentence)
	beam.RegisterType(reflect.TypeFor[sentenceSketchFn]())
	beam.RegisterDoFn(&bucketsFn{})
	beam.RegisterDoFn(&mineFn{})
	beam.RegisterFunction(bestMined)
	beam.RegisterDoFn(&minedFn{})
}
