package segment

import "github.com/bitext-go/bitext/internal/script"

// judgeClause decides about a semicolon or colon that ends at pos.
func (c *cutter) judgeClause(pos int) (cut, next int) {
	var u run
	end := c.skipClosers(&u, pos)
	s := c.sightAt(end)
	_, r, _ := classBefore(c.text, c.start, pos)
	if !s.gap && r < 0x3000 || s.near == pause || s.near == stop || s.at >= len(c.text) {
		return 0, end
	}
	if s.class == lower {
		// "; and (c)": the item begins after the conjunction, and is cut there
		at := s.at + len(wordAt(c.text, s.at)) + 1
		if kind, _, _, _ := numberAt(c.text, min(at, len(c.text))); kind != other && at-s.at < 8 {
			return 0, end
		}
	}
	return end, end
}

// judgeComma decides about an Arabic comma that ends at pos: it ends a sentence of the Golden Rules
// unless the next comma comes after one word.
func (c *cutter) judgeComma(pos int) (cut int) {
	at := skipSpace(c.text, pos)
	if at == pos || at == len(c.text) {
		return 0
	}
	for i := at; i < len(c.text); {
		class, r, size := classAt(c.text, i)
		if class == space {
			return pos
		}
		if r == '،' {
			return 0
		}
		i += size
	}
	return pos
}

// judgeLine decides about a line break at pos: a line of the Golden Rules is a sentence unless a
// space stands before its break, or it is broken between two characters of a script without spaces.
func (c *cutter) judgeLine(pos int) (cut int) {
	if c.rules.Style != GoldenRules {
		return 0
	}
	class, before, _ := classBefore(c.text, c.start, pos)
	if class == space {
		return 0
	}
	at := skipSpace(c.text, pos)
	_, after, _ := classAt(c.text, at)
	if script.Unspaced(before) && script.Unspaced(after) && class == letter {
		return 0
	}
	return pos
}
