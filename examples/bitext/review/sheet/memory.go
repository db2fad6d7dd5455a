package sheet

import (
	"errors"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"

	"golang.org/x/text/language"

	"github.com/bitext-go/bitext/align"
	"github.com/bitext-go/bitext/align/tmx"
	"github.com/bitext-go/bitext/internal/langtag"
	"github.com/bitext-go/bitext/segment"
)

// FromMemory returns a sheet with a row for each unit of a memory. Its columns are langs or, if
// that is nil, all languages that occur, the source language first. If a unit has two variants in
// one language, the first is shown; the other stays in its unit. The sentences of a variant are its
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
				r.Boundary = parseConfidence(p.Text)
			case tmx.PropTranslation:
				r.Translation = parseConfidence(p.Text)
			}
		}
		for c := range s.Columns {
			if v := variant(&units[u], langs[c]); v != nil {
				r.Cells[c] = s.Columns[c].addVariant(v)
			}
		}
		s.Append(r)
	}
	return s
}

func parseConfidence(s string) float64 {
	var c align.Confidence
	if c.UnmarshalText([]byte(s)) != nil {
		return -1
	}
	return float64(c)
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

// addVariant adds the sentences of a variant to a column and returns their pieces.
func (c *Column) addVariant(v *tmx.Variant) []*Piece {
	paragraph, lines := parseRange(v, tmx.PropParagraph), parseRange(v, tmx.PropLines)
	if v.Text == "" {
		return nil
	}
	begin, code, first := 0, 0, len(c.Pieces)
	add := func(start, end int, last bool) {
		p := &Piece{
			Text:      v.Text[start:end],
			Gap:       v.Text[begin:start],
			From:      len(c.Pieces),
			Paragraph: paragraph[0],
			First:     lines[0],
			Last:      lines[1],
		}
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
	// White space at the ends of a variant belongs to its first and last sentence.
	spans[0].Start, spans[len(spans)-1].End = 0, len(v.Text)
	for i, s := range spans {
		add(s.Start, s.End, i == len(spans)-1)
	}
	return c.Pieces[first:len(c.Pieces):len(c.Pieces)]
}

// parseRange returns the numbers of a property such as "4" or "4-5", or zeros.
func parseRange(v *tmx.Variant, kind string) (out [2]int) {
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

// matchLanguages returns langs as the memory spells them: "en" finds "en-GB" if there is no plain
// "en".
func matchLanguages(langs, spelled []language.Tag) ([]language.Tag, error) {
	var out []language.Tag
	for _, l := range langs {
		i := slices.Index(spelled, l)
		if i < 0 {
			i = slices.IndexFunc(spelled, func(s language.Tag) bool { return langtag.SameBase(s, l) })
		}
		if i < 0 || slices.Contains(out, spelled[i]) {
			return nil, fmt.Errorf("no text in %v; the languages of the memory are %v", l, spelled)
		}
		out = append(out, spelled[i])
	}
	return out, nil
}

// ReadMemory returns a sheet of the memory in r, as FromMemory does. Damaged units are left out and
// listed in damage. It fails if no unit is left, or if one of langs occurs in none.
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
		return nil, nil, errors.Join(
			errors.New("no readable translation unit; check that this is a TMX file"),
			err,
		)
	}
	if langs, err = matchLanguages(langs, languages(header, units)); err != nil {
		return nil, nil, err
	}
	s = FromMemory(name, header, units, langs)
	s.Skipped = len(damage)
	return s, damage, nil
}
