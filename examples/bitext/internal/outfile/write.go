package outfile

import (
	"bufio"
	"context"
	"io"
)

// Write writes a file. The functions ready are called when the file is complete, before it gets its
// name. If one of them or write fails, or if ctx ends before the file is complete, an older file
// stays as it was.
func Write(ctx context.Context, path string, write func(io.Writer) error, ready ...func() error) error {
	f, err := Create(path)
	if err != nil {
		return err
	}
	defer f.Discard()
	w := bufio.NewWriter(f)
	if err := write(w); err != nil {
		return f.failed(err)
	}
	if err := w.Flush(); err != nil {
		return f.failed(err)
	}
	return f.Commit(append(ready, ctx.Err)...)
}
