package tmx

import (
	"bytes"
	"io"
)

// window is how much is read at a time.
const window = 64 << 10

// more reads on. It is false at the end of the file; then err tells whether that was a fault.
func (c *chunks) more() bool {
	if c.eof {
		return false
	}
	if c.pos > 0 && len(c.buf)+window > cap(c.buf) {
		n := copy(c.buf, c.buf[c.pos:])
		c.buf, c.pos = c.buf[:n], 0
	}
	if len(c.buf)+window > cap(c.buf) {
		grown := make([]byte, len(c.buf), max(2*cap(c.buf), 2*window))
		copy(grown, c.buf)
		c.buf = grown
	}
	for range 100 {
		n, err := c.r.Read(c.buf[len(c.buf):cap(c.buf)])
		c.buf = c.buf[:len(c.buf)+n]
		if err != nil {
			c.eof = true
			if err != io.EOF {
				c.err = err
			}
		}
		if n > 0 || err != nil {
			return n > 0
		}
	}
	c.eof, c.err = true, io.ErrNoProgress
	return false
}

// rest returns what has been read from byte i after pos on, at least n bytes of it unless the file
// ends.
func (c *chunks) rest(i, n int) []byte {
	for len(c.buf)-c.pos < i+n && c.more() {
	}
	return c.buf[min(c.pos+i, len(c.buf)):]
}

// skip uses up n bytes.
func (c *chunks) skip(n int) {
	n = min(n, len(c.buf)-c.pos)
	c.line += bytes.Count(c.buf[c.pos:c.pos+n], newline)
	c.pos += n
}

var newline = []byte("\n")

// find returns where pattern next stands, from byte i after pos on; false if it does not within
// maxUnit bytes.
func (c *chunks) find(i int, pattern string) (at int, ok bool) {
	for i <= maxUnit {
		b := c.buf[min(c.pos+i, len(c.buf)):]
		if at := indexOf(b, pattern); at >= 0 {
			return i + at, true
		}
		i += max(len(b)-len(pattern)+1, 0)
		if !c.more() {
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
func (c *chunks) toTag() (found, text bool) {
	for {
		b := c.buf[c.pos:]
		at := bytes.IndexByte(b, '<')
		if at >= 0 {
			b = b[:at]
		}
		text = text || len(bytes.TrimLeft(b, " \t\r\n\uFEFF")) > 0
		c.skip(len(b))
		if at >= 0 {
			return true, text
		}
		if !c.more() {
			return false, text
		}
	}
}

// take uses up n bytes and returns them.
func (c *chunks) take(n int) []byte {
	from := c.pos
	c.skip(n)
	return c.buf[from:c.pos]
}

// past returns the place after the next pattern from byte i on, or i where there is none. It
// remembers that in missing, so as not to look again.
func (c *chunks) past(i int, pattern string, missing *bool) int {
	if *missing {
		return i
	}
	at, ok := c.find(i, pattern)
	if !ok {
		*missing = true
		return i
	}
	return at + len(pattern)
}

// skipPast uses up n bytes and everything to the end of the next pattern, however far that is.
func (c *chunks) skipPast(n int, pattern string) {
	c.skip(n)
	for {
		b := c.buf[c.pos:]
		if at := indexOf(b, pattern); at >= 0 {
			c.skip(at + len(pattern))
			return
		}
		c.skip(max(len(b)-len(pattern)+1, 0))
		if !c.more() {
			c.skip(len(b))
			return
		}
	}
}

// tagEnd returns the length of the tag at pos, up to its '>' or to the '<' that shows that it has
// none, and whether it ends in "/>".
func (c *chunks) tagEnd() (n int, empty bool) {
	var quote, last byte
	for i := 1; i <= maxUnit; i++ {
		if c.pos+i >= len(c.buf) && !c.more() {
			return i, false
		}
		switch b := c.buf[c.pos+i]; {
		case b == '<':
			return i, false
		case quote != 0:
			if b == quote {
				quote = 0
			}
			last = 0
		case b == '>':
			return i + 1, last == '/'
		case b == '"' || b == '\'':
			quote = b
		default:
			last = b
		}
	}
	return maxUnit, false
}

func (c *chunks) skipTag() {
	n, _ := c.tagEnd()
	c.skip(n)
}

// skipDoctype uses up a DOCTYPE with what it may hold, without looking at it. It reports whether
// that had an end, within maxUnit bytes.
func (c *chunks) skipDoctype() bool {
	depth, quote := 0, byte(0)
	for range maxUnit {
		c.skip(1)
		if len(c.rest(0, 1)) == 0 {
			return false
		}
		switch b := c.buf[c.pos]; {
		case quote != 0:
			if b == quote {
				quote = 0
			}
		case b == '"' || b == '\'':
			quote = b
		case b == '[':
			depth++
		case b == ']':
			depth--
		case b == '<' && hasPrefix(c.rest(0, 4), "<!--"):
			c.skipPast(4, "-->")
			c.pos-- // the loop steps over one byte
		case b == '>' && depth <= 0:
			c.skip(1)
			return true
		}
	}
	return false
}

func hasPrefix(b []byte, prefix string) bool {
	return len(b) >= len(prefix) && string(b[:len(prefix)]) == prefix
}

// hasFold is hasPrefix for a prefix in lower case, whatever the case of b.
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

// isTag reports whether b begins with a tag of this name, in lower case, and not with one of a
// longer name.
func isTag(b []byte, name string) bool {
	return hasFold(b, name) && (len(b) == len(name) || endsName(b[len(name)]))
}

func endsName(c byte) bool {
	return c == '>' || c == '/' || c <= ' '
}

func lower(c byte) byte {
	if 'A' <= c && c <= 'Z' {
		return c + 'a' - 'A'
	}
	return c
}
