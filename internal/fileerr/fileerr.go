// Package fileerr says what went wrong with a file in words that a user of a program understands.
package fileerr

import (
	"errors"
	"fmt"
	"io/fs"
)

// In returns err as an error of the file at path, with a remedy if it is one that the user can act
// on. It returns nil if err is nil.
func In(path string, err error) error {
	if err == nil {
		return nil
	}
	return fmt.Errorf("%s: %w", path, Explain(err))
}

// A told error is an error of package fs in other words.
type told struct {
	err  error
	what string
}

func (t *told) Error() string { return t.what }

func (t *told) Unwrap() error { return t.err }

// Explain returns err without the path that the os package puts into it, for messages that name
// the file already.
func Explain(err error) error {
	var p *fs.PathError
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return &told{fs.ErrNotExist, "there is no such file; check its name"}
	case errors.Is(err, fs.ErrPermission):
		return &told{fs.ErrPermission,
			"no permission for that; change the permissions of the file, or choose another"}
	case errors.As(err, &p):
		return p.Err
	}
	return err
}
