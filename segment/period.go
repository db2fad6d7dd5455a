package segment

import (
	"strings"
	"unicode/utf8"
)

// endsPeriod decides about a single period.
func (c *cutter) endsPeriod(u *run, s *context) (bool, rule) {
	switch {
	case c.lang.weakPeriod:
		return s.gap && s.dash && !s.open && s.class == upper, "P1"
	case s.near == pause || s.class == closer:
		return false, "P2"
	case u.quoted && s.class == lower && c.isInterjection(s.at):
		return true, "E9"
	case u.quoted && c.continuesQuotation(u.end):
		return false, "P3"
	case !s.gap:
		return c.endsWithoutSpace(u, s)
	}
	w := c.wordBefore(c.wordEnd(u))
	switch {
	case s.class == lower && w.last != letter:
		return c.endsBeforeSmall(u, s, &w), "P7"
	case s.class == upper && c.joinsNext(&w, s.at):
		return false, "P8"
	case s.class == digit && w.first == digit && w.last == digit && c.numbersDate(s.at):
		return false, "P9"
	case s.class == letter && w.from > c.start && isSectionNumber(&w):
		return false, "P12" // the number of a section: अनुच्छेद 4.2. के
	case s.rune == '&' || s.rune == '+' || s.rune == '§' && w.last == digit:
		return false, "P13"
	case c.isTokenised(u):
		return c.lang.kindOf(w.text) != title && !(s.class == digit && w.last == digit && !s.open), "P11"
	}
	return c.endsAbbreviated(&w, s)
}

// endsWithoutSpace decides about a period with no white space after it.
func (c *cutter) endsWithoutSpace(u *run, s *context) (bool, rule) {
	if !u.closed && s.near != upper && s.near != letter {
		return false, "P4"
	}
	w := c.wordBefore(u.start)
	switch {
	case s.near == letter && w.last == letter && !u.closed && w.runes > 1:
		return c.abbreviation(&w) == plain && c.endsUnspaced(&w, s), "P5"
	case u.closed:
		return s.class == upper && w.last == lower && u.quoted, "P6"
	}
	return c.style.glued && c.endsGlued(&w, s), "P4"
}

// endsBeforeSmall decides about a period before a small letter: it ends a sentence of hasty writing
// if the word before it cannot be an abbreviation. In tokenised text an abbreviation keeps its
// period, so that one with a space before it ends a sentence.
func (c *cutter) endsBeforeSmall(u *run, s *context, w *word) bool {
	if u.closed || c.says(s.at) || c.isNeverStart(s.at) {
		return false
	}
	if c.isOrdinary(w) || c.isTokenised(u) && w.runes > 0 && w.last != digit && c.abbreviation(w) == plain {
		return true
	}
	// a quotation before the period: "so". but not after `ok... fine."`
	if class, _, size := classBefore(c.text, c.start, u.start); class == quote || class == closer && s.quoted {
		quoted := c.wordBefore(u.start - size)
		return c.isOrdinary(&quoted)
	}
	return false
}

// isTokenised reports whether white space is on both sides of the marks.
func (c *cutter) isTokenised(u *run) bool {
	if u.start == c.start || c.text[u.start-1] > ' ' && c.text[u.start-1] < utf8.RuneSelf {
		return false // nearly always
	}
	before, _, _ := classBefore(c.text, c.start, u.start)
	after, _, _ := classAt(c.text, u.marksEnd)
	return before == space && after == space
}

// endsAbbreviated decides about a period before white space by what the word before it is.
func (c *cutter) endsAbbreviated(w *word, s *context) (bool, rule) {
	kind := c.abbreviation(w)
	if s.class == digit && !s.open && kind != number && kind != title && kind != inside && c.isSection(s.at) {
		return true, "I6"
	}
	switch kind {
	case inside:
		return false, "A1"
	case title:
		return false, "A2"
	case number:
		if w.runes == 1 && w.last == upper && s.class == upper && !s.open {
			return c.startsSentence(s.at), "A4" // an initial
		}
		return !c.countsAt(s), "A3"
	case maybe:
		if s.class == digit {
			return false, "A4"
		}
		if len(c.lang.starters) == 0 { // all that is known is that initials end nothing
			return w.runes > 1 && !w.parts, "A4"
		}
		return c.startsSentence(s.at) && w.from > c.start && !(c.tooShort(w.from) && c.isTitle(s.at)), "A4"
	case unit:
		return s.class != digit && c.isCounted(w) && (!c.tooShort(w.from) || c.startsSentence(s.at)), "A5"
	case ordinal:
		return s.class != digit && c.startsSentence(s.at), "A6"
	}
	return true, "P10"
}

// isSectionNumber reports whether a word is the number of a section, such as 4.2 but not 66.16: its
// last part has one digit.
func isSectionNumber(w *word) bool {
	if !w.parts || w.first != digit || w.last != digit {
		return false
	}
	return utf8.RuneCountInString(w.text[strings.LastIndexByte(w.text, '.')+1:]) == 1
}

// isSection reports whether the number of a section with its period is at pos: "1.3. The".
func (c *cutter) isSection(pos int) bool {
	end := sectionAt(c.text, pos)
	return end > pos && c.text[end-1] == '.'
}

// isOrdinary reports whether a word is so surely not an abbreviation that a sentence may end after
// it even before a small letter.
func (c *cutter) isOrdinary(w *word) bool {
	const least = 4 // letters
	k := c.abbreviation(w)
	return k == common && w.runes > 1 || k == plain && w.runes >= least && w.first == lower && w.last == lower &&
		!w.parts
}

// endsUnspaced decides about a period between two letters of scripts without case, with no white
// space after it.
func (c *cutter) endsUnspaced(w *word, s *context) bool {
	next := wordAt(c.text, s.at)
	class, _, _ := classAt(c.text, s.at+len(next))
	return !w.parts && w.first == letter && w.runes > 2 && utf8.RuneCountInString(next) > 1 && class != other
}

// endsGlued decides about a period with a capital right after it.
func (c *cutter) endsGlued(w *word, s *context) bool {
	next := wordAt(c.text, s.at)
	if s.near != upper || w.runes == 0 || strings.ContainsAny(w.text, "@/_") {
		return false
	}
	switch c.abbreviation(w) {
	case plain, common, ordinal:
	default:
		return false
	}
	rest := c.text[s.at+len(next):]
	if strings.HasPrefix(rest, ".") && c.lang.kindOf(next) == title {
		return true
	}
	class, _, _ := classAt(rest, 0)
	return class == space && (w.last == lower && isRoman(next) || c.startsSentence(s.at))
}

// numbersDate reports whether the number at pos has a period too, so that it and the one before it
// are parts of a date.
func (c *cutter) numbersDate(pos int) bool {
	const longest = 4 // digits of a year
	end := pos + len(wordAt(c.text, pos))
	return end < len(c.text) && c.text[end] == '.' && end-pos <= longest
}

// isCounted reports whether a number precedes the word.
func (c *cutter) isCounted(w *word) bool {
	end := trimSpace(c.text, c.start, w.from)
	if end > c.start && c.text[end-1] == '.' {
		end--
	}
	before := c.wordBefore(end)
	return before.first == digit || isRoman(before.text)
}

// countsAt reports whether a number follows: digits, a Roman numeral or a single letter.
func (c *cutter) countsAt(s *context) bool {
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
	return w != ""
}

// isTitle reports whether the word at pos is an abbreviation that precedes names.
func (c *cutter) isTitle(pos int) bool { return c.lang.kindOf(wordAt(c.text, pos)) == title }

// startsSentence reports whether the word at pos is one that begins sentences, and not an initial.
func (c *cutter) startsSentence(pos int) bool {
	w := wordAt(c.text, pos)
	if !c.lang.starters.has(w) {
		i := strings.IndexAny(w, "'’")
		return i >= 0 && c.lang.starters.has(w[:i]) // L'eau, qu'il
	}
	end := pos + len(w)
	return end == len(c.text) || c.text[end] != '.' || c.lang.kindOf(w) == title
}

// tooShort reports whether no more than three words precede pos in the sentence, too few to be one:
// "At 5 p.m.", "В XIX в.".
func (c *cutter) tooShort(pos int) bool {
	const (
		mostBytes = 24
		mostWords = 3
	)
	return pos-c.start <= mostBytes && strings.Count(c.text[c.start:pos], " ") < mostWords
}
