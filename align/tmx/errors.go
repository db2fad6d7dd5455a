package tmx

import (
	"bytes"
	"errors"
	"fmt"

	"github.com/bitext-go/bitext/internal/quote"
)

// What the errors of a file that cannot be read whole wrap, for errors.Is. They are fatal; see
// [IsDamage].
var (
	// ErrNotTMX is wrapped by the error for a file without <tmx>.
	ErrNotTMX = errors.New("this is not a TMX file: it has no <tmx>")
	// ErrCutShort is wrapped by the error for a file that ends before </tmx>. What came before it
	// has been read.
	ErrCutShort = errors.New("it may have been cut short")
)

// ErrClosed is returned by a [Writer] or a [Splitter] that is used after Close.
var ErrClosed = errors.New("tmx: write after Close")

// A SyntaxError is damage in a TMX file. It costs the unit that has it and nothing else, unless it
// is Fatal.
type SyntaxError struct {
	Line   int   // 1 for the first line of the file
	Column int   // in bytes, 1 for the first
	Offset int64 // in bytes from the beginning of the file; of UTF-16 and gzip, as UTF-8
	Err    error // what is wrong
	// Raw is the damaged unit as it is in the file, in UTF-8, for [Writer.WriteRaw]; nil if the
	// damage is not in one unit of up to 8 MiB.
	Raw []byte
	// Fatal reports that no unit follows, because the file is no TMX or is cut short.
	Fatal bool
}

// IsDamage reports whether an error of [Reader.Units] costs one unit, or something between units,
// and reading goes on. Any other error is the last: the memory is not complete.
func IsDamage(err error) bool {
	var syntax *SyntaxError
	return errors.As(err, &syntax) && !syntax.Fatal
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
func located(err error, chunk []byte, at place, what string) *SyntaxError {
	var f *fault
	if errors.As(err, &f) {
		before := chunk[:min(f.at, len(chunk))]
		if last := bytes.LastIndexByte(before, '\n'); last >= 0 {
			at.line += bytes.Count(before, newline)
			at.column = 1 - (last + 1)
		}
		at.column += len(before)
		at.offset += int64(len(before))
		err = f.err
	}
	return at.error(fmt.Errorf("%s left out: %w", what, err))
}

// error returns err as an error at the place.
func (p place) error(err error) *SyntaxError {
	return &SyntaxError{Line: p.line, Column: p.column, Offset: p.offset, Err: err}
}

// fatal returns err as an error at the place after which no unit is read.
func (p place) fatal(err error) *SyntaxError {
	e := p.error(err)
	e.Fatal = true
	return e
}
