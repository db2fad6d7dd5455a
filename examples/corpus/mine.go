package main

import (
	"context"
	"fmt"
	"reflect"
	"slices"

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

// firstSentence returns the sentence that is the first in the order of the collection. The zero
// Sentence is the last.
func firstSentence(a, b Sentence) Sentence {
	if a.Order == "" || b.Order != "" && b.Order < a.Order {
		return b
	}
	return a
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
