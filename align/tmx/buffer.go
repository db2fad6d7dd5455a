package tmx

import (
	"bytes"
	"cmp"
	"io"
)

// window is how many bytes are read at a time.
const window = 64 << 10

// A buffer reads ahead in a file and counts its lines.
type buffer struct {
	r         io.Reader
	buf       []byte // buf[pos:] is read and not yet used
	pos       int
	line      int   // of pos, from 1
	offset    int64 // of pos, in bytes of UTF-8, from the beginning of the file
	lineStart int64 // offset of the beginning of the line
	// begun gets the byte order mark, and what encodes UTF-8 as the file is encoded, nil for UTF-8
	// itself; nil for nobody.
	begun   func(mark []byte, encode func([]byte) ([]byte, error))
	skipped func([]byte) // gets what is used up without being taken; nil for nobody
	eof     bool
	err     error // of r, unless it is io.EOF
}

// more reads on and reports whether it read anything. At the end of the file b.err is nil unless
// reading failed.
func (b *buffer) more() bool {
	if b.eof {
		return false
	}
	if b.pos > 0 && len(b.buf)+window > cap(b.buf) {
		n := copy(b.buf, b.buf[b.pos:])
		b.buf, b.pos = b.buf[:n], 0
	}
	if len(b.buf)+window > cap(b.buf) {
		grown := make([]byte, len(b.buf), max(2*cap(b.buf), 2*window))
		copy(grown, b.buf)
		b.buf = grown
	}
	for range 100 {
		n, err := b.r.Read(b.buf[len(b.buf):cap(b.buf)])
		b.buf = b.buf[:len(b.buf)+n]
		if err != nil {
			b.eof = true
			if err != io.EOF {
				b.err = err
			}
		}
		if n > 0 || err != nil {
			return n > 0
		}
	}
	b.eof, b.err = true, io.ErrNoProgress
	return false
}

// rest returns what is read from byte i after pos on: at least n bytes, unless the file ends.
func (b *buffer) rest(i, n int) []byte {
	for len(b.buf)-b.pos < i+n && b.more() {
	}
	return b.buf[min(b.pos+i, len(b.buf)):]
}

// skip uses up n bytes.
func (b *buffer) skip(n int) {
	n = min(n, len(b.buf)-b.pos)
	used := b.buf[b.pos : b.pos+n]
	b.advance(used)
	if b.skipped != nil {
		b.skipped(used)
	}
}

// advance moves pos over the bytes that follow it.
func (b *buffer) advance(used []byte) {
	if last := bytes.LastIndexByte(used, '\n'); last >= 0 {
		b.line += bytes.Count(used, newline)
		b.lineStart = b.offset + int64(last) + 1
	}
	b.pos += len(used)
	b.offset += int64(len(used))
}

// A place is where something is in a file.
type place struct {
	line, column int // from 1; the column in bytes
	offset       int64
}

// begin uses up the byte order mark of a file whose encoding is known now.
func (b *buffer) begin(mark []byte, encode func([]byte) ([]byte, error)) {
	if b.begun != nil {
		b.begun(mark, encode)
	}
	b.pos += len(mark)
}

// place returns the place of pos.
func (b *buffer) place() place { return place{b.line, int(b.offset-b.lineStart) + 1, b.offset} }

var newline = []byte("\n")

// take uses up n bytes and returns them.
func (b *buffer) take(n int) []byte {
	from := b.pos
	b.advance(b.buf[from : from+min(n, len(b.buf)-from)])
	return b.buf[from:b.pos]
}

// instead returns a buffer that reads everything b would, so that b can read a decoded form of it.
func (b *buffer) instead() *buffer {
	raw := &buffer{r: b.r, buf: b.buf, pos: b.pos, eof: b.eof, err: b.err}
	b.buf, b.pos, b.eof, b.err = nil, 0, false, nil
	return raw
}

// Read makes a buffer the input of a decompressor.
func (b *buffer) Read(p []byte) (int, error) {
	if b.pos == len(b.buf) {
		b.buf, b.pos = b.buf[:0], 0
		if !b.more() {
			return 0, cmp.Or(b.err, io.EOF)
		}
	}
	n := copy(p, b.buf[b.pos:])
	b.pos += n
	return n, nil
}
