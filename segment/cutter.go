package segment

import (
	"strings"

	"golang.org/x/text/language"
)

// A cutter finds the ends of the sentences of one paragraph.
type cutter struct {
	text  string
	own   *wordings
	style *practice
	lang  *languageData
	marks *markTable

	start   int  // where the current sentence begins
	word    int  // how far the sentence has been searched for its first word
	list    list // the list item with which the sentence begins
	items   list // the last list item in the paragraph
	clauses bool // a list whose items end with ； has begun
	inner   int  // the last item of a list whose items are parts of one sentence; 0 if there is none

	trace func(at, end int, by rule) // is told of each decision; nil if nobody asks

	quotation quotation // for styles in which nothing ends inside quotation marks
}

// A rule is the number of a rule in DESIGN.md, such as "P2". Every decision names the rule that
// made it.
type rule string

func newCutter(paragraph string, lang language.Tag, rules *Rules, own *wordings) cutter {
	data := dataOf(lang)
	return cutter{
		text: paragraph, own: own, style: &practices[rules.Style],
		lang: data, marks: &data.marks[rules.Style],
	}
}

// sentence returns the end of the sentence that begins at start, where there is no white space.
func (c *cutter) sentence(start int) (end int) {
	c.start = start
	c.list = c.listAt(start)
	if c.list.kind == digit {
		c.items = c.list
	}
	text, marks := c.text, c.marks
	for i := c.list.end; i < len(text); {
		b := text[i]
		m := marks[b]
		if m == 0 {
			i++
			continue
		}
		if m != anyByte && !mayBegin(m, text, i) {
			i++
			if b >= 0xE0 && i+1 < len(text) && text[i]&0xC0 == 0x80 && text[i+1]&0xC0 == 0x80 {
				i += 2 // the rest of a character that has three bytes, or the last bytes but one of four
			}
			continue
		}
		cut, next := c.decideAt(i)
		if cut > start {
			return cut
		}
		i = next
	}
	return len(text)
}

// decideAt returns what decide does, without the rule, which it passes on if it is asked for. It is
// apart from the loop that calls it, because that is hot.
//
//go:noinline
func (c *cutter) decideAt(pos int) (cut, next int) {
	if c.text[pos] == ' ' && !c.lang.afterSpace.has(c.text[pos+1:]) {
		return 0, pos + 1 // nearly every space before a capital
	}
	cut, next, by := c.decide(pos)
	if c.trace != nil {
		c.trace(pos, max(0, cut), by)
	}
	return cut, next
}

// decide decides about the mark at pos. It returns where the sentence ends, 0 if it does not end
// here, and from where on to look for the next mark.
func (c *cutter) decide(pos int) (cut, next int, by rule) {
	_, r, size := classAt(c.text, pos)
	if size == 0 {
		return 0, pos + 1, ""
	}
	switch c.markOf(r) {
	case period, exclaim, ellipsis, terminal:
		return c.decideRun(pos)
	case noMark:
		if r == ' ' {
			return c.decideSpace(pos)
		}
	case semi:
		if c.style.allSemicolons {
			return c.decideClause(pos+size, "C2")
		}
		if c.clauses && r == '；' {
			return c.decideClause(pos+size, "C5")
		}
		if c.startsItem(pos + size) {
			return c.decideClause(pos+size, "C4")
		}
		if c.startsSentence(skipSpace(c.text, pos+size)) {
			return c.decideClause(pos+size, "C1")
		}
	case colon:
		if c.style.colons && c.lang.cutsColons {
			return c.decideClause(pos+size, "N2")
		}
		if c.lang.clauseLists && c.style.semicolons && c.clausesFollow(pos+size) {
			c.clauses = true
			return c.decideClause(pos+size, "C5")
		}
		if c.lang.colons != noColons && c.startsAfterColon(pos+size) {
			return pos + size, pos + size, "C3"
		}
	case comma:
		if c.style.colons && c.lang.cutsCommas {
			return c.decideComma(pos + size), pos + size, "N3"
		}
	case item:
		return c.decideItem(pos, pos+size)
	case pictograph:
		return c.decidePictograph(pos)
	case wordspace:
		if strings.HasPrefix(c.text[pos+size:], "፡") {
			return c.decideRun(pos)
		}
	case line:
		return c.decideLine(pos), pos + size, "N1"
	}
	return 0, pos + size, ""
}

// markOf returns what a character does in the language of the text.
func (c *cutter) markOf(r rune) mark {
	for _, own := range c.lang.ownMarks {
		if own.rune == r {
			return own.mark
		}
	}
	return markOf(r)
}
