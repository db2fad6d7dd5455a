package cldr

import (
	"slices"
	"strings"

	"golang.org/x/text/language"
)

// A Finder finds names in many texts of one language. It remembers the words that it has seen, up
// to a number, which makes it several times as fast as [Find]. Use it from one goroutine. A nil or
// zero Finder finds nothing.
type Finder struct {
	*index
	words map[string]token // by the word as written, without places

	// Of the text that is searched:
	text   string
	tokens []token
	found  []Mention
	buf    []string // scratch memory of starts
}

// maxWords is how many words a Finder remembers.
const maxWords = 1 << 16

// NewFinder returns a Finder for a language, or nil if CLDR does not have it.
func NewFinder(lang language.Tag) *Finder {
	x := indexOf(lang)
	if x == nil {
		return nil
	}
	return &Finder{index: x, words: map[string]token{}}
}

// Find returns what the function [Find] returns, for a text in the language of the Finder.
func (f *Finder) Find(text string) []Mention {
	if f == nil || f.index == nil {
		return nil
	}
	f.text, f.tokens, f.found = text, appendTokens(f.tokens[:0], text, f.analyse), nil
	for i := 0; i < len(f.tokens); {
		switch t := &f.tokens[i]; {
		case t.run:
			f.inRun(*t)
			i++
		case t.unrelated:
			i++
		default:
			i += max(f.at(i), 1)
		}
	}
	slices.SortStableFunc(f.found, func(a, b Mention) int { return a.Start - b.Start })
	f.lists()
	return f.found
}

// analyse returns the token of a word, without its place.
func (f *Finder) analyse(word string) token {
	t, ok := f.words[word]
	if !ok {
		t = analyse(word)
		t.unrelated = f.isUnrelated(t.form)
		if len(f.words) == maxWords {
			clear(f.words)
		}
		f.words[strings.Clone(word)] = t
	}
	return t
}

// MayMention reports whether a word can begin a name, or refer to a country; and whether it can
// only if a word with a capital letter follows, as "the" in English. If no word of a text can, and
// it has neither initials such as "U.S." nor a script that is written without spaces, Find finds
// nothing in it. A nil Finder knows no word.
func (f *Finder) MayMention(word string) (may, beforeCapital bool) {
	if f == nil {
		return false, false
	}
	for _, r := range word {
		if !inWord(r) { // it is several words here
			return true, false
		}
	}
	form := fold(word)
	if form == "" || f.isUnrelated(form) {
		return false, false
	}
	beforeCapital = true
	f.buf = f.rules.starts(f.buf[:0], form)
	for _, start := range f.buf {
		f.rules.cuts(start, func(stem string) {
			for _, e := range f.entries[stem] {
				beforeCapital = beforeCapital && e.kind == Region && len(e.words) > 1 && e.words[1].upper
			}
		})
		beforeCapital = beforeCapital && len(f.refersTo(strings.TrimPrefix(start, f.rules.article))) == 0
	}
	return true, beforeCapital
}

// isUnrelated reports whether a word can neither begin a name nor refer to a country.
func (f *Finder) isUnrelated(form string) bool {
	related := false
	f.buf = f.rules.starts(f.buf[:0], form)
	for _, start := range f.buf {
		f.rules.cuts(start, func(stem string) { related = related || len(f.entries[stem]) > 0 })
		related = related || len(f.refersTo(strings.TrimPrefix(start, f.rules.article))) > 0
	}
	return !related
}
