package main

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"golang.org/x/text/language"

	"github.com/bitext-go/bitext/align/tmx"
	"github.com/bitext-go/bitext/examples/bitext/internal/memories"
	"github.com/bitext-go/bitext/internal/fileerr"
	"github.com/bitext-go/bitext/read/bilingual"
)

// A filterInput is what bitext filter reads, twice.
type filterInput struct {
	format string // "tmx", "tsv" or "moses"
	paths  []string
	names  []string // of the paths, in messages
	langs  []language.Tag
	heads  bool // the first line of a table names the columns
	source *memories.Source
	header tmx.Header
	temp   string // a copy of the standard input; "" for none
}

// open opens the files of bitext filter. The standard input is copied to a file first.
func (o *filterOptions) open(ctx context.Context, paths []string) (*filterInput, error) {
	in := &filterInput{paths: append([]string(nil), paths...), names: paths}
	for i, path := range paths {
		if path != "-" {
			continue
		}
		if in.temp != "" {
			return nil, usagef("the standard input is named twice; name a file")
		}
		f, err := os.CreateTemp("", "bitext-filter-*")
		if err != nil {
			return nil, fmt.Errorf("no room for a copy of the standard input: %w; set TMPDIR to another folder", err)
		}
		in.temp = f.Name()
		_, err = io.Copy(f, contextReader{ctx, os.Stdin})
		if err = errors.Join(err, f.Close()); err != nil {
			in.close()
			return nil, fmt.Errorf("standard input: %w", err)
		}
		in.paths[i] = in.temp
		in.names = append([]string(nil), paths...)
		in.names[i] = "standard input"
	}
	err := in.detect(o)
	if err != nil {
		in.close()
		return nil, err
	}
	return in, nil
}

// contextReader is a reader that ends with a context.
type contextReader struct {
	ctx context.Context
	io.Reader
}

func (r contextReader) Read(p []byte) (int, error) {
	if err := r.ctx.Err(); err != nil {
		return 0, err
	}
	return r.Reader.Read(p)
}

// close removes the copy of the standard input.
func (in *filterInput) close() {
	if in.temp != "" {
		os.Remove(in.temp)
	}
}

// detect finds the format and the languages.
func (in *filterInput) detect(o *filterOptions) error {
	for i, path := range in.paths {
		if err := noOverwrite(append(uses("-o", o.out), uses("--left-out", o.rejects)...), uses("the input",
			path)); err != nil {
			return err
		}
		if _, err := os.Stat(path); err != nil {
			return fileerr.In(in.names[i], err)
		}
	}
	ranges, err := parseRanges(o.langs)
	if err != nil {
		return err
	}
	for _, r := range ranges {
		in.langs = append(in.langs, r.Wanted)
	}
	switch {
	case len(in.paths) == 2:
		in.format = "moses"
		if len(in.langs) == 0 {
			for _, name := range in.names {
				tag, ok := bilingual.LanguageNamed(strings.TrimPrefix(filepath.Ext(strings.TrimSuffix(name, ".gz")),
					"."))
				if !ok {
					return usagef("the name of %s does not say its language; add --langs, as in --langs en,fr", name)
				}
				in.langs = append(in.langs, tag)
			}
		}
	case isTMX(in.paths[0]):
		in.format = "tmx"
		in.source = memorySource(in.paths[0])
		in.source.Name = in.names[0]
		h, units, err := in.source.Units()
		if err != nil {
			return err
		}
		for range units {
			break // to close the file
		}
		in.header = h
		return nil
	default:
		in.format = "tsv"
		if err := in.headings(); err != nil {
			return err
		}
	}
	if len(in.langs) != 2 {
		return usagef("%s: name its two languages, as in --langs en,fr", in.names[0])
	}
	if in.format == "moses" && o.out == "-" {
		return usagef("two files cannot be written to the standard output; name them with -o, " +
			"as in -o clean for clean.en and clean.fr")
	}
	return nil
}

// headings takes the languages of a table from its first line, if that names them.
func (in *filterInput) headings() error {
	f, err := openPlain(in.paths[0])
	if err != nil {
		return fileerr.In(in.names[0], err)
	}
	defer f.Close()
	line, err := bufio.NewReaderSize(f, maxLine).ReadSlice('\n')
	if err != nil && err != io.EOF {
		return fmt.Errorf("%s:1: %w", in.names[0], lineError(err))
	}
	cells := strings.Split(strings.TrimRight(string(line), "\r\n"), "\t")
	if len(cells) < 2 {
		return fmt.Errorf("%s: it is not a memory, and its first line has no tab; "+
			"filter takes memories, tables of text (TSV), and two files of lines", in.names[0])
	}
	var tags []language.Tag
	for _, c := range cells[:2] {
		if tag, err := language.Parse(strings.TrimPrefix(c, "\uFEFF")); err == nil && len(c) <= len("zh-Hant-TW")+3 {
			tags = append(tags, tag)
		}
	}
	if in.heads = len(tags) == 2; in.heads && len(in.langs) == 0 {
		in.langs = tags
	}
	return nil
}
