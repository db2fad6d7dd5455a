package segment

import (
	"strings"
	"unicode/utf8"

	"github.com/bitext-go/bitext/internal/script"
)

// A list is the list of the item with which a sentence begins, if it does.
type list struct {
	bullet rune  // its bullet, or 0
	kind   class // digit, lower or upper; other if it is not numbered
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
		if i == len(text) || classes[text[i]&0x7F] != lower && classes[text[i]&0x7F] != upper ||
			text[i] >= utf8.RuneSelf {
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

func isSmallRoman(w string) bool { return consistsOf(w, "ivx") }

// nextItem returns where the next item begins if its number ends with the mark at pos, 0 if it does
// not. In the default style only the item counts whose number follows that of the current item.
func (c *cutter) nextItem(pos int) (at int, by rule) {
	if c.style.pausedItems && c.text[pos] == '.' {
		class, _, _ := classBefore(c.text, c.start, pos)
		next, _, _ := classAt(c.text, pos+1)
		if at := c.clauseItem(pos, pos+1); at > c.start && class == digit && next == space {
			return at, "I3"
		}
	}
	return c.followingItem(pos), "I1"
}

// followingItem returns where the item begins whose number follows that of the current item and
// ends with the mark at pos, 0 if there is none.
func (c *cutter) followingItem(pos int) int {
	l := c.list
	if l.kind == other || pos < l.end || l.kind == upper || c.text[pos] != l.close && c.text[pos] != '.' {
		return 0
	}
	if l.close == '.' && c.lang.ordinals != noOrdinals && !c.style.ordinalItems {
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

// decideItem decides about a bullet or bracket from pos to end. A sentence ends before the item
// that follows the current one, in the Clauses style before any item after a pause, and after a
// smiley before a capital.
func (c *cutter) decideItem(pos, end int) (cut, next int, by rule) {
	_, r, _ := classAt(c.text, pos)
	if r != ')' && r != '）' {
		if r == c.list.bullet && pos > c.list.end {
			return pos, end, "I2"
		}
		return 0, end, ""
	}
	if r == ')' {
		if at, by := c.nextItem(pos); at > 0 {
			return at, end, by
		}
	}
	if c.style.pausedItems {
		if at := c.clauseItem(pos, end); at > c.start {
			return at, end, "I3"
		}
	}
	if c.style.smileys && r == ')' {
		if at := c.endsAtSmiley(pos); at > 0 {
			return at, at, "I4"
		}
	}
	return 0, end, ""
}

// clauseItem returns where an item begins whose number is closed by the mark from pos to end, if a
// pause precedes it, with or without a conjunction: "(b)" in "to meet; and (b) to talk". It returns
// 0 if there is none.
func (c *cutter) clauseItem(pos, end int) int {
	const (
		longest     = 4 // characters of the number
		conjunction = 4 // letters of the word before it
	)
	from, n := pos, 0
	for n < longest {
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
			if w := c.wordBefore(from - size); w.runes <= conjunction {
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

// endsAtSmiley returns the offset after a smiley, a bracket at pos that closes nothing and those
// after it, if a capital follows; else 0.
func (c *cutter) endsAtSmiley(pos int) int {
	const reach = 400 // bytes within which a bracket is closed
	before := c.text[max(c.start, pos-reach):pos]
	class, r, _ := classBefore(c.text, c.start, pos)
	face := r == ':' || r == ';' || r == '=' || strings.HasSuffix(before, ":-") || strings.HasSuffix(before, ";-")
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
	s := c.contextAt(pos)
	if !s.gap || s.class != upper || s.dash {
		return 0
	}
	return pos
}
