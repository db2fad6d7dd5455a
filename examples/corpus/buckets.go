package main

import (
	"cmp"
	"slices"
)

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
