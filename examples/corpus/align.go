package main

import (
	"bytes"
	"context"
	"fmt"
	"sync"
	"time"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"
	"golang.org/x/text/language"

	"github.com/bitext-go/bitext/align/evidence"
	"github.com/bitext-go/bitext/align/lexicon"
	"github.com/bitext-go/bitext/align/seed"
	"github.com/bitext-go/bitext/segment"
)

// alignGroups aligns each group by itself.
func alignGroups(s beam.Scope, c Config, groups beam.PCollection) (aligned, failed beam.PCollection) {
	return beam.ParDo2(s.Scope("align"), &alignFn{Config: c}, beam.Reshuffle(s, groups))
}

// An alignFn aligns groups, Workers of them at a time.
type alignFn struct {
	Config  Config
	method  *seed.Method
	waiting []Group
}

func (f *alignFn) Setup() { f.method = f.Config.method() }

// ProcessElement aligns a group, or puts it off until there are enough to keep all processors busy.
func (f *alignFn) ProcessElement(ctx context.Context, g Group, aligned func(Aligned), failed func(Failure)) {
	if f.waiting = append(f.waiting, g); len(f.waiting) >= f.Config.Workers {
		f.align(ctx, aligned, failed)
	}
}

// FinishBundle aligns the groups that wait.
func (f *alignFn) FinishBundle(ctx context.Context, aligned func(Aligned), failed func(Failure)) {
	f.align(ctx, aligned, failed)
}

func (f *alignFn) align(ctx context.Context, aligned func(Aligned), failed func(Failure)) {
	begin := time.Now()
	results := make([]*Aligned, len(f.waiting))
	errs := make([]error, len(f.waiting))
	together(len(f.waiting), func(i int) {
		errs[i] = guard(func() (err error) {
			results[i], err = alignGroup(ctx, f.method, f.waiting[i], nil)
			return err
		})
	})
	for i, g := range f.waiting {
		if errs[i] != nil {
			failed(Failure{"align", g.Name, errs[i].Error()})
			continue
		}
		for _, t := range results[i].Alignment.Texts {
			count(ctx, "sentences", t.Sentences)
		}
		count(ctx, "groups aligned", 1)
		aligned(*results[i])
	}
	count(ctx, "milliseconds aligning", int(time.Since(begin).Milliseconds()))
	f.waiting = nil
}

// together calls do for 0 to n-1, all at a time.
func together(n int, do func(i int)) {
	var wg sync.WaitGroup
	for i := range n {
		wg.Add(1)
		go func() {
			defer wg.Done()
			do(i)
		}()
	}
	wg.Wait()
}

// alignGroup aligns the documents of a group. taught is what the collection teaches, or nil.
func alignGroup(ctx context.Context, m *seed.Method, g Group, taught evidence.Dictionary) (*Aligned, error) {
	var all []*segment.Text
	for i := range g.Documents {
		texts, err := g.Documents[i].texts(ctx)
		if err != nil {
			return nil, err
		}
		all = append(all, texts...)
	}
	texts, err := m.Texts(all)
	if err != nil {
		return nil, err
	}
	a, err := m.Align(ctx, texts, taught, 1)
	if err != nil {
		return nil, err
	}
	return &Aligned{Group: g, Alignment: *a}, nil
}

// alignAgain aligns again the groups for whose languages the collection teaches words. Others stay
// as they are.
func alignAgain(s beam.Scope, c Config, aligned, lessons beam.PCollection) (again, failed beam.PCollection) {
	again, failed = beam.ParDo2(s.Scope("align again"), &againFn{Config: c}, aligned, beam.SideInput{Input: lessons})
	return again, failed
}

// An againFn aligns groups with what the collection teaches, Workers of them at a time.
type againFn struct {
	Config  Config
	method  *seed.Method
	learned map[[2]language.Tag]*lexicon.Lexicon // nil until the first group
	waiting []Aligned
}

func (f *againFn) Setup() { f.method = f.Config.method() }

// ProcessElement aligns a group again, or puts it off until there are enough.
func (f *againFn) ProcessElement(
	ctx context.Context, a Aligned, lessons func(*Lesson) bool, aligned func(Aligned), failed func(Failure),
) error {
	if f.learned == nil {
		f.learned = map[[2]language.Tag]*lexicon.Lexicon{}
		var l Lesson
		for lessons(&l) {
			words, err := lexicon.Read(bytes.NewReader(l.Lexicon))
			if err != nil {
				return fmt.Errorf("what the collection teaches cannot be read: %w", err)
			}
			f.learned[[2]language.Tag{language.Make(l.Source), language.Make(l.Target)}] = words
		}
	}
	if !f.taught(&a.Alignment) {
		aligned(a)
		return nil
	}
	if f.waiting = append(f.waiting, a); len(f.waiting) >= f.Config.Workers {
		f.align(ctx, aligned, failed)
	}
	return nil
}

// FinishBundle aligns the groups that wait.
func (f *againFn) FinishBundle(
	ctx context.Context, _ func(*Lesson) bool, aligned func(Aligned), failed func(Failure),
) {
	f.align(ctx, aligned, failed)
	f.learned = nil // the next bundle may have another side input
}

// taught reports whether the collection teaches words of the source of an alignment and one of its
// other languages.
func (f *againFn) taught(a *seed.Alignment) bool {
	for _, t := range a.Texts[min(1, len(a.Texts)):] {
		if f.learned[[2]language.Tag{a.Texts[0].Lang, t.Lang}] != nil {
			return true
		}
	}
	return false
}

func (f *againFn) align(ctx context.Context, aligned func(Aligned), failed func(Failure)) {
	begin := time.Now()
	dictionary := func(src, tgt language.Tag) (*lexicon.Lexicon, error) {
		return f.learned[[2]language.Tag{src, tgt}], nil
	}
	results := make([]*Aligned, len(f.waiting))
	errs := make([]error, len(f.waiting))
	together(len(f.waiting), func(i int) {
		errs[i] = guard(func() (err error) {
			results[i], err = alignGroup(ctx, f.method, f.waiting[i].Group, dictionary)
			return err
		})
	})
	for i, a := range f.waiting {
		if errs[i] != nil {
			failed(Failure{"align again", a.Group.Name, errs[i].Error()})
			continue
		}
		aligned(*results[i])
	}
	count(ctx, "milliseconds aligning again", int(time.Since(begin).Milliseconds()))
	f.waiting = nil
}

func registerAlign() {
	beam.RegisterDoFn(&alignFn{})
	beam.RegisterDoFn(&againFn{})
}
