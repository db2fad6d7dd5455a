package evidence

import (
	"golang.org/x/text/language"

	"github.com/bitext-go/bitext/align/lexicon"
	"github.com/bitext-go/bitext/segment"
)

// Dictionary is the evidence of word translations that are known beforehand: the lexicon that it
// returns for the languages of the source and the target text, or nil for none. The packages of
// built-in lexicons have such functions:
//
//	scorer := append(evidence.Standard(), evidence.Dictionary(core.Lexicon))
//
// In scripts that are written without spaces the lexicon's word lists also say where words begin
// and end.
type Dictionary func(src, tgt language.Tag) (*lexicon.Lexicon, error)

// Fit fails where no lexicon can be had.
func (e Dictionary) Fit(src, tgt *segment.Text) (Model, error) {
	return fitWords(src, tgt, []Lexical{e})
}

// link leaves the work to addLexicon, since a dictionary is opened before the words of the texts
// are known.
func (Dictionary) link(*linkBuilder) {}

// open opens the dictionaries among sources, before the words of the texts are known.
func openDictionaries(src, tgt *segment.Text, sources []Lexical) ([]*lexicon.Lexicon, error) {
	var out []*lexicon.Lexicon
	for _, e := range sources {
		if d, ok := e.(Dictionary); ok {
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

// longest returns the length of the longest word that any of the word lists knows, or nil where
// there are none.
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
