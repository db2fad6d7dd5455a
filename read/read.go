package read

import (
	"bytes"
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

// A Reader reads documents. The zero value is ready; its fields may be set before it is used, and
// any number of goroutines may use it then.
type Reader struct {
	// Encoding is the name of the encoding of text, HTML and Markdown, where it is known better
	// than the file says; "" finds it. A byte order mark wins over it.
	Encoding string

	// Languages are those that the documents may be in: of encodings, one in which a language of
	// these is written is taken for more probable. It may be empty.
	Languages []language.Tag

	// Format is what the files are; "" finds it.
	Format Format

	// MaxBytes is how large a file may be, and each file within an archive after it is unpacked; 0
	// stands for 32 MiB. A text that size has some five million words. Reading takes a few times
	// the size in memory, and thirty times at worst.
	MaxBytes int64

	// MaxParagraph is how many bytes may stand between two line ends; 0 stands for 8 MiB.
	MaxParagraph int

	// MaxDepth is how deep elements of HTML and XML may stand within one another; 0 stands for
	// 1000.
	MaxDepth int

	// MaxFiles is how many files an archive may hold, as DOCX and ODT are such; 0 stands for
	// 10,000.
	MaxFiles int

	// MaxTime is how long pdftotext may take; 0 stands for one minute.
	MaxTime time.Duration

	// PDFToText is the program that takes the text out of PDF; "" stands for pdftotext, where the
	// system finds it.
	PDFToText string
}

// A LimitError says that a document is beyond a bound.
type LimitError struct {
	What  string // what is too large, and how large it may be
	Bound string // the field of Reader that sets the bound, such as "MaxBytes"
}

func (e *LimitError) Error() string {
	return fmt.Sprintf("%s; split the document, or raise the bound %s", e.What, e.Bound)
}

// File reads a document; "-" is the standard input. Errors say what is wrong with which file, in
// which line if that can be said, and what to do.
func File(path string) (*Document, error) { return new(Reader).File(path) }

// File reads a document; "-" is the standard input. Errors say what is wrong with which file, in
// which line if that can be said, and what to do.
func (r *Reader) File(path string) (*Document, error) {
	if path == "-" {
		return r.Read("standard input", os.Stdin)
	}
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
	d, err := r.Read(path, f)
	if d != nil {
		d.Modified = info.ModTime()
	}
	return d, err
}

// Read reads the document in in. name is what errors call it, and its ending tells Markdown from
// other text.
func (r *Reader) Read(name string, in io.Reader) (*Document, error) {
	if r.Encoding != "" {
		if _, err := charset.Canonical(r.Encoding); err != nil {
			return nil, err
		}
	}
	raw, err := r.all(in, "the file")
	if err == nil && bytes.HasPrefix(raw, []byte{0x1F, 0x8B}) {
		raw, err = r.gunzip(raw)
	}
	if err != nil {
		return nil, at(name, err)
	}
	d := &Document{Name: filepath.Base(name), Path: name, Format: r.Format}
	if d.Format == "" {
		if d.Format, err = formatOf(name, raw); err != nil {
			return nil, at(name, err)
		}
	}
	switch d.Format {
	case DOCX, ODT:
		err = r.office(d, raw)
	case PDF:
		err = r.pdf(d, raw)
	case HTML:
		err = r.html(d, raw)
	case Markdown:
		err = r.markdown(d, raw)
	case Text:
		err = r.text(d, raw)
	default:
		err = fmt.Errorf("there is no format %q", string(d.Format))
	}
	if err == nil {
		err = r.check(d)
	}
	if err != nil {
		return nil, at(name, err)
	}
	return d, nil
}

// at returns which file an error is of. It puts the line behind the name, where the error begins
// with one.
func at(name string, err error) error {
	var limit *part.LimitError
	if errors.As(err, &limit) {
		err = (*LimitError)(limit)
	}
	var l *lineError
	if errors.As(err, &l) {
		return fmt.Errorf("%s:%d: %w", name, l.line, l.err)
	}
	return fmt.Errorf("%s: %w", name, err)
}

// A lineError is an error of one line.
type lineError struct {
	line int
	err  error
}

func (e *lineError) Error() string { return fmt.Sprintf("line %d: %v", e.line, e.err) }

func (e *lineError) Unwrap() error { return e.err }

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

// all is everything in a file, up to the bound.
func (r *Reader) all(in io.Reader, what string) ([]byte, error) {
	b := r.bounds()
	raw, err := io.ReadAll(io.LimitReader(in, b.Bytes+1))
	if err != nil {
		return nil, fmt.Errorf("%s cannot be read: %w", what, err)
	}
	if int64(len(raw)) > b.Bytes {
		return nil, b.TooManyBytes(what)
	}
	return raw, nil
}
