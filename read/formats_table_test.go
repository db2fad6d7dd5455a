package read

import (
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// described has, for each format that is read, what the tables in README and in the document of
// this package call it, and the fuzz test that reads it.
var described = map[Format]struct{ name, fuzz string }{
	Text: {"text", "FuzzText"}, Markdown: {"Markdown", "FuzzMarkdown"}, HTML: {"HTML", "FuzzHTML"},
	DOCX: {"DOCX", "FuzzDOCX"}, ODT: {"ODT", "FuzzODT"}, RTF: {"RTF", "FuzzRTF"}, PDF: {"PDF", "FuzzBlocks"},
	// DOC is converted by LibreOffice to ODT.
	DOC: {"DOC", "FuzzODT"}, PPTX: {"PPTX", "FuzzPPTX"}, EPUB: {"EPUB", "FuzzEPUB"}, IDML: {"IDML", "FuzzIDML"},
	XLSX: {"XLSX", "FuzzXLSX"}, ODS: {"ODS", "FuzzODS"}, CSV: {"CSV", "FuzzSeparated"}, TSV: {"TSV", "FuzzSeparated"},
	SRT: {"SRT", "FuzzSubtitles"}, VTT: {"WebVTT", "FuzzSubtitles"},
	JSON: {"JSON", "FuzzResources"}, Properties: {"`.properties`", "FuzzResources"}, RESX: {"RESX", "FuzzResources"},
	Android: {"Android", "FuzzResources"}, Strings: {"`.strings`", "FuzzResources"},
	// Package bilingual reads the others.
	TMX: {"TMX", "FuzzRead"}, XLIFF: {"XLIFF", "FuzzXLIFF"}, Package: {"packages", "FuzzRead"}, PO: {"PO", "FuzzRead"},
	TTX: {"TTX", "FuzzRead"}, Wordfast: {"Wordfast", "FuzzRead"}, QtTS: {"Qt's TS", "FuzzRead"},
	XCStrings: {"Xcode", "FuzzRead"}, BeadsJSONL: {"JSON Lines", "FuzzRead"},
}

// Every format of the table is in README, in the document of this package, and in a fuzz test; and
// README names no other.
func TestFormatsAreDescribed(t *testing.T) {
	readme, err := os.ReadFile("../README.md")
	require.NoError(t, err)
	doc, err := os.ReadFile("doc.go")
	require.NoError(t, err)
	_, table, _ := strings.Cut(string(readme), "\n## Formats\n")
	table, _, _ = strings.Cut(table, "\n## ")
	var first []string // what the first column names
	for line := range strings.Lines(table) {
		if cells := strings.Split(line, "|"); len(cells) > 3 && !strings.Contains(cells[1], "---") {
			first = append(first, cells[1])
		}
	}
	column := strings.Join(first[1:], ",")
	fuzzed := fuzzTests(t)
	for _, f := range formats {
		if f.name == "" {
			continue
		}
		d, ok := described[f.name]
		require.True(t, ok, "%s has no row in this test", f.name)
		assert.Contains(t, column, d.name, "the table in README")
		assert.Contains(t, string(doc), strings.Trim(d.name, "`"), "the document of the package")
		assert.Contains(t, fuzzed, d.fuzz, "the fuzz test of %s", f.name)
	}
	rest := strings.ReplaceAll(column, "the tables and JSON Lines that bitext writes", "")
	for _, name := range slices.Backward(slices.SortedFunc(names(), func(a, b string) int { return len(a) - len(b) })) {
		rest = strings.ReplaceAll(rest, name, "")
	}
	for _, other := range []string{"ARB", "of it", "catalogues", "strings", "and", "'s"} {
		rest = strings.ReplaceAll(rest, other, "")
	}
	assert.Empty(t, strings.Trim(rest, " ,"), "README names a format that is not in the table")
}

func names() func(func(string) bool) {
	return func(yield func(string) bool) {
		for _, d := range described {
			if !yield(d.name) {
				return
			}
		}
	}
}

// fuzzTests returns the names of the fuzz tests of this package and those below it.
func fuzzTests(t *testing.T) (out []string) {
	function := regexp.MustCompile(`(?m)^func (Fuzz\w+)\(`)
	require.NoError(t, filepath.WalkDir(".", func(path string, _ os.DirEntry, err error) error {
		if err != nil || !strings.HasSuffix(path, "_test.go") {
			return err
		}
		source, err := os.ReadFile(path)
		for _, m := range function.FindAllSubmatch(source, -1) {
			out = append(out, string(m[1]))
		}
		return err
	}))
	return out
}

// Every format that is refused is named in a test.
func TestRefusedFormatsAreTested(t *testing.T) {
	paths, err := filepath.Glob("*_test.go")
	require.NoError(t, err)
	tests := ""
	for _, path := range paths {
		source, err := os.ReadFile(path)
		require.NoError(t, err)
		tests += string(source)
	}
	for _, f := range formats {
		if f.name == "" && !strings.Contains(tests, f.title) {
			assert.Fail(t, "no test", "%s needs a case in TestRareFilesAreRefusedByName", f.title)
		}
	}
}
