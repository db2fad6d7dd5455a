package tmx

import (
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
	errEndInside = errors.New("unit left out: the file ends inside it, and may have been cut short")
	errEndEarly  = errors.New("the file ends before </tmx>: it may have been cut short")
	errNoTMX     = errors.New("this is not a TMX file: it has no <tmx>")
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

// next returns the next header or unit and the line on which it begins. A *SyntaxError is damage
// that was skipped; any other error, including io.EOF, is the end. The chunk is valid until the
// next call.
func (c *chunks) next() (chunk []byte, line int, err error) {
	for !c.done {
		found, text := c.toTag()
		if text && c.seen && !c.stray {
			c.stray = true
			return nil, c.line, &SyntaxError{c.line, errStray}
		}
		if !found {
			return nil, c.line, c.end()
		}
		switch tag := c.rest(0, 12); {
		case hasPrefix(tag, "<!--"):
			c.skipPast(4, "-->")
		case hasPrefix(tag, "<?"):
			c.skipPast(2, "?>")
		case hasFold(tag, "<!doctype"):
			if line := c.line; !c.skipDoctype() {
				c.done = true
				return nil, line, &SyntaxError{line, errDoctype}
			}
		case isTag(tag, "<tmx"):
			c.open, c.seen, c.stray = true, true, false
			c.skipTag()
		case !c.seen:
			c.done = true
			return nil, c.line, &SyntaxError{c.line, errNoTMX}
		case isTag(tag, "</tmx"):
			c.open = false
			c.skipTag()
		case isTag(tag, "<body"), isTag(tag, "</body"):
			c.skipTag()
		case isTag(tag, "<tu"), isTag(tag, "<header"):
			c.stray = false
			return c.element(isTag(tag, "<tu"))
		default:
			line := c.line
			c.skip(1)
			if !c.stray {
				c.stray = true
				return nil, line, &SyntaxError{line, errStray}
			}
			c.stray = true
		}
	}
	return nil, c.line, io.EOF
}

// end returns the error at the end of the file: io.EOF if nothing is wrong.
func (c *chunks) end() error {
	c.done = true
	switch {
	case c.err != nil:
		return fmt.Errorf("tmx: after line %d: %w", c.line, c.err)
	case !c.seen:
		return &SyntaxError{c.line, errNoTMX}
	case c.open:
		return &SyntaxError{c.line, errEndEarly}
	}
	return io.EOF
}

// element cuts out the unit, or the header, that begins at pos.
func (c *chunks) element(unit bool) (chunk []byte, line int, err error) {
	line = c.line
	closing := "</header"
	if unit {
		closing = "</tu"
	}
	i, empty := c.tagEnd()
	if empty {
		return c.take(i), line, nil
	}
	var noComment, noCDATA bool
	for {
		at, ok := c.find(i, "<")
		if !ok {
			return nil, line, c.noEnd(line)
		}
		i = at + 1
		switch tag := c.rest(at, 12); {
		case isTag(tag, closing):
			if end, ok := c.find(at, ">"); ok {
				return c.take(end + 1), line, nil
			}
			return nil, line, c.noEnd(line)
		case hasPrefix(tag, "<!--"):
			i = c.past(at+4, "-->", &noComment)
		case hasPrefix(tag, "<![CDATA["):
			i = c.past(at+9, "]]>", &noCDATA)
		case isTag(tag, "<tu"), isTag(tag, "<body"), isTag(tag, "</body"), isTag(tag, "</tmx"):
			c.skip(at)
			c.stray = true
			if !unit {
				return nil, line, &SyntaxError{line, errHeader}
			}
			return nil, line, &SyntaxError{line, errUnclosed}
		}
	}
}

// noEnd skips an element without an end tag and returns the reason.
func (c *chunks) noEnd(line int) error {
	switch {
	case c.err != nil:
		return c.end()
	case len(c.buf)-c.pos <= maxUnit:
		c.done = true
		return &SyntaxError{line, errEndInside}
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
	return &SyntaxError{line, errTooLong}
}
