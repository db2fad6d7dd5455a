package formats

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"iter"
)

// A numbered is a line without its end, and its number from 1.
type numbered struct {
	text   string
	number int
}

// maxLine is how long a line may be, in bytes. It bounds the memory that a hostile file can claim.
const maxLine = 16 << 20

// lines returns the lines of a file. An error is the last item.
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
