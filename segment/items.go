package segment

import (
	"strings"
	"unicode/utf8"

	"github.com/bitext-go/bitext/internal/script"
)

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

// enumerator returns where an item begins whose number ends with the period at pos although the
// sentence did not begin with an item: the item that follows the last one of the paragraph, or,
// after a colon, the first. It returns 0 if there is none, and -1 if the number is one of a list
// inside a sentence: "the order: 1. Roy 34, 2. Bell 28".
func (c *cutter) enumerator(pos int, s *context) int {
	const longest = 2 // digits
	if pos == c.start || c.text[pos-1] < '0' || c.text[pos-1] > '9' {
		return 0
	}
	from, value := pos, 0
	for from > c.start && pos-from <= longest && c.text[from-1] >= '0' && c.text[from-1] <= '9' {
		from--
	}
	if from == pos || pos-from > longest || from == c.start || c.text[from-1] != ' ' || !s.gap || s.class != upper {
		return 0
	}
	for _, d := range c.text[from:pos] {
		value = value*10 + int(d-'0')
	}
	class, r, _ := classBefore(c.text, c.start, trimSpace(c.text, c.start, from))
	if value == 1 && r == ':' && c.inlineFollows(pos) || c.inner > 0 && value == c.inner+1 && class == pause {
		c.inner = value
		return -1
	}
	counted := class != pause && c.lang.ordinals == noOrdinals // a number with a period is no ordinal
	first := value == 1 && (r == ':' || counted && c.numberFollows(pos, "2."))
	next := c.items.kind == digit && c.items.close == '.' && counted && c.skipsAtMostOne(value)
	nextAfterColon := c.items.kind == digit && c.items.afterColon && class != pause && value == c.items.value+1
	if !first && !next && !nextAfterColon {
		return 0
	}
	colon := r == ':' || c.items.afterColon && value > 1
	c.items = list{kind: digit, close: '.', value: value, afterColon: colon}
	return from
}

// inlineFollows reports whether the second item of a list that begins at pos follows a comma or
// semicolon, so that the list is a sentence.
func (c *cutter) inlineFollows(pos int) bool {
	const reach = 300 // bytes
	rest := c.text[pos:min(len(c.text), pos+reach)]
	i := strings.Index(rest, " 2.")
	if i < 1 {
		return false
	}
	class, _, _ := classBefore(rest, 0, i)
	return class == pause
}

// skipsAtMostOne reports whether an item with that number may follow the last one of the paragraph.
func (c *cutter) skipsAtMostOne(value int) bool {
	return value > c.items.value && value <= c.items.value+2
}

// numberFollows reports whether a number with its period, before a capital, is within reach of pos,
// so that a list goes on there.
func (c *cutter) numberFollows(pos int, number string) bool {
	const reach = 300 // bytes
	rest := c.text[pos:min(len(c.text), pos+reach)]
	for {
		i := strings.Index(rest, " "+number+" ")
		if i < 0 {
			return false
		}
		rest = rest[i+len(number)+2:]
		if class, _, _ := classAt(rest, 0); class == upper {
			return true
		}
	}
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
