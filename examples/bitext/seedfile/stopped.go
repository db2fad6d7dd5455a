package seedfile

import (
	"context"
	"errors"
	"fmt"
	"os"
	"syscall"
)

// A StoppedError says that the work stopped early. Finished work is kept, and a later run continues
// from there.
type StoppedError struct {
	Folder string // the folder with the finished work
	Cause  error  // context.Canceled if the caller stopped it
}

func (e *StoppedError) Error() string {
	cause, remedy := e.Cause.Error(), "fix this, and give the same command again to continue"
	var path *os.PathError
	switch {
	case errors.Is(e.Cause, context.Canceled):
		cause, remedy = "interrupted", "give the same command again to continue"
	case errors.As(e.Cause, &path):
		cause = fmt.Sprintf("%s: %v", path.Path, path.Err)
		if errors.Is(e.Cause, syscall.ENOSPC) {
			remedy = "free some space, and give the same command again to continue"
		}
	}
	return fmt.Sprintf("%s; no memory was written, and an older one is unchanged. Finished work is kept in %s; %s",
		cause, e.Folder, remedy)
}

// Unwrap returns the cause, but nil if the caller stopped the work, so that the error is not
// mistaken for that of the context.
func (e *StoppedError) Unwrap() error {
	if errors.Is(e.Cause, context.Canceled) {
		return nil
	}
	return e.Cause
}
