package main

import (
	"archive/zip"
	"bytes"
	"compress/gzip"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/bitext-go/bitext/align/seed"
	"github.com/bitext-go/bitext/internal/lazyregexp"
)

// formatValues is the annotation of a flag --format with the formats that the command has.
const formatValues = "bitext_formats"

// formatByExtension are the formats that the name of an output file can ask for.
var formatByExtension = map[string]string{
	".tmx": "tmx", ".xlf": "xliff", ".xliff": "xliff", ".tsv": "tsv", ".csv": "csv", ".jsonl": "jsonl",
	".html": "html", ".htm": "html", ".xlsx": "xlsx", ".sarif": "sarif", ".json": "json",
}

// chooseFormat takes the format from the name of the output, such as report.tsv or report.tsv.gz,
// unless the command line names one.
func chooseFormat(c *cobra.Command) error {
	format, output := c.Flags().Lookup("format"), c.Flags().Lookup("output")
	if format == nil || output == nil || format.Changed {
		return nil
	}
	name := strings.TrimSuffix(strings.ToLower(output.Value.String()), ".gz")
	asked := formatByExtension[filepath.Ext(name)]
	if asked == "" || !slices.Contains(format.Annotations[formatValues], asked) {
		return nil
	}
	return format.Value.Set(asked)
}

// outputFlags are the flags that name files to write.
var outputFlags = []string{"output", "left-out"}

// checkForeign returns an error if an output of a command exists, was not written by bitext, and
// --force is not given. Files that the command reads are left to noOverwrite, which knows better
// what they are.
func checkForeign(c *cobra.Command, args []string) error {
	if c.Flags().Lookup("force") == nil || forced(c) {
		return nil
	}
	read := append(slices.Clone(args), "-")
	for _, name := range []string{"tmx", "append", "lexicon", "glossary", "forbidden", "srx"} {
		if f := c.Flags().Lookup(name); f != nil {
			for _, file := range lexiconFiles("", strings.Split(strings.Trim(f.Value.String(), "[]"), ",")) {
				read = append(read, file.path)
			}
		}
	}
	for _, name := range outputFlags {
		f := c.Flags().Lookup(name)
		if f == nil {
			continue
		}
		role := "--" + name
		if f.Shorthand != "" {
			role = "-" + f.Shorthand
		}
		if err := replaceable(role, f.Value.String(), read...); err != nil {
			return err
		}
	}
	return nil
}

// forced reports whether --force is given.
func forced(c *cobra.Command) bool {
	force := c.Flags().Lookup("force")
	return force != nil && force.Value.String() == "true"
}

// replaceable returns an error if a file to write exists and does not look like one that bitext
// wrote. Nothing is said of files that are read.
func replaceable(role, path string, read ...string) error {
	info, err := os.Stat(path)
	if err != nil || !info.Mode().IsRegular() || info.Size() == 0 || own(path) {
		return nil
	}
	out := identify(path)
	for _, r := range read {
		if r != "" && out.same(identifyRead(r)) {
			return nil
		}
	}
	return usagef("%s %s: the file exists, and nothing in it shows that bitext wrote it; choose another name, or "+
		"add --force", role, path)
}

// ownMarks are what only files that bitext wrote begin with, a format each.
var ownMarks = []*lazyregexp.Regexp{
	lazyregexp.New(`<header creationtool="bitext"`),
	lazyregexp.New(`<header [^>]*o-tmf="bitext"`),
	lazyregexp.New(`<note category="boundary">`),
	lazyregexp.New(`<meta name="generator" content="bitext">`),
	lazyregexp.New(`^[^\n]*,boundary,translation\r?\n`),
	lazyregexp.New(`^[^\n]*[,\t]id[,\t]date[,\t]author[,\t]document[,\t]translation[,\t]notes\r?\n`),
	lazyregexp.New(`^unit\treasons\tlike unit\ttexts\n`),
	lazyregexp.New("^" + seed.LeftOutHead),
	lazyregexp.New(`^(\{"langs":\[|\{"text":|\{"document":|\{"sents":)`),
	lazyregexp.New(`^(\[[\d, ]*\]:)+[\d.]+\n`),
	lazyregexp.New(`^\d+\t\d+\t-?[\d.]+\n`),
	lazyregexp.New(`^[^\n]*\t[01]\.\d{3}\t[01]\.\d{3}\n`),
	lazyregexp.New(`"name": ?"bitext"`),
	lazyregexp.New(`^bitext lexicon \d+\n`),
	lazyregexp.New(`<sheet name="(Findings|Alignment|Memory)"`),
}

// own reports whether bitext wrote a file.
func own(path string) bool {
	const enough = 64 << 10
	if z, err := zip.OpenReader(path); err == nil {
		defer z.Close()
		f, err := z.Open("xl/workbook.xml")
		if err != nil {
			return false
		}
		defer f.Close()
		raw, _ := io.ReadAll(io.LimitReader(f, enough))
		return slices.ContainsFunc(ownMarks, func(m *lazyregexp.Regexp) bool { return m.Match(raw) })
	}
	f, err := os.Open(path)
	if err != nil {
		return false
	}
	defer f.Close()
	raw, _ := io.ReadAll(io.LimitReader(f, enough))
	if z, err := gzip.NewReader(bytes.NewReader(raw)); err == nil {
		raw, _ = io.ReadAll(io.LimitReader(z, enough)) // what was read of a longer file is enough
	}
	return slices.ContainsFunc(ownMarks, func(m *lazyregexp.Regexp) bool { return m.Match(raw) })
}
