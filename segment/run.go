package segment

import "unicode/utf8"

// A run is one or more marks that stand together, with the closing quotation marks and brackets
// after them.
type run struct {
	start, marksEnd int  // the marks
	end             int  // the byte after the last closer, or after the marks where there is none
	periods         int  // how many periods
	ask, dots, full bool // which other marks
	spaced          int  // where the white space inside ". . ." begins; 0 if there is none
	closed          bool // closers follow
	quoted          bool // one of the closers is a quotation mark
}

// runAt reads the run of marks at pos.
func (c *cutter) runAt(pos int) run {
	u := run{start: pos}
	for {
		from := pos
		pos = c.readMarks(&u, pos)
		if pos == from {
			break
		}
		u.marksEnd = pos
		after := c.skipClosers(&u, pos)
		if after == pos {
			break
		}
		pos = after
	}
	u.end = pos
	if u.periods == 1 && pos == u.marksEnd && pos < len(c.text) && classes[c.text[pos]&0x7F] == digit && c.text[pos] < utf8.RuneSelf {
		u.end = c.skipNotes(u, pos)
	}
	return u
}

// skipNotes returns the offset after numbers of notes at pos that stand right after a period, as
// where superscripts are lost: "so it is.11 12 The".
func (c *cutter) skipNotes(u run, pos int) int {
	if class, r, _ := classBefore(c.text, c.start, u.start); class != lower && r != ')' {
		return pos
	}
	end := pos
	for i := pos; i < len(c.text) && i < pos+16; i++ {
		switch b := c.text[i]; {
		case b >= '0' && b <= '9':
			end = i + 1
			continue
		case b == ',' || b == '-' || b == ' ':
			continue
		}
		break
	}
	class, _, _ := classAt(c.text, end)
	next, _, _ := classAt(c.text, end+1)
	if class != space || next != upper || !c.isOrdinary(c.wordBefore(u.start)) && c.text[u.start-1] != ')' {
		return pos
	}
	return end
}

func (c *cutter) readMarks(u *run, pos int) int {
	text := c.text
	for pos < len(text) {
		class, r, size := classAt(text, pos)
		switch {
		case class == extend && pos > u.start:
			pos += size
			continue
		case class == space && u.periods > 0 && !u.ask && !u.full:
			// the ellipsis of typewriters: ". . ."
			if pos+size < len(text) && text[pos+size] == '.' && text[pos-1] == '.' {
				if class, _, _ := classAt(text, pos+size+1); !class.isWord() && class != stop {
					if u.spaced == 0 {
						u.spaced = pos
					}
					pos += size
					continue
				}
			}
			return pos
		}
		m := c.markOf(r)
		if u.full && (m == period || m == dots) {
			return pos // an ellipsis after a full stop is the next sentence's
		}
		switch m {
		case period:
			u.periods++
		case ask:
			u.ask = true
		case dots:
			u.dots = true
		case full:
			u.full = true
		default:
			return pos
		}
		pos += size
	}
	return pos
}

// skipClosers returns the offset after the closing brackets and quotation marks at pos: those that
// touch the marks, and those that stand alone after a space, as French and some typewriting have
// it.
func (c *cutter) skipClosers(u *run, pos int) int {
	text := c.text
	for pos < len(text) {
		class, r, size := classAt(text, pos)
		if r == '*' || r == '_' { // the end of what Markdown emphasises
			end := pos
			for end < len(text) && (text[end] == '*' || text[end] == '_') {
				end++
			}
			if class, _, _ := classAt(text, end); class != space && end < len(text) {
				return pos
			}
			pos = end
			continue
		}
		switch class {
		case closer, extend:
		case quote:
		case opener:
			if r == '[' {
				if end := referenceEnd(text, pos); end > 0 {
					pos = end
					continue
				}
			}
			// an opening quotation mark closes where the language writes »so« or „so“
			if r == '¿' || r == '¡' || r == '(' || r == '[' || r == '{' || c.opensWord(pos+size) || r >= 0x3000 {
				return pos
			}
			class = quote
		case space:
			gap := size
			at := pos + gap
			class, r, size = classAt(text, at)
			if r == '\u00A0' || r == '\u202F' {
				return pos
			}
			if class == closer && r != '’' && !c.opensWord(at+size) {
				u.closed, u.quoted = true, true
				pos = at + size
				continue
			}
			if class == other && isPictograph(r) {
				pos = at + size
				continue
			}
			return pos
		case other:
			if r == '<' && pos+1 < len(text) && text[pos+1] == '/' {
				if end := tagEnd(text, pos); end > 0 {
					pos = end
					continue
				}
			}
			if !isPictograph(r) {
				return pos
			}
			class = extend
		default:
			return pos
		}
		if class != extend {
			u.closed = true
		}
		u.quoted = u.quoted || class == quote || class == closer && r != ')' && r != ']' && r != '）'
		pos += size
	}
	return pos
}

// opensWord reports whether a word or number stands at pos, so that punctuation before it opens
// something.
func (c *cutter) opensWord(pos int) bool {
	class, _, _ := classAt(c.text, pos)
	return class >= lower && class <= digit || class == opener
}

// tagEnd returns the offset after the tag of markup that begins at pos, such as <em> or </b>, or 0.
func tagEnd(text string, pos int) int {
	i := pos + 1
	if i < len(text) && text[i] == '/' {
		i++
	}
	if i == len(text) || !classes[text[i]&0x7F].isLetter() || text[i] >= utf8.RuneSelf {
		return 0
	}
	for ; i < len(text) && i < pos+100; i++ {
		switch text[i] {
		case '>':
			return i + 1
		case '<', '\n':
			return 0
		}
	}
	return 0
}

// referenceEnd returns the offset after a note number in brackets, such as [12], or 0.
func referenceEnd(text string, pos int) int {
	for i := pos + 1; i < len(text) && i < pos+5; i++ {
		switch b := text[i]; {
		case b >= '0' && b <= '9':
		case b == ']' && i > pos+1:
			return i + 1
		default:
			return 0
		}
	}
	return 0
}
