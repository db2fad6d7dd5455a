package check

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/language"

	"github.com/bitext-go/bitext/internal/langtag"
	"github.com/bitext-go/bitext/internal/quote"
	"github.com/bitext-go/bitext/internal/words"
	"github.com/bitext-go/bitext/segment"
)

// A phrase is a term or a translation of one, as it is looked for.
type phrase struct {
	Side
	words []words.Token // none in a script without spaces
}

// A term is a term of the glossary with all its translations.
type term struct {
	phrase
	targets []phrase
}

func newPhrase(s Side) phrase {
	s.Text = strings.Join(strings.Fields(s.Text), " ")
	if first, _ := utf8.DecodeRuneInString(s.Text); words.Unspaced(first) {
		return phrase{Side: s}
	}
	var t words.Tokenizer
	return phrase{s, withoutMarks(t.Append(nil, s.Text))}
}

func withoutMarks(all []words.Token) []words.Token {
	var out []words.Token
	for _, w := range all {
		if w.Kind != words.Mark {
			out = append(out, w)
		}
	}
	return out
}

// key returns what the terms that may begin somewhere are found by: the language, and the form of a
// word or a character.
func key(lang language.Tag, begin string) string {
	return langtag.Base(lang).String() + " " + begin
}

// readTerms puts the translations of each term together.
func (c *Checker) readTerms() {
	c.terms = map[string][]*term{}
	known := map[string]*term{}
	for _, t := range c.Terms {
		source := newPhrase(t.Source)
		begin := ""
		if len(source.words) > 0 {
			begin = source.words[0].Form
		} else if _, n := utf8.DecodeRuneInString(source.Text); n > 0 {
			begin = source.Text[:n]
		}
		if begin == "" {
			continue
		}
		id := key(t.Source.Lang, words.Fold(source.Text))
		x := known[id]
		if x == nil {
			x = &term{phrase: source}
			known[id] = x
			c.terms[key(t.Source.Lang, begin)] = append(c.terms[key(t.Source.Lang, begin)], x)
		}
		x.targets = append(x.targets, newPhrase(t.Target))
	}
}

// checkTerms finds the terms that a side has and of whose translations another side has none.
func (c *Checker) checkTerms(sides []Side, studies []*study) []Finding {
	if c.terms == nil && len(c.Terms) > 0 {
		c.readTerms()
	}
	if len(c.terms) == 0 {
		return nil
	}
	tokens := make([][]words.Token, len(sides))
	for i := range sides {
		tokens[i] = withoutMarks(studies[i].tokens)
	}
	first := 0
	for first < len(sides)-1 && sides[first].Text == "" {
		first++
	}
	var out []Finding
	for i, s := range sides {
		said := map[*term]bool{}
		c.termsIn(s, tokens[i], func(t *term, span segment.Span) {
			if said[t] {
				return
			}
			said[t] = true
			for k, other := range sides {
				if k == i || other.Text == "" || i != first && k != first {
					continue
				}
				if names := t.missing(other, tokens[k]); names != "" {
					wording := s.Text[span.Start:span.End]
					out = append(out, Finding{Kind: Terminology, Side: i, Span: span, Wording: wording, Message: fmt.Sprintf(
						"the term %s is not translated as %s in %s", quote.Isolate(wording), names, languageName(other.Lang))})
				}
			}
		})
	}
	return out
}

// termsIn calls f for the terms of a text, in their order.
func (c *Checker) termsIn(s Side, tokens []words.Token, f func(*term, segment.Span)) {
	for i, w := range tokens {
		for _, t := range c.terms[key(s.Lang, w.Form)] {
			if n := len(t.words); n > 0 && t.at(tokens[i:], inflected) {
				f(t, segment.Span{Start: w.Start, End: tokens[i+n-1].End})
			}
		}
	}
	for i, r := range s.Text {
		if !words.Unspaced(r) {
			continue
		}
		for _, t := range c.terms[key(s.Lang, string(r))] {
			if len(t.words) == 0 && strings.HasPrefix(s.Text[i:], t.Text) {
				f(t, segment.Span{Start: i, End: i + len(t.Text)})
			}
		}
	}
}

// missing returns the translations that a side should have one of, where it has none; else "".
func (t *term) missing(side Side, tokens []words.Token) string {
	var names []string
	for _, p := range t.targets {
		if !langtag.SameBase(p.Lang, side.Lang) {
			continue
		}
		if p.in(side.Text, tokens) {
			return ""
		}
		names = append(names, quote.Isolate(p.Text))
	}
	return strings.Join(names, " or ")
}

// in reports whether a text has the phrase, in any form.
func (p *phrase) in(text string, tokens []words.Token) bool {
	if len(p.words) == 0 {
		return strings.Contains(text, p.Text)
	}
	for i := range tokens {
		if p.at(tokens[i:], sameForm) {
			return true
		}
	}
	return false
}

// at reports whether tokens begin with the words of the phrase.
func (p *phrase) at(tokens []words.Token, same func(a, b words.Token) bool) bool {
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

// inflected reports whether a word may be a form of another: the same but for a short ending, or
// for particles before it.
func inflected(a, b words.Token) bool {
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
