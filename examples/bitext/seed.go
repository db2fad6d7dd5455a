package main

import (
	"context"
	"crypto/sha256"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"
	"golang.org/x/text/language"

	"github.com/bitext-go/bitext/align/evidence"
	bar "github.com/bitext-go/bitext/examples/bitext/progress"
	"github.com/bitext-go/bitext/examples/bitext/seed"
	"github.com/bitext-go/bitext/internal/fileerr"
	"github.com/bitext-go/bitext/read"
	"github.com/bitext-go/bitext/segment"
)

// seedOptions are the flags of bitext seed.
type seedOptions struct {
	reading
	out, langs, date, tool, leftOut string

	lexicon, allow    []string
	sure              float64
	workers           int
	alone, keep       bool
	quiet, json, list bool
}

func seedCommand() *cobra.Command {
	var o seedOptions
	var tools, reasons []string
	for _, t := range seed.Tools {
		tools = append(tools, t.Name)
	}
	for _, r := range seed.Reasons {
		reasons = append(reasons, string(r))
	}
	c := &cobra.Command{
		Use:   "seed [flags] FOLDER|MANIFEST -o FILE.tmx",
		Short: "Make one memory of a whole collection of documents and their translations",
		Long: `Seed finds which documents of a folder translate which, aligns all of them and writes one translation memory.

Documents are paired by name: report.ar.txt with report.en.txt, ar/report.txt with en/report.txt, report English.txt with
report French.txt. What names leave open is paired by content, and one document may hold all its languages. A MANIFEST is
a table (CSV or TSV) with a line for each document and a column for each language, whose first line names the languages;
--list writes one of the pairs that were found, to look at and to correct.

Everything is aligned twice, the second time with the words that the whole collection teaches. A unit is left out where
it is uncertain, has the same text on both sides (same), is in another language than its document (language), has a number
or date on one side only (numbers), or is too long for the tool of --for (long). Equal units are merged and keep where
each of them stood; several translations of one source are all kept and marked, in the property x-bitext-alternative.

It can be stopped at any moment and goes on where it was when the same command is given again: what is done is kept in
FILE.tmx.seeding, which goes when the memory is written. However often it was stopped, and however many workers there
are, the memory has the same bytes.

A document that cannot be read, or whose texts do not look like translations of one another, is named in the report, and
the others go on. Translation memories in the folder are passed over. The exit status is 0 when all documents were
aligned, 3 when the memory was written but some documents could not be aligned, 1 when no memory was written, and 2 when
the command is not understood.`,
		Example: `  bitext seed archive -o memory.tmx
  bitext seed archive --list > pairs.tsv                     which file translates which
  bitext seed pairs.tsv -o memory.tmx --left-out left-out.tsv
  bitext seed archive -o memory.tmx --for trados-cloud --json > report.json`,
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) != 1 {
				return usagef("seed takes one folder or manifest; bitext seed --help shows how")
			}
			return nil
		},
		RunE: func(c *cobra.Command, args []string) error {
			return o.run(c.Context(), args[0], c.OutOrStdout(), c.ErrOrStderr())
		},
	}
	o.reading.flags(c)
	f := c.Flags()
	f.StringVarP(&o.out, "output", "o", "", "`file` to write; compressed where it ends in .gz")
	f.StringVar(&o.langs, "langs", "", "`languages` to take, the source first, as in ar,en (default: all)")
	f.StringArrayVar(&o.lexicon, "lexicon", nil, "word `list` to use, as for bitext align: core, wide, none, or a file of yours (default wide)")
	f.Float64Var(&o.sure, "sure", 0.5, "how sure a unit must be, from 0 to 1: that it is cut right, and that it is a translation")
	f.StringSliceVar(&o.allow, "allow", nil, "`reasons` for which no unit is left out: "+strings.Join(reasons, ", "))
	f.StringVar(&o.tool, "for", "", "`tool` whose limits of length and size hold: "+strings.Join(tools, ", "))
	f.StringVar(&o.leftOut, "left-out", "", "`file` for a table of the units that are left out, and why, as TSV")
	f.IntVar(&o.workers, "workers", 0, "`number` of documents to align at a time (default: one for each processor)")
	f.BoolVar(&o.alone, "alone", false, "align each document by itself, without what the others teach")
	f.BoolVar(&o.keep, "keep", false, "keep FILE.tmx.seeding, so that what is unchanged need not be aligned again another time")
	f.BoolVar(&o.list, "list", false, "only write which file translates which, as a manifest, to the standard output")
	f.StringVar(&o.date, "date", "", "creation `date` of the memory (default: SOURCE_DATE_EPOCH, else when the newest file was changed)")
	f.BoolVarP(&o.quiet, "quiet", "q", false, "no report and no progress")
	f.BoolVar(&o.json, "json", false, "write the report as JSON, to the standard output")
	completions(c, "for", tools...)
	completions(c, "allow", reasons...)
	fileCompletions(c, "lexicon", lexiconNames...)
	return c
}

// An incompleteError is the end of a seeding some of whose documents could not be aligned.
type incompleteError struct {
	failed []seed.Problem
	all    int
}

func (e *incompleteError) Error() string {
	more := ""
	if len(e.failed) > 1 {
		more = "; the report names all"
	}
	return fmt.Sprintf("%d of %s could not be aligned, first %s: %s%s", len(e.failed), count(e.all, "document"), e.failed[0].Name, e.failed[0].Why, more)
}

func (o *seedOptions) run(ctx context.Context, from string, out, log io.Writer) error {
	s, err := o.seeding(from, log)
	if err != nil {
		return err
	}
	show := stages{begin: func(what string) *bar.Task { return begin(ctx, log, o.quiet, what) }}
	s.Progress = show.set
	if o.list {
		found, err := s.Plan(ctx)
		show.set("", 0, 0)
		if err != nil {
			return err
		}
		return found.WriteManifest(out)
	}
	report, err := s.Run(ctx)
	show.set("", 0, 0)
	if report == nil {
		return err
	}
	if o.json {
		err = errors.Join(err, report.WriteJSON(out))
	} else if !o.quiet {
		err = errors.Join(err, report.WriteText(log, isolate))
	}
	if err == nil && len(report.Failed) > 0 {
		err = &incompleteError{report.Failed, len(report.Failed) + len(report.Documents)}
	}
	return err
}

// seeding returns what the flags and the folder or manifest ask for.
func (o *seedOptions) seeding(from string, log io.Writer) (*seed.Seeding, error) {
	s := &seed.Seeding{Output: o.out, Read: o.texts, Workers: o.workers, Alone: o.alone, Keep: o.keep, LeftOut: o.leftOut, ToolVersion: version()}
	var err error
	if s.Langs, err = parseLangs(o.langs); err != nil {
		return nil, err
	}
	switch {
	case o.out == "" && !o.list:
		return nil, usagef("no file to write is named; add -o memory.tmx")
	case o.out == "-":
		return nil, usagef("seed writes to a file, beside which it keeps what is done; name one with -o")
	case len(s.Langs) == 1:
		return nil, usagef("--langs names one language; a memory needs two")
	case o.workers < 0:
		return nil, usagef("--workers %d: it must be 1 or more", o.workers)
	case o.sure < 0 || o.sure > 1:
		return nil, usagef("--sure %g: it goes from 0 to 1", o.sure)
	}
	if o.tool != "" {
		i := slices.IndexFunc(seed.Tools, func(t seed.Tool) bool { return t.Name == o.tool })
		if i < 0 {
			var names []string
			for _, t := range seed.Tools {
				names = append(names, t.Name)
			}
			return nil, choice("for", o.tool, names...)
		}
		s.Tool = seed.Tools[i]
	}
	if s.Filter, err = o.filter(s.Tool); err != nil {
		return nil, err
	}
	if s.Date, err = creation(o.date, nil); err != nil {
		return nil, err
	}
	if s.Collection, err = o.collection(from); err != nil {
		return nil, err
	}
	return s, o.evidence(s, log)
}

// filter returns what the flags let through.
func (o *seedOptions) filter(tool seed.Tool) (seed.Filter, error) {
	f := seed.Filter{Translation: o.sure, Boundary: o.sure, Same: true, Language: true, Numbers: true, Longest: tool.Longest, Related: seed.Unrelated}
	for _, a := range o.allow {
		switch seed.Reason(a) {
		case seed.Uncertain:
			f.Translation, f.Boundary, f.Related = 0, 0, 0
		case seed.Same:
			f.Same = false
		case seed.Language:
			f.Language = false
		case seed.Numbers:
			f.Numbers = false
		case seed.Long:
			f.Longest = 0
		default:
			var names []string
			for _, r := range seed.Reasons {
				names = append(names, string(r))
			}
			return f, choice("allow", a, names...)
		}
	}
	return f, nil
}

// collection returns the documents in a folder, or those that a manifest names.
func (o *seedOptions) collection(from string) (seed.Collection, error) {
	info, err := os.Stat(from)
	if err != nil {
		return seed.Collection{}, fileerr.In(from, err)
	}
	if !info.IsDir() {
		if o.out != "" && filepath.Clean(o.out) == filepath.Clean(from) {
			return seed.Collection{}, usagef("-o %s would write over the manifest; choose another name", o.out)
		}
		return seed.ReadManifest(from)
	}
	c, err := seed.Find(from, o.own())
	if err == nil && len(c.Groups)+len(c.Loose) == 0 {
		err = fmt.Errorf("%s: there is no document in it", from)
	}
	return c, err
}

// own returns which files are the program's own output or lexicons, and no documents.
func (o *seedOptions) own() func(string) bool {
	var own []string
	for _, path := range append([]string{o.out, o.leftOut}, o.lexicon...) {
		if path != "" {
			own = append(own, fullPath(path))
		}
	}
	return func(path string) bool {
		return isMemory(path) || strings.HasSuffix(path, seed.WorkFolder(".tmx")) || strings.HasSuffix(path, ".lex") || slices.Contains(own, fullPath(path))
	}
}

func fullPath(path string) string {
	if full, err := filepath.Abs(path); err == nil {
		return full
	}
	return path
}

// evidence opens the lexicons. What they and the program are is the version of the results.
func (o *seedOptions) evidence(s *seed.Seeding, log io.Writer) error {
	names, files, err := lexicons(o.lexicon)
	if err != nil {
		return err
	}
	var sources []*wordSource
	for _, name := range names {
		sources = append(sources, namedSource(name))
	}
	r := lexiconReader{langs: s.Langs, log: log, words: namedSource("wide").lookUp}
	if len(r.langs) == 0 {
		r.langs = s.Collection.Langs()
	}
	if len(files) > 0 && len(r.langs) < 2 {
		return usagef("the names of the documents do not say which languages they are in; name those with --langs, for --lexicon %s", files[0])
	}
	hash := sha256.New()
	fmt.Fprintln(hash, version(), names, o.encoding, o.most)
	if program, err := os.Executable(); err == nil {
		if info, err := os.Stat(program); err == nil {
			fmt.Fprintln(hash, info.Size(), info.ModTime().UTC())
		}
	}
	for _, path := range files {
		source, err := r.read(path)
		if err != nil {
			return err
		}
		sources = append(sources, source)
		body, err := os.ReadFile(path)
		if err != nil {
			return fileerr.In(path, err)
		}
		fmt.Fprintf(hash, "%x\n", sha256.Sum256(body))
	}
	s.Version = fmt.Sprintf("%x", hash.Sum(nil))
	for _, source := range sources {
		s.Dictionaries = append(s.Dictionaries, evidence.Dictionary(source.lookUp))
	}
	return nil
}

// texts reads a document and makes a text of each language in it: of the one that it is said to be
// in, or of those that are found.
func (o *seedOptions) texts(path string, tag language.Tag) ([]*segment.Text, error) {
	d, err := o.read(path)
	if err != nil {
		return nil, err
	}
	if tag == language.Und {
		if found := languagesIn(d.Body); len(found) > 1 {
			detector, err := detector(d.Body, found)
			if err != nil {
				return nil, fmt.Errorf("%s: %w", path, err)
			}
			return d.Split(detector), nil
		}
		return each([]*read.Document{d}, nil, (*read.Document).Text)
	}
	return each([]*read.Document{d}, []language.Tag{tag}, (*read.Document).Text)
}

// A stages shows how far each stage of a seeding has come.
type stages struct {
	begin func(what string) *bar.Task
	stage string
	task  *bar.Task
}

// set says how far a stage is; "" ends the last one.
func (s *stages) set(stage string, done, all int) {
	if stage != s.stage {
		s.task.Done()
		s.stage, s.task = stage, nil
		if stage != "" {
			s.task = s.begin(stage)
		}
	}
	s.task.Set(done, all)
	switch {
	case all <= 1: // a stage in one step
	case stage == "writing":
		s.task.Count("units", done, all)
	case stage == "learning":
		s.task.Count("pairs of languages", done, all)
	default:
		s.task.Count("documents", done, all)
	}
}
