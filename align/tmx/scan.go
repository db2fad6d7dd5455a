package tmx

import "bytes"

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

// indexOf returns where a pattern begins in b; -1 if it is not there.
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

// skipTag uses up the tag at pos.
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

// endsName reports whether c ends the name of a tag.
func endsName(c byte) bool { return c == '>' || c == '/' || c <= ' ' }

func lower(c byte) byte {
	if 'A' <= c && c <= 'Z' {
		return c + 'a' - 'A'
	}
	return c
}
