// Package memories works on whole translation memories, one unit at a time.
//
// What it keeps of a unit is not changed: ids, dates, authors, notes, properties and inline codes.
package memories

import (
	"fmt"
	"slices"
	"strings"

	"golang.org/x/text/language"

	"github.com/bitext-go/bitext/align/memory"
	"github.com/bitext-go/bitext/align/tmx"
	"github.com/bitext-go/bitext/internal/langtag"
)

// A Range is a language that is wanted of a memory, see [langtag.Match].
type Range struct {
	Wanted language.Tag
	As     language.Tag // the tag to write for it; language.Und keeps the memory's own
}

// A Selection is the languages of a memory that are kept, and counts what is left out. A nil
// *Selection keeps everything.
type Selection struct {
	ranges []Range
	column map[language.Tag]int // of the ranges, for each tag that is kept
	first  language.Tag         // the tag of the first range, as it is written

	// First keeps only the first variant of each language.
	First bool

	// Alternatives counts the variants that were left out because of First.
	Alternatives int
	// Variants counts the variants that were left out, by language.
	Variants map[language.Tag]int
	// Units counts the units that were left out because fewer than two languages were left.
	Units int
}

// Select returns the selection of ranges in a memory that has these languages. It is an error if a
// range selects none of them, or could mean several.
func Select(ranges []Range, have []language.Tag) (*Selection, error) {
	if len(ranges) == 0 {
		return nil, nil
	}
	s := &Selection{ranges: ranges, column: map[language.Tag]int{}, Variants: map[language.Tag]int{}}
	for i, r := range ranges {
		tags, near := langtag.Match(r.Wanted, have)
		switch {
		case len(tags) > 0:
		case len(near) > 0:
			return nil, fmt.Errorf("%v could be %s; name the one that you want", r.Wanted, list(near, " or "))
		default:
			return nil, fmt.Errorf("no unit is in %v; the languages of the memory are %s", r.Wanted, list(have, ", "))
		}
		for _, t := range tags {
			if k, taken := s.column[t]; taken {
				return nil, fmt.Errorf("%v and %v are both %v in the memory; name one of them",
					ranges[k].Wanted, r.Wanted, t)
			}
			s.column[t] = i
		}
		if i == 0 {
			s.first = s.tag(tags[0])
		}
	}
	return s, nil
}

func list(tags []language.Tag, separator string) string {
	var out []string
	for _, t := range tags {
		out = append(out, t.String())
	}
	return strings.Join(out, separator)
}

// tag returns how a selected language is written.
func (s *Selection) tag(t language.Tag) language.Tag {
	if as := s.ranges[s.column[t]].As; as != language.Und {
		return as
	}
	return t
}

// Header returns the header of a memory for what is selected of it. Its source is the first
// language.
func (s *Selection) Header(h tmx.Header) tmx.Header {
	if s != nil {
		h.Source = s.first
	}
	return h
}

// Unit returns what is selected of a unit, in the order of the ranges; ok is false if fewer than
// two languages are left. Several variants of one language are alternatives, and all stay.
func (s *Selection) Unit(u tmx.Unit) (selected tmx.Unit, ok bool) {
	if s == nil {
		return u, true
	}
	columns := make([][]tmx.Variant, len(s.ranges))
	left := 0
	for _, v := range u.Variants {
		k, ok := s.column[v.Lang]
		if !ok {
			s.Variants[v.Lang]++
			continue
		}
		switch {
		case len(columns[k]) == 0:
			left++
		case s.First:
			s.Alternatives++
			continue
		}
		v.Lang = s.tag(v.Lang)
		columns[k] = append(columns[k], v)
	}
	if left < 2 {
		s.Units++
		return tmx.Unit{}, false
	}
	u.Variants = slices.Concat(columns...)
	if u.Source != language.Und {
		if _, ok := s.column[u.Source]; ok {
			u.Source = s.tag(u.Source)
		} else {
			u.Source = language.Und
		}
	}
	u.Props = s.props(u.Props)
	return u, true
}

// props returns properties without the sentences that the memory keeps for languages that are left
// out, and with the tags of the others.
func (s *Selection) props(props []tmx.Prop) []tmx.Prop {
	kept := func(p tmx.Prop) bool { return p.Type == memory.PropBehind || p.Type == memory.PropBefore }
	if !slices.ContainsFunc(props, kept) {
		return props
	}
	var out []tmx.Prop
	for _, p := range props {
		if kept(p) {
			if _, ok := s.column[p.Lang]; !ok {
				continue
			}
			p.Lang = s.tag(p.Lang)
		}
		out = append(out, p)
	}
	return out
}
