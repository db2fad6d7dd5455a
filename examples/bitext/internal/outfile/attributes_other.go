//go:build !unix

package outfile

import (
	"io/fs"
	"os"
)

// copyAttributes gives a temporary file the mode of the file that it will replace.
func copyAttributes(temporary, _ string, info fs.FileInfo) error {
	return os.Chmod(temporary, info.Mode().Perm())
}

// syncFolder does nothing: the system writes names to the disk with the rename.
func syncFolder(string) error { return nil }
