package segment

import "unicode/utf8"

// A run is one or more adjacent marks, with the closing quotation marks and brackets after them.
type run struct {
	start, marksEnd int  // the marks
	end             int  // the byte after the last closer, or after the marks if there is none
	periods         int  // how many periods
	exclaim         bool // it has question or exclamation marks
	ellipsis        bool // it has an ellipsis character
	terminal        bool // it has marks such as 。
	spaced          int  // where the white space inside ". . ." begins; 0 if there is none
	closed          bool // closers follow
	quoted          bool // one of the closers is a quotation mark
}

// isPeriod reports whether the run is a single period.
func (u *run) isPeriod() bool { return u.periods == 1 && u.isDots() && !u.ellipsis }

// isDots reports whether the run has only periods and ellipses.
func (u *run) isDots() bool { return !u.exclaim && !u.terminal }

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
		if u.quoted && pos+1 < len(c.text) && c.text[pos] == ' ' && c.text[pos+1] == '.' {
			if class, _, _ := classAt(c.text, pos+2); class == space || pos+2 == len(c.text) {
				pos++ // a tokenised period after the quotation: ? " .
			}
		}
	}
	u.end = pos
	if u.periods == 1 && pos == u.marksEnd && pos < len(c.text) && c.text[pos] < utf8.RuneSelf &&
		classes[c.text[pos]] == digit {
		u.end = c.skipNotes(&u, pos)
	}
	return u
}

// skipNotes returns the offset after the numbers of notes at pos, right after a period. They are
// there if superscripts are lost: "so it is.11 12 The".
func (c *cutter) skipNotes(u *run, pos int) int {
	const longest = 16 // bytes
	if class, r, _ := classBefore(c.text, c.start, u.start); class != lower && r != ')' {
		return pos
	}
	end := pos
	for i := pos; i < len(c.text) && i < pos+longest; i++ {
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
	if class != space || next != upper {
		return pos
	}
	if w := c.wordBefore(u.start); !c.isOrdinary(&w) && c.text[u.start-1] != ')' {
		return pos
	}
	return end
}

// readMarks adds the marks at pos to the run and returns the offset after them.
func (c *cutter) readMarks(u *run, pos int) int {
	text := c.text
	for pos < len(text) {
		class, r, size := classAt(text, pos)
		switch {
		case class == extend && pos > u.start:
			pos += size
			continue
		case class == space && u.periods > 0 && !u.exclaim && !u.terminal:
			// A typewriter's ellipsis: ". . ."
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
		if m == wordspace { // ፡፡ is typed for ።
			m = terminal
		}
		if u.terminal && (m == period || m == ellipsis) {
			return pos // an ellipsis after 。 belongs to the next sentence
		}
		switch m {
		case period:
			u.periods++
		case exclaim:
			u.exclaim = true
		case ellipsis:
			u.ellipsis = true
		case terminal:
			u.terminal = true
		default:
			return pos
		}
		pos += size
	}
	return pos
}
