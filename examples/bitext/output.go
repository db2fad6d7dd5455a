package main

import (
	"archive/zip"
	"bytes"
	"compress/gzip"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"

	"github.com/spf13/cobra"
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

// checkForeign returns an error if the output of a command exists, was not written by bitext, and
// --force is not given. Files that the command reads are left to noOverwrite, which knows better
// what they are.
func checkForeign(c *cobra.Command, args []string) error {
	output, force := c.Flags().Lookup("output"), c.Flags().Lookup("force")
	if output == nil || force == nil || force.Value.String() == "true" {
		return nil
	}
	path := output.Value.String()
	info, err := os.Stat(path)
	if err != nil || !info.Mode().IsRegular() || info.Size() == 0 {
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
	out := identify(path)
	for _, r := range read {
		if r != "" && out.same(identifyRead(r)) {
			return nil
		}
	}
	if own(path) {
		return nil
	}
	return usagef("-o %s: the file exists, and bitext did not write it; choose another name, or add --force", path)
}

// ownMarks are what only files that bitext wrote begin with, a format each.
var ownMarks = []*regexp.Regexp{
	regexp.MustCompile(`<header creationtool="bitext"`),
	regexp.MustCompile(`<header [^>]*o-tmf="bitext"`),
	regexp.MustCompile(`<note category="boundary">`),
	regexp.MustCompile(`<meta name="generator" content="bitext">`),
	regexp.MustCompile(`^[^\n]*,boundary,translation\r?\n`),
	regexp.MustCompile(`^(\{"langs":\[|\{"text":|\{"document":)`),
	regexp.MustCompile(`^(\[[\d, ]*\]:)+[\d.]+\n`),
	regexp.MustCompile(`^\d+\t\d+\t-?[\d.]+\n`),
	regexp.MustCompile(`^[^\n]*\t[01]\.\d{3}\t[01]\.\d{3}\n`),
	regexp.MustCompile(`"name": ?"bitext"`),
	regexp.MustCompile(`^bitext lexicon \d+\n`),
	regexp.MustCompile(`<sheet name="(Findings|Alignment|Memory)"`),
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
		return slices.ContainsFunc(ownMarks, func(m *regexp.Regexp) bool { return m.Match(raw) })
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
	return slices.ContainsFunc(ownMarks, func(m *regexp.Regexp) bool { return m.Match(raw) })
}
