package main

import (
	"cmp"
	"context"
	"slices"
	"time"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"

	"github.com/bitext-go/bitext/align"
	"github.com/bitext-go/bitext/align/evidence"
	"github.com/bitext-go/bitext/align/seed"
	"github.com/bitext-go/bitext/segment"
)

// A Piece is a part of a long document that is aligned by itself, so that a single one does not
// keep a worker busy while all others wait.
type Piece struct {
	Group      Group
	Number, Of int // from 0
	Ranges     seed.Piece
}

// A PieceBeads is the alignment of a piece. The beads of its texts' ranges are all that moves.
type PieceBeads struct {
	Group      Group // of the first piece only
	Number, Of int
	Beads      []align.Bead
}

// A recent is the group that was read last. The pieces of one document often follow one another.
type recent struct {
	name  string
	texts []*segment.Text
}

// alignPiece aligns a piece.
func (r *recent) alignPiece(
	ctx context.Context, m *seed.Method, p Piece, taught evidence.Dictionary, step string,
	done func(string, PieceBeads), failed func(Failure),
) {
	begin := time.Now()
	var beads []align.Bead
	err := guard(func() (err error) {
		if r.name != p.Group.Name || r.texts == nil {
			r.name = p.Group.Name
			if r.texts, err = p.Group.texts(ctx, m); err != nil {
				return err
			}
		}
		beads, err = m.AlignPiece(ctx, r.texts, p.Ranges, taught, 1)
		return err
	})
	if err != nil {
		r.texts = nil
		failed(Failure{step, p.Group.Name, err.Error()})
		return
	}
	took(ctx, "milliseconds to align a piece", begin)
	count(ctx, "pieces of long documents aligned", 1)
	out := PieceBeads{Number: p.Number, Of: p.Of, Beads: beads}
	if p.Number == 0 {
		out.Group = p.Group
	}
	done(p.Group.Name, out)
}

// A pieceFn aligns pieces.
type pieceFn struct {
	Config Config
	method *seed.Method
	recent recent
}

func (f *pieceFn) Setup() { f.method = f.Config.method() }

// ProcessElement aligns a piece.
func (f *pieceFn) ProcessElement(
	ctx context.Context, p Piece, done func(string, PieceBeads), failed func(Failure),
) {
	f.recent.alignPiece(ctx, f.method, p, nil, "align", done, failed)
}

// FinishBundle forgets the texts.
func (f *pieceFn) FinishBundle(func(string, PieceBeads), func(Failure)) { f.recent = recent{} }

// A pieceAgainFn aligns pieces with what the collection teaches.
type pieceAgainFn struct {
	Config  Config
	method  *seed.Method
	learned lexicons // nil until the first piece
	recent  recent
}

func (f *pieceAgainFn) Setup() { f.method = f.Config.method() }

// ProcessElement aligns a piece.
func (f *pieceAgainFn) ProcessElement(
	ctx context.Context, p Piece, lessons func(*Lesson) bool, done func(string, PieceBeads), failed func(Failure),
) (err error) {
	if f.learned == nil {
		if f.learned, err = readLessons(lessons); err != nil {
			return err
		}
	}
	f.recent.alignPiece(ctx, f.method, p, f.learned.lookUp, "align again", done, failed)
	return nil
}

// FinishBundle forgets the texts and the lessons.
func (f *pieceAgainFn) FinishBundle(func(*Lesson) bool, func(string, PieceBeads), func(Failure)) {
	f.recent, f.learned = recent{}, nil
}

// A joinFn puts the pieces of a document together.
type joinFn struct {
	Config Config
	method *seed.Method
}

func (f *joinFn) Setup() { f.method = f.Config.method() }

// ProcessElement makes an alignment of the beads of a document. If a piece has failed, the document
// has.
func (f *joinFn) ProcessElement(
	ctx context.Context, name string, next func(*PieceBeads) bool, aligned func(Aligned), failed func(Failure),
) {
	var all []PieceBeads
	for p := (PieceBeads{}); next(&p); p = (PieceBeads{}) {
		all = append(all, p)
	}
	if len(all) < all[0].Of {
		return // the piece that has failed is in the side output
	}
	slices.SortFunc(all, func(a, b PieceBeads) int { return cmp.Compare(a.Number, b.Number) })
	var beads []align.Bead
	for _, p := range all {
		beads = append(beads, p.Beads...)
	}
	var a *seed.Alignment
	err := guard(func() error {
		texts, err := all[0].Group.texts(ctx, f.method)
		if err == nil {
			a = seed.NewAlignment(beads, texts...)
		}
		return err
	})
	if err != nil {
		failed(Failure{"align", name, err.Error()})
		return
	}
	for _, t := range a.Texts {
		count(ctx, "sentences of long documents", t.Sentences)
	}
	aligned(Aligned{Group: all[0].Group, Alignment: *a})
}

func registerPieces() {
	beam.RegisterDoFn(&pieceFn{})
	beam.RegisterDoFn(&joinFn{})
}
