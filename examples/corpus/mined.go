package main

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"
	"time"

	"golang.org/x/text/language"

	"github.com/bitext-go/bitext/align/seed"
	"github.com/bitext-go/bitext/segment"
)

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
