package main

import (
	"context"
	"fmt"
	"io"
	"strings"
	"sync"

	"golang.org/x/text/language"

	"github.com/bitext-go/bitext/align/seed/reader"
	"github.com/bitext-go/bitext/lang"
	"github.com/bitext-go/bitext/lang/detect"
	"github.com/bitext-go/bitext/lang/ngram"
	"github.com/bitext-go/bitext/read"
	"github.com/bitext-go/bitext/segment"
)

// finder finds the languages of documents, as bitext seed does.
var finder = &detect.Finder{
	Models: sync.OnceValue(func() lang.Detector {
		d, err := ngram.New()
		if err != nil {
			panic(err) // it fails only for languages that it does not know
		}
		return d
	}),
	Modelled: ngram.Known,
	Among:    func(langs ...language.Tag) (lang.Detector, error) { return ngram.New(langs...) },
}

// readDocument reads a document. Tests replace it.
var readDocument = (*read.Reader).Read

// texts reads a document and returns a text of each language in it, with the document's name.
func (d *Document) texts(ctx context.Context) ([]*segment.Text, error) {
	r, name := read.Reader{}, d.URI
	var in io.Reader = strings.NewReader(d.Text)
	if d.URI != "" {
		file, err := open(ctx, d.URI)
		if err != nil {
			return nil, err
		}
		defer file.Close()
		in = file
	} else {
		r.Format, name = read.Text, d.label()
	}
	doc, err := readDocument(&r, ctx, name, in)
	if err != nil {
		return nil, err
	}
	tag := language.Und
	if d.Lang != "" {
		if tag, err = language.Parse(d.Lang); err != nil {
			return nil, fmt.Errorf("%s: %w", name, notLanguage(d.Lang))
		}
	}
	all, _, err := reader.Texts(finder, doc, tag)
	for _, t := range all {
		t.Name = d.label()
	}
	return all, err
}

// notLanguage returns the error for a tag that is not one of a language.
func notLanguage(tag string) error {
	return fmt.Errorf("%q is not a language; give its tag, such as ar, en, fr, zh, pt-BR or zh-Hant", tag)
}

// label returns the name of a document in the memory.
func (d *Document) label() string {
	if d.Name == "" {
		return d.ID
	}
	return d.Name
}

// guard calls do, and returns a panic in it as an error: one document must not end the work on the
// others.
func guard(do func() error) (err error) {
	defer func() {
		if p := recover(); p != nil {
			err = fmt.Errorf("the program failed on it: %v; please report this, with the document if you can", p)
		}
	}()
	return do()
}
