package seed

import (
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"golang.org/x/text/language"

	"github.com/bitext-go/bitext/internal/fileerr"
)

// ReadManifest reads a table of which file translates which, as CSV or TSV in UTF-8: a line for
// each document, a column for each language, paths from where the table stands. The first line
// names the languages; without such a line they are found. A cell may be empty. Lines that begin
// with # are passed over. The error names the line.
func ReadManifest(path string) (Collection, error) {
	var c Collection
	raw, err := os.ReadFile(path)
	if err != nil {
		return c, fmt.Errorf("%s: %w", path, fileerr.Explain(err))
	}
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
			return c, fmt.Errorf("%s:%d: %w; put a name that holds quotation marks or separators in quotation marks", path, bad.Line, bad.Err)
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
		return c, fmt.Errorf("%s: no line names a file; write a line for each document, with the path of each language's file in a column", path)
	}
	return c, nil
}

// separator returns the sign between the cells of a table: a tab if there is any, else a semicolon,
// as spreadsheets write in much of Europe, or a comma, whichever there are more of.
func separator(body string) rune {
	switch {
	case strings.ContainsRune(body, '\t'):
		return '\t'
	case strings.Count(body, ";") > strings.Count(body, ","):
		return ';'
	}
	return ','
}

// headings returns the languages that a line of headings names, or nil if it is no such line.
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

// group returns the files of a line.
func group(dir string, row []string, langs []language.Tag) (g Group, err error) {
	if langs != nil && len(row) > len(langs) {
		return nil, fmt.Errorf("there are %d cells, but the first line names %d languages; add a heading, or take a cell away", len(row), len(langs))
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

// Langs returns the languages that names or a manifest give the files, in the order of their tags.
func (c *Collection) Langs() (langs []language.Tag) {
	for _, g := range c.Groups {
		for _, f := range g {
			if f.Lang != language.Und && !slices.Contains(langs, f.Lang) {
				langs = append(langs, f.Lang)
			}
		}
	}
	slices.SortFunc(langs, func(a, b language.Tag) int { return strings.Compare(a.String(), b.String()) })
	return langs
}

// WriteManifest writes the groups as a table that [ReadManifest] reads, as TSV, with files that
// take no part as remarks. Paths are written as they are: a manifest of relative paths belongs
// where they lead from.
func (c *Collection) WriteManifest(w io.Writer) error {
	b := csv.NewWriter(w)
	b.Comma = '\t'
	langs := c.Langs()
	known := !slices.ContainsFunc(c.Groups, func(g Group) bool {
		return slices.ContainsFunc(g, func(f File) bool { return f.Lang == language.Und })
	})
	if known {
		row := make([]string, len(langs))
		for i, l := range langs {
			row[i] = l.String()
		}
		b.Write(row)
	}
	for _, g := range c.Groups {
		var row []string
		if known {
			row = make([]string, len(langs))
		}
		for _, f := range g {
			if known {
				row[slices.Index(langs, f.Lang)] = f.Path
			} else {
				row = append(row, f.Path)
			}
		}
		b.Write(row)
	}
	b.Flush()
	for _, u := range c.Unused {
		if _, err := fmt.Fprintf(w, "# %s: %s\n", u.Name, u.Why); err != nil {
			return err
		}
	}
	return b.Error()
}
