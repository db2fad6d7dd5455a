package main

import (
	"bytes"
	"context"
	"fmt"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"
	"golang.org/x/text/language"

	"github.com/bitext-go/bitext/align/lexicon"
	"github.com/bitext-go/bitext/align/seed"
)

// alignAgain aligns again the groups for whose languages the collection teaches words. Others stay
// as they are.
func alignAgain(s beam.Scope, c Config, aligned, lessons beam.PCollection) (again, failed beam.PCollection) {
	s = s.Scope("align again")
	side := beam.SideInput{Input: lessons}
	whole, pieces, failed := beam.ParDo3(s, &againFn{Config: c}, aligned, side)
	beads, failedPieces := beam.ParDo2(s, &pieceAgainFn{Config: c}, beam.Reshuffle(s, pieces), side)
	joined, failedJoin := beam.ParDo2(s, &joinFn{Config: c}, beam.GroupByKey(s, beads))
	return beam.Flatten(s, whole, joined), beam.Flatten(s, failed, failedPieces, failedJoin)
}

// A lexicons is what the collection teaches, by source and target.
type lexicons map[[2]language.Tag]*lexicon.Lexicon

// readLessons returns what lessons hold.
func readLessons(lessons func(*Lesson) bool) (lexicons, error) {
	out := lexicons{}
	for l := (Lesson{}); lessons(&l); {
		words, err := lexicon.Read(bytes.NewReader(l.Lexicon))
		if err != nil {
			return nil, fmt.Errorf("what the collection teaches cannot be read: %w", err)
		}
		out[[2]language.Tag{language.Make(l.Source), language.Make(l.Target)}] = words
	}
	return out, nil
}

// lookUp returns the lexicon of a pair of languages, or nil; it is a dictionary.
func (l lexicons) lookUp(src, tgt language.Tag) (*lexicon.Lexicon, error) {
	return l[[2]language.Tag{src, tgt}], nil
}

// teach reports whether the collection teaches words of the source of an alignment and one of its
// other languages.
func (l lexicons) teach(a *seed.Alignment) bool {
	for _, t := range a.Texts[min(1, len(a.Texts)):] {
		if l[[2]language.Tag{a.Texts[0].Lang, t.Lang}] != nil {
			return true
		}
	}
	return false
}

// An againFn aligns groups with what the collection teaches, Workers of them at a time.
type againFn struct {
	Config  Config
	method  *seed.Method
	learned lexicons // nil until the first group
	waiting []Group
}

func (f *againFn) Setup() { f.method = f.Config.method() }

// ProcessElement aligns a group again, or puts it off until there are enough.
func (f *againFn) ProcessElement(
	ctx context.Context, a Aligned, lessons func(*Lesson) bool, aligned func(Aligned), piece func(Piece),
	failed func(Failure),
) (err error) {
	if f.learned == nil {
		if f.learned, err = readLessons(lessons); err != nil {
			return err
		}
	}
	if !f.learned.teach(&a.Alignment) {
		aligned(a)
		return nil
	}
	if f.waiting = append(f.waiting, a.Group); len(f.waiting) >= f.Config.Workers {
		f.align(ctx, aligned, piece, failed)
	}
	return nil
}

// FinishBundle aligns the groups that wait.
func (f *againFn) FinishBundle(
	ctx context.Context, _ func(*Lesson) bool, aligned func(Aligned), piece func(Piece), failed func(Failure),
) {
	f.align(ctx, aligned, piece, failed)
	f.learned = nil // the next bundle may have another side input
}

func (f *againFn) align(ctx context.Context, aligned func(Aligned), piece func(Piece), failed func(Failure)) {
	for i, r := range alignTogether(ctx, f.method, f.waiting, f.learned.lookUp) {
		r.emit("align again", f.waiting[i], aligned, piece, failed)
	}
	f.waiting = nil
}

func registerAgain() {
	beam.RegisterDoFn(&againFn{})
	beam.RegisterDoFn(&pieceAgainFn{})
}
