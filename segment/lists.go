package segment

import "unicode/utf8"

// A list is the list of the item with which a sentence begins, if it does.
type list struct {
	bullet rune  // its bullet, or 0
	kind   class // digit, lower or upper; other if it is not numbered
	close  byte  // '.' or ')'
	value  int   // the number of the item, 1 for a
	end    int   // the byte after bullet and number

	afterColon bool // its first item follows a colon
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
		if value > 1 && c.items.afterColon && value == c.items.value {
			l.afterColon = true // the enumerator at which the sentence was cut
		}
	} else if end := sectionAt(c.text, pos); end > pos {
		l.end = end
	}
	if value == 1 && c.items.afterColon && c.items.value == 1 {
		l.afterColon = true
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
		if i == len(text) || classes[text[i]&0x7F] != lower && classes[text[i]&0x7F] != upper ||
			text[i] >= utf8.RuneSelf {
			return other, 0, 0, pos
		}
		kind = classes[text[i]]
		value = int(text[i]|0x20-'a') + 1
		i++
		if i < len(text) && text[i] >= 'a' && text[i] <= 'z' && text[i] != 'i' && text[i] != 'v' && text[i] != 'x' {
			return other, 0, 0, pos // a word, as nearly always
		}
		for i < len(text) && i < from+6 && (isRoman(text[from:i+1]) || isSmallRoman(text[from:i+1])) {
			i++
			value = 0 // Roman numerals are not counted
		}
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

// isSmallRoman reports whether a word holds nothing but the letters of small Roman numerals to 39.
func isSmallRoman(w string) bool {
	for i := range len(w) {
		if w[i] != 'i' && w[i] != 'v' && w[i] != 'x' {
			return false
		}
	}
	return true
}

// sectionAt returns the end of the number of a section at pos, such as "2.3.1." before a word; pos
// if there is none.
func sectionAt(text string, pos int) int {
	const longest = 16 // bytes
	if pos == len(text) || text[pos] < '0' || text[pos] < utf8.RuneSelf && text[pos] > '9' {
		return pos
	}
	periods, end := 0, pos
	for i := pos; i < len(text) && i < pos+longest; {
		class, r, size := classAt(text, i)
		switch {
		case class == digit:
		case r == '.' && i > pos && end != i:
			periods++
			end = i + 1
		default:
			if class != space || periods == 0 || periods == 1 && text[i-1] == '.' {
				return pos
			}
			if next, _, _ := classAt(text, i+1); !next.isLetter() {
				return pos
			}
			return i
		}
		i += size
	}
	return pos
}
