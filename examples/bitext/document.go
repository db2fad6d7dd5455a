package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"slices"
	"strings"

	"github.com/spf13/cobra"
	"golang.org/x/text/language"

	"github.com/bitext-go/bitext/read"
	"github.com/bitext-go/bitext/read/charset"
)

// reading is how documents are read.
type reading struct {
	encoding string
	maxSize  int            // MiB; 0 means the default of package read
	metadata bool           // titles, descriptions and texts of pictures are read
	langs    []language.Tag // the languages that the documents may be in; nil if unknown
	srx      *sentenceRules // the user's own rules for sentences; nil if there are none
}

// largestSize is the most MiB that fit into 63 bits of bytes.
const largestSize int64 = 1<<43 - 1

// flags adds the flags that set it.
func (r *reading) flags(c *cobra.Command) {
	c.Flags().StringVar(&r.encoding, "encoding", "",
		"`encoding` of text, such as windows-1256, gb18030 or utf-16le (default: detected)")
	c.Flags().IntVar(&r.maxSize, "max-size", 0, "largest document that is read, in `MiB` (default 32)")
	c.Flags().BoolVar(&r.metadata, "with-metadata", false,
		"read titles, descriptions and the texts of pictures of web pages too")
	r.srx = new(sentenceRules)
	r.srx.flags(c)
}

// read reads a document; "-" is the standard input. Errors name the file, the line if there is one,
// and what to do.
func (r reading) read(ctx context.Context, path string) (*read.Document, error) {
	d, err := r.silently(ctx, path)
	if err != nil {
		return nil, err
	}
	return d, r.announce(d)
}

// readAll reads documents as read does, all at once unless one of them is the standard input.
func (r reading) readAll(ctx context.Context, paths []string) ([]*read.Document, error) {
	docs, errs := make([]*read.Document, len(paths)), make([]error, len(paths))
	if slices.Contains(paths, "-") {
		for i, path := range paths {
			if docs[i], errs[i] = r.read(ctx, path); errs[i] != nil {
				return nil, errs[i]
			}
		}
		return docs, nil
	}
	inParallel(len(paths), func(i int) { docs[i], errs[i] = r.silently(ctx, paths[i]) })
	for i, d := range docs {
		if errs[i] != nil {
			return nil, errs[i]
		}
		if err := r.announce(d); err != nil {
			return nil, err
		}
	}
	return docs, nil
}

// announce tells the user what was lost or doubtful when a document was read, and sets its rules.
func (r reading) announce(d *read.Document) error {
	for _, n := range d.Notes {
		if n.Kind == read.Lost || n.Kind == read.Doubted {
			fmt.Fprintf(os.Stderr, "bitext: %s: %v\n", d.Path, n)
		}
	}
	return r.srx.apply(&d.Rules)
}

// silently reads a document and says nothing of it.
func (r reading) silently(ctx context.Context, path string) (*read.Document, error) {
	if _, err := charset.Canonical(r.encoding); r.encoding != "" && err != nil {
		return nil, usagef("--encoding: %w", err)
	}
	if r.maxSize < 0 || int64(r.maxSize) > largestSize {
		return nil, usagef("--max-size %d: invalid size; give a number of MiB from 0 to %d", r.maxSize, largestSize)
	}
	in := read.Reader{Encoding: r.encoding, Languages: r.langs, MaxBytes: int64(r.maxSize) << 20,
		MaxParagraph: r.maxSize << 18, Metadata: r.metadata}
	var d *read.Document
	var err error
	if path == "-" {
		d, err = in.Read(ctx, "standard input", os.Stdin)
	} else {
		d, err = in.File(ctx, path)
	}
	if err != nil {
		var limit *read.LimitError
		switch {
		case errors.As(err, &limit) && (limit.Bound == "MaxBytes" || limit.Bound == "MaxParagraph"):
			err = fmt.Errorf("%w with --max-size", err)
		case errors.Is(err, read.ErrEncoding):
			err = fmt.Errorf("%w, as in --encoding windows-1252", err)
		case errors.Is(err, read.ErrBilingual):
			err = fmt.Errorf("%w; bitext align takes it, named alone, and writes it in another form", err)
		}
		return nil, err
	}
	return d, nil
}

// lines returns the lines of a document. A line break at its end does not begin another line.
func lines(body string) []string {
	lines := strings.Split(strings.TrimSuffix(body, "\n"), "\n")
	for i, l := range lines {
		lines[i] = strings.TrimSuffix(l, "\r")
	}
	return lines
}
