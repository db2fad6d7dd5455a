//go:build unix && !solaris && !aix

package seed

import (
	"errors"
	"os"
	"syscall"
	"time"
)

// patience is how long to wait for a lock. A process that was killed takes a moment to end.
const patience = 3 * time.Second

// lock locks a file for this process until the file is closed or the process ends, in any way.
func lock(f *os.File) error {
	for begin := time.Now(); ; time.Sleep(50 * time.Millisecond) {
		err := syscall.Flock(int(f.Fd()), syscall.LOCK_EX|syscall.LOCK_NB)
		switch {
		case !errors.Is(err, syscall.EWOULDBLOCK):
			return nil // also if the file system has no locks
		case time.Since(begin) > patience:
			return errInUse
		}
	}
}
