package formats

import (
	"bufio"
	"errors"
	"fmt"
	"io"
)

// ErrClosed is returned by a [Writer] that is used after Close.
var ErrClosed = errors.New("formats: write after Close")

// A Writer writes rows in one of the formats. After a write error, every call returns that error.
type Writer struct {
	files []*bufio.Writer
	width int // how many languages a row has; 0 before the first row if the format does not fix it
	rows  int

	head func() string              // the text before the first row; may be nil
	row  func(r *Row) (bool, error) // writes one row; false if the format leaves it out
	tail func() string              // the text after the last row; may be nil

	started, closed bool
	err             error
}

func newWriter(width int, files ...io.Writer) *Writer {
	w := &Writer{width: width}
	for _, f := range files {
		w.files = append(w.files, bufio.NewWriterSize(f, 64<<10))
	}
	return w
}

// Rows returns the number of rows written so far, without those that the format leaves out.
func (w *Writer) Rows() int { return w.rows }

// Write adds a row. If the row is invalid, because it has another number of languages than the file
// or lacks what the format needs, Write returns an error and writes nothing; you can go on with
// other rows.
func (w *Writer) Write(r Row) error {
	if w.err != nil {
		return w.err
	}
	if w.closed {
		return ErrClosed
	}
	n := len(r.Texts)
	if w.width == 0 {
		w.width = n
	}
	if n != w.width || n == 0 {
		return fmt.Errorf("formats: row %d has %d languages, not %d", w.rows+1, n, w.width)
	}
	w.start()
	written, err := w.row(&r)
	if written && err == nil {
		w.rows++
	}
	return err
}

// Flush passes on to the underlying files what is buffered, so that a reader of them has every row
// that was written. Close does so too.
func (w *Writer) Flush() error {
	if w.err == nil && w.closed {
		return ErrClosed
	}
	for _, f := range w.files {
		if w.err == nil {
			w.keep(f.Flush())
		}
	}
	return w.err
}

// Close writes what is buffered and the end of the file. It does not close the underlying files.
func (w *Writer) Close() error {
	if w.closed || w.err != nil {
		return w.err
	}
	w.start()
	if w.tail != nil {
		w.put(0, w.tail())
	}
	w.closed = true
	for _, f := range w.files {
		w.keep(f.Flush())
	}
	return w.err
}

// start writes the head, once.
func (w *Writer) start() {
	if !w.started && w.head != nil {
		w.put(0, w.head())
	}
	w.started = true
}

func (w *Writer) put(file int, s string) {
	_, err := w.files[file].WriteString(s)
	w.keep(err)
}

// keep keeps the first error.
func (w *Writer) keep(err error) {
	if w.err == nil {
		w.err = err
	}
}
