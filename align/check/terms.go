package check

import (
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/language"

	"github.com/bitext-go/bitext/internal/langtag"
	"github.com/bitext-go/bitext/internal/quote"
	"github.com/bitext-go/bitext/internal/words"
	"github.com/bitext-go/bitext/segment"
)

// A Term is a word or phrase of a glossary and its translation, each in its dictionary form.
type Term struct{ Source, Target Side }

// A glossary holds terms by how they begin.
type glossary struct {
	entries map[beginning][]*entry
}

// A beginning is a language and the form of a word, or a character of a script without spaces.
type beginning struct{ base, form string }

// An entry is a term with all its translations.
type entry struct {
	phrase
	translations []phrase
}

// newGlossary puts the translations of each term together.
func newGlossary(terms []Term) *glossary {
	g := &glossary{entries: map[beginning][]*entry{}}
	known := map[beginning]*entry{}
	for _, t := range terms {
		source := newPhrase(t.Source)
		first := source.first()
		if first == "" {
			continue
		}
		whole := beginOf(t.Source.Lang, words.Fold(source.Text))
		e := known[whole]
		if e == nil {
			e = &entry{phrase: source}
			known[whole] = e
			key := beginOf(t.Source.Lang, first)
			g.entries[key] = append(g.entries[key], e)
		}
		e.translations = append(e.translations, newPhrase(t.Target))
	}
	return g
}

func beginOf(lang language.Tag, form string) beginning {
	return beginning{langtag.Base(lang).String(), form}
}

// check reports the terms of a side for which another side has none of the translations. Each side
// is compared with the first that has text.
func (g *glossary) check(sides []Side, subjects []*subject) []Finding {
	texts := make([]termText, len(sides))
	for i, s := range subjects {
		texts[i] = termText{subject: s, tokens: withoutMarks(s.tokens)}
	}
	first := max(slices.IndexFunc(sides, func(s Side) bool { return s.Text != "" }), 0)
	var out []Finding
	for i := range texts {
		others := texts[first : first+1]
		if i == first {
			others = texts
		}
		reported := map[*entry]bool{}
		g.in(&texts[i], func(e *entry, span segment.Span) {
			if reported[e] {
				return
			}
			reported[e] = true
			for k := range others {
				other := &others[k]
				if other == &texts[i] || other.Text == "" {
					continue
				}
				if names := e.missing(other); names != "" {
					wording := texts[i].Text[span.Start:span.End]
					out = append(out, Finding{Kind: Terminology, Side: i, Span: span, Wording: wording,
						Message: fmt.Sprintf("the term %s is not translated as %s in %s",
							quote.Isolate(wording), names, languageName(other.Lang))})
				}
			}
		})
	}
	return out
}

// in calls f for the terms of a text: those of words in their order, then those of characters.
func (g *glossary) in(t *termText, f func(*entry, segment.Span)) {
	for i, w := range t.tokens {
		for _, e := range g.entries[beginning{t.base, w.Form}] {
			if n := len(e.words); n > 0 && e.begins(t.tokens[i:], isInflected) {
				f(e, segment.Span{Start: w.Start, End: t.tokens[i+n-1].End})
			}
		}
	}
	for i, r := range t.Text {
		if !words.Unspaced(r) {
			continue
		}
		for _, e := range g.entries[beginning{t.base, string(r)}] {
			if len(e.words) == 0 && strings.HasPrefix(t.Text[i:], e.Text) {
				f(e, segment.Span{Start: i, End: i + len(e.Text)})
			}
		}
	}
}

// missing returns the translations that a text should have one of, joined by "or", if it has none;
// else "".
func (e *entry) missing(t *termText) string {
	var names []string
	for i := range e.translations {
		p := &e.translations[i]
		if langtag.Base(p.Lang).String() != t.base {
			continue
		}
		if t.has(p) {
			return ""
		}
		names = append(names, quote.Isolate(p.Text))
	}
	return strings.Join(names, " or ")
}

// A termText is a text in which terms and their translations are looked for.
type termText struct {
	*subject
	tokens []words.Token    // without marks
	at     map[string][]int // where each form is among the tokens; nil until it is asked for
}

// has reports whether the text has a phrase, in any form.
func (t *termText) has(p *phrase) bool {
	if len(p.words) == 0 {
		return strings.Contains(t.Text, p.Text)
	}
	if t.at == nil {
		t.at = map[string][]int{}
		for i, w := range t.tokens {
			t.at[w.Form] = append(t.at[w.Form], i)
		}
	}
	rarest := 0 // of the words of the phrase, in the text
	for k, w := range p.words {
		if len(t.at[w.Form]) < len(t.at[p.words[rarest].Form]) {
			rarest = k
		}
	}
	return slices.ContainsFunc(t.at[p.words[rarest].Form], func(i int) bool {
		return i >= rarest && p.begins(t.tokens[i-rarest:], sameForm)
	})
}

// A phrase is a term or a translation of one, as it is looked for.
type phrase struct {
	Side
	words []words.Token // none in a script without spaces
}

func newPhrase(s Side) phrase {
	s.Text = strings.Join(strings.Fields(s.Text), " ")
	if first, _ := utf8.DecodeRuneInString(s.Text); words.Unspaced(first) {
		return phrase{Side: s}
	}
	var t words.Tokenizer
	return phrase{s, withoutMarks(t.Append(nil, s.Text))}
}

// first returns the form of the first word, or the first character in a script without spaces.
func (p *phrase) first() string {
	if len(p.words) > 0 {
		return p.words[0].Form
	}
	_, n := utf8.DecodeRuneInString(p.Text)
	return p.Text[:n]
}

// begins reports whether tokens begin with the words of the phrase.
func (p *phrase) begins(tokens []words.Token, same func(a, b words.Token) bool) bool {
	if len(tokens) < len(p.words) {
		return false
	}
	for k, w := range p.words {
		if !same(w, tokens[k]) {
			return false
		}
	}
	return true
}

func withoutMarks(tokens []words.Token) []words.Token {
	return slices.DeleteFunc(slices.Clone(tokens), func(t words.Token) bool { return t.Kind == words.Mark })
}

// isInflected reports whether b may be a form of a: the same except for a short ending, or for
// particles before it.
func isInflected(a, b words.Token) bool {
	if a.Full == b.Full || a.Form != b.Form {
		return a.Full == b.Full
	}
	x, y := []rune(a.Full), []rune(b.Full)
	n := 0
	for n < len(x) && n < len(y) && x[n] == y[n] {
		n++
	}
	return n == 0 || len(x)-n <= 2 && len(y)-n <= 3
}

func sameForm(a, b words.Token) bool { return a.Form == b.Form }
