package main

import (
	"context"
	"os"
	"slices"

	"golang.org/x/text/language"

	"github.com/bitext-go/bitext/align"
	"github.com/bitext-go/bitext/align/evidence"
	"github.com/bitext-go/bitext/align/seed"
	"github.com/bitext-go/bitext/align/seed/reader"
	"github.com/bitext-go/bitext/internal/fileerr"
	"github.com/bitext-go/bitext/read"
	"github.com/bitext-go/bitext/read/bilingual"
	"github.com/bitext-go/bitext/segment"
)

// pairedTexts returns the texts and beads of a file whose sentences are paired already; no texts
// for another file.
func pairedTexts(ctx context.Context, path string) ([]*segment.Text, []align.Bead, error) {
	if !isPaired(path) {
		return nil, nil, nil
	}
	f, err := os.Open(path)
	if err != nil {
		return nil, nil, fileerr.In(path, err)
	}
	defer f.Close()
	file, err := bilingual.Read(ctx, path, f, hintsOf(path, nil)...)
	if err != nil {
		return nil, nil, err
	}
	return file.Texts, file.Beads, nil
}

// pairedGroup returns the texts and beads of a group whose sentences are paired already: a file of
// pairs, a table in two languages, or resource files with the same keys. It returns no texts for
// another group.
func (o *seedOptions) pairedGroup(ctx context.Context, g seed.Group) ([]*segment.Text, []align.Bead, error) {
	if len(g) == 1 {
		if texts, beads, err := pairedTexts(ctx, g[0].Path); err != nil || len(texts) > 0 {
			return texts, beads, err
		}
	}
	for _, f := range g {
		format := read.Detect(f.Path, beginning(f.Path))
		if len(g) == 1 && !slices.Contains(tabular, format) || len(g) > 1 && !slices.Contains(keyed, format) {
			return nil, nil, nil
		}
	}
	var docs []*read.Document
	for _, f := range g {
		d, err := o.read(ctx, f.Path)
		if err != nil {
			return nil, nil, err
		}
		docs = append(docs, d)
	}
	if len(docs) == 1 {
		return pairedTable(ctx, docs[0])
	}
	var langs []language.Tag
	for i, d := range docs {
		texts, _, err := reader.Texts(finder, d, g[i].Lang)
		if err != nil {
			return nil, nil, err
		}
		if !bilingual.Keyed(d) || len(texts) != 1 || slices.Contains(langs, texts[0].Lang) {
			return nil, nil, nil
		}
		langs = append(langs, texts[0].Lang)
	}
	file, err := bilingual.Join(docs, langs)
	if err != nil {
		return nil, nil, err
	}
	return file.Texts, file.Beads, nil
}

// The formats that may hold a table in two languages, and those of resource files.
var (
	tabular = []read.Format{
		read.CSV, read.TSV, read.XLSX, read.ODS, read.DOCX, read.ODT, read.RTF, read.HTML, read.Markdown,
	}
	keyed = []read.Format{read.JSON, read.Properties, read.RESX, read.Android, read.Strings}
)

// pairedTable returns the texts and beads of a document that is mostly a table in two languages; no
// texts for another document.
func pairedTable(ctx context.Context, d *read.Document) ([]*segment.Text, []align.Bead, error) {
	file, err := bilingual.FromTables(d, bilingual.Columns{Detect: finder.Language})
	if err != nil || file == nil || !mostlyPaired(file, d) {
		return nil, nil, err
	}
	if err := file.Complete(ctx, &align.Aligner{Scorer: evidence.Standard()}); err != nil {
		return nil, nil, err
	}
	return file.Texts, file.Beads, nil
}
