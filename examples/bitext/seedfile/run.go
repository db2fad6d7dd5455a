// Package seedfile writes the memory of a seeding to a file: whole or not at all, and never two
// programs at once.
//
//	o := seedfile.Output{Seeding: &seed.Seeding{Collection: c, Read: read}, Path: "memory.tmx"}
//	report, err := o.Run(ctx)
//
// Finished work is kept in a folder beside the file, so that a run that was stopped goes on where
// it was. The file appears at the end.
package seedfile

import (
	"context"
	"crypto/sha256"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/bitext-go/bitext/align/seed"
	"github.com/bitext-go/bitext/examples/bitext/internal/outfile"
	"github.com/bitext-go/bitext/internal/fileerr"
)

// An Output is a file for the memory of a seeding.
type Output struct {
	*seed.Seeding        // its Folder, Create and LeftOut are set by Run
	Path          string // the file for the memory; compressed if its name ends in .gz
	Rejects       string // the file for a table (TSV) of the units that are left out; "" for none
	Keep          bool   // keep the finished work, so that a later run aligns only new and changed documents

	// Convert returns a writer that changes a memory on its way to a file; nil changes nothing.
	Convert func(io.WriteCloser) io.WriteCloser
}

// maxName is how many bytes of the output's name the name of the work folder has. File systems
// allow 255 bytes.
const maxName = 200

// WorkFolder returns the folder, beside the output, in which a seeding keeps finished work.
func WorkFolder(output string) string {
	dir, name := filepath.Split(output)
	if len(name) > maxName {
		sum := sha256.Sum256([]byte(name))
		name = fmt.Sprintf("%s-%x", strings.ToValidUTF8(name[:maxName], ""), sum[:8])
	}
	return dir + name + ".seeding"
}

// patience is how long to wait for another program that writes the output. One that was killed
// takes a moment to end, and one that ends soon is worth waiting for.
const patience = 3 * time.Second

// Run makes the memory. A document that cannot be aligned is not an error but in the report. Run
// may return a report along with an error. After an error no memory is written, and an older one is
// unchanged.
func (o *Output) Run(ctx context.Context) (*seed.Report, error) {
	begin := time.Now()
	report, err := o.alone(ctx, func(ctx context.Context) (*seed.Report, error) {
		report, err := o.write(ctx)
		if o.Keep || report == nil || !isFutile(err) {
			return report, err
		}
		if cleaning := o.Clean(); cleaning != nil && err == nil {
			err = &seed.FutileError{Cause: fmt.Errorf("%s is written, but %s cannot be removed: %w",
				o.Path, o.Folder, fileerr.Explain(cleaning))}
		}
		return report, err
	})
	if report != nil {
		report.Seconds = time.Since(begin).Seconds()
	}
	return report, err
}

// isFutile reports whether a later run could do no better: there is no error, or it would meet the
// same one.
func isFutile(err error) bool {
	var futile *seed.FutileError
	return err == nil || errors.As(err, &futile)
}

// FirstPass does the first pass of a shard, as [seed.Seeding.FirstPass] does. Its finished work
// stays beside the output, where Run finds it.
func (o *Output) FirstPass(ctx context.Context) (*seed.Report, error) {
	return o.alone(ctx, func(ctx context.Context) (*seed.Report, error) {
		o.Folder = WorkFolder(o.Path)
		if err := os.MkdirAll(o.Pools, 0o777); err != nil {
			return nil, &seed.FutileError{Cause: fmt.Errorf("%s: the folder cannot be created: %w",
				o.Pools, fileerr.Explain(err))}
		}
		return o.Seeding.FirstPass(ctx)
	})
}

// alone does some work while no other program may write the output.
func (o *Output) alone(
	ctx context.Context, some func(context.Context) (*seed.Report, error),
) (*seed.Report, error) {
	if err := o.check(); err != nil {
		return nil, err
	}
	unlock, err := outfile.Lock(ctx, o.Path, patience, nil)
	switch {
	case errors.Is(err, outfile.ErrLocked):
		return nil, fmt.Errorf("%s: another bitext is writing it; wait until it ends, "+
			"and give the same command again", o.Path)
	case err != nil:
		return nil, err
	}
	defer unlock()
	report, err := some(ctx)
	if !isFutile(err) {
		return nil, &StoppedError{o.Folder, err}
	}
	return report, err
}

// check finds errors that can be seen before the work.
func (o *Output) check() error {
	for _, path := range []string{o.Path, o.Rejects} {
		if path == "" {
			continue
		}
		if _, info, err := outfile.Check(path); err != nil {
			return err
		} else if info != nil && !info.Mode().IsRegular() {
			return fmt.Errorf("%s: this is not a regular file; choose another name", path)
		}
	}
	return nil
}

// write runs the seeding, and gives the files their names at the end.
func (o *Output) write(ctx context.Context) (*seed.Report, error) {
	o.Folder = WorkFolder(o.Path)
	out := &outputs{folder: o.Folder}
	defer out.drop()
	o.Create = func(number int) (io.WriteCloser, error) {
		f, err := out.create(fmt.Sprint("memory.part", number), "")
		if err != nil {
			return nil, err
		}
		var w io.WriteCloser = f
		if strings.HasSuffix(o.Path, ".gz") {
			w = compress(f)
		}
		if o.Convert != nil {
			w = o.Convert(w)
		}
		return w, nil
	}
	o.LeftOut = nil
	if o.Rejects != "" {
		o.LeftOut = &later{create: func() (io.Writer, error) { return out.create("left-out.part", o.Rejects) }}
	}
	report, err := o.Seeding.Run(ctx)
	if err != nil {
		return report, err
	}
	report.Files, report.Older = out.name(o.Path)
	return report, out.place()
}

// A later is a file that is created when something is written to it, since the folder for it may
// not exist yet.
type later struct {
	create func() (io.Writer, error)
	file   io.Writer
}

func (l *later) Write(p []byte) (int, error) {
	if l.file == nil {
		f, err := l.create()
		if err != nil {
			return 0, err
		}
		l.file = f
	}
	return l.file.Write(p)
}
