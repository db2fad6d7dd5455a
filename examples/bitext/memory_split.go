package main

import (
	"context"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"unicode"

	"github.com/spf13/cobra"

	"github.com/bitext-go/bitext/align/tmx"
	"github.com/bitext-go/bitext/examples/bitext/internal/memories"
	"github.com/bitext-go/bitext/examples/bitext/internal/outfile"
	"github.com/bitext-go/bitext/internal/fileerr"
	"github.com/bitext-go/bitext/internal/say"
)

// splitOptions are the flags of bitext memory split.
type splitOptions struct {
	memoryOptions
	by       string
	maxBytes int64
	maxUnits int
	force    bool
}

func splitCommand() *cobra.Command {
	var o splitOptions
	c := &cobra.Command{
		Use:   "split [flags] MEMORY",
		Short: "Cut a memory into several, by a property or by size",
		Long: `Split writes the units of a memory to several files in the folder that -o names.
With --by the values of a property of units or variants are the files, and
"--by document" cuts by documents. Without it the files are numbered, and
--max-units or --max-mb bounds them. bitext memory merge puts them together
again.`,
		Example: `  bitext memory split master.tmx --by domain -o parts
  bitext memory split master.tmx --max-mb 50 -o parts`,
		Args: exactly(1, "split"),
		RunE: func(c *cobra.Command, args []string) error {
			o.force = forced(c)
			return o.run(c.Context(), args[0], c.ErrOrStderr())
		},
	}
	f := c.Flags()
	f.StringVarP(&o.out, "output", "o", "", "`folder` to write to; it is created if there is none")
	f.StringVar(&o.by, "by", "", "`property` whose values are the files, or document")
	f.Int64Var(&o.maxBytes, "max-mb", 0, "largest size of a file, in `MB`")
	f.IntVar(&o.maxUnits, "max-units", 0, "largest `number` of units in a file")
	o.writing.flags(c)
	o.reportFlags(c)
	return c
}

func (o *splitOptions) run(ctx context.Context, path string, log io.Writer) error {
	switch {
	case o.out == "":
		return usagef("-o is missing; name the folder to write to")
	case o.by == "" && o.maxBytes <= 0 && o.maxUnits <= 0:
		return usagef("nothing says where to cut; add --by, --max-units or --max-mb")
	case o.by != "" && (o.maxBytes > 0 || o.maxUnits > 0):
		return usagef("--by cuts by a property, --max-units and --max-mb by size; leave out one of them")
	}
	if err := o.writing.check("tmx"); err != nil {
		return err
	}
	if err := os.MkdirAll(o.out, 0o777); err != nil {
		return fileerr.In(o.out, err)
	}
	source := memorySource(path)
	source.Damage = o.damage(path, log)
	stem := strings.TrimSuffix(strings.TrimSuffix(filepath.Base(path), ".gz"), ".tmx")
	out := parts{dir: o.out, stem: stem, read: path, force: o.force}
	defer out.discard()
	s := memories.Splitter{By: o.by, MaxBytes: o.maxBytes * 1_000_000, MaxUnits: o.maxUnits, Create: out.create}
	conversion := o.writing.conversion()
	if conversion != nil {
		s.Create = func(name string) (io.WriteCloser, error) {
			f, err := out.create(name)
			if err != nil {
				return nil, err
			}
			return conversion.Writer(f), nil
		}
	}
	if o.by == "document" {
		s.By = tmx.PropDocument
	}
	made, err := s.Split(ctx, source)
	if err != nil {
		return err
	}
	if err := out.commit(); err != nil {
		return err
	}
	if conversion != nil {
		o.writing.done = conversion.Report
		if err := o.writing.report(log); err != nil {
			return err
		}
	}
	summary := splitSummary{Memory: path}
	for i, p := range made {
		summary.Parts = append(summary.Parts, writtenPart{out.files[i].path, p})
	}
	return o.report(log, summary)
}

// parts are files that get their names together, when all are complete.
type parts struct {
	dir, stem string
	read      string // the memory, which no part may replace
	force     bool   // replace files that bitext did not write
	files     []*part
}

type part struct {
	*outfile.File
	path string
}

// Close does nothing: the file is committed with the others.
func (p *part) Close() error { return nil }

// create creates the file of a part with a name.
func (p *parts) create(name string) (io.WriteCloser, error) {
	safe := strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r) || r == '-' || r == '_' || r == '.' {
			return r
		}
		return '_'
	}, name)
	if safe == "" {
		safe = "none"
	}
	safe = string([]rune(safe)[:min(len([]rune(safe)), 80)])
	path := filepath.Join(p.dir, p.stem+"."+safe+".tmx")
	taken := func(f *part) bool { return strings.EqualFold(f.path, path) }
	for n := 2; slices.ContainsFunc(p.files, taken); n++ {
		path = filepath.Join(p.dir, fmt.Sprintf("%s.%s_%d.tmx", p.stem, safe, n))
	}
	if err := noOverwrite(uses("part", path), uses("the memory", p.read)); err != nil {
		return nil, err
	}
	if !p.force {
		if err := replaceable("part", path); err != nil {
			return nil, err
		}
	}
	f, err := outfile.Create(path)
	if err != nil {
		return nil, err
	}
	p.files = append(p.files, &part{f, path})
	return p.files[len(p.files)-1], nil
}

func (p *parts) commit() error {
	for _, f := range p.files {
		if err := f.Commit(); err != nil {
			return err
		}
	}
	return nil
}

func (p *parts) discard() {
	for _, f := range p.files {
		f.Discard() // does nothing after Commit
	}
}

// A splitSummary describes what bitext memory split wrote.
type splitSummary struct {
	Memory string        `json:"memory"`
	Parts  []writtenPart `json:"parts"`
}

type writtenPart struct {
	File string `json:"file"`
	memories.Part
}

func (s splitSummary) String() string {
	var b strings.Builder
	for _, p := range s.Parts {
		fmt.Fprintf(&b, "%s: %s\n", p.File, say.Count(p.Units, "unit"))
	}
	return b.String()
}
