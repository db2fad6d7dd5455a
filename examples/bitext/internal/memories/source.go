package memories

import (
	"context"
	"errors"
	"fmt"
	"io"
	"iter"
	"slices"

	"golang.org/x/text/language"

	"github.com/bitext-go/bitext/align/tmx"
)

// A Source is a memory that can be read several times.
type Source struct {
	Name string // in errors
	// Open opens the memory at its beginning. Its errors name the memory.
	Open func() (io.ReadCloser, error)
	// Damage is called for each damaged unit. The unit is left out, unless Damage returns an error,
	// which names the memory. It may be nil.
	Damage func(*tmx.SyntaxError) error
	// Leads puts the memory before the others when it is merged, so that its header and the order
	// of its units stay. It is for the memory that the result replaces.
	Leads bool
}

// Units returns the header of the memory and its units. An error is the last item, and names the
// memory.
func (s *Source) Units() (tmx.Header, iter.Seq2[tmx.Unit, error], error) {
	in, err := s.Open()
	if err != nil {
		return tmx.Header{}, nil, err
	}
	r := tmx.NewReader(in)
	h, err := r.Header()
	var bad *tmx.SyntaxError
	if err != nil && !errors.As(err, &bad) {
		in.Close()
		return h, nil, s.in(err)
	}
	return h, func(yield func(tmx.Unit, error) bool) {
		defer in.Close()
		for u, err := range r.Units() {
			switch {
			case err == nil:
			case !errors.As(err, &bad):
				err = s.in(err)
			case s.Damage == nil:
				continue
			default:
				if err = s.Damage(bad); err == nil {
					continue
				}
			}
			if !yield(u, err) || err != nil {
				return
			}
		}
	}, nil
}

// Languages returns the languages of a memory in the order in which they appear, and the number of
// its units.
func (s *Source) Languages() (langs []language.Tag, units int, err error) {
	quiet := *s
	quiet.Damage = nil
	_, all, err := quiet.Units()
	if err != nil {
		return nil, 0, err
	}
	known := map[language.Tag]bool{}
	for u, err := range all {
		if err != nil {
			return nil, units, err
		}
		units++
		for _, v := range u.Variants {
			if !known[v.Lang] {
				known[v.Lang] = true
				langs = append(langs, v.Lang)
			}
		}
	}
	return slices.Clip(langs), units, nil
}

// A numberedUnit is a unit or the error that ends the reading.
type numberedUnit struct {
	tmx.Unit
	err error
}

// numbered returns the units of a source with their numbers, from 0.
func (s *Source) numbered(ctx context.Context) iter.Seq2[uint32, numberedUnit] {
	return func(yield func(uint32, numberedUnit) bool) {
		_, units, err := s.Units()
		if err != nil {
			yield(0, numberedUnit{err: err})
			return
		}
		n := uint32(0)
		for u, err := range units {
			if err == nil {
				err = ctx.Err()
			}
			if !yield(n, numberedUnit{u, err}) {
				return
			}
			n++
		}
	}
}

// quiet returns the source without reports of damage, which the first pass has given.
func (s *Source) quiet() *Source {
	c := *s
	c.Damage = nil
	return &c
}

// in returns an error that names the source.
func (s *Source) in(err error) error { return fmt.Errorf("%s: %w", s.Name, err) }
