package lexicon

import (
	"iter"
	"math"

	"golang.org/x/text/language"

	"github.com/bitext-go/bitext/internal/words"
)

// A Lexicon is word translations from a source into a target language and back, with probabilities.
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

// step is a probability in steps of an eighth of a nat: 0 is 1, 8 is 1/e, 255 less than 10⁻¹³.
type step uint8

// toStep returns the nearest step. It looks up the step of all numbers that share their first bits
// with p and goes on from there, which takes a tenth of the time of a logarithm.
func toStep(p float64) step {
	switch {
	case p >= 1:
		return 0
	case !(p >= leastStep):
		return math.MaxUint8
	}
	s := firstSteps[(math.Float64bits(p)-math.Float64bits(leastStep))>>firstBits]
	for s < math.MaxUint8 && p < stepEdges[s] {
		s++
	}
	return s
}

const (
	leastStep = 1.0 / (1 << 47) // below the probability of the last step
	firstBits = 52 - 4
)

// firstSteps is the lowest step of the numbers from leastStep to 1 that share their exponent and
// four bits more.
var firstSteps = func() (t [47 << 4]step) {
	for i := range t {
		above := math.Float64frombits(math.Float64bits(leastStep) + uint64(i+1)<<firstBits)
		t[i] = step(min(max(math.Round(-8*math.Log(above)), 0), math.MaxUint8))
	}
	return t
}()

// stepEdges is the probability below which each step gives way to the next.
var stepEdges = func() (t [math.MaxUint8 + 1]float64) {
	for i := range t {
		t[i] = math.Exp(-(float64(i) + .5) / 8)
	}
	return t
}()

var probabilities = func() (t [math.MaxUint8 + 1]float64) {
	for i := range t {
		t[i] = math.Exp(-float64(i) / 8)
	}
	return t
}()

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

// Languages returns the languages of the two sides.
func (l *Lexicon) Languages() (source, target language.Tag) { return l.source, l.target }

// Notes returns where the lexicon comes from and what may be done with it, in lines of text for
// people; "" if unknown.
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
func (l *Lexicon) Source() *Words { return l.from }

// Target returns the word list of the target language. It may hold words that translate nothing.
func (l *Lexicon) Target() *Words { return l.to }

// Translations returns the translations of a form of the source language, in the order of their
// bytes.
func (l *Lexicon) Translations(form string) iter.Seq[Translation] {
	return func(yield func(Translation) bool) {
		i, ok := l.from.find(form)
		if !ok {
			return
		}
		for _, p := range l.of(i) {
			if !yield(Translation{l.to.at(int(p.to)), probabilities[p.p], probabilities[p.q]}) {
				return
			}
		}
	}
}

// All returns every pair, by source form and then by target form.
func (l *Lexicon) All() iter.Seq[Pair] {
	return func(yield func(Pair) bool) {
		for i := range l.from.Len() {
			for _, p := range l.of(i) {
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
	tok := words.Tokenizer{Longest: l.from.Longest}
	var buf []words.Token
	for s := range sentences {
		buf = tok.Append(buf[:0], s)
		for _, w := range buf {
			if w.Kind != words.Word {
				continue
			}
			total++
			if i, ok := l.from.find(w.Form); ok && len(l.of(i)) > 0 {
				known++
			}
		}
	}
	return known, total
}

func (l *Lexicon) of(i int) []pair { return l.pairs[l.starts[i]:l.starts[i+1]] }
