package main

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"context"
	"errors"
	"fmt"
	"io"
	"iter"
	"os"
	"path/filepath"
	"strings"

	"golang.org/x/text/language"

	"github.com/bitext-go/bitext/align/check"
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

// A filterUnit is a unit of a memory, or a line of a table or of two files.
type filterUnit struct {
	number int // from 1
	unit   tmx.Unit
	lines  []string // of the files, without line ends; nil for a memory
	sides  []check.Side
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
	line, err := bufio.NewReaderSize(f, maxLine).ReadString('\n')
	if err != nil && err != io.EOF {
		return fileerr.In(in.names[0], err)
	}
	cells := strings.Split(strings.TrimRight(line, "\r\n"), "\t")
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

// maxLine bounds the lines of tables and files, in bytes.
const maxLine = 16 << 20

// openPlain opens a file that may be compressed.
func openPlain(path string) (io.ReadCloser, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	in := bufio.NewReader(f)
	if head, _ := in.Peek(2); !bytes.Equal(head, []byte{0x1F, 0x8B}) {
		return struct {
			io.Reader
			io.Closer
		}{in, f}, nil
	}
	z, err := gzip.NewReader(in)
	if err != nil {
		f.Close()
		return nil, fmt.Errorf("damaged gzip data (%w); download or copy the file again", err)
	}
	return struct {
		io.Reader
		io.Closer
	}{z, f}, nil
}

// units returns the units in order. An error is the last item.
func (in *filterInput) units(ctx context.Context) iter.Seq2[filterUnit, error] {
	if in.format == "tmx" {
		return in.memoryUnits(ctx)
	}
	return func(yield func(filterUnit, error) bool) {
		var files []*bufio.Scanner
		for i, path := range in.paths {
			f, err := openPlain(path)
			if err != nil {
				yield(filterUnit{}, fileerr.In(in.names[i], err))
				return
			}
			defer f.Close()
			s := bufio.NewScanner(f)
			s.Buffer(make([]byte, 64<<10), maxLine)
			files = append(files, s)
		}
		for n := 1; ; n++ {
			u := filterUnit{number: n}
			for i, s := range files {
				if s.Scan() {
					u.lines = append(u.lines, s.Text())
				} else if err := s.Err(); err != nil {
					yield(u, fmt.Errorf("%s:%d: %w", in.names[i], n, err))
					return
				}
			}
			switch {
			case len(u.lines) == 0:
				return
			case len(u.lines) < len(files):
				yield(u, fmt.Errorf("%s and %s: one has %d lines, and the other more; each needs the same number",
					in.names[0], in.names[1], n-1))
				return
			}
			texts := u.lines
			if in.format == "tsv" {
				if texts = strings.Split(strings.TrimRight(u.lines[0], "\r"), "\t"); len(texts) < 2 {
					yield(u, fmt.Errorf("%s:%d: the line has one column, and two are needed", in.names[0], n))
					return
				}
			}
			for i, l := range in.langs {
				text := strings.TrimPrefix(strings.TrimRight(texts[i], "\r"), "\uFEFF")
				u.sides = append(u.sides, check.Side{Lang: l, Text: text})
			}
			if ctx.Err() != nil {
				yield(u, ctx.Err())
				return
			}
			if !yield(u, nil) {
				return
			}
		}
	}
}

// memoryUnits returns the units of a memory.
func (in *filterInput) memoryUnits(ctx context.Context) iter.Seq2[filterUnit, error] {
	return func(yield func(filterUnit, error) bool) {
		h, units, err := in.source.Units()
		if err != nil {
			yield(filterUnit{}, err)
			return
		}
		n := 0
		for u, err := range units {
			if err == nil {
				err = ctx.Err()
			}
			n++
			if !yield(filterUnit{number: n, unit: u, sides: sidesOf(u, h.Source, in.langs)}, err) || err != nil {
				return
			}
		}
	}
}
