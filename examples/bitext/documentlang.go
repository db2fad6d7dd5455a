package main

import (
	"fmt"
	"os"

	"golang.org/x/text/language"

	"github.com/bitext-go/bitext/align/seed/reader"
	"github.com/bitext-go/bitext/internal/say"
	"github.com/bitext-go/bitext/lang/detect"
	"github.com/bitext-go/bitext/read"
)

// documentLanguages returns the languages of documents in one language each: those that the user
// named, or those that their names and texts give. A language is language.Und if a text has no
// letters.
func documentLanguages(docs []*read.Document, langs []language.Tag) ([]language.Tag, error) {
	if len(langs) > 0 && len(langs) != len(docs) {
		return nil, usagef("there are %d files, but --langs names %d languages; name one for each file, in their order",
			len(docs), len(langs))
	}
	if err := inTheirOrder(docs, langs); err != nil {
		return nil, err
	}
	if len(docs) > 1 {
		for _, d := range docs {
			if a, b, two := detect.Two(d.Body); two {
				return nil,
					fmt.Errorf("%s: it is in two languages, %s and %s; name it alone, or split it into a file for each",
						d.Path, say.Language(a), say.Language(b))
			}
		}
	}
	if len(langs) > 0 {
		return langs, nil
	}
	out := make([]language.Tag, len(docs))
	for i, d := range docs {
		var err error
		if out[i], err = documentLanguage(d); err != nil {
			return nil, err
		}
	}
	return out, nil
}

// documentLanguage returns the language of a document, as its name, its page and its text say.
func documentLanguage(d *read.Document) (language.Tag, error) {
	tag, doubt, err := reader.Language(finder, d)
	printDoubt(doubt)
	return tag, err
}

// printDoubt tells the user of a doubt about a language.
func printDoubt(doubt string) {
	if doubt != "" {
		fmt.Fprintf(os.Stderr, "bitext: %s; name the languages with --langs if that is wrong\n", doubt)
	}
}
