package lexicon

import (
	"cmp"
	"iter"
	"maps"
	"slices"
	"unicode/utf8"

	"golang.org/x/text/language"

	"github.com/bitext-go/bitext/internal/words"
)

// A Learner makes a lexicon of sentences and their translations and of dictionary entries, which
// help one another: the sentences say how probable each translation of an entry is, the entries say
// which words of a sentence belong together. The zero value with its languages set is ready.
type Learner struct {
	Source, Target language.Tag
	// SourceWords and TargetWords are words known beforehand. They tell where words begin and end
	// in scripts that are written without spaces, in addition to the words of the entries; nil
	// means none.
	SourceWords, TargetWords *Words
	// MinCount is how often, by estimate, two words must translate one another in the sentences for
	// the pair to be kept; 0 means 1.5. For pairs of words that stand in one entry a tenth of it is
	// enough, or that one of the words is hardly translated otherwise.
	MinCount float64

	sentences, entries []item
}

// item is one sentence pair or entry.
type item struct {
	source, target string
	weight         float64
}

// maxTokens is the length of sentence above which a pair is left out: it says little about single
// words and costs much.
const maxTokens = 120

// Pairs below these are not worth their place.
const (
	minForward = .01 // in the better direction
	minProduct = .001
)

// Learn returns the lexicon of sentences and their translations, source first.
func Learn(source, target language.Tag, pairs iter.Seq2[string, string]) *Lexicon {
	l := &Learner{Source: source, Target: target}
	for s, t := range pairs {
		l.Sentence(s, t)
	}
	return l.Lexicon()
}

// Sentence adds a sentence and its translation.
func (l *Learner) Sentence(source, target string) {
	l.sentences = append(l.sentences, item{source, target, 1})
}

// Entry adds a dictionary entry, a word or phrase and one of its translations. Its weight is how
// many sentences it counts for; more than 0.
func (l *Learner) Entry(source, target string, weight float64) {
	l.entries = append(l.entries, item{source, target, weight})
}

// Lexicon returns what can be learned from everything added so far.
func (l *Learner) Lexicon() *Lexicon {
	source := newSide(l.SourceWords, l.entries, func(e item) string { return e.source })
	target := newSide(l.TargetWords, l.entries, func(e item) string { return e.target })
	m := newModel()
	add := func(items []item, entry bool) {
		for _, it := range items {
			s, t := source.ids(it.source), target.ids(it.target)
			if len(s) > 0 && len(t) > 0 && len(s) <= maxTokens && len(t) <= maxTokens {
				m.add(s, t, float32(it.weight), entry)
			}
		}
	}
	add(l.sentences, false)
	add(l.entries, true)
	m.train(len(source.forms), len(target.forms))
	return New(l.Source, l.Target, func(yield func(Pair) bool) {
		for p := range m.pairs(cmp.Or(l.MinCount, 1.5)) {
			s, t := source.forms[p.s], target.forms[p.t]
			if (source.word(p.s) || target.word(p.t)) && !yield(Pair{s, t, p.forward, p.backward}) {
				return
			}
		}
	})
}

// side turns the texts of one language into numbers, one for each form.
type side struct {
	tokenizer words.Tokenizer
	number    map[string]uint32
	forms     []string
	kinds     []words.Kind
	buf       []words.Token
}

func newSide(known *Words, entries []item, text func(item) string) *side {
	own := map[string]struct{}{}
	for _, e := range entries {
		if w := words.Fold(text(e)); unspacedWord(w) {
			own[w] = struct{}{}
		}
	}
	list := newWords(slices.Sorted(maps.Keys(own)))
	if known != nil {
		list, _, _ = merge(list, known)
	}
	return &side{number: map[string]uint32{}, tokenizer: words.Tokenizer{Longest: list.Longest}}
}

// unspacedWord reports whether w can be a word of a script that is written without spaces.
func unspacedWord(w string) bool {
	r, _ := utf8.DecodeRuneInString(w)
	n := utf8.RuneCountInString(w)
	return n > 0 && n <= 16 && words.Unspaced(r)
}

func (s *side) ids(text string) []uint32 {
	s.buf = s.tokenizer.Append(s.buf[:0], text)
	ids := make([]uint32, 0, len(s.buf))
	for _, t := range s.buf {
		if t.Kind == words.Mark || t.Kind == words.Number && len(t.Form) > len("#10") {
			continue
		}
		id, ok := s.number[t.Form]
		if !ok {
			id = uint32(len(s.forms))
			s.number[t.Form] = id
			s.forms = append(s.forms, t.Form)
			s.kinds = append(s.kinds, t.Kind)
		}
		ids = append(ids, id)
	}
	return ids
}

func (s *side) word(id uint32) bool { return s.kinds[id] == words.Word }
