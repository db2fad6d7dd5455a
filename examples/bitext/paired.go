package main

import (
	"fmt"
	"io"
	"os"
	"path/filepath"

	"golang.org/x/text/language"

	"github.com/bitext-go/bitext/internal/fileerr"
	"github.com/bitext-go/bitext/read"
	"github.com/bitext-go/bitext/read/bilingual"
)

// isPaired reports whether the sentences of a file are paired already: a memory or XLIFF.
func isPaired(path string) bool {
	if path == "-" {
		return false
	}
	f, err := os.Open(path)
	if err != nil {
		return false
	}
	defer f.Close()
	head := make([]byte, 4096)
	n, _ := io.ReadFull(f, head)
	return bilingual.Detect(head[:n])
}

// paired returns the result for a file whose sentences are paired already. Nothing is aligned; the
// file is written in another form.
func (o *alignOptions) paired(path string, langs []language.Tag, log io.Writer) (*result, error) {
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
	file, err := bilingual.Read(path, f)
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
	if len(langs) > 0 {
		selected, ok := file.Select(langs...)
		if !ok {
			return nil, fmt.Errorf("%s: it does not have all of %s; check --langs", path, englishList(langs))
		}
		file = selected
	}
	d := &read.Document{Name: filepath.Base(path), Path: path, Modified: info.ModTime()}
	r := &result{docs: []*read.Document{d}, texts: file.Texts, beads: file.Beads, unit: o.unit, format: o.format}
	r.date, err = creation(o.date, r.docs)
	return r, err
}
