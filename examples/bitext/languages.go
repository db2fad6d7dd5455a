package main

import (
	"slices"
	"strings"
	"sync"

	"golang.org/x/text/language"

	"github.com/bitext-go/bitext/internal/langtag"
	"github.com/bitext-go/bitext/internal/say"
	"github.com/bitext-go/bitext/lang"
	"github.com/bitext-go/bitext/lang/detect"
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

// finder finds the languages of documents. It loads language models only if letters and function
// words do not tell.
var finder = &detect.Finder{
	Models:   func() lang.Detector { return models() },
	Modelled: hasModel,
	Among:    modelDetector,
	Enough:   enough,
}

// models detects all languages for which there are models. Each model is loaded when it is first
// needed.
var models = sync.OnceValue(func() lang.Detector {
	d, err := modelDetector()
	if err != nil {
		panic(err) // it fails only for unknown names of languages
	}
	return d
})

// byLetters detects languages by their letters and function words.
var byLetters = lang.ByLetters()
