package formats

import (
	"errors"
	"io"
	"iter"
)

// NewMoses writes each language into a file of its own, one row a line, so that line n of every
// file is the same text. Rows that lack a language are left out; line breaks and tabs inside a
// wording become spaces.
func NewMoses(files ...io.Writer) *Writer {
	w := newWriter(len(files), files...)
	w.row = func(r *Row) (bool, error) {
		if !r.full() {
			return false, nil
		}
		for i, t := range r.Texts {
			w.put(i, line(t)+"\n")
		}
		return true, w.err
	}
	return w
}

// ReadMoses reads what [NewMoses] writes. It fails where one file has fewer lines than another.
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
				yield(Row{}, at(n, errors.New("some of the files end here, and some do not")))
				return
			}
			if !yield(row, nil) {
				return
			}
		}
	}
}
