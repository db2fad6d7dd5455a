package main

import (
	"fmt"
	"os"
	"slices"
	"unicode/utf8"

	"golang.org/x/text/language"

	"github.com/bitext-go/bitext/align/seed"
	"github.com/bitext-go/bitext/internal/langtag"
	"github.com/bitext-go/bitext/internal/say"
	"github.com/bitext-go/bitext/lang"
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
	if err := inTheirScripts(docs, langs); err != nil {
		return nil, err
	}
	if len(docs) > 1 {
		for _, d := range docs {
			if a, b, two := twoLanguages(d.Body); two {
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

// documentLanguage returns the language of a document. What its name or its page declares is taken
// if the text does not contradict it: a text is taken for another language of the same script only
// if there is a model for the declared one, and enough text.
func documentLanguage(d *read.Document) (language.Tag, error) {
	found := languageOf(d.Body)
	named, sure, ok := seed.LanguageInName(d.Path)
	byName := ok
	if !ok && len(d.Langs) == 1 {
		named, sure, ok = d.Langs[0], true, true
	}
	script, _ := lang.Script(d.Body)
	switch {
	case !ok || script == "":
		return found, nil
	case !writtenIn(named, script):
		if !byName || !sure {
			return found, nil
		}
		return found,
			fmt.Errorf("%s: its name says %s, but its letters are those of %s; "+
				"rename it, or name its language with --langs",
				d.Path, say.Language(named), say.Language(found))
	case langtag.Script(named) != script:
		code, err := language.ParseScript(script)
		if err != nil {
			return found, nil
		}
		base, _ := named.Base()
		named, _ = language.Compose(base, code)
	case langtag.SameBase(named, found):
		if named == found || named.String() == langtag.Base(named).String() {
			return found, nil
		}
		return named, nil
	}
	if langtag.SameBase(named, found) || !modelled(named) && !lang.Known(named) || sure && len(d.Body) < longEnough {
		return named, nil
	}
	if byName && sure {
		fmt.Fprintf(os.Stderr,
			"bitext: %s: its name says %s, but it reads as %s; name the languages with --langs if that is wrong\n",
			d.Path, say.Language(named), say.Language(found))
	}
	return found, nil
}

// modelled reports whether there is a model for a language in its usual script.
func modelled(tag language.Tag) bool {
	base, _ := tag.Base()
	return hasModel(tag) && langtag.Script(tag) == langtag.Script(language.Make(base.String()))
}

// severalScripts are languages that are written in more scripts than the one that their tags imply.
var severalScripts = map[string][]string{
	"sr": {"Latn"}, "uz": {"Cyrl"}, "kk": {"Latn", "Arab"}, "az": {"Cyrl", "Arab"}, "ku": {"Arab", "Cyrl"}, "pa": {"Arab"},
	"ms": {"Arab"}, "mn": {"Mong"}, "ky": {"Arab", "Latn"}, "tk": {"Cyrl", "Arab"}, "tg": {"Arab", "Latn"}, "bs": {"Cyrl"},
	"sd": {"Deva"}, "ks": {"Deva"}, "ug": {"Cyrl", "Latn"}, "ha": {"Arab"}, "tt": {"Latn"}, "ckb": {"Latn"}, "yi": {"Latn"},
	"sh": {"Cyrl"}, "cnr": {"Cyrl"}, "shn": {"Latn"}, "zgh": {"Latn"}, "mni": {"Mtei"}, "sat": {"Deva", "Beng", "Latn"},
}

// writtenIn reports whether a language is written in a script.
func writtenIn(tag language.Tag, script string) bool {
	own := langtag.Script(tag)
	if own == script || own == "Jpan" && script == "Hani" || own == "Kore" && script == "Hani" {
		return true
	}
	return slices.Contains(severalScripts[langtag.Base(tag).String()], script) &&
		tag.String() == langtag.Base(tag).String()
}

// halfShare is the share of a document's letters from which on a second language is no quotation.
// It was set by hand.
const halfShare = .25

// twoLanguages reports whether two languages have halfShare of a document's letters each, as far as
// scripts and function words tell.
func twoLanguages(body string) (a, b language.Tag, two bool) {
	letters := map[language.Tag]int{}
	var order []language.Tag
	total := 0
	for _, s := range samples(body) {
		n := utf8.RuneCountInString(s)
		total += n
		tag, sure := byLetters.Detect(s)
		script := langtag.Script(tag)
		if tag == language.Und || script == "Latn" && !toldByWords(tag, sure, s) {
			continue
		}
		if script != "Latn" {
			tag = language.Make("und-" + script) // relatives are not told apart for sure
		}
		if letters[tag] == 0 {
			order = append(order, tag)
		}
		letters[tag] += n
	}
	for i, first := range order {
		for _, second := range order[i+1:] {
			if float64(min(letters[first], letters[second])) >= halfShare*float64(total) {
				return likely(first), likely(second), true
			}
		}
	}
	return language.Und, language.Und, false
}

// likely returns the language that is most written in the script of an undecided tag.
func likely(tag language.Tag) language.Tag {
	base, _ := tag.Base()
	return language.Make(base.String())
}
