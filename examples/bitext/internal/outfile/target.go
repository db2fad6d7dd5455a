package outfile

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/bitext-go/bitext/internal/fileerr"
)

// maxLinks is how many links a path may lead through, as on Linux.
const maxLinks = 40

// Check returns the file that a path leads to with links followed, and its description, or nil if
// there is no such file yet. It returns an error if the file cannot be written there, because there
// is no folder, because the path is a folder, or because the file is read-only.
func Check(path string) (target string, info fs.FileInfo, err error) {
	if target, err = Target(path); err != nil {
		return "", nil, err
	}
	info, err = os.Stat(target)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		dir := filepath.Dir(target)
		if info, err := os.Stat(dir); err != nil || !info.IsDir() {
			return "", nil, fmt.Errorf("%s: there is no folder %s; create it, or choose another", path, dir)
		}
		return target, nil, nil
	case err != nil:
		return "", nil, fileerr.In(path, err)
	case info.IsDir():
		return "", nil, fmt.Errorf("%s: this is a folder; give the name of a file in it", path)
	case !info.Mode().IsRegular():
		return target, info, nil
	case info.Mode().Perm()&0o222 == 0: // also for root, who could write to it
		return "", nil, fmt.Errorf("%s: the file is read-only; change its permissions, or choose another name", path)
	}
	f, err := os.OpenFile(target, os.O_WRONLY, 0)
	if err != nil {
		return "", nil, fileerr.In(path, err)
	}
	return target, info, f.Close()
}

// Target returns the path that a path leads to with links followed. The last link may lead to a
// file that does not exist.
func Target(path string) (string, error) {
	target := path
	for range maxLinks {
		info, err := os.Lstat(target)
		if err != nil || info.Mode()&fs.ModeSymlink == 0 {
			return target, nil
		}
		to, err := os.Readlink(target)
		if err != nil {
			return "", fileerr.In(path, err)
		}
		if !filepath.IsAbs(to) {
			// A relative link starts from its real folder.
			dir, err := filepath.EvalSymlinks(filepath.Dir(target))
			if err != nil {
				return "", fileerr.In(path, err)
			}
			to = filepath.Join(dir, to)
		}
		target = to
	}
	return "", fmt.Errorf("%s: too many links, or links in a circle; name the file itself", path)
}
