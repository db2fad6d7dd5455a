package segment

import (
	"unicode/utf8"

	"github.com/bitext-go/bitext/internal/script"
)

// skipClosers returns the offset after the closing brackets and quotation marks at pos, and notes
// them in the run: those right after the marks, and those after a space that have no word after
// them, as in French. Note numbers, closing tags, emphasis and emoji count as closers too.
func (c *cutter) skipClosers(u *run, pos int) int {
	for pos < len(c.text) {
		class, r, size := classAt(c.text, pos)
		end := pos + size
		switch {
		case r == '*' || r == '_':
			if end = c.emphasisEnd(pos); end == 0 {
				return pos
			}
		case class == closer:
			u.closed = true
			u.quoted = u.quoted || r != ')' && r != ']' && r != '）'
		case class == quote:
			if next, n, _ := classAt(c.text, end); next == letter && script.Unspaced(n) &&
				!c.isQuoteOpen(pos, r == '\'') {
				return pos // it opens the next sentence
			}
			u.closed, u.quoted = true, true
		case class == opener && r == '[' && referenceEnd(c.text, pos) > 0:
			end = referenceEnd(c.text, pos)
		case class == opener:
			if !c.closesInstead(r, end) {
				return pos
			}
			u.closed, u.quoted = true, true
		case class == space:
			if end = c.spacedCloserEnd(u, end); end == 0 {
				return pos
			}
		case class == extend, isPictograph(r):
		case r == '<' && pos+1 < len(c.text) && c.text[pos+1] == '/' && tagEnd(c.text, pos) > 0:
			end = tagEnd(c.text, pos)
		default:
			return pos
		}
		pos = end
	}
	return pos
}

// emphasisEnd returns the end of the asterisks or underscores at pos that end emphasised text, as
// in Markdown; 0 if a word follows them.
func (c *cutter) emphasisEnd(pos int) int {
	end := pos
	for end < len(c.text) && (c.text[end] == '*' || c.text[end] == '_') {
		end++
	}
	if class, _, _ := classAt(c.text, end); class != space && end < len(c.text) {
		return 0
	}
	return end
}

// closesInstead reports whether r, which opens a quotation in most languages and ends at pos,
// closes one here, as in »so« and „so“: no word follows it.
func (c *cutter) closesInstead(r rune, pos int) bool {
	switch r {
	case '¿', '¡', '(', '[', '{':
		return false
	}
	return r < 0x3000 && !c.opensWord(pos)
}

// spacedCloserEnd returns the end of a quotation mark or pictograph that begins at pos after a
// space, 0 if there is none. Before a word the mark opens.
func (c *cutter) spacedCloserEnd(u *run, pos int) int {
	class, r, size := classAt(c.text, pos)
	switch {
	case class == closer && r != '’' && !c.opensWord(pos+size):
		u.closed, u.quoted = true, true
	case r == '\'' && pos+1 < len(c.text) && c.text[pos+1] == '\'' && !c.opensWord(pos+2): // ,,so ''
		u.closed, u.quoted = true, true
		size = 2
	case (class == quote || r == '“' || r == '„') && !c.opensWord(pos+size) && c.isQuoteOpen(pos, r == '\''):
		u.closed, u.quoted = true, true
	case class == other && isPictograph(r):
	default:
		return 0
	}
	return pos + size
}

// isQuoteOpen reports whether a quotation is open before pos, so that a quotation mark that says
// neither by its form nor by the space around it whether it opens or closes, closes it there. It
// reads the marks before pos, single or double, in order: one with a space before it and none after
// opens, one with none before it closes, and any other does what the one before it did not.
func (c *cutter) isQuoteOpen(pos int, single bool) bool {
	const reach = 400 // bytes; the longest quotation
	from := max(0, pos-reach)
	open, known := false, false
	for i := from; i < pos; {
		class, r, size := classAt(c.text, i)
		is := r == '\'' && single || !single && (r == '"' || r == '“' || r == '”' || r == '„')
		if is && (class == quote || !single) {
			before, _, _ := classBefore(c.text, from, i)
			after, _, _ := classAt(c.text, i+size)
			loose := before == space || i == from || before == opener || before == dash
			ahead := runeBeforeSpace(c.text, from, i)
			switch {
			case loose && after == space && r == '”',
				loose && after == space && !known && (ahead == ',' || ahead == '.' || ahead == '?' || ahead == '!'):
				open = false
			case loose && after == space && ahead == ':':
				open = true
			case r == '„' || loose && after != space && after != other && after != stop && after != pause:
				open = true
			case !loose && (after == space || after == pause || after == stop || after == closer):
				open = false
			case !loose && single:
				// an apostrophe
			default:
				open = !open
			}
			known = known || loose || !single
		}
		i += size
	}
	return open
}

// runeBeforeSpace returns the character before the white space that ends at pos.
func runeBeforeSpace(text string, from, pos int) rune {
	_, r, _ := classBefore(text, from, trimSpace(text, from, pos))
	return r
}

// opensWord reports whether a word or number begins at pos, so that punctuation before it opens
// something.
func (c *cutter) opensWord(pos int) bool {
	class, _, _ := classAt(c.text, pos)
	return class >= lower && class <= digit || class == opener
}

// tagEnd returns the offset after the markup tag that begins at pos, such as <em> or </b>; 0 if
// there is none.
func tagEnd(text string, pos int) int {
	const longest = 100 // bytes
	i := pos + 1
	if i < len(text) && text[i] == '/' {
		i++
	}
	if i == len(text) || text[i] >= utf8.RuneSelf || !classes[text[i]].isLetter() {
		return 0
	}
	for ; i < len(text) && i < pos+longest; i++ {
		switch text[i] {
		case '>':
			return i + 1
		case '<', '\n':
			return 0
		}
	}
	return 0
}

// referenceEnd returns the offset after a note number in brackets at pos, such as [12]; 0 if there
// is none.
func referenceEnd(text string, pos int) int {
	const longest = 5 // bytes, the brackets included
	for i := pos + 1; i < len(text) && i < pos+longest; i++ {
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
