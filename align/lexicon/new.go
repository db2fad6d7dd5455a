package lexicon

import (
	"cmp"
	"fmt"
	"iter"
	"maps"
	"slices"
	"unicode/utf8"

	"github.com/bitext-go/bitext/internal/words"
	"golang.org/x/text/language"
)

// maxForm is the length in bytes of the longest form; words of texts are far below it.
const maxForm = 255

// New returns a lexicon of pairs of words as people write them, such as "Häuser" and "houses".
// Where a pair comes twice, the higher probabilities count. If one of the two probabilities of a
// pair is 0, it is not known, and counts as the other.
//
// It is an error that names the pair if a side is not exactly one word, if both probabilities are
// 0, or if one is not from 0 to 1. Give phrases to [Learner.Entry], which takes them apart.
func New(source, target language.Tag, pairs iter.Seq[Pair]) (*Lexicon, error) {
	var all []Pair
	n := 0
	for p := range pairs {
		n++
		in := p
		probability := func(x float64) bool { return x >= 0 && x <= 1 }
		if !probability(p.Forward) || !probability(p.Backward) || p.Forward == 0 && p.Backward == 0 {
			const problem = "lexicon: pair %d, %q and %q, has the probabilities %v and %v; give one or both, up to 1"
			return nil, fmt.Errorf(problem, n, in.Source, in.Target, p.Forward, p.Backward)
		}
		if p.Forward == 0 {
			p.Forward = p.Backward
		}
		if p.Backward == 0 {
			p.Backward = p.Forward
		}
		for _, word := range []*string{&p.Source, &p.Target} {
			form, ok := formOf(*word)
			if !ok {
				const problem = "lexicon: pair %d, %q and %q: %q is not one word; give phrases to Learner.Entry"
				return nil, fmt.Errorf(problem, n, in.Source, in.Target, *word)
			}
			*word = form
		}
		all = append(all, p)
	}
	return FromForms(source, target, slices.Values(all)), nil
}

// formOf returns the form of a word; ok is false for anything but one word.
func formOf(word string) (form string, ok bool) {
	folded := words.Fold(word)
	if unspacedWord(folded) {
		return folded, true
	}
	var tokens []words.Token
	tokenizer := words.Tokenizer{}
	for _, t := range tokenizer.Append(nil, word) {
		if t.Kind != words.Mark {
			tokens = append(tokens, t)
		}
	}
	if len(tokens) != 1 || !isForm(tokens[0].Form) {
		return "", false
	}
	return tokens[0].Form, true
}

// FromForms returns a lexicon of pairs of forms, such as those of [Lexicon.All] or of
// [Words.Forms]. Where a pair comes twice, the higher probabilities count. Pairs with an empty
// form, one of more than 255 bytes, or without a probability above 0 both ways are left out. Use
// [New] for words as people write them.
func FromForms(source, target language.Tag, pairs iter.Seq[Pair]) *Lexicon {
	var all []Pair
	for p := range pairs {
		if isForm(p.Source) && isForm(p.Target) && p.Forward > 0 && p.Backward > 0 {
			all = append(all, p)
		}
	}
	slices.SortFunc(all, func(a, b Pair) int {
		return cmp.Or(cmp.Compare(a.Source, b.Source), cmp.Compare(a.Target, b.Target))
	})
	targets := map[string]uint32{}
	for _, p := range all {
		targets[p.Target] = 0
	}
	to := slices.Sorted(maps.Keys(targets))
	for i, t := range to {
		targets[t] = uint32(i)
	}
	l := &Lexicon{source: source, target: target, to: newWords(to), pairs: make([]pair, 0, len(all))}
	var from []string
	for i, p := range all {
		next := pair{targets[p.Target], toStep(p.Forward), toStep(p.Backward)}
		switch {
		case i == 0 || p.Source != all[i-1].Source:
			from = append(from, p.Source)
			l.starts = append(l.starts, uint32(len(l.pairs)))
		case p.Target == all[i-1].Target:
			last := &l.pairs[len(l.pairs)-1]
			last.p, last.q = min(last.p, next.p), min(last.q, next.q)
			continue
		}
		l.pairs = append(l.pairs, next)
	}
	l.starts = append(l.starts, uint32(len(l.pairs)))
	l.from = newWords(from)
	return l
}

func isForm(s string) bool { return s != "" && len(s) <= maxForm && utf8.ValidString(s) }
