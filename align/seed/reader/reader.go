// Package reader makes the texts of a collection's documents, for package seed.
//
//	doc, err := read.File(path)
//	…
//	texts, doubt, err := reader.Texts(finder, doc, language.Und)
package reader

import (
	"fmt"

	"golang.org/x/text/language"

	"github.com/bitext-go/bitext/align/seed"
	"github.com/bitext-go/bitext/lang/detect"
	"github.com/bitext-go/bitext/read"
	"github.com/bitext-go/bitext/segment"
)

// Texts returns a text of each language in a document, at least one. If lang is not language.Und,
// it is the language of the whole document; otherwise the languages are those that [Language] and
// the finder find. A doubt is "" or what a person should be told, as in [Language].
func Texts(f *detect.Finder, d *read.Document, lang language.Tag) (texts []*segment.Text, doubt string, err error) {
	if lang == language.Und {
		if found := f.Languages(d.Body); len(found) > 1 {
			detector, err := f.Detector(d.Body, found)
			if err != nil {
				return nil, "", fmt.Errorf("%s: %w", d.Path, err)
			}
			return d.Split(detector), "", nil
		}
		if lang, doubt, err = Language(f, d); err != nil {
			return nil, doubt, err
		}
	}
	return []*segment.Text{d.Text(lang)}, doubt, nil
}

// Language returns the language of a document in one language, as its name, its page and its text
// say: see [detect.Finder.Document].
func Language(f *detect.Finder, d *read.Document) (lang language.Tag, doubt string, err error) {
	var declared detect.Declared
	if named, sure, ok := seed.LanguageInName(d.Path); ok {
		declared = detect.Declared{Lang: named, Sure: sure, ByName: true}
	} else if len(d.Langs) == 1 {
		declared = detect.Declared{Lang: d.Langs[0], Sure: true}
	}
	return f.Document(d.Path, d.Body, declared)
}
