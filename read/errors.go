package read

import (
	"errors"
	"fmt"

	"github.com/bitext-go/bitext/read/internal/part"
)

// A LimitError reports that a document exceeds a bound of [Reader].
type LimitError struct {
	What  string // what is too large, and how large it may be
	Bound string // the field of Reader that sets the bound, such as "MaxBytes"
}

func (e *LimitError) Error() string {
	return fmt.Sprintf("%s; split the document, or raise the bound %s", e.What, e.Bound)
}

// A lineError is an error in one line of a document.
type lineError struct {
	line int
	err  error
}

func (e *lineError) Error() string { return fmt.Sprintf("line %d: %v", e.line, e.err) }

func (e *lineError) Unwrap() error { return e.err }

// locate adds the name of the file, and the line if there is one, to an error.
func locate(name string, err error) error {
	var limit *part.LimitError
	if errors.As(err, &limit) {
		err = (*LimitError)(limit)
	}
	var l *lineError
	if errors.As(err, &l) {
		return fmt.Errorf("%s:%d: %w", name, l.line, l.err)
	}
	return fmt.Errorf("%s: %w", name, err)
}
