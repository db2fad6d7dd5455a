package segment

import (
	"strings"

	"github.com/bitext-go/bitext/internal/script"
)

// decideClause decides about a semicolon or colon that ends at pos, by the given rule.
func (c *cutter) decideClause(pos int, by rule) (cut, next int, _ rule) {
	var u run
	end := c.skipClosers(&u, pos)
	s := c.contextAt(end)
	_, r, _ := classBefore(c.text, c.start, pos)
	if !s.gap && r < 0x3000 || s.near == pause || s.near == stop || s.at >= len(c.text) {
		return 0, end, by
	}
	if s.class == lower {
		// In "; and (c)" the item begins after the conjunction, and the sentence ends there.
		at := s.at + len(wordAt(c.text, s.at)) + 1
		if kind, _, _, _ := numberAt(c.text, min(at, len(c.text))); kind != other && at-s.at < 8 {
			return 0, end, by
		}
	}
	return end, end, by
}

// startsItem reports whether a list item begins after the white space at pos: a dash or bullet and
// a space, or a number with its period.
func (c *cutter) startsItem(pos int) bool {
	at := skipSpace(c.text, pos)
	if at == pos {
		return false
	}
	class, r, size := classAt(c.text, at)
	if next, _, _ := classAt(c.text, at+size); class == dash && next == space {
		next, _, _ = classAt(c.text, skipSpace(c.text, at+size))
		return markOf(r) == item || next.isWord() // verse has dashes before quotations
	}
	kind, _, close, _ := numberAt(c.text, at)
	return kind == digit && close == '.'
}

// clausesFollow reports whether a list begins at pos, after a colon, whose items end with ；: one of
// them does before the sentence ends, and no bracket numbers the first.
func (c *cutter) clausesFollow(pos int) bool {
	const reach = 1500 // bytes; the longest item
	rest := c.text[pos:min(len(c.text), pos+reach)]
	class, r, _ := classAt(rest, 0)
	if class != letter || !script.Unspaced(r) {
		return false
	}
	end := strings.Index(rest, "；")
	return end > 0 && !strings.Contains(rest[:end], "。")
}

// startsAfterColon reports whether a sentence begins at pos, after a colon: with a word that begins
// sentences, or, where the language says so, with any capital.
func (c *cutter) startsAfterColon(pos int) bool {
	s := c.contextAt(pos)
	anyCapital := c.lang.colons == beforeAnyCapital
	if !s.gap || s.class != upper || s.dash && !anyCapital || s.open && (!s.quoted || !anyCapital) {
		return false
	}
	w := wordAt(c.text, s.at)
	return c.hasWord(pos-1) && (anyCapital && len(w) > 1 || c.startsSentence(s.at))
}

// decideComma decides about an Arabic comma that ends at pos. By the Golden Rules it ends a
// sentence unless another comma follows after one word.
func (c *cutter) decideComma(pos int) (cut int) {
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

// decideLine decides about a line break at pos. By the Golden Rules a line is a sentence unless a
// space precedes its break or the break is between two characters of a script without spaces.
func (c *cutter) decideLine(pos int) (cut int) {
	if !c.style.lines {
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
