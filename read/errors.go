package read

import (
	"errors"
	"fmt"

	"github.com/bitext-go/bitext/read/internal/part"
)

// What the errors of a [Reader] wrap, for errors.Is.
var (
	// ErrEmpty is wrapped by the errors for files without text, such as a PDF of pictures.
	ErrEmpty = part.ErrEmpty
	// ErrDamaged is wrapped by the errors for files that are cut short or broken.
	ErrDamaged = part.ErrDamaged
	// ErrProtected is wrapped by the errors for files that need a password or another key.
	ErrProtected = part.ErrProtected
)

// A FormatError reports a file in a format that is not read.
type FormatError struct {
	Title  string // what people call the format: "a presentation of PowerPoint 97 to 2003 (PPT)"
	Remedy string // what to do: "save its outline as text or as DOCX"
}

func (e *FormatError) Error() string { return fmt.Sprintf("%s is not read; %s", e.Title, e.Remedy) }

// A ToolError reports that a program which reads the format is missing. It wraps [exec.ErrNotFound]
// if the program is not on the path.
type ToolError struct {
	Tool string // the name of the program: "pdftotext"
	Err  error  // what package exec says
	what string
}

func (e *ToolError) Error() string { return e.what }

// Unwrap returns Err.
func (e *ToolError) Unwrap() error { return e.Err }

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
