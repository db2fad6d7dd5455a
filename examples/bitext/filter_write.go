package main

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"os"
	"strings"
	"time"

	"github.com/bitext-go/bitext/align/tmx"
	"github.com/bitext-go/bitext/examples/bitext/internal/corpus"
	"github.com/bitext-go/bitext/examples/bitext/internal/memories"
	"github.com/bitext-go/bitext/examples/bitext/internal/outfile"
	"github.com/bitext-go/bitext/internal/say"
)

// write writes the units that stay.
func (f *filtering) write(ctx context.Context) error {
	o := f.options
	switch f.in.format {
	case "tmx":
		return writeOut(ctx, o.out, o.writing.convert(func(w io.Writer) error {
			return f.memory(ctx, w)
		}))
	case "tsv":
		return writeOut(ctx, o.out, func(w io.Writer) error { return f.lines(ctx, w) })
	}
	var files []*outfile.File
	var writers []io.Writer
	defer func() {
		for _, file := range files {
			file.Discard() // does nothing after Commit
		}
	}()
	for _, l := range f.in.langs {
		name := o.out + "." + l.String()
		if err := noOverwrite(uses("-o", name), uses("the input", f.in.paths...)); err != nil {
			return err
		}
		if !o.force {
			if err := replaceable("-o", name); err != nil {
				return err
			}
		}
		file, err := outfile.Create(name)
		if err != nil {
			return err
		}
		files, writers = append(files, file), append(writers, file)
	}
	if err := f.lines(ctx, writers...); err != nil {
		return err
	}
	for _, file := range files {
		if err := file.Commit(); err != nil {
			return err
		}
	}
	return nil
}

// lines writes the lines that stay, each to its file.
func (f *filtering) lines(ctx context.Context, files ...io.Writer) error {
	var out []*bufio.Writer
	for _, w := range files {
		out = append(out, bufio.NewWriterSize(w, 64<<10))
	}
	for u, err := range f.in.units(ctx) {
		if err != nil {
			return err
		}
		if !f.kept[u.number-1] {
			continue
		}
		for i, line := range u.lines {
			out[i].WriteString(line)
			if err := out[i].WriteByte('\n'); err != nil {
				return err
			}
		}
	}
	for _, w := range out {
		if err := w.Flush(); err != nil {
			return err
		}
	}
	return nil
}

// memory writes the units that stay, with what others that are nearly equal have besides.
func (f *filtering) memory(ctx context.Context, w io.Writer) error {
	out := tmx.NewWriter(w)
	out.Header = f.in.header
	for u, err := range f.in.units(ctx) {
		if err != nil {
			return err
		}
		if !f.kept[u.number-1] {
			continue
		}
		if more := f.more[u.number]; more != nil {
			memories.Enrich(&u.unit, more)
		}
		if err := out.Write(u.unit); err != nil {
			return err
		}
	}
	return out.Close()
}

// A filterSummary describes what bitext filter did.
type filterSummary struct {
	Files []string `json:"files"`
	*corpus.Report
	Output  string  `json:"output"`
	Seconds float64 `json:"seconds"`
}

// filtered writes the summary that the flags ask for.
func (o *filterOptions) filtered(paths []string, r *corpus.Report, took time.Duration, log io.Writer) error {
	switch {
	case o.json:
		return say.JSON(os.Stdout, filterSummary{paths, r, o.out, took.Seconds()})
	case o.quiet:
		return nil
	}
	what := fmt.Sprintf("%d of %s kept", r.Kept, say.Count(r.Read, "unit"))
	if o.out != "-" {
		what += ", written to " + o.out
	}
	_, err := fmt.Fprintf(log, "%s%s in %.1f seconds\n", r, what, took.Seconds())
	return err
}

// writeReject writes the line of a unit that is left out.
func writeReject(w io.Writer, u *judgedUnit, reasons []string, like int) error {
	other := ""
	if like > 0 {
		other = fmt.Sprint(like)
	}
	var texts []string
	for _, s := range u.sides {
		texts = append(texts, oneLine.Replace(s.Text))
	}
	_, err := fmt.Fprintf(w, "%d\t%s\t%s\t%s\n", u.number, strings.Join(reasons, ","), other, strings.Join(texts, "\t"))
	return err
}
