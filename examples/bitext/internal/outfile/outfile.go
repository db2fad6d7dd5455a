package outfile

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"syscall"

	"github.com/gofrs/flock"

	"github.com/bitext-go/bitext/internal/fileerr"
)

// A File is a file that is being written. It gets its name with Commit.
type File struct {
	file   *os.File
	path   string       // as the user gave it
	target string       // path with links followed
	use    *flock.Flock // the lock that marks a temporary file as in use; nil if written directly
}

// Create begins a file. The folder must exist.
func Create(path string) (*File, error) {
	target, info, err := Check(path)
	if err != nil {
		return nil, err
	}
	if info != nil && !info.Mode().IsRegular() {
		f, err := os.OpenFile(target, os.O_WRONLY, 0)
		return &File{file: f, path: path, target: target}, fileerr.In(path, err)
	}
	removeLeftovers(target)
	file, use, err := temporary(target)
	if err != nil {
		return nil, notCreated(path, target, err)
	}
	return &File{file, path, target, use}, nil
}

func (f *File) Write(p []byte) (int, error) { return f.file.Write(p) }

// notCreated returns the error of a file that accompanies target and cannot be created.
func notCreated(path, target string, err error) error {
	if errors.Is(err, fs.ErrPermission) {
		return fmt.Errorf("%s: no file can be created in %s; change the permissions of the folder, or choose another",
			path, filepath.Dir(target))
	}
	return fileerr.In(path, err)
}

// Commit flushes the file to the disk, calls the functions ready, and gives the file its name.
// After an error, also of ready, an older file is as it was.
func (f *File) Commit(ready ...func() error) error {
	if f.use == nil {
		err := f.file.Close()
		f.file = nil
		return fileerr.In(f.path, err)
	}
	if err := f.file.Sync(); err != nil {
		return f.failed(err)
	}
	for _, ready := range ready {
		if err := ready(); err != nil {
			return err
		}
	}
	err := f.file.Close()
	if err == nil {
		err = Place(f.file.Name(), f.target)
	}
	if err != nil {
		return f.failed(err)
	}
	f.release()
	return nil
}

// Discard removes the file if it was not committed.
func (f *File) Discard() {
	if f.file == nil {
		return
	}
	f.file.Close()
	if f.use != nil {
		os.Remove(f.file.Name())
	}
	f.release()
}

// release ends the use of the temporary file.
func (f *File) release() {
	if f.use != nil {
		f.use.Unlock()
	}
	f.file = nil
}

// failed returns an error of writing the file.
func (f *File) failed(err error) error {
	if f.use == nil || errors.Is(err, context.Canceled) {
		return err
	}
	return fmt.Errorf("%s was not written: %w", f.path, fileerr.Explain(err))
}

// Place gives a finished file the name path, where Check allows it. If the two are on different
// disks, the file is copied.
func Place(temporary, path string) error {
	target, info, err := Check(path)
	if err != nil {
		return err
	}
	if info != nil {
		if err := copyAttributes(temporary, target, info); err != nil {
			return err
		}
	}
	err = os.Rename(temporary, target)
	if errors.Is(err, syscall.EXDEV) {
		return move(temporary, target)
	}
	if err != nil {
		return err
	}
	return syncFolder(filepath.Dir(target))
}

// move moves a file to another disk.
func move(from, to string) error {
	in, err := os.Open(from)
	if err != nil {
		return err
	}
	defer in.Close()
	out, err := Create(to)
	if err != nil {
		return err
	}
	defer out.Discard()
	if _, err := io.Copy(out, in); err != nil {
		return err
	}
	if err := out.Commit(); err != nil {
		return err
	}
	in.Close()
	return os.Remove(from)
}
