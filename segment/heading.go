package segment

import "strings"

// decideSpace decides about a space without a mark before it.
func (c *cutter) decideSpace(pos int) (cut, next int, by rule) {
	if c.startsAfterHeading(pos) {
		return pos, pos, "H1"
	}
	if len(c.lang.shads) > 0 && c.endsAtShad(pos) {
		return pos, pos, "W3"
	}
	if t := c.lang.spaceTable; t != nil && isSpaceToLookAt(c.text, c.start, pos) && t.ends(c.text, c.start, pos) {
		return pos, pos, "W4"
	}
	if len(c.lang.spaces.begins) > 0 {
		if by := c.endsAtSpace(pos); by != "" {
			return pos, pos, by
		}
	}
	return 0, pos + 1, ""
}

// endsAtShad reports whether the space at pos follows a Tibetan letter after which the shad is left
// out, which has a stroke of the same form.
func (c *cutter) endsAtShad(pos int) bool {
	next, _, _ := classAt(c.text, pos+1)
	return next == letter && longestSuffix(c.text[c.start:pos], c.lang.shads) > 0
}

// startsAfterHeading reports whether a sentence begins after the space at pos although no mark ends
// the one before it, as after a heading in the same line: with a word that has a capital nowhere
// else, before a word in small letters.
func (c *cutter) startsAfterHeading(pos int) bool {
	const reach = 200                                          // bytes; the longest text in brackets
	if class, _, _ := classAt(c.text, pos+1); class != upper { // nearly always
		return false
	}
	if class, r, _ := classBefore(c.text, c.start, pos); class != lower && class != upper && class != digit {
		before := c.text[max(c.start, pos-reach) : pos-1]
		if r != ')' || strings.LastIndexByte(before, '(') <= strings.LastIndexByte(before, ')') {
			return false // a bracket that closes one that is open counts, but not that of iii)
		}
	}
	if pos == c.list.end {
		return false // after the number of an item
	}
	w := wordAt(c.text, pos+1)
	next := pos + 1 + len(w)
	if class, _, _ := classAt(c.text, next+1); class != lower || c.text[next] != ' ' {
		return false
	}
	return c.lang.surelyStarts.has(w) && !c.lang.starters.has(c.wordBefore(pos).text)
}
