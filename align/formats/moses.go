package formats

import (
	"errors"
	"io"
	"iter"
)

// NewMoses returns a writer of one file a language and one row a line, so that line n of every file
// is the same text. Rows that lack a language are left out. Line breaks and tabs inside a wording
// become spaces.
func NewMoses(files ...io.Writer) *Writer {
	w := newWriter(len(files), files...)
	w.row = func(r *Row) (bool, error) {
		if !r.full() {
			return false, nil
		}
		for i, t := range r.Texts {
			w.put(i, oneLine(t)+"\n")
		}
		return true, w.err
	}
	return w
}

// ReadMoses returns the rows of files that [NewMoses] wrote. It is an error if one file has fewer
// lines than another.
func ReadMoses(files ...io.Reader) iter.Seq2[Row, error] {
	return func(yield func(Row, error) bool) {
		next := make([]func() (numbered, error, bool), len(files))
		for i, f := range files {
			var stop func()
			next[i], stop = iter.Pull2(lines(f))
			defer stop()
		}
		for n := 1; ; n++ {
			row, ended := Row{}, 0
			for _, f := range next {
				s, err, ok := f()
				if err != nil {
					yield(Row{}, err)
					return
				}
				if !ok {
					ended++
				}
				row.Texts = append(row.Texts, s.text)
			}
			if ended == len(files) {
				return
			}
			if ended > 0 {
				const problem = "some files end here and others do not; each needs the same number of lines"
				yield(Row{}, at(n, errors.New(problem)))
				return
			}
			if !yield(row, nil) {
				return
			}
		}
	}
}
