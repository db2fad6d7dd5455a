package lexicon

import (
	"iter"
	"slices"

	"golang.org/x/text/language"

	"github.com/bitext-go/bitext/internal/words"
)

// A Lexicon holds word translations from a source into a target language and back, with their
// probabilities. The zero Lexicon holds none, of no languages.
type Lexicon struct {
	source, target language.Tag
	from, to       *Words
	starts         []uint32 // the pairs of source form i are pairs[starts[i]:starts[i+1]], by target form
	pairs          []pair
	notes          string
}

// pair is one translation of a source form: the index of the target form and both probabilities, as
// steps.
type pair struct {
	to   uint32
	p, q step
}

// A Translation is one translation of a form.
type Translation struct {
	Form     string
	Forward  float64 // probability of Form, given the form that was looked up: more than 0, at most 1
	Backward float64 // probability of the form that was looked up, given Form
}

// A Pair is one line of a lexicon. Its strings are forms.
type Pair struct {
	Source, Target string
	Forward        float64 // probability of Target given Source: more than 0, at most 1
	Backward       float64 // probability of Source given Target
}

// filled returns the lexicon, or an empty one with word lists for the zero Lexicon.
func (l *Lexicon) filled() *Lexicon {
	if l.from != nil {
		return l
	}
	return FromForms(l.source, l.target, func(func(Pair) bool) {}).WithNotes(l.notes)
}

// Languages returns the languages of the two sides.
func (l *Lexicon) Languages() (source, target language.Tag) { return l.source, l.target }

// Notes returns the origin and licence of the lexicon, as lines of text for people; "" if unknown.
func (l *Lexicon) Notes() string { return l.notes }

// WithNotes returns the lexicon with other notes. Empty lines of notes are dropped when the lexicon
// is written.
func (l *Lexicon) WithNotes(notes string) *Lexicon {
	out := *l
	out.notes = notes
	return &out
}

// Len returns the number of pairs.
func (l *Lexicon) Len() int { return len(l.pairs) }

// Source returns the word list of the source language. It may hold words that have no translation.
func (l *Lexicon) Source() *Words { return l.filled().from }

// Target returns the word list of the target language. It may hold words that translate nothing.
func (l *Lexicon) Target() *Words { return l.filled().to }

// Translations returns the translations of a form of the source language, in the order of their
// bytes.
func (l *Lexicon) Translations(form string) iter.Seq[Translation] {
	l = l.filled()
	return func(yield func(Translation) bool) {
		i, ok := l.from.find(form)
		if !ok {
			return
		}
		for _, p := range l.pairsOf(i) {
			if !yield(Translation{l.to.at(int(p.to)), probabilities[p.p], probabilities[p.q]}) {
				return
			}
		}
	}
}

// All returns every pair, by source form and then by target form.
func (l *Lexicon) All() iter.Seq[Pair] {
	l = l.filled()
	return func(yield func(Pair) bool) {
		for i := range l.from.Len() {
			for _, p := range l.pairsOf(i) {
				if !yield(Pair{l.from.at(i), l.to.at(int(p.to)), probabilities[p.p], probabilities[p.q]}) {
					return
				}
			}
		}
	}
}

// Coverage returns how many of the words of some sentences in the source language the lexicon has a
// translation for, and how many words there are. Numbers and punctuation are not counted.
func (l *Lexicon) Coverage(sentences iter.Seq[string]) (known, total int) {
	l = l.filled()
	tok := words.Tokenizer{Longest: l.from.Longest}
	var buf []words.Token
	for s := range sentences {
		buf = tok.Append(buf[:0], s)
		for _, w := range buf {
			if w.Kind != words.Word {
				continue
			}
			total++
			if i, ok := l.from.find(w.Form); ok && len(l.pairsOf(i)) > 0 {
				known++
			}
		}
	}
	return known, total
}

// pairsOf returns the pairs of source form i.
func (l *Lexicon) pairsOf(i int) []pair { return l.pairs[l.starts[i]:l.starts[i+1]] }

// Reverse returns the same lexicon with its sides exchanged.
func (l *Lexicon) Reverse() *Lexicon {
	l = l.filled()
	r := &Lexicon{source: l.target, target: l.source, from: l.to, to: l.from, notes: l.notes,
		starts: make([]uint32, l.to.Len()+1), pairs: make([]pair, len(l.pairs))}
	for _, p := range l.pairs {
		r.starts[p.to+1]++
	}
	for i := 1; i < len(r.starts); i++ {
		r.starts[i] += r.starts[i-1]
	}
	next := slices.Clone(r.starts)
	for i := range l.from.Len() {
		for _, p := range l.pairsOf(i) {
			r.pairs[next[p.to]] = pair{uint32(i), p.q, p.p}
			next[p.to]++
		}
	}
	return r
}

// Scale returns the lexicon with every probability multiplied by w, more than 0 and at most 1. In a
// [Union] it then counts for less than the others.
func (l *Lexicon) Scale(w float64) *Lexicon {
	out := *l
	out.pairs = slices.Clone(l.pairs)
	by := int(toStep(w))
	for i, p := range out.pairs {
		out.pairs[i].p = step(min(int(p.p)+by, 255))
		out.pairs[i].q = step(min(int(p.q)+by, 255))
	}
	return &out
}
