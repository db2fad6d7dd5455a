package main

import (
	"fmt"
	"slices"
	"strings"

	"golang.org/x/text/language"
	"golang.org/x/text/language/display"

	"github.com/bitext-go/bitext/lang"
	"github.com/bitext-go/bitext/segment"
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
			return nil, usagef("--langs: %s is named twice; a memory has each language once", english(tag))
		}
		tags = append(tags, tag)
	}
	return tags, nil
}

func parseLang(s string) (language.Tag, error) {
	tag, err := language.Parse(strings.TrimSpace(s))
	if err != nil || tag == language.Und {
		return tag, usagef("%q is no language; give its tag, such as ar, en, fr, zh, pt-BR or zh-Hant", s)
	}
	return tag, nil
}

// texts makes a text of each language out of the documents: of one that holds several, or of several that hold one each.
// langs is the languages in that order, or nil to find them.
func texts(docs []document, langs []language.Tag) ([]*segment.Text, error) {
	if len(docs) == 1 {
		return split(docs[0], langs)
	}
	found, err := languagesOf(docs, langs)
	if err != nil {
		return nil, err
	}
	var out []*segment.Text
	for i, d := range docs {
		t := segment.New(d.body, found[i])
		t.Name = d.name()
		out = append(out, t)
	}
	return out, nil
}

// split makes a text of each language of a document that holds several.
func split(d document, langs []language.Tag) ([]*segment.Text, error) {
	if len(langs) == 1 {
		return nil, usagef("--langs names one language, %s; name the two or more that %s holds, or give its translation as a second file",
			english(langs[0]), d.path)
	}
	found := lang.Split(d.body, lang.ByScript(langs...))
	found = slices.DeleteFunc(found, func(t *segment.Text) bool { return t.Lang == language.Und })
	if len(langs) > 0 {
		for _, l := range langs {
			if !slices.ContainsFunc(found, func(t *segment.Text) bool { return t.Lang == l }) {
				return nil, fmt.Errorf("%s: nothing in it is in %s; check --langs, or give the translation as a second file", d.path, english(l))
			}
		}
		slices.SortStableFunc(found, func(a, b *segment.Text) int { return slices.Index(langs, a.Lang) - slices.Index(langs, b.Lang) })
	}
	switch len(found) {
	case 0:
		return nil, fmt.Errorf("%s: there is no text in it, only numbers or signs", d.path)
	case 1:
		return nil, fmt.Errorf("%s: all of it is in one language, %s; give its translation as a second file, or name the languages that it holds with --langs",
			d.path, english(found[0].Lang))
	}
	for _, t := range found {
		t.Name = d.name()
	}
	return found, nil
}

// languagesOf is the language of each document.
func languagesOf(docs []document, langs []language.Tag) ([]language.Tag, error) {
	if len(langs) > 0 {
		if len(langs) != len(docs) {
			return nil, usagef("there are %d files, but --langs names %d languages; name one a file, in their order", len(docs), len(langs))
		}
		return langs, nil
	}
	d := lang.ByScript()
	var found []language.Tag
	for i, doc := range docs {
		tag, _ := d.Detect(doc.body)
		if k := slices.Index(found, tag); k >= 0 && tag != language.Und {
			return nil, fmt.Errorf("%s and %s: both are in the same script, so it does not tell their languages; name them with --langs",
				docs[k].path, docs[i].path)
		}
		found = append(found, tag)
	}
	return found, nil
}

// english is the name of a language in English, with its tag.
func english(tag language.Tag) string {
	name := display.English.Tags().Name(tag)
	if name == "" || tag == language.Und {
		return "an unknown language"
	}
	return name
}
