package main

import (
	"errors"
	"fmt"
	"io/fs"
	"sync"

	"golang.org/x/text/language"

	"github.com/bitext-go/bitext/align/evidence"
	"github.com/bitext-go/bitext/align/lexicon"
	"github.com/bitext-go/bitext/align/lexicon/cldr"
	"github.com/bitext-go/bitext/align/lexicon/core"
	"github.com/bitext-go/bitext/align/lexicon/wide"
)

// dictionary returns the built-in word list of a name, or nil for "none". Each pair of languages is
// opened once. A pair that has no word list is aligned without one, and the report says so.
func dictionary(name string) (evidence.Dictionary, error) {
	var open evidence.Dictionary
	switch name {
	case "none":
		return nil, nil
	case "core":
		open = core.Lexicon
	case "wide":
		open = wide.Lexicon
	case "cldr":
		open = cldr.Lexicon
	default:
		return nil, fmt.Errorf("no word list %q: choose none, core or wide, or cldr", name)
	}
	var mu sync.Mutex
	known := map[[2]language.Tag]*lexicon.Lexicon{}
	return func(src, tgt language.Tag) (*lexicon.Lexicon, error) {
		mu.Lock()
		defer mu.Unlock()
		pair := [2]language.Tag{src, tgt}
		if l, ok := known[pair]; ok {
			return l, nil
		}
		l, err := open(src, tgt)
		if errors.Is(err, fs.ErrNotExist) {
			l, err = nil, nil
		}
		if err == nil {
			known[pair] = l
		}
		return l, err
	}, nil
}

// scorerWith returns the standard evidence and, if there is one, the dictionary.
func scorerWith(dict evidence.Dictionary) evidence.Sum {
	if dict == nil {
		return evidence.Standard()
	}
	return append(evidence.Standard(), dict)
}
