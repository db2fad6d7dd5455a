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

// Explain returns err without the path that the os package puts into it, for messages that name
// the file already.
func Explain(err error) error {
	var p *fs.PathError
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return errors.New("there is no such file; check its name")
	case errors.Is(err, fs.ErrPermission):
		return errors.New("no permission for that; change the permissions of the file, or choose another")
	case errors.As(err, &p):
		return p.Err
	}
	return err
}
