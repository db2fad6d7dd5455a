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

// find returns where pattern next appears, from byte i after pos on. ok is false if it does not
// appear within maxUnit bytes.
func (b *buffer) find(i int, pattern string) (at int, ok bool) {
	for i <= maxUnit {
		data := b.buf[min(b.pos+i, len(b.buf)):]
		if at := indexOf(data, pattern); at >= 0 {
			return i + at, true
		}
		i += max(len(data)-len(pattern)+1, 0)
		if !b.more() {
			return 0, false
		}
	}
	return 0, false
}

func indexOf(b []byte, pattern string) int {
	if len(pattern) == 1 {
		return bytes.IndexByte(b, pattern[0])
	}
	return bytes.Index(b, []byte(pattern))
}

// toTag uses up everything before the next '<', and reports whether there is one and whether it
// passed over anything but white space (and the byte order marks of files that were put together).
func (b *buffer) toTag() (found, text bool) {
	for {
		data := b.buf[b.pos:]
		at := bytes.IndexByte(data, '<')
		if at >= 0 {
			data = data[:at]
		}
		text = text || len(bytes.TrimLeft(data, " \t\r\n\uFEFF")) > 0
		b.skip(len(data))
		if at >= 0 {
			return true, text
		}
		if !b.more() {
			return false, text
		}
	}
}

// take uses up n bytes and returns them.
func (b *buffer) take(n int) []byte {
	from := b.pos
	b.advance(b.buf[from : from+min(n, len(b.buf)-from)])
	return b.buf[from:b.pos]
}

// past returns the place after the next pattern from byte i on, or i if there is none. Then it sets
// missing, and does not search again.
func (b *buffer) past(i int, pattern string, missing *bool) int {
	if *missing {
		return i
	}
	at, ok := b.find(i, pattern)
	if !ok {
		*missing = true
		return i
	}
	return at + len(pattern)
}

// skipPast uses up n bytes and everything to the end of the next pattern, however far that is.
func (b *buffer) skipPast(n int, pattern string) {
	b.skip(n)
	for {
		data := b.buf[b.pos:]
		if at := indexOf(data, pattern); at >= 0 {
			b.skip(at + len(pattern))
			return
		}
		b.skip(max(len(data)-len(pattern)+1, 0))
		if !b.more() {
			b.skip(len(data))
			return
		}
	}
}

// tagEnd returns the length of the tag at pos and reports whether it ends in "/>". A tag ends with
// its '>', or before the next '<' if that comes first.
func (b *buffer) tagEnd() (n int, empty bool) {
	var quote, last byte
	for i := 1; i <= maxUnit; i++ {
		if b.pos+i >= len(b.buf) && !b.more() {
			return i, false
		}
		switch c := b.buf[b.pos+i]; {
		case c == '<':
			return i, false
		case quote != 0:
			if c == quote {
				quote = 0
			}
			last = 0
		case c == '>':
			return i + 1, last == '/'
		case c == '"' || c == '\'':
			quote = c
		default:
			last = c
		}
	}
	return maxUnit, false
}

func (b *buffer) skipTag() {
	n, _ := b.tagEnd()
	b.skip(n)
}

// skipDoctype uses up a DOCTYPE and its internal subset, and reports whether it ends within maxUnit
// bytes.
func (b *buffer) skipDoctype() bool {
	depth, quote := 0, byte(0)
	b.skip(1)
	for range maxUnit {
		if len(b.rest(0, 1)) == 0 {
			return false
		}
		switch c := b.buf[b.pos]; {
		case quote != 0:
			if c == quote {
				quote = 0
			}
		case c == '"' || c == '\'':
			quote = c
		case c == '[':
			depth++
		case c == ']':
			depth--
		case c == '<' && hasPrefix(b.rest(0, 4), "<!--"):
			b.skipPast(4, "-->")
			continue
		case c == '>' && depth <= 0:
			b.skip(1)
			return true
		}
		b.skip(1)
	}
	return false
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

func hasPrefix(b []byte, prefix string) bool {
	return len(b) >= len(prefix) && string(b[:len(prefix)]) == prefix
}

// hasFold reports whether b begins with a prefix in lower case, ignoring the case of b.
func hasFold(b []byte, prefix string) bool {
	if len(b) < len(prefix) {
		return false
	}
	for i := range len(prefix) {
		if lower(b[i]) != prefix[i] {
			return false
		}
	}
	return true
}

// isTag reports whether b begins with a tag of exactly this name, given in lower case, in any case.
func isTag(b []byte, name string) bool {
	return hasFold(b, name) && (len(b) == len(name) || endsName(b[len(name)]))
}

func endsName(c byte) bool { return c == '>' || c == '/' || c <= ' ' }

func lower(c byte) byte {
	if 'A' <= c && c <= 'Z' {
		return c + 'a' - 'A'
	}
	return c
}
