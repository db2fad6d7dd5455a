package segment

import (
	"github.com/bitext-go/bitext/internal/script"
	"strings"
	"unicode/utf8"
)

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

func isSmallRoman(w string) bool { return strings.Trim(w, "ivx") == "" }

// nextItem returns where the next item of the list begins whose number ends with the mark at pos,
// or 0. Only an item that follows the number of the sentence's own item counts.
func (c *cutter) nextItem(pos int) int {
	l := c.list
	if c.rules.Style == Clauses && c.text[pos] == '.' {
		class, _, _ := classBefore(c.text, c.start, pos)
		next, _, _ := classAt(c.text, pos+1)
		if at := c.clauseItem(pos, pos+1); at > c.start && class == digit && next == space {
			return at
		}
	}
	if l.kind == other || pos < l.end || l.kind == upper || c.text[pos] != l.close && c.text[pos] != '.' {
		return 0
	}
	if l.close == '.' && c.book.ordinals != noOrdinals && c.rules.Style != GoldenRules {
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

// judgeItem decides about a bullet or bracket from pos to end. An item begins before it if the
// sentence began with the item before it, or, in the style of clauses, if a pause stands before the
// item. A bracket that closes nothing is a smile, and ends a sentence before a capital.
func (c *cutter) judgeItem(pos, end int) (cut, next int) {
	_, r, _ := classAt(c.text, pos)
	if r != ')' && r != '）' {
		if r == c.list.bullet && pos > c.list.end {
			return pos, end
		}
		return 0, end
	}
	if r == ')' {
		if at := c.nextItem(pos); at > 0 {
			return at, end
		}
	}
	if c.rules.Style == Clauses {
		if at := c.clauseItem(pos, end); at > c.start {
			return at, end
		}
	}
	if c.rules.Style != GoldenRules && r == ')' {
		if at := c.endsSmile(pos); at > 0 {
			return at, at
		}
	}
	return 0, end
}

// clauseItem returns where an item begins whose number is closed by the bracket from pos to end, if
// a pause stands before it, with or without a conjunction: "(b)" in "to meet; and (b) to talk". It
// is 0 where there is none.
func (c *cutter) clauseItem(pos, end int) int {
	from, n := pos, 0
	for n < 4 {
		class, r, size := classBefore(c.text, c.start, from)
		if r == '(' || r == '（' {
			from -= size
			break
		}
		if !class.isWord() || size == 0 {
			break
		}
		from, n = from-size, n+1
	}
	class, r, size := classBefore(c.text, c.start, from)
	if from == pos || class.isWord() || !script.Unspaced(r) && class != space {
		return 0
	}
	if class == space {
		if class, _, _ := classAt(c.text, end); class != space {
			return 0
		}
		class, _, _ = classBefore(c.text, c.start, from-size)
		if class == lower || class == letter {
			if w := c.wordBefore(from - size); w.runes < 5 {
				before := trimSpace(c.text, c.start, w.from)
				class, _, _ = classBefore(c.text, c.start, before)
			}
		}
	}
	if class != pause && class != stop {
		return 0
	}
	return from
}

// endsSmile returns the offset after a bracket at pos that closes nothing, and its like, if a
// capital follows; else 0.
func (c *cutter) endsSmile(pos int) int {
	const reach = 400 // bytes within which a bracket is closed
	before := c.text[max(c.start, pos-reach):pos]
	class, r, _ := classBefore(c.text, c.start, pos)
	face := r == ':' || r == ';' || r == '=' || len(before) > 1 && (r == '-' && (before[len(before)-2] == ':' || before[len(before)-2] == ';'))
	if !face {
		open, closed := strings.LastIndexByte(before, '('), strings.LastIndexByte(before, ')')
		if open > closed || class == digit || pos < c.list.end {
			return 0
		}
		if w := c.wordBefore(pos); w.runes < 3 && class != stop {
			return 0 // a) and iv) number items
		}
	}
	for pos < len(c.text) && c.text[pos] == ')' {
		pos++
	}
	s := c.sightAt(pos)
	if !s.gap || s.class != upper || s.dash {
		return 0
	}
	return pos
}
