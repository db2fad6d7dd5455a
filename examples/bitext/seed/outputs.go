package seed

import (
	"compress/gzip"
	"errors"
	"io"
	"os"
	"path/filepath"
	"strconv"
	"strings"
)

// outputs are the files that are put in their places when all are whole.
type outputs struct{ files []*output }

type output struct {
	*os.File
	path string // its place; "" for parts of the memory, until there is a name for each
}

// create makes a file under a name in the work folder, which stands beside the place that it will
// go to.
func (o *outputs) create(name, path string) (*output, error) {
	f, err := os.Create(name)
	if err != nil {
		return nil, err
	}
	x := &output{f, path}
	o.files = append(o.files, x)
	return x, nil
}

// Close makes sure of what was written, and closes the file.
func (o *output) Close() error {
	err := o.Sync()
	if closing := o.File.Close(); err == nil {
		err = closing
	}
	return err
}

// name returns the parts of the memory their places: one alone is the memory, of several each has a
// number. older are files of an earlier seeding that stay beside them.
func (o *outputs) name(memory string) (places, older []string) {
	head := strings.TrimSuffix(strings.TrimSuffix(memory, ".gz"), ".tmx")
	numbered := func(n int) string { return head + "." + strconv.Itoa(n) + strings.TrimPrefix(memory, head) }
	var parts []*output
	for _, f := range o.files {
		if f.path == "" {
			parts = append(parts, f)
		}
	}
	next := 1
	if len(parts) == 1 {
		parts[0].path = memory
		places = append(places, memory)
	} else {
		if _, err := os.Stat(memory); err == nil {
			older = append(older, memory)
		}
		for _, f := range parts {
			f.path = numbered(next)
			places = append(places, f.path)
			next++
		}
	}
	for ; ; next++ {
		if _, err := os.Stat(numbered(next)); err != nil {
			return places, older
		}
		older = append(older, numbered(next))
	}
}

// place puts all files in their places.
func (o *outputs) place() error {
	for _, f := range o.files {
		if err := f.Close(); err != nil && !errors.Is(err, os.ErrClosed) {
			return err
		}
		// A link is followed, so that it stays one, and the permissions of a file that was there
		// stay too.
		if real, err := filepath.EvalSymlinks(f.path); err == nil {
			f.path = real
		}
		if info, err := os.Stat(f.path); err == nil {
			if err := os.Chmod(f.Name(), info.Mode().Perm()); err != nil {
				return err
			}
		}
		if err := os.Rename(f.Name(), f.path); err != nil {
			return err
		}
	}
	o.files = nil
	return nil
}

// drop takes away what has no place yet.
func (o *outputs) drop() {
	for _, f := range o.files {
		f.File.Close()
		os.Remove(f.Name())
	}
}

// compress writes into a file with gzip.
func compress(f *output) io.WriteCloser { return &gzipped{gzip.NewWriter(f), f} }

type gzipped struct {
	*gzip.Writer
	f *output
}

func (g *gzipped) Close() error { return errors.Join(g.Writer.Close(), g.f.Close()) }
