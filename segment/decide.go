package segment

import (
	"strings"

	"github.com/bitext-go/bitext/internal/script"
)

// decideRun decides about the run of marks at pos, and about the number of a list item that ends
// with them: "2." in "1. One 2. Two".
func (c *cutter) decideRun(pos int) (cut, next int, by rule) {
	u := c.runAt(pos)
	s := c.contextAt(u.end)
	if s.near == other && s.at >= len(c.text) {
		return len(c.text), len(c.text), "G1"
	}
	if u.isPeriod() {
		if at, by := c.nextItem(pos); at > 0 {
			return at, u.end, by
		}
		switch at := c.enumerator(pos, &s); {
		case at > c.start:
			return at, u.end, "I5"
		case at < 0:
			return 0, u.end, "I5"
		}
	}
	ends, by := c.endsAt(&u, &s)
	if !ends {
		return 0, u.end, by
	}
	c.clauses = false
	if c.style.spacedDots && u.spaced > 0 && u.spaced == u.start+1 && u.periods >= 4 && u.isDots() {
		if class, _, _ := classBefore(c.text, c.start, u.start); class != space {
			return u.spaced, u.end, by // "end. . . . The next"
		}
	}
	return u.end, u.end, by
}

// endsAt decides whether a run of marks ends the sentence.
func (c *cutter) endsAt(u *run, s *context) (bool, rule) {
	switch {
	case !u.exclaim && !u.terminal && !c.hasWord(u.start):
		return false, "G2"
	case c.inNeverBreak(u):
		return false, "G3"
	case c.style.quotations && c.inQuotation(u):
		return false, "G4"
	case u.terminal:
		return c.endsTerminal(u, s)
	case u.exclaim:
		return c.endsExclaim(u, s)
	case u.isPeriod():
		return c.endsPeriod(u, s)
	}
	return c.endsEllipsis(u, s)
}

// hasWord reports whether there is a letter or digit in the sentence before pos.
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

// inNeverBreak reports whether one of the user's wordings covers the first mark.
func (c *cutter) inNeverBreak(u *run) bool {
	if c.own.never.covers(c.text, u.start) {
		return true
	}
	for _, wording := range c.lang.unbroken {
		if c.covers(wording, u.start) {
			return true
		}
	}
	return false
}

// covers reports whether the wording is in the text such that the byte at pos belongs to it.
func (c *cutter) covers(wording string, pos int) bool {
	n := len(wording)
	for from := max(pos-n+1, 0); n > 0 && from <= pos && from+n <= len(c.text); from++ {
		if c.text[from:from+n] == wording {
			return true
		}
	}
	return false
}

// endsTerminal decides about a mark such as 。 that has no other use than to end sentences.
func (c *cutter) endsTerminal(u *run, s *context) (bool, rule) {
	switch {
	case s.near == pause || s.near == closer && !s.gap:
		return false, "T1"
	case u.quoted && c.continuesQuotation(u.end):
		return false, "T2"
	case c.inTitle(u):
		return false, "T3"
	case c.inVerse(u):
		return false, "T5"
	}
	return true, "T4"
}

// inVerse reports whether a danda ends half a verse: the double danda that ends the verse is the
// next mark.
func (c *cutter) inVerse(u *run) bool {
	const reach = 240 // bytes; the longest half
	if !c.lang.verses || u.marksEnd-u.start != len("।") || !strings.HasPrefix(c.text[u.start:], "।") {
		return false
	}
	rest := c.text[u.end:min(len(c.text), u.end+reach)]
	i := strings.IndexAny(rest, "।॥?!")
	return i >= 0 && strings.HasPrefix(rest[i:], "॥")
}

// endsExclaim decides about a question or exclamation mark.
func (c *cutter) endsExclaim(u *run, s *context) (bool, rule) {
	if s.near == pause || s.near == stop && c.markOf(s.rune) == exclaim {
		return false, "E1"
	}
	before, _, _ := classBefore(c.text, c.start, u.start)
	if !s.gap {
		switch s.near {
		case letter:
			return before == letter || u.closed, "E2"
		case upper:
			return before == lower && c.startsSentence(s.at), "E2"
		}
		return false, "E2"
	}
	if s.class == lower && before != letter {
		if u.quoted && c.isInterjection(s.at) {
			return true, "E9"
		}
		if u.closed || s.dash || s.open && !s.quoted || c.says(s.at) || c.isNeverStart(s.at) {
			return false, "E3"
		}
		w := c.wordBefore(c.wordEnd(u))
		if c.isSingleBang(u) && !c.beganSmall(u) {
			return false, "E4"
		}
		return (w.runes > 0 || before == closer) && !c.isBangName(&w), "E5"
	}
	if s.class == letter && !s.quoted && (u.quoted || s.dash) && c.says(s.at) {
		return false, "E6"
	}
	if u.quoted && (c.continuesQuotation(u.end) || c.someoneSays(s)) {
		return false, "E6"
	}
	if c.text[u.start] == '!' {
		if w := c.wordBefore(u.start); c.isBangName(&w) {
			return false, "E7"
		}
	}
	return true, "E8"
}

// isSingleBang reports whether the run is one exclamation mark.
func (c *cutter) isSingleBang(u *run) bool {
	return c.text[u.marksEnd-1] != '?' && u.marksEnd == u.start+1
}

// beganSmall reports whether the sentence is hasty writing: it began with a small letter, and has
// more than a few words.
func (c *cutter) beganSmall(u *run) bool {
	first, _, _ := classAt(c.text, c.list.end)
	return first == lower && c.style.hasty && !c.tooShort(u.start)
}

func (c *cutter) isBangName(w *word) bool { return c.lang.bangNames.has(w.text) }

// isNeverStart reports whether the word at pos begins no sentence, even in hasty writing.
func (c *cutter) isNeverStart(pos int) bool { return c.lang.neverStarts.has(wordAt(c.text, pos)) }

// endsEllipsis decides about an ellipsis.
func (c *cutter) endsEllipsis(u *run, s *context) (bool, rule) {
	if u.quoted && !s.gap && s.near == letter && script.Unspaced(s.rune) {
		return !c.continuesQuotation(u.end), "L6"
	}
	if u.quoted && s.class == lower && c.isInterjection(s.at) {
		return true, "E9"
	}
	if !s.gap || s.near == pause {
		return false, "L1"
	}
	before, opening, _ := classBefore(c.text, c.start, u.start)
	switch {
	case before == opener && (opening == '[' || opening == '('):
		return s.near == upper && s.gap && u.closed && !u.quoted && opening == '[', "L2"
	case s.class == upper:
		// three periods typed after a space are often an insertion before a name
		return before != space || u.periods != 3 || u.spaced == 0 && wordAt(c.text, s.at) != "I", "L3"
	case s.class == letter:
		return (before != space || u.spaced > 0) && (u.periods == 2 || !c.continuesWith(s.at)) &&
			!c.lang.etcWords.has(c.wordBefore(u.start).text), "L4"
	}
	return u.periods >= 4 && s.class != lower, "L5"
}

// continuesWith reports whether the word at pos begins with letters that continue a sentence after
// an ellipsis, such as an Arabic conjunction.
func (c *cutter) continuesWith(pos int) bool {
	return longestPrefix(c.text[pos:], c.lang.continuers) > 0
}
