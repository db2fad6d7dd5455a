package main

import (
	"fmt"

	"golang.org/x/text/language"

	"github.com/bitext-go/bitext/internal/say"
	"github.com/bitext-go/bitext/lang/detect"
	"github.com/bitext-go/bitext/read"
)

// inTwo sets the languages, if the user did not name them, of the documents that are in two. One of
// the two must be that of another document: then part of the document is not translated yet, and it
// counts as one in the other language. The user is told. It is an error if that is not so.
func inTwo(docs []*read.Document, langs []language.Tag, heard []hearing) error {
	for i, d := range docs {
		if !heard[i].two {
			continue
		}
		original, ok := heard[i].original(langs, heard)
		if ok && langs[i] == language.Und {
			rest := &read.Document{Path: d.Path, Langs: d.Langs, Body: detect.Without(d.Body, langs[original])}
			var err error
			if langs[i], err = documentLanguage(rest); err != nil {
				return err
			}
		}
		if !ok || !heard[i].has(langs[i]) || detect.Matches(langs[original], langs[i]) {
			return fmt.Errorf("%s: it is in two languages, %s and %s; name it alone, or split it into a file for each",
				d.Path, say.Language(heard[i].first), say.Language(heard[i].second))
		}
		takenFor(d, docs[original], langs[i], langs[original])
	}
	return nil
}

// original returns the index of the document, in one language, whose language is one of the two.
// It is not ok if there are documents in either of them.
func (h *hearing) original(langs []language.Tag, heard []hearing) (at int, ok bool) {
	var first, second bool
	for k, l := range langs {
		switch {
		case heard[k].two:
		case detect.Matches(h.first, l):
			at, first = k, true
		case detect.Matches(h.second, l):
			at, second = k, true
		}
	}
	return at, first != second
}

// has reports whether a language may be one of the two.
func (h *hearing) has(l language.Tag) bool {
	return detect.Matches(h.first, l) || detect.Matches(h.second, l)
}
