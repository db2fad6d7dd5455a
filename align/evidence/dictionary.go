package evidence

import (
	"context"
	"errors"
	"fmt"

	"golang.org/x/text/language"

	"github.com/bitext-go/bitext/align/lexicon"
	"github.com/bitext-go/bitext/internal/langtag"
	"github.com/bitext-go/bitext/segment"
)

// Dictionary is the evidence of a lexicon: a function that returns the lexicon for the languages of
// the source and the target text, or nil for none. A lexicon of other languages, or from the target
// to the source, is an error. Fit calls the function once, and several goroutines may: a function
// that is slow is made fast by [lexicon.Cache]. The packages of built-in lexicons have such
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
			if lex == nil {
				continue
			}
			if err := fits(lex, src.Lang, tgt.Lang); err != nil {
				return nil, err
			}
			out = append(out, lex)
		}
	}
	return out, nil
}

// fits returns an error if a lexicon is of other languages, or has them the wrong way round. What
// states no language fits.
func fits(lex *lexicon.Lexicon, src, tgt language.Tag) error {
	same := func(a, b language.Tag) bool {
		return a == language.Und || b == language.Und || langtag.SameBase(a, b)
	}
	from, to := lex.Languages()
	switch {
	case same(from, src) && same(to, tgt):
		return nil
	case same(from, tgt) && same(to, src):
		const problem = "the lexicon is from %v to %v, but the texts are in %v and %v; use its Reverse"
		return fmt.Errorf(problem, from, to, src, tgt)
	}
	return fmt.Errorf("the lexicon is from %v to %v, but the texts are in %v and %v", from, to, src, tgt)
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
