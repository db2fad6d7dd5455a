package read

import (
	"bytes"
	"compress/gzip"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"time"

	"golang.org/x/text/language"

	"github.com/bitext-go/bitext/internal/fileerr"
	"github.com/bitext-go/bitext/read/charset"
	"github.com/bitext-go/bitext/read/internal/part"
)

// A Reader reads documents. The zero value is ready to use. Any number of goroutines may use a
// Reader as long as its fields are not changed.
type Reader struct {
	// Encoding is the name of the encoding of text, HTML and Markdown; "" detects it. A byte order
	// mark overrides it.
	Encoding string

	// Languages are the languages that the documents may be in. They help to detect the encoding;
	// other languages are not excluded.
	Languages []language.Tag

	// Format is the format of the files; "" detects it.
	Format Format

	// MaxBytes is the largest size of a file, and of each file in an archive after it is unpacked;
	// 0 means 32 MiB. A text of that size has about five million words. Reading takes a few times
	// the size in memory, at worst thirty times.
	MaxBytes int64

	// Metadata makes the titles, the descriptions and the texts of the pictures of HTML pages part
	// of the text.
	Metadata bool

	// MaxParagraph is the largest number of bytes between two line ends; 0 means 8 MiB.
	MaxParagraph int

	// MaxDepth is how deep elements of HTML and XML may be nested; 0 means 1000.
	MaxDepth int

	// MaxFiles is the largest number of files in an archive, such as DOCX and ODT; 0 means 10,000.
	MaxFiles int

	// MaxTime is how long pdftotext or LibreOffice may run; 0 means one minute.
	MaxTime time.Duration

	// Soffice is the program of LibreOffice that converts DOC; "" means soffice or
	// libreoffice on the path.
	Soffice string

	// PDFToText is the program that extracts the text of PDF; "" means pdftotext on the path.
	PDFToText string
}

// File reads a document with the zero [Reader].
func File(ctx context.Context, path string) (*Document, error) { return new(Reader).File(ctx, path) }

// File reads a document. Errors name the file, the line if there is one, and what to do; errors.Is
// and errors.As tell apart [ErrEmpty], [ErrDamaged], [ErrProtected], [ErrEncoding], [ErrBilingual],
// [*FormatError], [*ToolError], [*LimitError], and those of package os.
//
// If ctx is cancelled, File stops reading and ends the program that it waits for, and the error
// wraps ctx.Err(). What it has read already it parses to the end, which is at most MaxBytes.
func (r *Reader) File(ctx context.Context, path string) (*Document, error) {
	info, err := os.Stat(path)
	if err == nil && info.IsDir() {
		return nil, fmt.Errorf("%s: it is a directory; name the files in it", path)
	}
	if err != nil {
		return nil, fileerr.In(path, err)
	}
	f, err := os.Open(path)
	if err != nil {
		return nil, fileerr.In(path, err)
	}
	defer f.Close()
	d, err := r.Read(ctx, path, f)
	if d != nil {
		d.Modified = info.ModTime()
	}
	return d, err
}

// Read reads a document from in. Errors call it name, and the extension of name tells Markdown from
// plain text. Errors and ctx are those of [Reader.File].
func (r *Reader) Read(ctx context.Context, name string, in io.Reader) (*Document, error) {
	if r.Encoding != "" {
		if _, err := charset.Canonical(r.Encoding); err != nil {
			return nil, err
		}
	}
	d := &Document{Name: filepath.Base(name), Path: name, Format: r.Format}
	if err := r.readSafely(ctx, d, in); err != nil {
		return nil, locate(name, err)
	}
	return d, nil
}

// readSafely reads a document whose name is set. A reader that panics fails this document only.
func (r *Reader) readSafely(ctx context.Context, d *Document, in io.Reader) (err error) {
	defer func() {
		if p := recover(); p != nil {
			err = fmt.Errorf("the program failed on it: %v; report that, with the document if you can", p)
		}
	}()
	return r.read(ctx, d, in)
}

// read reads a document whose name is set.
func (r *Reader) read(ctx context.Context, d *Document, in io.Reader) error {
	raw, err := r.readSized(part.Cancelled(ctx, in), sizeOf(in), "the file")
	if err == nil && bytes.HasPrefix(raw, []byte{0x1F, 0x8B}) {
		raw, err = r.gunzip(raw)
	}
	if err != nil {
		return err
	}
	src := newSource(ctx, d.Path, raw)
	row := rowOf(d.Format)
	switch {
	case d.Format != "" && row == nil:
		return fmt.Errorf("unknown format %q", string(d.Format))
	case row == nil:
		row = detect(src)
	}
	if row.read == nil {
		return row.refusal()
	}
	d.Format = row.name
	if err := ctx.Err(); err != nil {
		return err
	}
	if err := row.read(r, d, src); err != nil {
		return err
	}
	if err := ctx.Err(); err != nil {
		return err
	}
	return r.check(d)
}

// sizeOf returns the size of a file, or 0 if in is something else.
func sizeOf(in io.Reader) int64 {
	if f, ok := in.(*os.File); ok {
		if info, err := f.Stat(); err == nil && info.Mode().IsRegular() {
			return info.Size()
		}
	}
	return 0
}

// readAll returns everything in a file, up to MaxBytes.
func (r *Reader) readAll(in io.Reader, what string) ([]byte, error) { return r.readSized(in, 0, what) }

// readSized returns what readAll returns, of a file that has about size bytes.
func (r *Reader) readSized(in io.Reader, size int64, what string) ([]byte, error) {
	b := r.bounds()
	var raw bytes.Buffer
	raw.Grow(int(min(size, b.Bytes, 1<<30)) + bytes.MinRead + 1) // with room in which the end is found
	if _, err := raw.ReadFrom(io.LimitReader(in, b.Bytes+1)); err != nil {
		return nil, fmt.Errorf("%s cannot be read: %w", what, err)
	}
	if int64(raw.Len()) > b.Bytes {
		return nil, b.TooManyBytes(what)
	}
	return raw.Bytes(), nil
}

// gunzip returns the content of a gzip file, up to MaxBytes.
func (r *Reader) gunzip(raw []byte) ([]byte, error) {
	z, err := gzip.NewReader(bytes.NewReader(raw))
	if err != nil {
		return nil, part.Damaged(fmt.Errorf("damaged gzip data (%w); download or copy the file again", err))
	}
	out, err := r.readAll(z, "its unpacked content")
	var limit *part.LimitError
	if err != nil && !errors.As(err, &limit) {
		return nil, part.Damaged(
			fmt.Errorf("damaged or incomplete gzip data (%w); download or copy the file again", err),
		)
	}
	return out, err
}

// bounds returns the bounds for the readers of single formats.
func (r *Reader) bounds() part.Bounds {
	b := part.Bounds{Bytes: r.MaxBytes, Depth: r.MaxDepth, Files: r.MaxFiles}
	if b.Bytes == 0 {
		b.Bytes = 32 << 20
	}
	if b.Depth == 0 {
		b.Depth = 1000
	}
	if b.Files == 0 {
		b.Files = 10_000
	}
	return b
}
