package memory

import (
	"slices"
	"strings"

	"golang.org/x/text/language"

	"github.com/bitext-go/bitext/align/tmx"
	"github.com/bitext-go/bitext/segment"
)

// ranges are the ranges of sentences with one wording, in order. Those before next are taken.
type ranges struct {
	all  []segment.Range
	next int
}

// A search finds wordings in a text.
type search struct {
	text      *segment.Text
	taken     []bool           // the sentences that have been found
	starts    map[string][]int // the sentences with a wording
	lengths   map[string][]int // of the wordings of sentences, in bytes, by their first bytes
	found     map[string]*ranges
	places    map[*ranges]map[place]*ranges
	byWritten map[language.Tag]map[string]*ranges
}

func newSearch(text *segment.Text) *search {
	s := &search{
		text:      text,
		taken:     make([]bool, len(text.Sentences)),
		starts:    map[string][]int{},
		lengths:   map[string][]int{},
		found:     map[string]*ranges{},
		places:    map[*ranges]map[place]*ranges{},
		byWritten: map[language.Tag]map[string]*ranges{},
	}
	for j := range text.Sentences {
		w := newVariant(text, segment.Range{Lo: j, Hi: j + 1}).Text
		if s.starts[w] == nil {
			s.lengths[head(w)] = append(s.lengths[head(w)], len(w))
		}
		s.starts[w] = append(s.starts[w], j)
	}
	for _, list := range s.lengths {
		slices.Sort(list)
	}
	return s
}

// headLength is how many first bytes of a wording choose the sentences that it may begin with.
const headLength = 16

func head(wording string) string { return wording[:min(len(wording), headLength)] }

// take sets own to the first of the ranges whose sentences are all free, and takes it. It reports
// whether there is one. The list may be nil.
func (s *search) take(list *ranges, own *segment.Range) bool {
	if list == nil {
		return false
	}
	for ; list.next < len(list.all); list.next++ {
		if s.takeRange(list.all[list.next], own) {
			return true
		}
	}
	return false
}

// takeNth takes the n-th of the ranges, from 1, if there is one and its sentences are free.
func (s *search) takeNth(list *ranges, n int, own *segment.Range) bool {
	return list != nil && n <= len(list.all) && s.takeRange(list.all[n-1], own)
}

func (s *search) takeRange(r segment.Range, own *segment.Range) bool {
	if slices.Contains(s.taken[r.Lo:r.Hi], true) {
		return false
	}
	for j := r.Lo; j < r.Hi; j++ {
		s.taken[j] = true
	}
	*own = r
	return true
}

// variant returns the variant of sentences, with a property that tells repetitions on the same
// lines apart.
func (s *search) variant(r segment.Range) tmx.Variant {
	v := newVariant(s.text, r)
	if list := s.byPlace(s.occurrences(v.Text))[placeOf(v.Props)]; list != nil && len(list.all) > 1 {
		at := placeOf(v.Props)
		at.Repeat = slices.Index(list.all, r) + 1
		v.Props = at.set(v.Props)
	}
	return v
}

// occurrences returns the ranges of sentences with a wording.
func (s *search) occurrences(wording string) *ranges {
	if out, known := s.found[wording]; known {
		return out
	}
	out := &ranges{}
	var lengths []int
	for n := 1; n <= min(len(wording), headLength); n++ {
		lengths = append(lengths, s.lengths[wording[:n]]...)
	}
	for _, n := range slices.Compact(lengths) {
		if n > len(wording) {
			continue
		}
		for _, lo := range s.starts[wording[:n]] {
			if n == len(wording) {
				out.all = append(out.all, segment.Range{Lo: lo, Hi: lo + 1})
				continue
			}
			for hi := lo + 2; hi <= len(s.text.Sentences); hi++ {
				w := newVariant(s.text, segment.Range{Lo: lo, Hi: hi}).Text
				if w == wording {
					out.all = append(out.all, segment.Range{Lo: lo, Hi: hi})
				}
				if len(w) >= len(wording) || !strings.HasPrefix(wording, w) {
					break
				}
			}
		}
	}
	slices.SortFunc(out.all, func(a, b segment.Range) int { return a.Lo - b.Lo })
	s.found[wording] = out
	return out
}

// mayBegin reports whether a wording begins with that of a sentence, so that it may be one of the
// text. Unlike occurrences, it remembers nothing.
func (s *search) mayBegin(wording string) bool {
	for n := 1; n <= min(len(wording), headLength); n++ {
		for _, length := range s.lengths[wording[:n]] {
			if length <= len(wording) && s.starts[wording[:length]] != nil {
				return true
			}
		}
	}
	return false
}

// byPlace returns ranges by the place that they have in the document.
func (s *search) byPlace(all *ranges) map[place]*ranges {
	if all == nil {
		return nil
	}
	out, known := s.places[all]
	if !known {
		out = map[place]*ranges{}
		for _, r := range all.all {
			p := placeOf(newVariant(s.text, r).Props)
			if out[p] == nil {
				out[p] = &ranges{}
			}
			out[p].all = append(out[p].all, r)
		}
		s.places[all] = out
	}
	return out
}

// mostSentences bounds how many sentences a corrected variant may have had. Its wording is known by
// its fingerprint only, so every range up to this length is tried.
const mostSentences = 5

// written returns the ranges of sentences by the fingerprint of their wording in a language.
func (s *search) written(lang language.Tag) map[string]*ranges {
	out, known := s.byWritten[lang]
	if !known {
		out = map[string]*ranges{}
		for lo := range s.text.Sentences {
			for hi := lo + 1; hi <= min(lo+mostSentences, len(s.text.Sentences)); hi++ {
				r := segment.Range{Lo: lo, Hi: hi}
				print := fingerprint(lang, newVariant(s.text, r).Text)
				if out[print] == nil {
					out[print] = &ranges{}
				}
				out[print].all = append(out[print].all, r)
			}
		}
		s.byWritten[lang] = out
	}
	return out
}
