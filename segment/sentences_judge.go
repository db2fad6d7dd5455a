package segment

import (
	"strings"
	"unicode/utf8"
)

// judgeRun decides about the marks at pos, and about a numbered item that begins with them: "2." in "1. One 2. Two".
func (c *cutter) judgeRun(pos int) (cut, next int) {
	u := c.runAt(pos)
	s := c.sightAt(u.end)
	if s.near == other && s.at >= len(c.text) {
		return len(c.text), len(c.text)
	}
	single := u.periods == 1 && !u.ask && !u.dots && !u.full
	if single {
		if at := c.nextItem(pos); at > 0 {
			return at, u.end
		}
	}
	if !u.ask && !u.full && !c.hasWord(pos) {
		return 0, u.end // an ellipsis before the first word
	}
	if c.inNeverBreak(u) || c.rules.Style == GoldenRules && c.inQuotation(u) {
		return 0, u.end
	}
	end := u.end
	switch {
	case u.full:
		if !c.endsFull(u, s) {
			return 0, u.end
		}
	case u.ask:
		if !c.endsAsk(u, s) {
			return 0, u.end
		}
	case single:
		if !c.endsPeriod(u, s) {
			return 0, u.end
		}
	default:
		if !c.endsDots(u, s) {
			return 0, u.end
		}
		if u.spaced > 0 && u.spaced == u.start+1 && c.rules.Style == GoldenRules && u.periods >= 4 {
			end = u.spaced // "end. . . . The next": the ellipsis is the next sentence's
			if class, _, _ := classBefore(c.text, c.start, u.start); class == space {
				end = u.end
			}
		}
	}
	return end, u.end
}

// endsFull decides about a mark that ends a sentence wherever it stands.
func (c *cutter) endsFull(u run, s sight) bool {
	if s.near == pause || s.near == closer && !s.gap {
		return false
	}
	return !(u.quoted && c.goesOn(u.end)) && !c.inTitle(u)
}

// endsAsk decides about a question or exclamation mark.
func (c *cutter) endsAsk(u run, s sight) bool {
	if s.near == pause {
		return false
	}
	before, _, _ := classBefore(c.text, c.start, u.start)
	if !s.gap {
		switch s.near {
		case letter:
			return before == letter || u.closed
		case upper:
			return before == lower && c.startsSentence(s.at)
		}
		return false
	}
	if s.class == lower && before != letter {
		// a sentence may begin with a small letter in hasty writing, but not after a quotation or an exclamation such as "Ah!"
		if u.closed || s.dash || s.open || c.says(s.at) {
			return false
		}
		w := c.wordBefore(u.start)
		return w.runes > 0 && (c.text[u.marksEnd-1] == '?' || c.rules.Style != GoldenRules && !c.barelyBegun(w.from)) && !c.exclaims(w)
	}
	return !(u.quoted && (c.goesOn(u.end) || c.someoneSays(s))) && !(c.text[u.start] == '!' && c.exclaims(c.wordBefore(u.start)))
}

// someoneSays says whether a name and a verb of saying follow a quotation: “Why?” Tom asked.
func (c *cutter) someoneSays(s sight) bool {
	if len(c.book.say) == 0 || s.class != upper || s.open || s.dash || c.startsSentence(s.at) && !c.isTitle(s.at) {
		return false
	}
	at := s.at
	for range 4 {
		w := wordAt(c.text, at)
		if _, ok := c.book.say[w]; ok {
			return at > s.at
		}
		at += len(w)
		if at < len(c.text) && c.text[at] == '.' && (len(w) == 1 || c.book.kindOf(w) == title) {
			at++
		}
		if w == "" || at+1 >= len(c.text) || c.text[at] != ' ' {
			return false
		}
		at++
		if class, _, _ := classAt(c.text, at); class != upper && class != lower {
			return false
		}
	}
	return false
}

func (c *cutter) exclaims(w word) bool { _, ok := c.book.exclaims[w.text]; return ok }

// says says whether the word at pos is a verb that carries a sentence on after a quotation.
func (c *cutter) says(pos int) bool { _, ok := c.book.say[wordAt(c.text, pos)]; return ok }

// goesOn says whether a sentence goes on at pos, after a quotation: with a particle, or, where words are
// written without spaces, with a verb of saying in the next few characters.
func (c *cutter) goesOn(pos int) bool {
	rest := c.text[skipSpace(c.text, pos):]
	for _, p := range c.book.particles {
		if strings.HasPrefix(rest, p) {
			return true
		}
	}
	if len(c.book.say) == 0 || !unspaced(firstRune(rest)) {
		return false
	}
	for i, n := 0, 0; i < len(rest) && n < 8; n++ {
		class, _, size := classAt(rest, i)
		if class != letter {
			return false
		}
		if _, ok := c.book.say[rest[i:i+size]]; ok && n > 0 {
			return true
		}
		i += size
	}
	return false
}

// endsDots decides about an ellipsis.
func (c *cutter) endsDots(u run, s sight) bool {
	if !s.gap || s.near == pause {
		return false
	}
	before, opening, _ := classBefore(c.text, c.start, u.start)
	switch {
	case before == opener && (opening == '[' || opening == '('):
		return false // [...] stands for words left out
	case s.class == upper:
		return before != space || u.periods != 3 || u.spaced == 0 && wordAt(c.text, s.at) != "I"
	case s.class == letter:
		return before != space && (u.periods == 2 || !c.joins(s.at)) && !c.trails(c.wordBefore(u.start))
	}
	return u.periods >= 4 && s.class != lower
}

// trails says whether an ellipsis after the word means "and so on".
func (c *cutter) trails(w word) bool { _, ok := c.book.trails[w.text]; return ok }

// joins says whether the word at pos begins with a conjunction that carries a sentence on after an ellipsis.
func (c *cutter) joins(pos int) bool {
	for _, p := range c.book.joins {
		if strings.HasPrefix(c.text[pos:], p) {
			return true
		}
	}
	return false
}

// endsPeriod decides about a single period.
func (c *cutter) endsPeriod(u run, s sight) bool {
	if s.near == pause || s.class == closer || u.quoted && c.goesOn(u.end) {
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
		return !u.closed && !s.open && !s.dash && c.isOrdinary(w) && !c.says(s.at)
	}
	if s.class == upper && c.goesOnAs(w, s.at) {
		return false
	}
	switch c.abbreviation(w) {
	case inside, title:
		return false
	case number:
		if w.runes == 1 && w.last == upper && s.class == upper && !s.open {
			return c.startsSentence(s.at) // an initial
		}
		return !c.countsAt(s)
	case maybe:
		return s.class != digit && c.startsSentence(s.at) && !(c.barelyBegun(w.from) && c.isTitle(s.at))
	case ordinal:
		return s.class != digit && c.startsSentence(s.at)
	}
	return true
}

// isOrdinary says whether a word is so surely no abbreviation that a sentence ends after it even where a small letter follows.
func (c *cutter) isOrdinary(w word) bool {
	k := c.abbreviation(w)
	return k == common || k == plain && w.runes >= 4 && w.first == lower && w.last == lower && !w.parts
}

// isTitle says whether an abbreviation that stands before names stands at pos.
func (c *cutter) isTitle(pos int) bool { return c.book.kindOf(wordAt(c.text, pos)) == title }

// endsUnspaced decides about a period between two letters of scripts without case and without white space after it.
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

// startsSentence says whether the word at pos is one that sentences begin with, and not an initial.
func (c *cutter) startsSentence(pos int) bool {
	w := wordAt(c.text, pos)
	if _, ok := c.book.starters[w]; !ok {
		return false
	}
	end := pos + len(w)
	return end == len(c.text) || c.text[end] != '.' || c.book.kindOf(w) == title
}

// startsAfresh says whether a sentence begins after the space at pos though no mark ends the one before it, as after a
// heading that stands in the same line: with a word that has a capital nowhere else, before a small letter.
func (c *cutter) startsAfresh(pos int) bool {
	if class, r, _ := classBefore(c.text, c.start, pos); class != lower && class != upper && class != digit && r != ')' {
		return false
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

// countsAt says whether a number stands in sight, in digits, Roman numerals or as a single letter.
func (c *cutter) countsAt(s sight) bool {
	if s.class == digit {
		return true
	}
	w := wordAt(c.text, s.at)
	if len(w) == 1 && s.class == upper {
		return true
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

// barelyBegun says whether fewer than four words stand before pos in the sentence: too few to be one.
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

// hasWord says whether a letter or digit stands in the sentence before pos.
func (c *cutter) hasWord(pos int) bool {
	c.word = max(c.word, c.start)
	for c.word < pos {
		class, _, size := classAt(c.text, c.word)
		if class.isWord() && class != extend {
			return true
		}
		c.word += size
	}
	return false
}

// inNeverBreak says whether one of the wordings that must not be broken stands around the marks or ends with them.
func (c *cutter) inNeverBreak(u run) bool {
	for _, wording := range c.rules.NeverBreak {
		n := len(wording)
		for from := max(u.start-n+1, 0); n > 0 && from <= u.start && from+n <= len(c.text); from++ {
			if c.text[from:from+n] == wording {
				return true
			}
		}
	}
	return false
}

// inTitle says whether the marks stand in a title in 《》 that began in the sentence.
func (c *cutter) inTitle(u run) bool {
	const reach = 150 // bytes; a title is not longer than this on either side
	before := c.text[max(c.start, u.start-reach):u.start]
	if strings.LastIndex(before, "《") <= strings.LastIndex(before, "》") {
		return false
	}
	return strings.Contains(c.text[u.end:min(len(c.text), u.end+reach)], "》")
}

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

// judgeComma decides about an Arabic comma that ends at pos: it ends a sentence of the Golden Rules unless the next comma
// comes after one word.
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

// judgeLine decides about a line break at pos: a line of the Golden Rules is a sentence unless a space stands
// before its break, or it is broken between two characters of a script without spaces.
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
	if unspaced(before) && unspaced(after) && class == letter {
		return 0
	}
	return pos
}
