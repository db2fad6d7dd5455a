package main

import (
	"fmt"
	"os"

	"golang.org/x/text/language"

	"github.com/bitext-go/bitext/align/seed/reader"
	"github.com/bitext-go/bitext/internal/say"
	"github.com/bitext-go/bitext/lang"
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
	heard := make([]hearing, len(docs))
	inParallel(len(docs), func(i int) { heard[i] = hear(docs[i], len(langs) > 0, len(docs) > 1) })
	if err := inTheirOrder(docs, langs, heard); err != nil {
		return nil, err
	}
	out := langs
	if len(langs) == 0 {
		var err error
		if out, err = foundLanguages(docs, heard); err != nil {
			return nil, err
		}
	}
	return out, inTwo(docs, out, heard)
}

// foundLanguages returns the languages that the names and texts of documents give, and language.Und
// for those in two languages.
func foundLanguages(docs []*read.Document, heard []hearing) ([]language.Tag, error) {
	langs := make([]found, len(docs))
	for i, d := range docs {
		if !heard[i].two {
			langs[i].lang, langs[i].doubt, langs[i].err = reader.Language(finder, d)
		}
	}
	if err := correctLanguages(docs, langs); err != nil {
		return nil, err
	}
	out := make([]language.Tag, len(docs))
	for i, l := range langs {
		if tag, ok := restInNamed(docs[i], l); ok {
			fmt.Fprintf(os.Stderr, "bitext: %s: part of it is still in %s; it is taken for a translation into %s\n",
				docs[i].Path, say.Language(l.lang), say.Language(tag))
			l = found{lang: tag}
		}
		if l.err != nil {
			return nil, l.err
		}
		printDoubt(l.doubt)
		out[i] = l.lang
	}
	return out, nil
}

// A hearing is what letters and function words say of the language of a document.
type hearing struct {
	script string // the script of most of it; "" if that was not asked for
	told   language.Tag
	sure   float64 // of told

	two           bool // it is in two languages
	first, second language.Tag
}

// hear returns what letters and function words say: in which language the document is, if that is
// asked for, and whether it is in two.
func hear(d *read.Document, which, two bool) (h hearing) {
	if which {
		h.script, _ = lang.Script(d.Body)
		h.told, h.sure = byLetters.Detect(detect.Excerpt(d.Body))
	}
	if two {
		h.first, h.second, h.two = detect.Two(d.Body)
	}
	return h
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
