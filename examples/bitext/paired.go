package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"

	"golang.org/x/text/language"

	"github.com/bitext-go/bitext/align"
	"github.com/bitext-go/bitext/align/memory"
	"github.com/bitext-go/bitext/align/seed"
	"github.com/bitext-go/bitext/internal/fileerr"
	"github.com/bitext-go/bitext/read"
	"github.com/bitext-go/bitext/read/bilingual"
)

// paired returns the result for a file whose sentences are paired already. Nothing is aligned; the
// file is written in another form.
func (o *alignOptions) paired(ctx context.Context, path string, langs []language.Tag, log io.Writer) (*result, error) {
	if o.unit == "paragraph" || o.lines {
		return nil, usagef("%s holds sentences that are paired already; leave out --unit paragraph and --lines", path)
	}
	f, err := os.Open(path)
	if err != nil {
		return nil, fileerr.In(path, err)
	}
	defer f.Close()
	info, err := f.Stat()
	if err != nil {
		return nil, fileerr.In(path, err)
	}
	var in io.Reader = f
	if o.langs != "" && o.known.isTMX(path) {
		selected, err := o.selectedUnits(path, log)
		if err != nil {
			return nil, err
		}
		defer selected.Close()
		in = selected
	}
	file, err := bilingual.Read(ctx, path, in, hintsOf(path, langs)...)
	if err != nil {
		return nil, err
	}
	for i, damage := range file.Damage {
		if i == maxNamed {
			fmt.Fprintf(log, "%s: %d more units are left out\n", path, len(file.Damage)-i)
			break
		}
		fmt.Fprintf(log, "%s: %v\n", path, damage)
	}
	for _, n := range file.Notes {
		fmt.Fprintf(log, "%s: %v\n", path, n)
	}
	if file, err = selected(file, path, langs); err != nil {
		return nil, err
	}
	d := &read.Document{Name: filepath.Base(path), Path: path, Modified: info.ModTime(), Notes: file.Notes}
	return o.pairedResult(file, []*read.Document{d})
}

// hintsOf returns the languages of a file that does not name them: those of the command, or that in
// the file's name.
func hintsOf(path string, langs []language.Tag) []language.Tag {
	if len(langs) > 0 {
		return langs
	}
	if l, _, ok := seed.LanguageInName(filepath.ToSlash(path)); ok {
		return []language.Tag{l}
	}
	return nil
}

// pairedResult returns the result for a file that was made of documents.
func (o *alignOptions) pairedResult(file *bilingual.File, docs []*read.Document) (*result, error) {
	r := &result{docs: docs, texts: file.Texts, beads: file.Beads, paired: file,
		unit: o.unit, format: o.format, same: o.same}
	if len(docs) > 1 { // one file says itself what is a translation
		r.copies = memory.Copies(r.beads, r.texts...)
	}
	var err error
	r.date, err = creation(o.date, docs)
	return r, err
}

// selected returns the file with the languages that the user named, or all of it if langs is nil.
func selected(file *bilingual.File, path string, langs []language.Tag) (*bilingual.File, error) {
	if len(langs) == 0 {
		return file, nil
	}
	f, ok := file.Select(langs...)
	if !ok {
		return nil, fmt.Errorf("%s: it does not have all of %s; check --langs", path, englishList(langs))
	}
	return f, nil
}

// pairedDocuments returns the texts and beads of documents that pair themselves: one document with
// a bilingual table, or resource files with the same keys. It returns nil if the documents must be
// aligned. What is open within rows of tables is aligned with the aligner that makeAligner returns.
func (o *alignOptions) pairedDocuments(
	ctx context.Context, docs []*read.Document, langs []language.Tag,
	makeAligner func(*bilingual.File) (*align.Aligner, error),
) (*bilingual.File, error) {
	if len(docs) > 1 {
		keyed := 0
		for _, d := range docs {
			if bilingual.Keyed(d) {
				keyed++
			}
		}
		switch {
		case keyed == 0:
			return nil, inOneLanguageEach(docs)
		case keyed < len(docs):
			i := slices.IndexFunc(docs, func(d *read.Document) bool { return !bilingual.Keyed(d) })
			return nil, fmt.Errorf("%s: it has no keys, and the other files have; name files of the same format",
				docs[i].Path)
		}
		tags, err := documentLanguages(docs, langs)
		if err != nil {
			return nil, err
		}
		if i := slices.Index(tags, language.Und); i >= 0 {
			return nil, fmt.Errorf("%s: %w", docs[i].Path, errNoLanguage)
		}
		for i, tag := range tags {
			if k := slices.Index(tags[:i], tag); k >= 0 {
				return nil, inOneLanguage(docs[k].Path, docs[i].Path, tag)
			}
		}
		return bilingual.Join(docs, tags)
	}
	d := docs[0]
	file, err := bilingual.FromTables(d, bilingual.Columns{Langs: langs, Numbers: o.columns, Detect: finder.Language})
	switch {
	case err != nil:
		return nil, fmt.Errorf("%s: %w", d.Path, err)
	case file == nil && isTable(d):
		return nil, fmt.Errorf("%s: no two of its columns are text in different languages; name them with "+
			"--langs and --columns, as in --langs en,fr --columns 2,3", d.Path)
	case file == nil && bilingual.Keyed(d):
		return nil, fmt.Errorf("%s: it holds one language; give its translation as a second file", d.Path)
	case file == nil && len(o.columns) > 0:
		return nil, fmt.Errorf("%s: --columns names columns, but there is no table in it; leave out --columns", d.Path)
	case file == nil:
		return nil, nil
	}
	if file, err = selected(file, d.Path, langs); err != nil {
		return nil, err
	}
	aligner, err := makeAligner(file)
	if err != nil {
		return nil, err
	}
	return file, file.Complete(ctx, aligner)
}

// isTable reports whether a document is nothing but a table.
func isTable(d *read.Document) bool {
	return d.Format == read.CSV || d.Format == read.TSV || d.Format == read.XLSX || d.Format == read.ODS
}

// inOneLanguageEach returns an error if a document that is given with others has its translation
// beside it in a table.
func inOneLanguageEach(docs []*read.Document) error {
	for _, d := range docs {
		file, err := bilingual.FromTables(d, bilingual.Columns{Detect: finder.Language})
		if err == nil && file != nil && mostlyPaired(file, d) {
			return fmt.Errorf("%s: a table in it has columns in %s; "+
				"name the file alone, or save each language as a file",
				d.Path, englishList(languagesOf(file)))
		}
	}
	return nil
}

// mostlyPaired reports whether more than half of the text of a document is in a bilingual table.
func mostlyPaired(f *bilingual.File, d *read.Document) bool {
	paired := 0
	for i, t := range f.Texts {
		for _, b := range f.Beads {
			paired += len(t.Wording(b.Ranges[i]))
		}
	}
	return 2*paired > len(d.Body)
}

// languagesOf returns the languages of a file.
func languagesOf(f *bilingual.File) (langs []language.Tag) {
	for _, t := range f.Texts {
		langs = append(langs, t.Lang)
	}
	return langs
}

var errNoLanguage = errors.New("its language cannot be found; name the languages of all files with --langs")
