package seedfile

import (
	"compress/gzip"
	"errors"
	"io"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"github.com/bitext-go/bitext/examples/bitext/internal/outfile"
)

// outputs are files that get their names when all of them are finished.
type outputs struct {
	folder string // for unfinished files; on the disk of the final places
	files  []*output
}

// An output is a file that is being written.
type output struct {
	*os.File
	path string // its final name; "" for the parts of the memory, until each has one
}

// create creates a file in the folder.
func (o *outputs) create(name, path string) (*output, error) {
	f, err := os.Create(filepath.Join(o.folder, name))
	if err != nil {
		return nil, err
	}
	x := &output{f, path}
	o.files = append(o.files, x)
	return x, nil
}

// Close flushes the file to disk and closes it.
func (o *output) Close() error {
	err := o.Sync()
	if closing := o.File.Close(); err == nil {
		err = closing
	}
	return err
}

// name gives the parts of the memory their final names: that of the memory if there is one part,
// else numbered names. older are files of an earlier seeding that will remain beside them.
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

// place gives all files their final names.
func (o *outputs) place() error {
	for _, f := range o.files {
		if err := f.Close(); err != nil && !errors.Is(err, os.ErrClosed) {
			return err
		}
		if err := outfile.Place(f.Name(), f.path); err != nil {
			return err
		}
	}
	o.files = nil
	return nil
}

// drop removes the files that have not been renamed.
func (o *outputs) drop() {
	for _, f := range o.files {
		f.File.Close()
		os.Remove(f.Name())
	}
}

// compress returns a writer that compresses with gzip into a file.
func compress(f *output) io.WriteCloser { return &gzipped{gzip.NewWriter(f), f} }

// A gzipped closes its file with itself.
type gzipped struct {
	*gzip.Writer
	f *output
}

func (g *gzipped) Close() error { return errors.Join(g.Writer.Close(), g.f.Close()) }
