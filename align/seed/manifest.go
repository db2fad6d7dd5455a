package seed

import (
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"golang.org/x/text/language"

	"github.com/bitext-go/bitext/internal/fileerr"
)

// ReadManifest reads a table of documents and their translations, CSV or TSV in UTF-8. It has a
// line for each document and a column for each language. Paths are relative to the folder of the
// table. If the first line does not name the languages, they are detected. Cells may be empty, and
// lines that begin with # are comments. Errors name the line.
func ReadManifest(path string) (Collection, error) {
	raw, err := os.ReadFile(path)
	if err != nil {
		return Collection{}, fmt.Errorf("%s: %w", path, fileerr.Explain(err))
	}
	return ParseManifest(path, raw)
}

// ParseManifest reads a table that is in memory, as [ReadManifest] does. path is where it is from:
// errors begin with it, and the paths in the table are relative to its folder.
func ParseManifest(path string, raw []byte) (Collection, error) {
	var c Collection
	body := strings.TrimPrefix(string(raw), "\uFEFF")
	r := csv.NewReader(strings.NewReader(body))
	r.Comma = separator(body)
	r.Comment = '#'
	r.FieldsPerRecord = -1
	r.TrimLeadingSpace = true
	r.LazyQuotes = r.Comma == '\t'
	var langs []language.Tag
	for first := true; ; first = false {
		row, err := r.Read()
		if err == io.EOF {
			break
		}
		var bad *csv.ParseError
		if errors.As(err, &bad) {
			return c, fmt.Errorf("%s:%d: %w; quote names that contain quotation marks or separators",
				path, bad.Line, bad.Err)
		} else if err != nil {
			return c, fmt.Errorf("%s: %w", path, err)
		}
		line, _ := r.FieldPos(0)
		if first {
			if langs = headings(row); langs != nil {
				continue
			}
		}
		g, err := group(filepath.Dir(path), row, langs)
		if err != nil {
			return c, fmt.Errorf("%s:%d: %w", path, line, err)
		}
		if len(g) > 0 {
			c.Groups = append(c.Groups, g)
		}
	}
	if len(c.Groups) == 0 {
		return c, fmt.Errorf("%s: no line names a file; write a line for each document, "+
			"with the path of each language's file in a column", path)
	}
	return c, nil
}

// separator returns the separator of the cells of a table: the tab if there is one, else the more
// frequent of comma and semicolon, which spreadsheets write in much of Europe.
func separator(body string) rune {
	switch {
	case strings.ContainsRune(body, '\t'):
		return '\t'
	case strings.Count(body, ";") > strings.Count(body, ","):
		return ';'
	}
	return ','
}

// headings returns the languages of a heading line, or nil if the line is not a heading.
func headings(row []string) (langs []language.Tag) {
	for _, cell := range row {
		tag, ok := parseLang(strings.TrimSpace(cell))
		if !ok {
			return nil
		}
		langs = append(langs, tag)
	}
	return langs
}

// group returns the files that a line names. langs is nil if the table has no heading.
func group(dir string, row []string, langs []language.Tag) (g Group, err error) {
	if langs != nil && len(row) > len(langs) {
		return nil, fmt.Errorf("%d cells, but the first line names %d languages; add a heading, or remove a cell",
			len(row), len(langs))
	}
	for i, cell := range row {
		if cell = strings.TrimSpace(cell); cell == "" {
			continue
		}
		f := File{Path: filepath.FromSlash(cell), Name: filepath.ToSlash(filepath.Clean(cell))}
		if !filepath.IsAbs(f.Path) {
			f.Path = filepath.Join(dir, f.Path)
		}
		if langs != nil {
			f.Lang = langs[i]
		}
		g = append(g, f)
	}
	return g, nil
}
