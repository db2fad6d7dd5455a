package main

import (
	"context"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"
	"time"

	"golang.org/x/text/language"

	"github.com/bitext-go/bitext/align/tmx"
	"github.com/bitext-go/bitext/examples/bitext/internal/memories"
	"github.com/bitext-go/bitext/internal/fileerr"
	"github.com/bitext-go/bitext/internal/say"
)

// parseRanges reads the value of --langs for a memory: tags, and what to write for them, as in
// "fr=fr-FR,zh".
func parseRanges(value string) (ranges []memories.Range, err error) {
	if value == "" {
		return nil, nil
	}
	for _, s := range strings.Split(value, ",") {
		var r memories.Range
		wanted, as, renamed := strings.Cut(s, "=")
		if r.Wanted, err = parseLang(wanted); err == nil && renamed {
			r.As, err = parseLang(as)
		}
		if err != nil {
			return nil, err
		}
		if slices.ContainsFunc(ranges, func(q memories.Range) bool { return q.Wanted == r.Wanted }) {
			return nil, usagef("--langs: %s is named twice; name each language once", say.Language(r.Wanted))
		}
		ranges = append(ranges, r)
	}
	return ranges, nil
}

// copyMemory writes a memory again, with the languages that are selected. What it keeps of a unit
// does not change.
func (o *alignOptions) copyMemory(ctx context.Context, path string, log io.Writer) error {
	begin := time.Now()
	if o.unit == "paragraph" || o.lines {
		return usagef("%s holds sentences that are paired already; leave out --unit paragraph and --lines", path)
	}
	s := &memorySummary{Memory: path}
	source := memorySource(path)
	leftOut := leftOutLog{w: log, path: path, counted: true}
	source.Damage = func(bad *tmx.SyntaxError) error {
		s.Damaged++
		leftOut.add(bad.Line, bad.Err.Error())
		return nil
	}
	selection, err := o.selection(source)
	if err != nil {
		return err
	}
	write := o.writing.convert(func(w io.Writer) error { return o.writeCopy(w, source, selection, s) })
	if o.dry {
		if err := write(io.Discard); err != nil {
			return err
		}
	} else if err := writeOut(ctx, o.out, write); err != nil {
		return err
	}
	if selection != nil {
		s.Single = selection.Units
		s.LeftOut = counts(selection.Variants)
	}
	if !o.dry && o.out != "-" {
		s.Output = o.out
	}
	s.Seconds = time.Since(begin).Seconds()
	if err := o.writing.report(log); err != nil {
		return err
	}
	switch {
	case o.json:
		return say.JSON(os.Stdout, s)
	case o.quiet:
		return nil
	}
	return s.writeText(log)
}

// memorySource returns the memory in a file.
func memorySource(path string) *memories.Source {
	return &memories.Source{
		Name: path,
		Open: func() (io.ReadCloser, error) {
			f, err := os.Open(path)
			return f, fileerr.In(path, err)
		},
	}
}

// selection returns the languages of a memory that --langs names; nil for all.
func (o *alignOptions) selection(source *memories.Source) (*memories.Selection, error) {
	ranges, err := parseRanges(o.langs)
	if err != nil || len(ranges) == 0 {
		return nil, err
	}
	have, _, err := source.Languages()
	if err != nil {
		return nil, err
	}
	selection, err := memories.Select(ranges, have)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", source.Name, err)
	}
	return selection, nil
}

// selectedUnits returns a memory with the languages that --langs names, for formats that have one
// wording a language. It reports how many others are left out.
func (o *alignOptions) selectedUnits(path string, log io.Writer) (io.ReadCloser, error) {
	source := memorySource(path)
	leftOut := leftOutLog{w: log, path: path}
	source.Damage = func(bad *tmx.SyntaxError) error {
		leftOut.add(bad.Line, bad.Err.Error())
		return nil
	}
	selection, err := o.selection(source)
	if err != nil {
		return nil, err
	}
	selection.First = true
	r, w := io.Pipe()
	go func() {
		err := o.writeCopy(w, source, selection, &memorySummary{})
		if selection.Alternatives > 0 {
			fmt.Fprintf(log, "%s: %s left out; the format has one wording for each language\n",
				path, say.Count(selection.Alternatives, "alternative variant"))
		}
		w.CloseWithError(err)
	}()
	return r, nil
}

// writeCopy writes what is selected of a memory.
func (o *alignOptions) writeCopy(
	w io.Writer, source *memories.Source, selection *memories.Selection, s *memorySummary,
) error {
	header, units, err := source.Units()
	if err != nil {
		return err
	}
	out := tmx.NewWriter(w)
	out.Header = selection.Header(header)
	if o.date != "" {
		if out.Header.Created, err = creation(o.date, nil); err != nil {
			return err
		}
	}
	written := map[language.Tag]int{}
	for u, err := range units {
		if err != nil {
			return err
		}
		s.Read++
		u, ok := selection.Unit(u)
		if !ok {
			continue
		}
		if err := out.Write(u); err != nil {
			return fmt.Errorf("%s: %w", source.Name, err)
		}
		s.Units++
		for _, v := range u.Variants {
			written[v.Lang]++
		}
	}
	if s.Read == 0 {
		return fmt.Errorf("%s: there is no unit in it; check that it is the right file", source.Name)
	}
	s.Languages = counts(written)
	err = out.Close()
	s.Dropped = out.Dropped()
	return err
}
