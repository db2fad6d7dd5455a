package segment

import (
	"strings"

	"github.com/bitext-go/bitext/internal/script"
)

// decidePictograph decides about the emoji at pos: they end a sentence before a capital, and before
// a letter of a script without case.
func (c *cutter) decidePictograph(pos int) (cut, next int, by rule) {
	end := pos
	for end < len(c.text) {
		class, r, size := classAt(c.text, end)
		if class != extend && !isPictograph(r) && (r < 0x1F3FB || r > 0x1F3FF) {
			break
		}
		end += size
	}
	s := c.contextAt(end)
	begins := s.gap && (s.class == upper || s.class == letter) || s.class == letter && script.Unspaced(s.rune)
	if !begins || s.dash || !c.hasWord(pos) {
		return 0, end, "I7"
	}
	return end, end, "I7"
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
	var u run
	end := c.skipClosers(&u, pos)
	s := c.contextAt(end)
	if face && s.gap && s.class == lower && c.isInterjection(s.at) {
		return end
	}
	if !s.gap || s.class != upper || s.dash {
		return 0
	}
	return end
}
