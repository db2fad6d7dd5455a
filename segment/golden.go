package segment

import (
	"strings"
	"unicode/utf8"
)

// A quotation holds a sentence together by the Golden Rules: quotation marks or brackets that
// opened in it.
type quotation struct {
	read     int // how far the sentence has been read for them
	closes   int // the byte after the mark that closes the one that is open
	unclosed int // no closing mark is looked for before this offset, as none was found
}

// pairs are the quotation marks and brackets inside which the Golden Rules end no sentence.
var pairs = map[rune]string{
	'(': ")", '[': "]", '“': "”", '„': "“”", '«': "»", '「': "」", '『': "』", '（': "）", '《': "》", '"': "\"", '‘': "’",
}

// inQuotation reports whether the marks are inside quotation marks or brackets that opened in the
// sentence and close after the marks. It reads each byte of a sentence once.
func (c *cutter) inQuotation(u *run) bool {
	const reach = 2000 // bytes within which a mark is closed
	q := &c.quotation
	q.read = max(q.read, c.start)
	for q.read < u.start {
		r, size := utf8.DecodeRuneInString(c.text[q.read:])
		closers := ""
		if r < utf8.RuneSelf && r != '(' && r != '[' && r != '"' && r != '\'' {
			q.read++
			continue
		}
		if r == '\'' {
			q.read += size
			if before, _, _ := classBefore(c.text, c.start, q.read-1); before == space || q.read-1 == c.start {
				q.closes = max(q.closes, c.apostropheCloses(q.read, reach))
				q.read = max(q.read, q.closes)
			}
			continue
		}
		if closers = pairs[r]; closers == "" {
			q.read += size
			continue
		}
		from := q.read + size
		q.read = from
		if r == '"' || r == '‘' { // these open before a word and after white space
			before, _, _ := classBefore(c.text, c.start, from-size)
			if after, _, _ := classAt(c.text, from); after == space || before != space && before != other &&
				before != opener {
				continue
			}
		}
		if from < q.unclosed {
			continue
		}
		at := strings.IndexAny(c.text[from:min(len(c.text), from+reach)], closers)
		if at < 0 {
			q.unclosed = from + reach
			continue
		}
		_, size = utf8.DecodeRuneInString(c.text[from+at:])
		q.closes = from + at + size
		q.read = q.closes
	}
	return u.end < q.closes
}

// apostropheCloses returns the byte after the apostrophe that closes a quotation which another one
// opened before pos: it follows a punctuation mark and no letter follows it. It returns 0 if there
// is none within reach.
func (c *cutter) apostropheCloses(pos, reach int) int {
	q := &c.quotation
	if pos < q.unclosed {
		return 0
	}
	end := min(len(c.text), pos+reach)
	for i := pos + 1; i < end; i++ {
		if before := c.text[i-1]; c.text[i] == '\'' && before < utf8.RuneSelf &&
			(classes[before] == stop || before == ',') {
			if class, _, _ := classAt(c.text, i+1); !class.isWord() {
				return i + 1
			}
		}
	}
	q.unclosed = end
	return 0
}
