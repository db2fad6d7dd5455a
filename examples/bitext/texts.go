package main

import (
	"fmt"
	"slices"
	"sync"

	"golang.org/x/text/language"

	"github.com/bitext-go/bitext/internal/panics"
	"github.com/bitext-go/bitext/internal/say"
	"github.com/bitext-go/bitext/read"
	"github.com/bitext-go/bitext/segment"
)

// texts returns a text for each language of the documents: of one document in several languages, or
// of several documents in one language each. langs are the languages in that order, or nil to
// detect them.
func texts(docs []*read.Document, langs []language.Tag) ([]*segment.Text, error) {
	if len(docs) == 1 {
		return split(docs[0], langs)
	}
	return each(docs, langs, (*read.Document).Text)
}

// cut returns texts of documents that have one sentence a line.
func cut(docs []*read.Document, langs []language.Tag) ([]*segment.Text, error) {
	return each(docs, langs, func(d *read.Document, tag language.Tag) *segment.Text {
		t := segment.FromSentences(lines(d.Body), tag)
		t.Name = d.Name
		return t
	})
}

// each returns a text for each document.
func each(docs []*read.Document, langs []language.Tag, make func(d *read.Document,
	tag language.Tag) *segment.Text) ([]*segment.Text, error) {
	out := slices.Repeat([]*segment.Text{nil}, len(docs))
	known := len(langs) == len(docs) && !slices.Contains(langs, language.Und)
	tags := langs
	var err error
	if !known {
		if tags, err = documentLanguages(docs, langs); err != nil {
			return nil, err
		}
	}
	inParallel(len(docs)+1, func(i int) {
		switch {
		case i < len(docs):
			out[i] = make(docs[i], tags[i])
		case known: // the languages are only checked
			_, err = documentLanguages(docs, langs)
		}
	})
	if err != nil {
		return nil, err
	}
	for _, d := range docs {
		d.Body = "" // the text has its own
	}
	return out, nil
}

// inParallel calls f with the numbers below n, each in a goroutine, and waits for all of them.
func inParallel(n int, f func(i int)) {
	var wait sync.WaitGroup
	var relay panics.Relay
	for i := range n {
		wait.Add(1)
		go func() {
			defer wait.Done()
			defer relay.Catch()
			f(i)
		}()
	}
	wait.Wait()
	relay.Raise()
}

// split returns a text for each language of a document in several languages.
func split(d *read.Document, langs []language.Tag) ([]*segment.Text, error) {
	if len(langs) == 1 {
		return nil,
			usagef("--langs names one language, %s; name the two or more that %s holds, "+
				"or give its translation as a second file",
				say.Language(langs[0]), d.Path)
	}
	detector, err := finder.Detector(d.Body, langs)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", d.Path, err)
	}
	found := d.Split(detector)
	if len(langs) > 0 {
		return inOrder(d, found, langs)
	}
	switch {
	case len(found) == 0 || found[0].Lang == language.Und:
		return nil, fmt.Errorf("%s: there is no text in it, only numbers or signs", d.Path)
	case len(found) == 1:
		return nil,
			fmt.Errorf("%s: all of it is in one language, %s; give its translation as a second file, "+
				"or name the languages that it holds with --langs",
				d.Path, say.Language(found[0].Lang))
	}
	return found, nil
}

// inOrder returns the texts in the languages that the user named, in that order. Text in another
// language is an error, since it would be lost.
func inOrder(d *read.Document, found []*segment.Text, langs []language.Tag) ([]*segment.Text, error) {
	out := make([]*segment.Text, len(langs))
	for _, t := range found {
		i := slices.Index(langs, t.Lang)
		if i < 0 {
			first, last := t.LinesOf(segment.Range{Lo: 0, Hi: len(t.Sentences)})
			return nil,
				fmt.Errorf("%s:%d: lines %d to %d hold text in another script than the languages of --langs; "+
					"name its language too, or take it out",
					d.Path, first, first, last)
		}
		out[i] = t
	}
	for i, t := range out {
		if t == nil {
			return nil,
				fmt.Errorf("%s: nothing in it is in %s; check --langs, or give the translation as a second file",
					d.Path, say.Language(langs[i]))
		}
	}
	return out, nil
}

// distinct returns an error if two texts of documents are in one language, or if one is in none
// that is known and all must be, as in a memory.
func distinct(docs []*read.Document, texts []*segment.Text, all bool) error {
	for i, t := range texts {
		if t.Lang == language.Und {
			if all {
				return fmt.Errorf("%s: %w", t.Name, errNoLanguage)
			}
			continue
		}
		for k, before := range texts[:i] {
			if before.Lang == t.Lang {
				return inOneLanguage(documentPath(docs, texts, k), documentPath(docs, texts, i), t.Lang)
			}
		}
	}
	return nil
}

// documentPath returns what names the document of a text to the user.
func documentPath(docs []*read.Document, texts []*segment.Text, i int) string {
	if len(docs) == len(texts) {
		return docs[i].Path
	}
	return texts[i].Name
}

// inOneLanguage returns the error for two files in one language.
func inOneLanguage(first, second string, tag language.Tag) error {
	return fmt.Errorf("%s and %s: both are in %s; check the files, or name their languages with --langs",
		first, second, say.Language(tag))
}
