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
	"strings"

	"github.com/bitext-go/bitext/align/check"
	"github.com/bitext-go/bitext/align/tmx"
	"github.com/bitext-go/bitext/internal/fileerr"
)

// A filterUnit is a unit of a memory, or a line of a table or of two files.
type filterUnit struct {
	number int // from 1
	unit   tmx.Unit
	lines  []string // of the files, without line ends; nil for a memory
	sides  []check.Side
}

// maxLine bounds the lines of tables and files, in bytes.
const maxLine = 16 << 20

// lineError returns the error of reading a line, with what to do if the line exceeds maxLine.
func lineError(err error) error {
	if errors.Is(err, bufio.ErrTooLong) || errors.Is(err, bufio.ErrBufferFull) {
		return fmt.Errorf("the line is longer than %d MiB; check that it is a file of text, or split the line",
			maxLine>>20)
	}
	return err
}

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
					yield(u, fmt.Errorf("%s:%d: %w", in.names[i], n, lineError(err)))
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
