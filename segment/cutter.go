package segment

// A cutter finds where the sentences of one paragraph end.
type cutter struct {
	text  string
	rules *Rules
	book  *rulebook
	marks *markTable

	start int  // where the sentence begins that is being read
	word  int  // how far the sentence has been searched for its first word
	list  list // the list whose item begins the sentence

	// for the Golden Rules: brackets and quotation marks that hold a sentence together
	read     int // how far they have been read
	closes   int // the byte after the closer of the one that is open
	unclosed int // up to here none is looked for, as none was found
}

// sentence returns the end of the sentence that begins at start, which is not white space.
func (c *cutter) sentence(start int) (end int) {
	c.start = start
	c.list = c.listAt(start)
	text, marks := c.text, c.marks
	for i := c.list.end; i < len(text); {
		b := text[i]
		m := marks[b]
		if m == 0 || m != anyByte && !mayBegin(m, text, i) {
			i++
			continue
		}
		cut, next := c.judge(i)
		if cut > start {
			return cut
		}
		i = next
	}
	return len(text)
}

// judge decides about the mark at pos. It gives where the sentence ends, 0 if it does not end here,
// and from where on to look for the next mark.
func (c *cutter) judge(pos int) (cut, next int) {
	_, r, size := classAt(c.text, pos)
	if size == 0 {
		return 0, pos + 1
	}
	switch c.markOf(r) {
	case period, ask, dots, full:
		return c.judgeRun(pos)
	case noMark:
		if r == ' ' && (c.startsAfresh(pos) || c.endsAtSpace(pos)) {
			return pos, pos
		}
	case semi:
		if c.rules.Style == Clauses || c.startsSentence(skipSpace(c.text, pos+size)) {
			return c.judgeClause(pos + size)
		}
	case colon:
		if c.rules.Style == GoldenRules && c.book.cutsColons {
			return c.judgeClause(pos + size)
		}
	case comma:
		if c.rules.Style == GoldenRules && c.book.cutsCommas {
			return c.judgeComma(pos + size), pos + size
		}
	case item:
		return c.judgeItem(pos, pos+size)
	case line:
		return c.judgeLine(pos), pos + size
	}
	return 0, pos + size
}

// markOf returns what a character does in the language of the text.
func (c *cutter) markOf(r rune) mark {
	for _, own := range c.book.ownMarks {
		if own.rune == r {
			return own.mark
		}
	}
	return markOf(r)
}
