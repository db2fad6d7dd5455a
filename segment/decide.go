package segment

import (
	"strings"

	"github.com/bitext-go/bitext/internal/script"
)

// judgeRun decides about the marks at pos, and about a numbered item that begins with them: "2." in
// "1. One 2. Two".
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
	if s.near == pause || s.near == stop && c.markOf(s.rune) == ask {
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
		// a sentence may begin with a small letter in hasty writing, but not after a quotation or
		// an exclamation such as "Ah!"
		if u.closed || s.dash || s.open || c.says(s.at) || c.inMidst(s.at) {
			return false
		}
		w := c.wordBefore(u.start)
		if c.text[u.marksEnd-1] != '?' && u.marksEnd == u.start+1 {
			// after a lone exclamation mark careful writing goes on too: "Oh my! what a day"
			first, _, _ := classAt(c.text, c.list.end)
			if first != lower || c.rules.Style == GoldenRules || c.barelyBegun(w.from) {
				return false
			}
		}
		return w.runes > 0 && !c.exclaims(w)
	}
	if u.quoted && s.class == letter && !s.open && c.says(s.at) {
		return false
	}
	return !(u.quoted && (c.goesOn(u.end) || c.someoneSays(s))) && !(c.text[u.start] == '!' && c.exclaims(c.wordBefore(u.start)))
}

// someoneSays reports whether a name and a verb of saying follow a quotation: “Why?” Tom asked.
func (c *cutter) someoneSays(s sight) bool {
	if len(c.book.say) == 0 || s.class != upper || s.open || s.dash {
		return false
	}
	if c.startsSentence(s.at) && !c.isTitle(s.at) && wordAt(c.text, s.at) != "I" {
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

// says reports whether the word at pos, or the one after it, is a verb that carries a sentence on
// after a quotation.
func (c *cutter) says(pos int) bool {
	w := wordAt(c.text, pos)
	if _, ok := c.book.say[w]; ok {
		return true
	}
	pos += len(w)
	if w == "" || pos == len(c.text) || c.text[pos] != ' ' {
		return false
	}
	_, ok := c.book.say[wordAt(c.text, pos+1)]
	return ok
}

// inMidst reports whether the word at pos is one with which no sentence begins, even in hasty
// writing.
func (c *cutter) inMidst(pos int) bool { _, ok := c.book.midst[wordAt(c.text, pos)]; return ok }

// goesOn reports whether a sentence goes on at pos, after a quotation: with a particle, or, where
// words are written without spaces, with a verb of saying in the next few characters.
func (c *cutter) goesOn(pos int) bool {
	rest := c.text[skipSpace(c.text, pos):]
	for _, p := range c.book.particles {
		if strings.HasPrefix(rest, p) {
			return true
		}
	}
	if len(c.book.say) == 0 || !script.Unspaced(script.First(rest)) {
		return false
	}
	for i, n := 0, 0; i < len(rest) && n < 8; n++ {
		class, _, size := classAt(rest, i)
		if class != letter {
			return false
		}
		_, ok := c.book.say[rest[i:i+size]]
		i += size
		if ok && n > 0 { // but "她说：" begins a sentence
			_, after, _ := classAt(rest, i)
			return after != '：' && after != ':'
		}
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

// trails reports whether an ellipsis after the word means "and so on".
func (c *cutter) trails(w word) bool { _, ok := c.book.trails[w.text]; return ok }

// joins reports whether the word at pos begins with a conjunction that carries a sentence on after
// an ellipsis.
func (c *cutter) joins(pos int) bool {
	for _, p := range c.book.joins {
		if strings.HasPrefix(c.text[pos:], p) {
			return true
		}
	}
	return false
}

// hasWord reports whether a letter or digit stands in the sentence before pos.
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

// inNeverBreak reports whether one of the wordings that must not be broken stands around the marks
// or ends with them.
func (c *cutter) inNeverBreak(u run) bool {
	for _, wording := range c.rules.NeverBreak {
		if c.covers(wording, u.start) {
			return true
		}
	}
	return false
}

// covers reports whether the wording stands in the text so that the byte at pos is one of its own.
func (c *cutter) covers(wording string, pos int) bool {
	n := len(wording)
	for from := max(pos-n+1, 0); n > 0 && from <= pos && from+n <= len(c.text); from++ {
		if c.text[from:from+n] == wording {
			return true
		}
	}
	return false
}

// inTitle reports whether the marks stand in a title in 《》 that began in the sentence.
func (c *cutter) inTitle(u run) bool {
	const reach = 150 // bytes; a title is not longer than this on either side
	if !strings.Contains(c.text[u.end:min(len(c.text), u.end+reach)], "》") {
		return false
	}
	before := c.text[max(c.start, u.start-reach):u.start]
	return strings.LastIndex(before, "《") > strings.LastIndex(before, "》")
}
