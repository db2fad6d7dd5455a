package main

import (
	"bufio"
	"compress/gzip"
	"context"
	"errors"
	"io"
	"os"
	"strings"

	"github.com/bitext-go/bitext/examples/bitext/internal/outfile"
)

// outputUsage describes the flag --output.
const outputUsage = "`file` to write, - for the standard output; compressed if its name ends in .gz"

// writeOut writes a file whole or not at all; "-" is the standard output. A file whose name ends in
// .gz is compressed. It writes nothing if the program was interrupted, or if one of the functions
// ready, which are called when the file is complete, returns an error.
func writeOut(ctx context.Context, path string, write func(io.Writer) error, ready ...func() error) error {
	if path != "-" {
		return outfile.Write(ctx, path, packed(path, write), ready...)
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

// packed returns a function that compresses what another writes, if the name of the file asks for
// it.
func packed(path string, write func(io.Writer) error) func(io.Writer) error {
	if !strings.HasSuffix(strings.ToLower(path), ".gz") {
		return write
	}
	return func(w io.Writer) (err error) {
		z := gzip.NewWriter(w)
		defer func() { err = errors.Join(err, z.Close()) }()
		return write(z)
	}
}
