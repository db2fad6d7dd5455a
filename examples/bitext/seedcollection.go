package main

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/bitext-go/bitext/align/seed"
	"github.com/bitext-go/bitext/align/tmx"
	"github.com/bitext-go/bitext/internal/fileerr"
	"github.com/bitext-go/bitext/read"
)

// collection returns the documents in a folder, or those named in a manifest.
func (o *seedOptions) collection(from string) (seed.Collection, error) {
	info, err := os.Stat(from)
	if err != nil {
		return seed.Collection{}, fileerr.In(from, err)
	}
	if !info.IsDir() {
		if err := noOverwrite(o.written(), uses("a manifest", from)); err != nil {
			return seed.Collection{}, err
		}
		return seed.ReadManifest(from)
	}
	var paired []seed.File
	own := o.own()
	c, err := seed.Find(from, func(path string) bool {
		if own(path) {
			return true
		}
		if !isPaired(path) {
			return false
		}
		if isOwnMemory(path) {
			return true // it was made of documents such as these
		}
		name, err := filepath.Rel(from, path)
		paired = append(paired, seed.File{Path: path, Name: filepath.ToSlash(name)})
		return err == nil
	})
	c.Loose = append(c.Loose, paired...)
	if err == nil && len(c.Groups)+len(c.Loose) == 0 {
		err = fmt.Errorf("%s: the folder has no documents; check its name", from)
	}
	return c, err
}

// isOwnMemory reports whether a file is a memory that this program has written.
func isOwnMemory(path string) bool {
	h, err := tmx.NewReader(bytes.NewReader(beginning(path))).Header()
	return err == nil && h.Tool == "bitext"
}

// own returns a function that reports whether a file is not a document but a lexicon, finished
// work, or output of this program.
func (o *seedOptions) own() func(string) bool {
	var written, lexicons []identity
	for _, path := range []string{o.out, o.leftOut} {
		if path != "" {
			written = append(written, identify(path))
		}
	}
	for _, path := range o.lexicon {
		lexicons = append(lexicons, identify(path))
	}
	return func(path string) bool {
		if strings.HasSuffix(path, ".seeding") || strings.HasSuffix(path, ".lex") {
			return true
		}
		file := identify(path)
		return slices.ContainsFunc(lexicons, file.same) || slices.ContainsFunc(written, file.same) && isOutput(path)
	}
}

// isOutput reports whether a file looks like one that an earlier run has written, so that it may be
// replaced: a memory, compressed or not, a table of what was left out, or an empty file.
func isOutput(path string) bool {
	head := beginning(path)
	return head != nil && len(head) == 0 || read.Detect("", head) == read.TMX ||
		bytes.HasPrefix(head, []byte(seed.LeftOutHead))
}
