package formats

import (
	"fmt"
	"io"
	"iter"
	"strings"
)

// NewTSV returns a writer of one row a line: the wordings and the two confidences, separated by
// tabs. Tabs and line breaks inside a wording become spaces. There are no headings.
func NewTSV(file io.Writer) *Writer {
	w := newWriter(0, file)
	w.row = func(r *Row) (bool, error) {
		for _, t := range r.Texts {
			w.put(0, oneLine(t)+"\t")
		}
		w.put(0, score(r.Boundary)+"\t"+score(r.Translation)+"\n")
		return true, w.err
	}
	return w
}

// ReadTSV returns the rows of a file that [NewTSV] wrote.
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

// cells returns the row of a table: wordings and then the two confidences.
func cells(fields []string) (Row, error) {
	n := len(fields) - 2
	if n < 1 {
		return Row{}, fmt.Errorf("the row has %d fields; wordings and two confidences are expected", len(fields))
	}
	b, t, err := parseScores(fields[n], fields[n+1])
	if err != nil {
		return Row{}, fmt.Errorf("the last two fields are not two confidences: %w", err)
	}
	return Row{Texts: fields[:n:n], Boundary: b, Translation: t}, nil
}
