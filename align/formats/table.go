package formats

import (
	"bufio"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"iter"
	"strings"

	"golang.org/x/text/language"
)

// NewTSV writes one row a line: the wordings and the two confidences, with a tab after each but the
// last. Tabs and line breaks inside a wording become spaces. There is no line of headings.
func NewTSV(file io.Writer) *Writer {
	w := newWriter(0, file)
	w.row = func(r *Row) (bool, error) {
		for _, t := range r.Texts {
			w.put(0, line(t)+"\t")
		}
		w.put(0, score(r.Boundary)+"\t"+score(r.Translation)+"\n")
		return true, w.err
	}
	return w
}

// ReadTSV reads what [NewTSV] writes.
func ReadTSV(file io.Reader) iter.Seq2[Row, error] {
	return func(yield func(Row, error) bool) {
		for s, err := range lines(file) {
			if err != nil {
				yield(Row{}, err)
				return
			}
			row, err := cells(strings.Split(s.text, "\t"))
			if err != nil {
				yield(Row{}, at(s.number, err))
				return
			}
			if !yield(row, nil) {
				return
			}
		}
	}
}

// cells returns a row of wordings and the two confidences.
func cells(fields []string) (Row, error) {
	n := len(fields) - 2
	if n < 1 {
		return Row{}, fmt.Errorf("it has %d fields; wordings and two confidences are wanted", len(fields))
	}
	b, t, err := parseScores(fields[n], fields[n+1])
	if err != nil {
		return Row{}, fmt.Errorf("the last two fields are not two confidences: %w", err)
	}
	return Row{Texts: fields[:n:n], Boundary: b, Translation: t}, nil
}

const byteOrderMark = "\uFEFF"

// NewCSV writes a table that Excel opens as it should: with a byte order mark, a line of headings
// (the languages, "boundary", "translation"), comma-separated. Before a wording that Excel would
// take for a formula, because it begins with =, +, - or @, stands an apostrophe. Line breaks inside
// a wording become line feeds.
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
			fields = append(fields, guard(lineFeeds.Replace(t)))
		}
		w.keep(table.Write(append(fields, score(r.Boundary), score(r.Translation))))
		table.Flush()
		w.keep(table.Error())
		return true, w.err
	}
	return w
}

// lineFeeds makes all line breaks what encoding/csv writes unchanged.
var lineFeeds = strings.NewReplacer("\r\n", "\n", "\r", "\n")

// ReadCSV reads what [NewCSV] writes.
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

func guard(s string) string {
	if formula(strings.TrimLeft(s, "'")) {
		return "'" + s
	}
	return s
}

func unguard(s string) string {
	if strings.HasPrefix(s, "'") && formula(strings.TrimLeft(s, "'")) {
		return s[1:]
	}
	return s
}

func formula(s string) bool { return s != "" && strings.IndexByte("=+-@", s[0]) >= 0 }

func tagNames(langs []language.Tag) []string {
	names := make([]string, len(langs), len(langs)+2)
	for i, l := range langs {
		names[i] = l.String()
	}
	return names
}

// A numbered line, without its end.
type numbered struct {
	text   string
	number int
}

// maxLine is how long a line may be, in bytes.
const maxLine = 16 << 20

// lines returns the lines of a file. An error is the last.
func lines(file io.Reader) iter.Seq2[numbered, error] {
	return func(yield func(numbered, error) bool) {
		s := bufio.NewScanner(file)
		s.Buffer(make([]byte, 64<<10), maxLine)
		n := 0
		for s.Scan() {
			n++
			if !yield(numbered{s.Text(), n}, nil) {
				return
			}
		}
		if err := s.Err(); errors.Is(err, bufio.ErrTooLong) {
			yield(numbered{}, fmt.Errorf("formats: line %d is longer than 16 MiB", n+1))
		} else if err != nil {
			yield(numbered{}, fmt.Errorf("formats: after line %d: %w", n, err))
		}
	}
}
