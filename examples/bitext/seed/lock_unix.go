//go:build unix && !solaris && !aix

package seed

import (
	"errors"
	"os"
	"syscall"
	"time"
)

// patience is how long a lock is waited for: a process that was killed takes a while to be gone.
const patience = 3 * time.Second

// lock keeps a file for this process, until it is closed or the process ends in whatever way.
func lock(f *os.File) error {
	for begin := time.Now(); ; time.Sleep(50 * time.Millisecond) {
		err := syscall.Flock(int(f.Fd()), syscall.LOCK_EX|syscall.LOCK_NB)
		switch {
		case !errors.Is(err, syscall.EWOULDBLOCK):
			return nil // a file system without locks goes without
		case time.Since(begin) > patience:
			return errInUse
		}
	}
}
