package main

import (
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/language"

	"github.com/bitext-go/bitext/internal/langtag"
	"github.com/bitext-go/bitext/internal/say"
	"github.com/bitext-go/bitext/lang"
)

// parseLangs reads the value of --langs.
func parseLangs(value string) ([]language.Tag, error) {
	if value == "" {
		return nil, nil
	}
	var tags []language.Tag
	for _, s := range strings.Split(value, ",") {
		tag, err := parseLang(s)
		if err != nil {
			return nil, err
		}
		if slices.Contains(tags, tag) {
			return nil, usagef("--langs: %s is named twice; a memory has each language once", say.Language(tag))
		}
		tags = append(tags, tag)
	}
	return tags, nil
}

func parseLang(s string) (language.Tag, error) {
	tag, err := langtag.Parse(s)
	if err != nil || tag == language.Und {
		return tag, usagef("%q is no language; give its tag, such as ar, en, fr, zh, pt-BR or zh-Hant", s)
	}
	return tag, nil
}

// detector returns a detector for the languages of a document: langs, or those found in it if langs
// is nil. It loads language models only if letters do not tell the languages apart.
func detector(body string, langs []language.Tag) (lang.Detector, error) {
	if len(langs) == 0 {
		langs = languagesIn(body)
	}
	if lang.Distinguishable(langs...) {
		return lang.ByLetters(langs...), nil
	}
	d, err := modelDetector(langs...)
	if err != nil {
		return nil, fmt.Errorf("the languages cannot be told apart: %w", err)
	}
	return d, nil
}

// minShare is the share of a document's letters from which text in a language is a text, and not a
// quotation. It was set by hand.
const minShare = 0.1

// languagesIn returns the languages of a document that have minShare of its letters, the language
// with the most letters first. It is empty for a document without letters.
func languagesIn(body string) []language.Tag {
	letters := map[language.Tag]int{}
	var found []language.Tag // in the order in which they appear
	total := 0
	for _, s := range samples(body) {
		tag := languageOf(s)
		if tag == language.Und {
			continue
		}
		if letters[tag] == 0 {
			found = append(found, tag)
		}
		n := utf8.RuneCountInString(s)
		letters[tag] += n
		total += n
	}
	found = slices.DeleteFunc(found,
		func(t language.Tag) bool { return float64(letters[t]) < minShare*float64(total) })
	slices.SortStableFunc(found, func(a, b language.Tag) int { return letters[b] - letters[a] })
	return found
}

// languageOf returns the language of a text, or language.Und for a text without letters. Models are
// used only if letters and function words do not tell.
func languageOf(s string) language.Tag {
	tag, sure := byLetters.Detect(s)
	if tag == language.Und {
		return tag
	}
	script, _ := tag.Script()
	undecided := strings.HasPrefix(tag.String(), "und")
	if !undecided && script != latin && script != devanagari {
		return tag
	}
	if script == latin && toldByWords(tag, sure, s) {
		return tag
	}
	s = excerpt(s)
	if script == latin {
		if isEnglish(s) {
			return language.English
		}
		s = enough(s)
	}
	if found, _ := models().Detect(s); !strings.HasPrefix(found.String(), "und") {
		return found
	}
	base, _ := tag.Base() // of the language that is most written in the script
	return language.Make(base.String())
}

// toldByWords reports whether the answer of lang.ByLetters for a text in Latin script is accepted:
// the text is long enough, and its function words leave no doubt.
func toldByWords(tag language.Tag, sure float64, text string) bool {
	return sure >= beyondDoubt && len(text) >= longEnough && wordsTell[tag.String()]
}

// beyondDoubt is the confidence from which function words decide; see TestToldByWords.
const beyondDoubt = .9999

// wordsTell are the languages whose function words decide. Languages that share theirs with a close
// relative are not among them.
var wordsTell = map[string]bool{
	"en": true, "fr": true, "de": true, "es": true, "it": true, "pt": true, "nl": true,
	"pl": true, "cs": true, "hu": true, "ro": true, "sv": true, "fi": true, "vi": true,
}

// Scripts of many languages that their letters do not tell apart.
var latin, devanagari = language.MustParseScript("Latn"), language.MustParseScript("Deva")
