package glossary

import (
	"bufio"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"strings"
	"unicode/utf8"

	xunicode "golang.org/x/text/encoding/unicode"
	"golang.org/x/text/language"
)

// ReadTSV reads a table with a tab between source and target. Further columns, empty lines and
// lines that begin with "#" are skipped. Like all text files of this package, the table is UTF-8,
// or UTF-16 with a byte order mark.
func ReadTSV(r io.Reader) (*File, error) {
	return readLines(r, func(f *File, n int, line string) {
		source, rest, ok := strings.Cut(line, "\t")
		if !ok {
			f.skip(n, "no tab between source and target")
			return
		}
		target, _, _ := strings.Cut(rest, "\t")
		f.add(n, source, target)
	})
}

// ReadDic reads a dictionary of hunalign, "target @ source" in each line.
func ReadDic(r io.Reader) (*File, error) {
	return readLines(r, func(f *File, n int, line string) {
		target, source, ok := strings.Cut(line, " @ ")
		if !ok {
			f.skip(n, `no " @ " between target and source`)
			return
		}
		f.add(n, source, target)
	})
}

// ReadCSV reads a glossary that a translation tool exported, with commas, semicolons or tabs
// between columns. If the first line names the two languages ("en", "fr-FR", "French"), their
// columns are read. Otherwise the first two columns are, including the first line.
func ReadCSV(r io.Reader, source, target language.Tag) (*File, error) {
	in := bufio.NewReader(decoded(r))
	head, _ := in.Peek(4096)
	c := csv.NewReader(in)
	c.Comma, c.LazyQuotes, c.FieldsPerRecord = separator(string(head)), true, -1
	f := &File{}
	from, to := 0, 1
	for first := true; ; first = false {
		record, err := c.Read()
		var bad *csv.ParseError
		switch {
		case err == io.EOF:
			return f, nil
		case errors.As(err, &bad):
			f.skip(bad.Line, bad.Err.Error())
			continue
		case err != nil:
			return f, fmt.Errorf("glossary: %w", err)
		}
		line, _ := c.FieldPos(0)
		if first {
			if s, t := column(record, source), column(record, target); s >= 0 && t >= 0 && s != t {
				from, to = s, t
				continue
			}
		}
		if len(record) <= max(from, to) {
			f.skip(line, fmt.Sprintf("%d columns, not %d", len(record), max(from, to)+1))
			continue
		}
		if !utf8.ValidString(record[from]) || !utf8.ValidString(record[to]) {
			f.skip(line, "not UTF-8")
			continue
		}
		f.add(line, record[from], record[to])
	}
}

// separator returns the character between columns in the first line of a table.
func separator(head string) rune {
	head, _, _ = strings.Cut(head, "\n")
	best := ','
	for _, c := range ";\t" {
		if strings.Count(head, string(c)) > strings.Count(head, string(best)) {
			best = c
		}
	}
	return best
}

// column returns the column whose title names a language, or -1.
func column(titles []string, lang language.Tag) int {
	for i, title := range titles {
		if names(strings.TrimSpace(title), lang) {
			return i
		}
	}
	return -1
}

// readLines reads text line by line.
func readLines(r io.Reader, use func(f *File, n int, line string)) (*File, error) {
	f := &File{}
	lines := bufio.NewReader(decoded(r))
	for n := 1; ; n++ {
		line, err := lines.ReadString('\n')
		if err != nil && err != io.EOF {
			return f, fmt.Errorf("glossary: line %d: %w", n, err)
		}
		text := strings.TrimRight(line, "\r\n")
		switch {
		case strings.TrimSpace(text) == "" || strings.HasPrefix(text, "#"):
		case !utf8.ValidString(text):
			f.skip(n, "not UTF-8")
		default:
			use(f, n, text)
		}
		if err == io.EOF {
			return f, nil
		}
	}
}

// decoded returns a reader without the byte order mark of r, and with UTF-8 instead of UTF-16.
func decoded(r io.Reader) io.Reader {
	in := bufio.NewReader(r)
	switch mark, _ := in.Peek(3); {
	case len(mark) == 3 && string(mark) == "\ufeff":
		in.Discard(3)
	case len(mark) >= 2 && (mark[0] == 0xFF && mark[1] == 0xFE || mark[0] == 0xFE && mark[1] == 0xFF):
		return xunicode.UTF16(xunicode.LittleEndian, xunicode.ExpectBOM).NewDecoder().Reader(in)
	}
	return in
}
