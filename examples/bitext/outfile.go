package main

import (
	"bufio"
	"crypto/rand"
	"encoding/hex"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"github.com/bitext-go/bitext/internal/fileerr"
)

// writeOut writes a file whole or not at all: it gets its name only after write has succeeded. "-"
// is the standard output.
func writeOut(path string, write func(io.Writer) error) error {
	if path == "-" {
		w := bufio.NewWriter(os.Stdout)
		if err := write(w); err != nil {
			return err
		}
		return w.Flush()
	}
	f, err := create(path)
	if err != nil {
		return err
	}
	w := bufio.NewWriter(f)
	if err = write(w); err == nil {
		err = w.Flush()
	}
	return f.finish(err)
}

// An outfile is a file that is being written, under a temporary name in its folder.
type outfile struct {
	*os.File
	path string // its name when it is finished
}

// create begins a file. The folder must exist.
func create(path string) (*outfile, error) {
	// A link is followed, so that it stays a link. A device or a pipe is written to directly.
	if real, err := filepath.EvalSymlinks(path); err == nil {
		path = real
	}
	mode := os.FileMode(0o666)
	switch info, err := os.Stat(path); {
	case err != nil:
	case info.IsDir():
		return nil, fmt.Errorf("%s: this is a folder; name a file in it with -o", path)
	case !info.Mode().IsRegular():
		f, err := os.OpenFile(path, os.O_WRONLY, 0)
		return &outfile{File: f}, fileerr.In(path, err)
	default:
		mode = info.Mode().Perm()
	}
	dir := filepath.Dir(path)
	if info, err := os.Stat(dir); err != nil || !info.IsDir() {
		return nil, fmt.Errorf("%s: there is no folder %s; create it, or choose another", path, dir)
	}
	var salt [6]byte
	rand.Read(salt[:])
	temporary := filepath.Join(dir, "."+filepath.Base(path)+"."+hex.EncodeToString(salt[:]))
	f, err := os.OpenFile(temporary, os.O_WRONLY|os.O_CREATE|os.O_EXCL, mode)
	if err != nil {
		return nil, fileerr.In(path, err)
	}
	return &outfile{f, path}, nil
}

// finish gives the file its name, or removes it if err is not nil.
func (f *outfile) finish(err error) error {
	if closed := f.Close(); err == nil {
		err = closed
	}
	if f.path == "" {
		return err
	}
	if err == nil {
		err = os.Rename(f.Name(), f.path)
	}
	if err != nil {
		os.Remove(f.Name())
		return fmt.Errorf("%s was not written: %w", f.path, err)
	}
	return nil
}
