package lexicon

import (
	"cmp"
	"context"
	"iter"
	"maps"
	"slices"
	"unicode/utf8"

	"golang.org/x/text/language"

	"github.com/bitext-go/bitext/internal/words"
)

// A Learner makes a lexicon from sentences and their translations, from dictionary entries, or from
// both. Each helps the other: sentences show how probable the translations of an entry are, entries
// show which words of a sentence belong together. A Learner with its languages set is ready. Use it
// from one goroutine. It keeps the strings that are added.
type Learner struct {
	Source, Target language.Tag
	// SourceWords and TargetWords are word lists that show where words begin and end in scripts
	// that are written without spaces, in addition to the words of the entries. nil means none.
	SourceWords, TargetWords *Words
	// MinCount is the expected number of times that two words must translate one another in the
	// sentences for the pair to be kept; 0 means 1.5. For two words of one entry, a tenth of that
	// is enough, or that either word has hardly any other translation.
	MinCount float64

	sentences, entries []example
}

// An example is one sentence pair or entry.
type example struct {
	source, target string
	weight         float64
}

// maxTokens is the number of tokens of the longest sentences that are used. Longer ones teach
// little about single words, and their cost grows with the square of their length.
const maxTokens = 120

// Pairs with lower probabilities do not help aligners enough to be kept.
const (
	minBetter  = .01  // of the better direction
	minProduct = .001 // of both directions
)

// Learn returns the lexicon learned from sentences and their translations, source first. Its only
// error is that of a cancelled context.
func Learn(ctx context.Context, source, target language.Tag, pairs iter.Seq2[string, string]) (*Lexicon, error) {
	l := &Learner{Source: source, Target: target}
	n := 0
	for s, t := range pairs {
		if n++; n&0xff == 0 && ctx.Err() != nil {
			return nil, ctx.Err()
		}
		l.Sentence(s, t)
	}
	return l.Lexicon(ctx)
}

// Sentence adds a sentence and its translation.
func (l *Learner) Sentence(source, target string) {
	l.sentences = append(l.sentences, example{source, target, 1})
}

// Entry adds a dictionary entry: a word or phrase and one of its translations. weight is the number
// of sentences that it counts for, more than 0; an entry of any other weight is ignored.
func (l *Learner) Entry(source, target string, weight float64) {
	if !(weight > 0) { // NaN is not
		return
	}
	l.entries = append(l.entries, example{source, target, weight})
}

// Lexicon returns the lexicon learned from everything that was added so far. Its only error is that
// of a cancelled context; the Learner can be asked again afterwards.
func (l *Learner) Lexicon(ctx context.Context) (*Lexicon, error) {
	source := newVocabulary(l.SourceWords, l.entries, func(e example) string { return e.source })
	target := newVocabulary(l.TargetWords, l.entries, func(e example) string { return e.target })
	m := newModel()
	add := func(items []example, entry bool) error {
		for i, it := range items {
			if i&0xf == 0 && ctx.Err() != nil {
				return ctx.Err()
			}
			s, t := source.ids(it.source), target.ids(it.target)
			if len(s) > 0 && len(t) > 0 && len(s) <= maxTokens && len(t) <= maxTokens {
				m.add(s, t, float32(it.weight), entry)
			}
		}
		return nil
	}
	if err := add(l.sentences, false); err != nil {
		return nil, err
	}
	if err := add(l.entries, true); err != nil {
		return nil, err
	}
	if err := m.train(ctx, len(source.forms), len(target.forms)); err != nil {
		return nil, err
	}
	if ctx.Err() != nil {
		return nil, ctx.Err()
	}
	return FromForms(l.Source, l.Target, func(yield func(Pair) bool) {
		for p := range m.pairs(cmp.Or(l.MinCount, 1.5)) {
			s, t := source.forms[p.s], target.forms[p.t]
			if (source.word(p.s) || target.word(p.t)) && !yield(Pair{s, t, p.forward, p.backward}) {
				return
			}
		}
	}), nil
}

// A vocabulary numbers the forms of the texts of one language.
type vocabulary struct {
	tokenizer words.Tokenizer
	number    map[string]uint32
	forms     []string
	kinds     []words.Kind
	buf       []words.Token
}

func newVocabulary(known *Words, entries []example, text func(example) string) *vocabulary {
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
	return &vocabulary{number: map[string]uint32{}, tokenizer: words.Tokenizer{Longest: list.Longest}}
}

// unspacedWord reports whether w can be a word of a script that is written without spaces.
func unspacedWord(w string) bool {
	r, _ := utf8.DecodeRuneInString(w)
	n := utf8.RuneCountInString(w)
	return n > 0 && n <= 16 && words.Unspaced(r)
}

// ids returns the numbers of the words and short numbers of a text.
func (v *vocabulary) ids(text string) []uint32 {
	v.buf = v.tokenizer.Append(v.buf[:0], text)
	ids := make([]uint32, 0, len(v.buf))
	for _, t := range v.buf {
		if t.Kind == words.Mark || t.Kind == words.Number && len(t.Form) > len("#10") {
			continue
		}
		id, ok := v.number[t.Form]
		if !ok {
			id = uint32(len(v.forms))
			v.number[t.Form] = id
			v.forms = append(v.forms, t.Form)
			v.kinds = append(v.kinds, t.Kind)
		}
		ids = append(ids, id)
	}
	return ids
}

// word reports whether a form is a word, and not a number.
func (v *vocabulary) word(id uint32) bool { return v.kinds[id] == words.Word }
