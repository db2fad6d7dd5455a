package segment

import "unicode/utf8"

// A list is the list whose item begins a sentence, if one does.
type list struct {
	bullet rune  // its bullet, or 0
	kind   class // digit, lower or upper; other where it is not numbered
	close  byte  // '.' or ')'
	value  int   // the number of the item, 1 for a
	end    int   // the byte after bullet and number
}

// listAt reads the bullet and the number at pos.
func (c *cutter) listAt(pos int) list {
	l := list{end: pos}
	class, r, size := classAt(c.text, pos)
	if class == dash && size > 1 && markOf(r) == item {
		l.bullet = r
		pos = skipSpace(c.text, pos+size)
		l.end = pos
	}
	kind, value, close, end := numberAt(c.text, pos)
	if kind != other {
		l.kind, l.value, l.close, l.end = kind, value, close, end
	}
	return l
}

// numberAt reads the number of an item, such as "1.", "1)", "1.)", "(a)".
func numberAt(text string, pos int) (kind class, value int, close byte, end int) {
	i := pos
	if i < len(text) && text[i] == '(' {
		i++
	}
	from := i
	for i < len(text) && i < from+3 && text[i] >= '0' && text[i] <= '9' {
		value = value*10 + int(text[i]-'0')
		i++
	}
	kind = digit
	if i == from {
		if i == len(text) || classes[text[i]&0x7F] != lower && classes[text[i]&0x7F] != upper || text[i] >= utf8.RuneSelf {
			return other, 0, 0, pos
		}
		kind = classes[text[i]]
		value = int(text[i]|0x20-'a') + 1
		i++
	}
	if i == len(text) || text[i] != '.' && text[i] != ')' || from > pos && text[i] != ')' {
		return other, 0, 0, pos
	}
	close = text[i]
	i++
	if close == '.' && i < len(text) && text[i] == ')' {
		i++
	}
	if class, _, _ := classAt(text, i); class != space && i < len(text) {
		return other, 0, 0, pos
	}
	return kind, value, close, i
}

// nextItem is where the next item of the list begins whose number ends with the mark at pos, or 0. Only an item that
// follows the number of the sentence's own item counts.
func (c *cutter) nextItem(pos int) int {
	l := c.list
	if l.kind == other || pos < l.end || l.kind == upper || c.text[pos] != l.close && c.text[pos] != '.' {
		return 0
	}
	if l.close == '.' && c.book.ordinals && c.rules.Style != GoldenRules {
		return 0 // "1. bis 2. Klasse"
	}
	from := pos
	for from > c.start && pos-from < 3 && classes[c.text[from-1]&0x7F] == l.kind && c.text[from-1] < utf8.RuneSelf {
		from--
	}
	if from > c.start && c.text[from-1] == '(' {
		from--
	}
	if from == pos || from < l.end+4 {
		return 0
	}
	if class, _, _ := classBefore(c.text, c.start, from); class != space {
		return 0
	}
	kind, value, close, _ := numberAt(c.text, from)
	if kind != l.kind || close != l.close || value != l.value+1 {
		return 0
	}
	if l.bullet != 0 {
		return 0
	}
	return from
}

// judgeItem decides about a bullet or bracket from pos to end: an item begins before it if the sentence began with the
// item before.
func (c *cutter) judgeItem(pos, end int) (cut int) {
	if c.text[pos] == ')' {
		return c.nextItem(pos)
	}
	_, r, _ := classAt(c.text, pos)
	if r == c.list.bullet && pos > c.list.end {
		return pos
	}
	return 0
}
