package outfile

import (
	"context"
	"errors"
	"os"
	"time"

	"github.com/gofrs/flock"
)

// ErrLocked is returned by [Lock] if another program has the lock for too long.
var ErrLocked = errors.New("another bitext is changing the file")

// retry is the time between two attempts to get a lock.
const retry = 50 * time.Millisecond

// Lock keeps other programs that call Lock from changing the file at path, with links followed. It
// waits for up to patience, or without limit if that is negative, and until ctx ends. waiting, if
// not nil, is called once if it has to wait. The lock ends with unlock, or with the process, in
// whatever way. On a file system without locks, Lock succeeds without one.
//
// The lock is a hidden file beside the file, since the file itself is replaced when it is written.
func Lock(ctx context.Context, path string, patience time.Duration, waiting func()) (unlock func(), err error) {
	target, err := Target(path)
	if err != nil {
		return nil, err
	}
	name := beside(target) + lockName
	begin := time.Now()
	for {
		l := flock.New(name, flock.SetPermissions(0o666))
		locked, err := l.TryLock()
		switch {
		case errors.Is(err, os.ErrPermission) || errors.Is(err, os.ErrNotExist):
			return nil, notCreated(path, target, err)
		case err != nil:
			return func() {}, nil
		case locked && sameFile(l, name):
			return func() {
				// The file is removed before the lock ends. A program that waits for the lock then
				// finds that the file is another one, and tries again.
				os.Remove(name)
				l.Unlock()
			}, nil
		case locked:
			l.Unlock()
			continue
		}
		if waiting != nil {
			waiting()
			waiting = nil
		}
		if patience >= 0 && time.Since(begin) > patience {
			return nil, ErrLocked
		}
		select {
		case <-ctx.Done():
			return nil, ctx.Err()
		case <-time.After(retry):
		}
	}
}
