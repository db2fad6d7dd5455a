package evidence

import (
	"context"
	"errors"

	"golang.org/x/text/language"

	"github.com/bitext-go/bitext/align/lexicon"
	"github.com/bitext-go/bitext/segment"
)

// Dictionary is the evidence of a lexicon: a function that returns the lexicon for the languages of
// the source and the target text, or nil for none. The packages of built-in lexicons have such
// functions:
//
//	scorer := append(evidence.Standard(), evidence.Dictionary(core.Lexicon))
//
// In scripts that are written without spaces the lexicon's word lists also say where words begin
// and end.
type Dictionary func(src, tgt language.Tag) (*lexicon.Lexicon, error)

// Fit returns the error of the function.
func (e Dictionary) Fit(ctx context.Context, src, tgt *segment.Text) (Model, error) {
	return fitWords(ctx, src, tgt, []Lexical{e})
}

// link does nothing: fitWords opens dictionaries before it cuts the texts into words, and adds
// their words itself.
func (Dictionary) link(context.Context, *linkBuilder) error { return nil }

// openDictionaries returns the lexicons of the dictionaries among sources.
func openDictionaries(src, tgt *segment.Text, sources []Lexical) ([]*lexicon.Lexicon, error) {
	var out []*lexicon.Lexicon
	for _, e := range sources {
		if d, ok := e.(Dictionary); ok {
			if d == nil {
				return nil, errors.New("a Dictionary is nil; give it a function such as core.Lexicon")
			}
			lex, err := d(src.Lang, tgt.Lang)
			if err != nil {
				return nil, err
			}
			if lex != nil {
				out = append(out, lex)
			}
		}
	}
	return out, nil
}

// longestWord returns a function that returns the length of the longest listed word at the
// beginning of a string, or nil if there are no lists.
func longestWord(lists []*lexicon.Words) func(string) int {
	if len(lists) == 0 {
		return nil
	}
	return func(s string) int {
		n := 0
		for _, l := range lists {
			n = max(n, l.Longest(s))
		}
		return n
	}
}
