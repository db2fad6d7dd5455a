//go:build unix

package outfile

import (
	"errors"
	"io/fs"
	"os"
	"syscall"
)

// copyAttributes gives a temporary file the mode of the file that it will replace, and as far as
// the system allows its owner and extended attributes.
func copyAttributes(temporary, target string, info fs.FileInfo) error {
	mode := info.Mode() & (fs.ModePerm | fs.ModeSetuid | fs.ModeSetgid | fs.ModeSticky)
	if s, ok := info.Sys().(*syscall.Stat_t); ok {
		err := os.Chown(temporary, int(s.Uid), int(s.Gid))
		if err != nil {
			err = os.Chown(temporary, -1, int(s.Gid)) // only the group, if the user may not change the owner
		}
		if err != nil {
			// The group is another one, and gets no more rights than everybody has.
			mode = mode&^0o070 | mode&0o007<<3
		}
	}
	copyExtended(temporary, target)
	return os.Chmod(temporary, mode)
}

// syncFolder flushes the names in a folder to the disk.
func syncFolder(dir string) error {
	d, err := os.Open(dir)
	if err != nil {
		return err
	}
	defer d.Close()
	// Some file systems cannot do it, and say so with EINVAL.
	if err := d.Sync(); err != nil && !errors.Is(err, syscall.EINVAL) && !errors.Is(err, syscall.ENOTSUP) {
		return err
	}
	return nil
}
