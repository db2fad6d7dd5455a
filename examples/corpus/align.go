package main

import (
	"context"
	"sync"
	"time"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"

	"github.com/bitext-go/bitext/align/evidence"
	"github.com/bitext-go/bitext/align/seed"
	"github.com/bitext-go/bitext/segment"
)

// alignGroups aligns each group by itself.
func alignGroups(s beam.Scope, c Config, groups beam.PCollection) (aligned, failed beam.PCollection) {
	s = s.Scope("align")
	whole, pieces, failed := beam.ParDo3(s, &alignFn{Config: c}, beam.Reshuffle(s, groups))
	beads, failedPieces := beam.ParDo2(s, &pieceFn{Config: c}, beam.Reshuffle(s, pieces))
	joined, failedJoin := beam.ParDo2(s, &joinFn{Config: c}, beam.GroupByKey(s, beads))
	return beam.Flatten(s, whole, joined), beam.Flatten(s, failed, failedPieces, failedJoin)
}

// An alignFn aligns groups, Workers of them at a time.
type alignFn struct {
	Config  Config
	method  *seed.Method
	waiting []Group
}

func (f *alignFn) Setup() { f.method = f.Config.method() }

// ProcessElement aligns a group, or puts it off until there are enough to keep all processors busy.
func (f *alignFn) ProcessElement(
	ctx context.Context, g Group, aligned func(Aligned), piece func(Piece), failed func(Failure),
) {
	if f.waiting = append(f.waiting, g); len(f.waiting) >= f.Config.Workers {
		f.FinishBundle(ctx, aligned, piece, failed)
	}
}

// FinishBundle aligns the groups that wait.
func (f *alignFn) FinishBundle(
	ctx context.Context, aligned func(Aligned), piece func(Piece), failed func(Failure),
) {
	for i, r := range alignTogether(ctx, f.method, f.waiting, nil) {
		if r.aligned != nil {
			for _, t := range r.aligned.Alignment.Texts {
				count(ctx, "sentences", t.Sentences)
			}
			count(ctx, "groups aligned", 1)
		}
		r.emit("align", f.waiting[i], aligned, piece, failed)
	}
	f.waiting = nil
}

// A result is what became of a group: an alignment, the pieces that are to be aligned one by one,
// or an error.
type result struct {
	aligned *Aligned
	pieces  []Piece
	err     error
}

// emit passes on a result.
func (r *result) emit(
	step string, g Group, aligned func(Aligned), piece func(Piece), failed func(Failure),
) {
	if r.err != nil {
		failed(Failure{step, g.Name, r.err.Error()})
		return
	}
	for _, p := range r.pieces {
		piece(p)
	}
	if r.aligned != nil {
		aligned(*r.aligned)
	}
}

// alignTogether aligns groups, all at a time. taught is what the collection teaches, or nil.
func alignTogether(ctx context.Context, m *seed.Method, groups []Group, taught evidence.Dictionary) []result {
	out := make([]result, len(groups))
	var wg sync.WaitGroup
	for i, g := range groups {
		wg.Add(1)
		go func() {
			defer wg.Done()
			begin := time.Now()
			r := &out[i]
			r.err = guard(func() (err error) {
				r.aligned, r.pieces, err = alignGroup(ctx, m, g, taught)
				return err
			})
			took(ctx, "milliseconds to align a group", begin)
		}()
	}
	wg.Wait()
	return out
}

// alignGroup aligns the documents of a group, or returns the pieces of a long one.
func alignGroup(
	ctx context.Context, m *seed.Method, g Group, taught evidence.Dictionary,
) (*Aligned, []Piece, error) {
	texts, err := g.texts(ctx, m)
	if err != nil {
		return nil, nil, err
	}
	ranges, err := m.Pieces(texts)
	if err != nil {
		return nil, nil, err
	}
	if len(ranges) == 1 {
		a, err := m.Align(ctx, texts, taught, 1)
		if err != nil {
			return nil, nil, err
		}
		return &Aligned{Group: g, Alignment: *a}, nil, nil
	}
	var pieces []Piece
	for i, p := range ranges {
		pieces = append(pieces, Piece{Group: g, Number: i, Of: len(ranges), Ranges: p})
	}
	return nil, pieces, nil
}

// texts reads the documents of a group, and returns the texts to align.
func (g *Group) texts(ctx context.Context, m *seed.Method) ([]*segment.Text, error) {
	var all []*segment.Text
	for i := range g.Documents {
		texts, err := g.Documents[i].texts(ctx)
		if err != nil {
			return nil, err
		}
		all = append(all, texts...)
	}
	return m.Texts(all)
}

func registerAlign() {
	beam.RegisterDoFn(&alignFn{})
	registerAgain()
	registerPieces()
}
