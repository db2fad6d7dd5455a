package tmx

import (
	"bytes"
	"compress/gzip"
	"fmt"
	"io"
	"strings"
)

// decode finds out how the file is packed and encoded and sees to it that what is read is UTF-8.
func (c *chunks) decode() error {
	if hasPrefix(c.rest(0, 256), "\x1F\x8B") {
		unpacked, err := gzip.NewReader(c.instead())
		if err != nil {
			return fmt.Errorf("tmx: the file is compressed with gzip, but damaged: %w", err)
		}
		c.r = unpacked
	}
	b := c.rest(0, 256)
	switch {
	case hasPrefix(b, "\xEF\xBB\xBF"):
		c.pos += 3
	case hasPrefix(b, "\xFE\xFF"):
		c.pos += 2
		c.utf16(true)
		return nil
	case hasPrefix(b, "\xFF\xFE"):
		c.pos += 2
		c.utf16(false)
		return nil
	case hasPrefix(b, "\x00<"), hasPrefix(b, "<\x00"):
		c.utf16(b[0] == 0)
		return nil
	}
	return c.checkEncoding()
}

// utf16 reads on through a decoder.
func (c *chunks) utf16(big bool) {
	c.r = &utf16Reader{raw: c.instead(), big: big}
}

// instead returns a reader of everything that c would read, so that c can read something else made
// of it.
func (c *chunks) instead() *chunks {
	raw := &chunks{r: c.r, buf: c.buf, pos: c.pos, eof: c.eof, err: c.err}
	c.buf, c.pos, c.eof, c.err = nil, 0, false, nil
	return raw
}

// Read returns what is left, for what unpacks it.
func (c *chunks) Read(p []byte) (int, error) {
	if c.pos == len(c.buf) {
		c.buf, c.pos = c.buf[:0], 0
		if !c.more() {
			return 0, or(c.err, io.EOF)
		}
	}
	n := copy(p, c.buf[c.pos:])
	c.pos += n
	return n, nil
}

// checkEncoding fails where the XML declaration names an encoding that is not read.
func (c *chunks) checkEncoding() error {
	b := c.rest(0, 256)
	if !hasPrefix(b, "<?xml") {
		return nil
	}
	if n := bytes.Index(b, []byte("?>")); n >= 0 {
		b = b[:n]
	}
	_, after, ok := strings.Cut(string(b), "encoding")
	if !ok {
		return nil
	}
	after = strings.TrimLeft(after, " \t\r\n=")
	if after == "" {
		return nil
	}
	name, _, _ := strings.Cut(after[1:], after[:1])
	switch strings.ToLower(name) {
	case "utf-8", "utf8", "us-ascii", "ascii", "utf-16", "utf16":
		return nil
	}
	return &SyntaxError{1, fmt.Errorf("the file is in %s; only UTF-8 and UTF-16 are read. Convert it, for instance with: iconv -f %s -t UTF-8", excerpt(name), excerpt(name))}
}
