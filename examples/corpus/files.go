package main

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"context"
	"crypto/sha256"
	"errors"
	"fmt"
	"hash"
	"io"
	"io/fs"
	"path"
	"slices"
	"strings"

	"github.com/apache/beam/sdks/v2/go/pkg/beam/io/filesystem"

	"github.com/bitext-go/bitext/read/bilingual"
)

// load reads a file of any file system that Beam knows.
func load(ctx context.Context, uri string) ([]byte, error) {
	in, err := open(ctx, uri)
	if err != nil {
		return nil, err
	}
	defer in.Close()
	raw, err := io.ReadAll(io.LimitReader(in, largest+1))
	if len(raw) > largest {
		err = fmt.Errorf("%s: it has more than %d bytes; cut it into several", uri, largest)
	}
	return raw, err
}

// largest is how many bytes a manifest may have.
const largest = 1 << 30

// open opens a file of any file system that Beam knows.
func open(ctx context.Context, uri string) (io.ReadCloser, error) {
	fsys, err := filesystem.New(ctx, uri)
	if err != nil {
		return nil, err
	}
	in, err := fsys.OpenRead(ctx, uri)
	var local *fs.PathError
	if errors.As(err, &local) {
		err = fmt.Errorf("%s: %w", uri, local.Err)
	}
	return in, err
}

// documentExts are formats in zip archives that hold one document.
var documentExts = []string{".docx", ".odt", ".epub", ".pptx", ".xlsx", ".idml"}

// beginning returns the first bytes of a file, decompressed if it is compressed with gzip, and all
// of a zip archive that may hold several files, which has their names at its end.
func beginning(ctx context.Context, uri string) ([]byte, error) {
	in, err := open(ctx, uri)
	if err != nil {
		return nil, err
	}
	defer in.Close()
	r, err := unpacked(in)
	if err != nil {
		return nil, nil // the reader of documents says what is wrong
	}
	head := make([]byte, 4096)
	n, _ := io.ReadFull(r, head)
	head = head[:n]
	if bytes.HasPrefix(head, []byte("PK")) && !slices.Contains(documentExts, strings.ToLower(path.Ext(uri))) {
		rest, err := io.ReadAll(io.LimitReader(r, bilingual.MaxBytes))
		return append(head, rest...), err
	}
	return head, nil
}

// unpacked returns the contents of a file that may be compressed with gzip.
func unpacked(in io.Reader) (io.Reader, error) {
	b := bufio.NewReaderSize(in, 1<<16)
	if head, err := b.Peek(2); err == nil && head[0] == 0x1f && head[1] == 0x8b {
		return gzip.NewReader(b)
	}
	return b, nil
}

// writeFile writes a file of the output. A worker that does the work of a dead one again writes the
// same bytes again.
func writeFile(ctx context.Context, folder, name string, put func(io.Writer) error) (Shard, error) {
	uri := strings.TrimSuffix(folder, "/") + "/" + name
	fsys, err := filesystem.New(ctx, uri)
	if err != nil {
		return Shard{}, err
	}
	defer fsys.Close()
	file, err := fsys.OpenWrite(ctx, uri)
	if err != nil {
		return Shard{}, err
	}
	c := &counted{file: file, hash: sha256.New()}
	err = put(c)
	if closing := file.Close(); err == nil {
		err = closing
	}
	if err != nil {
		return Shard{}, fmt.Errorf("%s: %w", uri, err)
	}
	return Shard{Name: name, Bytes: c.bytes, SHA256: fmt.Sprintf("%x", c.hash.Sum(nil))}, nil
}

// A counted is a file with what was written to it counted and hashed.
type counted struct {
	file  io.Writer
	hash  hash.Hash
	bytes int64
}

func (c *counted) Write(p []byte) (int, error) {
	n, err := c.file.Write(p)
	c.hash.Write(p[:n])
	c.bytes += int64(n)
	return n, err
}
