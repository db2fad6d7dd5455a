//go:build unix && !solaris && !aix

package seed

import (
	"errors"
	"os"
	"syscall"
)

// lock keeps a file for this process, until it is closed or the process ends in whatever way.
func lock(f *os.File) error {
	err := syscall.Flock(int(f.Fd()), syscall.LOCK_EX|syscall.LOCK_NB)
	if errors.Is(err, syscall.EWOULDBLOCK) {
		return errInUse
	}
	return nil // a file system without locks goes without
}
