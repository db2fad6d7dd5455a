package segment

import (
	"strings"
	"unicode/utf8"
)

// pairs are the quotation marks and brackets inside which the Golden Rules end no sentence.
var pairs = map[rune]string{
	'(': ")", '[': "]", '“': "”", '„': "“”", '«': "»", '「': "」", '『': "』", '（': "）", '《': "》", '"': "\"", '‘': "’",
}

// inQuotation reports whether the marks stand in quotation marks or brackets that opened in the
// sentence and close after the marks. Each byte of a sentence is read once.
func (c *cutter) inQuotation(u run) bool {
	const reach = 2000 // bytes; what is not closed within them is not closed
	c.read = max(c.read, c.start)
	for c.read < u.start {
		r, size := utf8.DecodeRuneInString(c.text[c.read:])
		closers := ""
		if r < utf8.RuneSelf && r != '(' && r != '[' && r != '"' && r != '\'' {
			c.read++
			continue
		}
		if r == '\'' {
			c.read += size
			if before, _, _ := classBefore(c.text, c.start, c.read-1); before == space || c.read-1 == c.start {
				c.closes = max(c.closes, c.apostropheCloses(c.read, reach))
				c.read = max(c.read, c.closes)
			}
			continue
		}
		if closers = pairs[r]; closers == "" {
			c.read += size
			continue
		}
		from := c.read + size
		c.read = from
		if r == '"' || r == '‘' { // these open before a word and after white space
			before, _, _ := classBefore(c.text, c.start, from-size)
			if after, _, _ := classAt(c.text, from); after == space || before != space && before != other && before != opener {
				continue
			}
		}
		if from < c.unclosed {
			continue
		}
		at := strings.IndexAny(c.text[from:min(len(c.text), from+reach)], closers)
		if at < 0 {
			c.unclosed = from + reach
			continue
		}
		_, size = utf8.DecodeRuneInString(c.text[from+at:])
		c.closes = from + at + size
		c.read = c.closes
	}
	return u.end < c.closes
}

// apostropheCloses returns the byte after the apostrophe that closes a quotation which one opened
// before pos: it stands after a punctuation mark and before no letter. It is 0 if there is none
// within reach.
func (c *cutter) apostropheCloses(pos, reach int) int {
	if pos < c.unclosed {
		return 0
	}
	end := min(len(c.text), pos+reach)
	for i := pos + 1; i < end; i++ {
		if c.text[i] == '\'' && (classes[c.text[i-1]&0x7F] == stop || c.text[i-1] == ',') && c.text[i-1] < utf8.RuneSelf {
			if class, _, _ := classAt(c.text, i+1); !class.isWord() {
				return i + 1
			}
		}
	}
	c.unclosed = end
	return 0
}
