package main

import (
	"bufio"
	"context"
	"io"
	"os"

	"github.com/bitext-go/bitext/examples/bitext/internal/outfile"
)

// writeOut writes a file whole or not at all; "-" is the standard output. It writes nothing if the
// program was interrupted, or if one of the functions ready, which are called when the file is
// complete, returns an error.
func writeOut(ctx context.Context, path string, write func(io.Writer) error, ready ...func() error) error {
	if path != "-" {
		return outfile.Write(ctx, path, write, ready...)
	}
	if err := ctx.Err(); err != nil {
		return err
	}
	w := bufio.NewWriter(os.Stdout)
	if err := write(w); err != nil {
		return err
	}
	return w.Flush()
}
