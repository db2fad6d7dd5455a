package main

import (
	"fmt"
	"io"
	"os"
	"strings"

	"golang.org/x/text/language"

	"github.com/bitext-go/bitext/align/check"
	"github.com/bitext-go/bitext/align/lexicon/glossary"
	"github.com/bitext-go/bitext/internal/fileerr"
)

// readGlossaries reads the glossaries for the first language and each of the others.
func (r *findings) readGlossaries(langs []language.Tag) (err error) {
	r.ready = true
	if r.checker.Terms, err = termsOf(r.glossaries, langs, r.log); err != nil {
		return err
	}
	r.checker.Forbidden, err = forbiddenTerms(r.forbidden, langs)
	return err
}

// termsOf reads the terms of glossaries for the first language and each of the others.
func termsOf(glossaries []string, langs []language.Tag, log io.Writer) (out []check.Term, err error) {
	for _, path := range glossaries {
		entries := 0
		for _, tgt := range langs[min(1, len(langs)):] {
			f, err := openGlossary(path, langs[0], tgt)
			if err != nil {
				return nil, err
			}
			leftOut := leftOutLog{w: log, path: path}
			for _, bad := range f.Skipped {
				leftOut.add(bad.Line, bad.Cause)
			}
			for _, e := range f.Entries {
				out = append(out, termOf(e, langs[0], tgt))
			}
			entries += len(f.Entries)
		}
		if entries == 0 {
			return nil,
				fmt.Errorf("%s: there is no term in %s in it; check the file, or name the languages with --langs",
					path, englishList(langs))
		}
	}
	return out, nil
}

// termOf returns an entry of a glossary as a term of package check.
func termOf(e glossary.Entry, src, tgt language.Tag) check.Term {
	return check.Term{Source: check.Side{Lang: src, Text: e.Source}, Target: check.Side{Lang: tgt, Text: e.Target}}
}

// forbiddenTerms reads files with a term a line, which must not be used in any of the languages but
// the first; a tag and a tab before the term limit it to that language.
func forbiddenTerms(paths []string, langs []language.Tag) (out []check.Side, err error) {
	for _, path := range paths {
		body, err := os.ReadFile(path)
		if err != nil {
			return nil, fileerr.In(path, err)
		}
		n := 0
		for line := range strings.Lines(string(body)) {
			n++
			line = strings.TrimSpace(strings.TrimPrefix(line, "\ufeff"))
			if line == "" || strings.HasPrefix(line, "#") {
				continue
			}
			tag, term, named := strings.Cut(line, "\t")
			if !named {
				for _, l := range langs[min(1, len(langs)):] {
					out = append(out, check.Side{Lang: l, Text: line})
				}
				continue
			}
			lang, err := language.Parse(strings.TrimSpace(tag))
			if err != nil {
				return nil,
					fmt.Errorf("%s:%d: %q is not a language tag; write a term, or a tag such as fr, a tab and a term",
						path, n, tag)
			}
			out = append(out, check.Side{Lang: lang, Text: strings.TrimSpace(term)})
		}
	}
	return out, nil
}
