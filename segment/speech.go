package segment

import (
	"strings"

	"github.com/bitext-go/bitext/internal/script"
)

// says reports whether the word at pos, or the one after it, is a verb that continues a sentence
// after a quotation.
func (c *cutter) says(pos int) bool {
	w := wordAt(c.text, pos)
	if c.lang.sayVerbs.has(w) {
		return true
	}
	pos += len(w)
	return w != "" && pos < len(c.text) && c.text[pos] == ' ' && c.lang.sayVerbs.has(wordAt(c.text, pos+1))
}

// isInterjection reports whether the word at pos is a sentence by itself in chat, such as lol: a
// mark or the end of the paragraph follows it.
func (c *cutter) isInterjection(pos int) bool {
	w := wordAt(c.text, pos)
	class, _, _ := classAt(c.text, skipSpace(c.text, pos+len(w)))
	return c.lang.interjections.has(w) && (class == other || class == stop)
}

// someoneSays reports whether a name of up to three words and a verb of saying follow a quotation:
// “Why?” Tom asked.
func (c *cutter) someoneSays(s *context) bool {
	const most = 4 // words, the verb included
	if len(c.lang.sayVerbs) == 0 || s.class != upper || s.open || s.dash {
		return false
	}
	if c.startsSentence(s.at) && !c.isTitle(s.at) && wordAt(c.text, s.at) != "I" {
		return false
	}
	at := s.at
	for range most {
		w := wordAt(c.text, at)
		if c.lang.sayVerbs.has(w) {
			return at > s.at
		}
		at += len(w)
		if at < len(c.text) && c.text[at] == '.' && (len(w) == 1 || c.lang.kindOf(w) == title) {
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

// continuesQuotation reports whether the sentence continues at pos, after a quotation: with a
// particle, or, if words are written without spaces, with a verb of saying in the next characters.
func (c *cutter) continuesQuotation(pos int) bool {
	const reach = 8 // characters in which the verb is expected
	rest := c.text[skipSpace(c.text, pos):]
	if longestPrefix(rest, c.lang.particles) > 0 {
		return true
	}
	if len(c.lang.sayVerbs) == 0 || !script.Unspaced(script.First(rest)) {
		return false
	}
	for i, n := 0, 0; i < len(rest) && n < reach; n++ {
		class, _, size := classAt(rest, i)
		if class != letter {
			return false
		}
		verb := c.lang.sayVerbs.has(rest[i : i+size])
		i += size
		if verb && n > 0 { // but "她说：" begins a sentence
			_, after, _ := classAt(rest, i)
			return after != '：' && after != ':'
		}
	}
	return false
}

// inTitle reports whether the marks are in a title in 《》 that began in the sentence.
func (c *cutter) inTitle(u *run) bool {
	const reach = 150 // bytes; the longest title on either side of the marks
	if !strings.Contains(c.text[u.end:min(len(c.text), u.end+reach)], "》") {
		return false
	}
	before := c.text[max(c.start, u.start-reach):u.start]
	return strings.LastIndex(before, "《") > strings.LastIndex(before, "》")
}
