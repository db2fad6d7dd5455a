package formats

import (
	"bufio"
	"encoding/csv"
	"fmt"
	"io"
	"iter"
	"strings"

	"golang.org/x/text/language"
)

const byteOrderMark = "\uFEFF"

// NewCSV returns a writer of a comma-separated table that Excel opens correctly: with a byte order
// mark and a line of headings (the languages, "boundary", "translation"). A wording that Excel
// would take for a formula, because it begins with =, +, - or @, gets an apostrophe before it. Line
// breaks inside a wording become line feeds.
func NewCSV(file io.Writer, langs ...language.Tag) *Writer {
	w := newWriter(len(langs), file)
	table := csv.NewWriter(w.files[0])
	table.UseCRLF = true
	w.head = func() string {
		w.put(0, byteOrderMark)
		w.keep(table.Write(append(tagNames(langs), "boundary", "translation")))
		table.Flush()
		return ""
	}
	w.row = func(r *Row) (bool, error) {
		fields := make([]string, 0, len(langs)+2)
		for _, t := range r.Texts {
			fields = append(fields, Guard(lineFeeds.Replace(t)))
		}
		w.keep(table.Write(append(fields, score(r.Boundary), score(r.Translation))))
		table.Flush()
		w.keep(table.Error())
		return true, w.err
	}
	return w
}

// lineFeeds replaces carriage returns, which encoding/csv does not write unchanged.
var lineFeeds = strings.NewReplacer("\r\n", "\n", "\r", "\n")

// ReadCSV returns the rows of a file that [NewCSV] wrote.
func ReadCSV(file io.Reader) iter.Seq2[Row, error] {
	return func(yield func(Row, error) bool) {
		in := bufio.NewReader(file)
		if mark, _ := in.Peek(len(byteOrderMark)); string(mark) == byteOrderMark {
			in.Discard(len(byteOrderMark))
		}
		table := csv.NewReader(in)
		for first := true; ; first = false {
			fields, err := table.Read()
			switch {
			case err == io.EOF:
				return
			case err != nil:
				yield(Row{}, fmt.Errorf("formats: %w", err))
				return
			case first:
				continue
			}
			row, err := cells(fields)
			if err != nil {
				n, _ := table.FieldPos(0)
				yield(Row{}, at(n, err))
				return
			}
			for i, t := range row.Texts {
				row.Texts[i] = unguard(t)
			}
			if !yield(row, nil) {
				return
			}
		}
	}
}

// Guard returns s so that Excel does not take it for a formula.
func Guard(s string) string {
	if formula(strings.TrimLeft(s, "'")) {
		return "'" + s
	}
	return s
}

// unguard returns the wording that Guard was given.
func unguard(s string) string {
	if strings.HasPrefix(s, "'") && formula(strings.TrimLeft(s, "'")) {
		return s[1:]
	}
	return s
}

func formula(s string) bool { return s != "" && strings.IndexByte("=+-@", s[0]) >= 0 }

// tagNames returns the headings of languages.
func tagNames(langs []language.Tag) []string {
	names := make([]string, len(langs), len(langs)+2)
	for i, l := range langs {
		names[i] = l.String()
	}
	return names
}
