package sheet

import (
	"errors"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"

	"golang.org/x/text/language"

	"github.com/bitext-go/bitext/align/tmx"
	"github.com/bitext-go/bitext/segment"
)

// FromMemory makes a sheet of the units of a memory, a row each. Its columns are the languages of
// langs or, where that is nil, all that occur, the source language first. Of two variants in one
// language the first is shown; what is not shown stays with its unit. A variant's sentences are its
// pieces.
func FromMemory(name string, header tmx.Header, units []tmx.Unit, langs []language.Tag) *Sheet {
	if langs == nil {
		langs = languages(header, units)
	}
	s := &Sheet{Header: header, Units: units}
	for _, l := range langs {
		s.Columns = append(s.Columns, Column{Lang: l, Name: name})
	}
	for u := range units {
		r := &Row{Units: []int{u}, Boundary: -1, Translation: -1, Cells: make([][]*Piece, len(langs))}
		for _, p := range units[u].Props {
			switch p.Type {
			case tmx.PropBoundary:
				r.Boundary = confidence(p.Text)
			case tmx.PropTranslation:
				r.Translation = confidence(p.Text)
			}
		}
		for c := range s.Columns {
			if v := variant(&units[u], langs[c]); v != nil {
				r.Cells[c] = s.Columns[c].take(v)
			}
		}
		s.Append(r)
	}
	return s
}

func confidence(s string) float64 {
	if p, err := strconv.ParseFloat(s, 64); err == nil && p >= 0 && p <= 1 {
		return p
	}
	return -1
}

// languages returns the languages that occur, the source language first.
func languages(header tmx.Header, units []tmx.Unit) []language.Tag {
	var out []language.Tag
	for _, u := range units {
		for _, v := range u.Variants {
			if !slices.Contains(out, v.Lang) {
				out = append(out, v.Lang)
			}
		}
	}
	if i := slices.Index(out, header.Source); i > 0 {
		out = slices.Concat(out[i:i+1], out[:i], out[i+1:])
	}
	return out
}

// variant returns the first variant of a unit in a language.
func variant(u *tmx.Unit, lang language.Tag) *tmx.Variant {
	if i := slices.IndexFunc(u.Variants, func(v tmx.Variant) bool { return v.Lang == lang }); i >= 0 {
		return &u.Variants[i]
	}
	return nil
}

// take adds the sentences of a variant to a column.
func (c *Column) take(v *tmx.Variant) []*Piece {
	paragraph, lines := span(v, tmx.PropParagraph), span(v, tmx.PropLines)
	if v.Text == "" {
		return nil
	}
	begin, code, first := 0, 0, len(c.Pieces)
	add := func(start, end int, last bool) {
		p := &Piece{Text: v.Text[start:end], Gap: v.Text[begin:start], From: len(c.Pieces), Paragraph: paragraph[0], First: lines[0], Last: lines[1]}
		if start == 0 {
			p.Gap = gap(c.Lang)
		}
		// A code between two sentences belongs to the first of them, as a closing tag does.
		for code < len(v.Inline) && (last || v.Inline[code].Offset <= end) {
			in := v.Inline[code]
			in.Offset = min(max(in.Offset-start, 0), end-start)
			p.Codes = append(p.Codes, in)
			code++
		}
		begin = end
		c.Pieces = append(c.Pieces, p)
	}
	spans := slices.Collect(segment.Sentences(v.Text, v.Lang))
	if len(spans) == 0 {
		spans = []segment.Span{{Start: 0, End: len(v.Text)}}
	}
	// White space at the ends of a variant is its own.
	spans[0].Start, spans[len(spans)-1].End = 0, len(v.Text)
	for i, s := range spans {
		add(s.Start, s.End, i == len(spans)-1)
	}
	return c.Pieces[first:len(c.Pieces):len(c.Pieces)]
}

// span reads a property such as "4" or "4-5".
func span(v *tmx.Variant, kind string) (out [2]int) {
	for _, p := range v.Props {
		if p.Type == kind {
			a, b, two := strings.Cut(p.Text, "-")
			out[0], _ = strconv.Atoi(a)
			if out[1] = out[0]; two {
				out[1], _ = strconv.Atoi(b)
			}
		}
	}
	return out
}

// met is languages that were asked for as a memory spells them: "en" finds "en-GB" where there is
// no plain "en".
func met(langs, spelled []language.Tag) ([]language.Tag, error) {
	var out []language.Tag
	for _, l := range langs {
		base, _ := l.Base()
		i := slices.Index(spelled, l)
		if i < 0 {
			i = slices.IndexFunc(spelled, func(s language.Tag) bool { b, _ := s.Base(); return b == base })
		}
		if i < 0 || slices.Contains(out, spelled[i]) {
			return nil, fmt.Errorf("it has no text of its own in %v; the languages in it are %v", l, spelled)
		}
		out = append(out, spelled[i])
	}
	return out, nil
}

// ReadMemory makes a sheet of the memory in r, as FromMemory does. Units that are damaged are left
// out; damage says which. It is an error if no unit is left, or if one of langs occurs in none.
func ReadMemory(r io.Reader, name string, langs []language.Tag) (s *Sheet, damage []*tmx.SyntaxError, err error) {
	reader := tmx.NewReader(r)
	header, err := reader.Header()
	if err != nil && !errors.As(err, new(*tmx.SyntaxError)) {
		return nil, nil, err
	}
	var units []tmx.Unit
	for u, err := range reader.Units() {
		var bad *tmx.SyntaxError
		switch {
		case errors.As(err, &bad):
			damage = append(damage, bad)
		case err != nil:
			return nil, nil, err
		default:
			units = append(units, u)
		}
	}
	if len(units) == 0 {
		return nil, nil, errors.Join(errors.New("there is no translation unit in it that can be read; check that it is a TMX file"), err)
	}
	if langs, err = met(langs, languages(header, units)); err != nil {
		return nil, nil, err
	}
	s = FromMemory(name, header, units, langs)
	s.Skipped = len(damage)
	return s, damage, nil
}
