package check

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"github.com/bitext-go/bitext/internal/words"
	"github.com/bitext-go/bitext/segment"
)

// A term is a term of the glossary with all its translations.
type term struct {
	Side
	words   []words.Token
	targets []wanted
}

// wanted is one translation of a term.
type wanted struct {
	Side
	words []words.Token
}

// readTerms puts the translations of each term together.
func (c *Checker) readTerms() {
	index := map[string]*term{}
	for _, t := range c.Terms {
		key := t.Source.Lang.String() + "\x00" + cutForm(t.Source.Text)
		x := index[key]
		if x == nil {
			x = &term{Side: t.Source, words: termWords(t.Source.Text)}
			index[key] = x
			c.terms = append(c.terms, x)
		}
		x.targets = append(x.targets, wanted{t.Target, termWords(t.Target.Text)})
	}
}

func termWords(s string) []words.Token {
	var t words.Tokenizer
	var out []words.Token
	for _, w := range t.Append(nil, s) {
		if w.Kind != words.Mark {
			out = append(out, w)
		}
	}
	return out
}

// checkTerms finds the terms that a side has and of whose translations another side has none.
func (c *Checker) checkTerms(sides []Side) []Finding {
	if c.terms == nil && len(c.Terms) > 0 {
		c.readTerms()
	}
	if len(c.terms) == 0 {
		return nil
	}
	tokens := make([][]words.Token, len(sides))
	for i, s := range sides {
		tokens[i] = termWords(s.Text)
	}
	var out []Finding
	for _, t := range c.terms {
		for i, s := range sides {
			if s.Text == "" || !sameLanguage(s.Lang, t.Lang) {
				continue
			}
			at := find(t.Text, t.words, s.Text, tokens[i], inflected)
			if at < 0 {
				continue
			}
			for k, other := range sides {
				if k == i || other.Text == "" || i != 0 && k != 0 {
					continue
				}
				if names := t.missing(other, tokens[k]); names != "" {
					span := segment.Span{Start: at, End: min(at+termLen(t, s.Text, tokens[i], at), len(s.Text))}
					wording := s.Text[span.Start:span.End]
					out = append(out, Finding{Kind: Terminology, Side: i, Span: span, Wording: wording, Message: fmt.Sprintf(
						"the term %s is not translated as %s in %s", isolate(wording), names, languageName(other.Lang))})
				}
			}
		}
	}
	return out
}

// missing is the translations that a side should have one of, where it has none; else "".
func (t *term) missing(side Side, tokens []words.Token) string {
	var names []string
	for _, w := range t.targets {
		if !sameLanguage(w.Lang, side.Lang) {
			continue
		}
		if find(w.Text, w.words, side.Text, tokens, sameForm) >= 0 {
			return ""
		}
		names = append(names, isolate(w.Text))
	}
	return strings.Join(names, " or ")
}

// find is where a phrase stands in a text, or -1. In scripts without spaces it is looked for as it is.
func find(phrase string, want []words.Token, text string, tokens []words.Token, same func(a, b words.Token) bool) int {
	if first, _ := utf8.DecodeRuneInString(phrase); words.Unspaced(first) {
		return strings.Index(text, phrase)
	}
	if len(want) == 0 {
		return -1
	}
next:
	for i := 0; i+len(want) <= len(tokens); i++ {
		for k, w := range want {
			if !same(w, tokens[i+k]) {
				continue next
			}
		}
		return tokens[i].Start
	}
	return -1
}

func termLen(t *term, text string, tokens []words.Token, at int) int {
	for i, w := range tokens {
		if w.Start == at && i+len(t.words) <= len(tokens) && len(t.words) > 0 {
			return tokens[i+len(t.words)-1].End - at
		}
	}
	return len(t.Text)
}

// inflected says whether a word may be a form of another: the same but for a short ending.
func inflected(a, b words.Token) bool {
	if a.Full == b.Full {
		return true
	}
	if a.Form != b.Form {
		return false
	}
	n := 0
	for n < len(a.Full) && n < len(b.Full) && a.Full[n] == b.Full[n] {
		n++
	}
	return utf8.RuneCountInString(a.Full[n:]) <= 2 && utf8.RuneCountInString(b.Full[n:]) <= 3 || startsUnlike(a.Full, b.Full)
}

// startsUnlike says whether two words with one form begin with different particles, as in Arabic.
func startsUnlike(a, b string) bool {
	x, _ := utf8.DecodeRuneInString(a)
	y, _ := utf8.DecodeRuneInString(b)
	return x != y
}

func sameForm(a, b words.Token) bool { return a.Form == b.Form }
