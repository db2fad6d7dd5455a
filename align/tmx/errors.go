package tmx

import (
	"bytes"
	"errors"
	"fmt"

	"github.com/bitext-go/bitext/internal/quote"
)

// A SyntaxError is damage in a TMX file. It costs the unit that has it, and nothing else unless it
// says so.
type SyntaxError struct {
	Line int   // 1 for the first line of the file
	Err  error // what is wrong
}

func (e *SyntaxError) Error() string { return fmt.Sprintf("tmx: line %d: %v", e.Line, e.Err) }

// Unwrap returns what is wrong, without the line.
func (e *SyntaxError) Unwrap() error { return e.Err }

// A fault is a SyntaxError before its line is known.
type fault struct {
	at  int // bytes from the beginning of the unit
	err error
}

func (f *fault) Error() string { return f.err.Error() }

// excerpt returns the beginning of s, short enough for an error.
func excerpt(s string) string { return quote.Excerpt(s, 41) }

func faultf(at int, format string, args ...any) error {
	return &fault{at: at, err: fmt.Errorf(format, args...)}
}

// located turns an error in a chunk that begins on the given line into a SyntaxError that also says
// what is left out.
func located(err error, chunk []byte, line int, what string) error {
	var f *fault
	if errors.As(err, &f) {
		line += bytes.Count(chunk[:min(f.at, len(chunk))], newline)
		err = f.err
	}
	return &SyntaxError{line, fmt.Errorf("%s left out: %w", what, err)}
}
