package segment

import (
	"strings"
	"unicode/utf8"
)

// endsPeriod decides about a single period.
func (c *cutter) endsPeriod(u run, s sight) bool {
	if c.book.weakPeriod || s.near == pause || s.class == closer || u.quoted && c.goesOn(u.end) {
		return false
	}
	if !s.gap && !u.closed && s.near != upper && s.near != letter {
		return false
	}
	w := c.wordBefore(u.start)
	if !s.gap {
		if s.near == letter && w.last == letter && !u.closed && w.runes > 1 {
			return c.abbreviation(w) == plain && c.endsUnspaced(w, s)
		}
		if u.closed {
			return s.class == upper && w.last == lower && u.quoted
		}
		return c.rules.Style == GoldenRules && c.endsGlued(w, s)
	}
	if s.class == lower && w.last != letter {
		return !u.closed && !s.open && !s.dash && c.isOrdinary(w) && !c.says(s.at) && !c.inMidst(s.at)
	}
	if s.class == upper && c.goesOnAs(w, s.at) {
		return false
	}
	if s.class == digit && w.first == digit && w.last == digit && c.countsOn(s.at) {
		return false
	}
	switch c.abbreviation(w) {
	case inside, title:
		return false
	case unit:
		return s.class != digit && c.isCounted(w) && (!c.barelyBegun(w.from) || c.startsSentence(s.at))
	case number:
		if w.runes == 1 && w.last == upper && s.class == upper && !s.open {
			return c.startsSentence(s.at) // an initial
		}
		return !c.countsAt(s)
	case maybe:
		if len(c.book.starters) == 0 {
			return s.class != digit && w.runes > 1 && !w.parts // nothing is known but that initials are none
		}
		return s.class != digit && c.startsSentence(s.at) && w.from > c.start && !(c.barelyBegun(w.from) && c.isTitle(s.at))
	case ordinal:
		return s.class != digit && c.startsSentence(s.at)
	}
	return true
}

// isOrdinary reports whether a word is so surely no abbreviation that a sentence ends after it even
// where a small letter follows.
func (c *cutter) isOrdinary(w word) bool {
	k := c.abbreviation(w)
	return k == common || k == plain && w.runes >= 4 && w.first == lower && w.last == lower && !w.parts
}

// isTitle reports whether an abbreviation that stands before names stands at pos.
func (c *cutter) isTitle(pos int) bool { return c.book.kindOf(wordAt(c.text, pos)) == title }

// endsUnspaced decides about a period between two letters of scripts without case and without white
// space after it.
func (c *cutter) endsUnspaced(w word, s sight) bool {
	next := wordAt(c.text, s.at)
	class, _, _ := classAt(c.text, s.at+len(next))
	return !w.parts && w.first == letter && w.runes > 2 && utf8.RuneCountInString(next) > 1 && class != other
}

// endsGlued decides about a period with a capital right after it.
func (c *cutter) endsGlued(w word, s sight) bool {
	next := wordAt(c.text, s.at)
	if s.near != upper || w.runes == 0 || strings.ContainsAny(w.text, "@/_") {
		return false
	}
	switch c.abbreviation(w) {
	case plain, common, ordinal:
	default:
		return false
	}
	class, _, _ := classAt(c.text, s.at+len(next))
	return class == space && (w.last == lower && isRoman(next) || c.startsSentence(s.at)) ||
		c.text[s.at+len(next):] != "" && c.text[s.at+len(next)] == '.' && c.book.kindOf(next) == title
}

// countsOn reports whether the number at pos has a period too, so that it and the one before it are
// parts of a date.
func (c *cutter) countsOn(pos int) bool {
	end := pos + len(wordAt(c.text, pos))
	return end < len(c.text) && c.text[end] == '.' && end-pos < 5
}

// isCounted reports whether a number stands before the word.
func (c *cutter) isCounted(w word) bool {
	end := trimSpace(c.text, c.start, w.from)
	if end > c.start && c.text[end-1] == '.' {
		end--
	}
	before := c.wordBefore(end)
	return before.first == digit || isRoman(before.text)
}

// startsSentence reports whether the word at pos is one that sentences begin with, and not an
// initial.
func (c *cutter) startsSentence(pos int) bool {
	w := wordAt(c.text, pos)
	if _, ok := c.book.starters[w]; !ok {
		i := strings.IndexAny(w, "'’")
		if i < 0 {
			return false
		}
		_, ok = c.book.starters[w[:i]] // L'eau, qu'il
		return ok
	}
	end := pos + len(w)
	return end == len(c.text) || c.text[end] != '.' || c.book.kindOf(w) == title
}

// startsAfresh reports whether a sentence begins after the space at pos though no mark ends the one
// before it, as after a heading that stands in the same line: with a word that has a capital
// nowhere else, before a small letter.
func (c *cutter) startsAfresh(pos int) bool {
	if class, r, _ := classBefore(c.text, c.start, pos); class != lower && class != upper && class != digit {
		before := c.text[max(c.start, pos-200) : pos-1]
		if r != ')' || strings.LastIndexByte(before, '(') <= strings.LastIndexByte(before, ')') {
			return false // and not the bracket of iii)
		}
	}
	if class, _, _ := classAt(c.text, pos+1); class != upper {
		return false
	}
	if pos == c.list.end {
		return false // the number of an item stands before it
	}
	w := wordAt(c.text, pos+1)
	next := pos + 1 + len(w)
	if class, _, _ := classAt(c.text, next+1); class != lower || c.text[next] != ' ' {
		return false
	}
	if _, ok := c.book.fresh[w]; !ok {
		return false
	}
	_, begins := c.book.starters[c.wordBefore(pos).text]
	return !begins
}

// countsAt reports whether a number stands in sight, in digits, Roman numerals or as a single
// letter.
func (c *cutter) countsAt(s sight) bool {
	if s.class == digit || s.rune == '§' || s.rune == '№' {
		return true
	}
	w := wordAt(c.text, s.at)
	if len(w) == 1 && s.class == upper {
		next, _, _ := classAt(c.text, s.at+2)
		return next != lower || !c.startsSentence(s.at) // not the word I
	}
	return isRoman(w)
}

func isRoman(w string) bool {
	for i := range len(w) {
		switch w[i] {
		case 'I', 'V', 'X', 'L', 'C', 'D', 'M':
		default:
			return false
		}
	}
	return len(w) > 0
}

// barelyBegun reports whether no more than three words stand before pos in the sentence, as in "At
// 5 p.m." and "В XIX в.": too few to be one.
func (c *cutter) barelyBegun(pos int) bool {
	if pos-c.start > 24 {
		return false
	}
	spaces := 0
	for i := c.start; i < pos; i++ {
		if c.text[i] == ' ' {
			spaces++
		}
	}
	return spaces < 3
}
