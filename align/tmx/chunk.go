package tmx

import (
	"bytes"
	"errors"
	"fmt"
	"io"
)

// maxUnit is how long a unit or a header may be, in bytes of UTF-8. It bounds the memory that a
// hostile file can claim.
const maxUnit = 8 << 20

var (
	errTooLong   = errors.New("unit left out: it is longer than 8 MiB")
	errHeader    = errors.New("header left out: it has no </header>")
	errUnclosed  = errors.New("unit left out: it has no </tu>")
	errEndInside = fmt.Errorf("unit left out: the file ends inside it; %w", ErrCutShort)
	errEndEarly  = fmt.Errorf("the file ends before </tmx>: %w", ErrCutShort)
	errStray     = errors.New("only units may come here; everything before the next <tu> is left out")
	errDoctype   = errors.New("the DOCTYPE has no end within 8 MiB; the file cannot be read")
)

// chunks cuts a file into its header and its units without parsing them, so that damage in one unit
// does not hide the next.
type chunks struct {
	buffer

	open  bool // inside <tmx>
	seen  bool // there was a <tmx>
	stray bool // what does not belong here was reported, or need not be
	done  bool
}

// next returns the next header or unit and the place where it begins. A *SyntaxError that is not
// fatal is damage that was skipped; any other error, including io.EOF, is the end. The chunk is
// valid until the next call.
func (c *chunks) next() (chunk []byte, at place, err error) {
	for !c.done {
		found, text := c.toTag()
		if text && c.seen && !c.stray {
			c.stray = true
			return nil, c.place(), c.place().error(errStray)
		}
		if !found {
			return nil, c.place(), c.end()
		}
		switch tag := c.rest(0, 12); {
		case hasPrefix(tag, "<!--"):
			c.skipPast(4, "-->")
		case hasPrefix(tag, "<?"):
			c.skipPast(2, "?>")
		case hasFold(tag, "<!doctype"):
			if at := c.place(); !c.skipDoctype() {
				c.done = true
				return nil, at, at.fatal(errDoctype)
			}
		case isTag(tag, "<tmx"):
			c.open, c.seen, c.stray = true, true, false
			c.skipTag()
		case !c.seen:
			c.done = true
			return nil, c.place(), c.place().fatal(ErrNotTMX)
		case isTag(tag, "</tmx"):
			c.open = false
			c.skipTag()
		case isTag(tag, "<body"), isTag(tag, "</body"):
			c.skipTag()
		case isTag(tag, "<tu"), isTag(tag, "<header"):
			c.stray = false
			return c.element(isTag(tag, "<tu"))
		default:
			at := c.place()
			c.skip(1)
			if !c.stray {
				c.stray = true
				return nil, at, at.error(errStray)
			}
			c.stray = true
		}
	}
	return nil, c.place(), io.EOF
}

// end returns the error at the end of the file: io.EOF if nothing is wrong.
func (c *chunks) end() error {
	c.done = true
	switch {
	case c.err != nil:
		return fmt.Errorf("tmx: after line %d: %w", c.line, c.err)
	case !c.seen:
		return c.place().fatal(ErrNotTMX)
	case c.open:
		return c.place().fatal(errEndEarly)
	}
	return io.EOF
}

// element cuts out the unit, or the header, that begins at pos.
func (c *chunks) element(unit bool) (chunk []byte, at place, err error) {
	at = c.place()
	closing := "</header"
	if unit {
		closing = "</tu"
	}
	i, empty := c.tagEnd()
	if empty {
		return c.take(i), at, nil
	}
	var noComment, noCDATA bool
	for {
		open, ok := c.find(i, "<")
		if !ok {
			return nil, at, c.noEnd(at)
		}
		i = open + 1
		switch tag := c.rest(open, 12); {
		case isTag(tag, closing):
			if end, ok := c.find(open, ">"); ok {
				return c.take(end + 1), at, nil
			}
			return nil, at, c.noEnd(at)
		case hasPrefix(tag, "<!--"):
			i = c.past(open+4, "-->", &noComment)
		case hasPrefix(tag, "<![CDATA["):
			i = c.past(open+9, "]]>", &noCDATA)
		case isTag(tag, "<tu"), isTag(tag, "<body"), isTag(tag, "</body"), isTag(tag, "</tmx"):
			raw := bytes.Clone(c.buf[c.pos : c.pos+open])
			c.skip(open)
			c.stray = true
			if !unit {
				return nil, at, at.error(errHeader)
			}
			bad := at.error(errUnclosed)
			bad.Raw = raw
			return nil, at, bad
		}
	}
}

// noEnd skips an element without an end tag and returns the reason.
func (c *chunks) noEnd(at place) error {
	switch {
	case c.err != nil:
		return c.end()
	case len(c.buf)-c.pos <= maxUnit:
		c.done = true
		bad := at.fatal(errEndInside)
		bad.Raw = bytes.Clone(c.buf[c.pos:])
		c.skip(len(c.buf) - c.pos)
		return bad
	}
	c.stray = true
	c.skip(1)
	for {
		if found, _ := c.toTag(); !found {
			break
		}
		if tag := c.rest(0, 12); isTag(tag, "<tu") || isTag(tag, "</body") || isTag(tag, "</tmx") {
			break
		}
		c.skip(1)
	}
	return at.error(errTooLong)
}
