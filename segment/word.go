package segment

import (
	"unicode/utf8"

	"github.com/bitext-go/bitext/internal/script"
)

// A word is the word before a period.
type word struct {
	from   int    // where it begins
	text   string // with the periods inside it and without the last
	first  class  // of its first character
	last   class  // of its last character
	runes  int    // how many letters and digits it has
	parts  bool   // it has periods inside
	joined bool   // it has hyphens, apostrophes or strokes inside
}

// wordEnd returns where the word before the marks of a run ends. In tokenised text and in French a
// space is between.
func (c *cutter) wordEnd(u *run) int {
	pos := u.start
	if pos > c.start && (c.text[pos-1] <= ' ' || c.text[pos-1] >= utf8.RuneSelf) {
		return trimSpace(c.text, c.start, pos)
	}
	return pos
}

// wordBefore returns the word that ends at pos. It looks at no more than 64 bytes.
func (c *cutter) wordBefore(pos int) word {
	const longest = 64 // bytes
	w := word{}
	class, r, size := classBefore(c.text, c.start, pos)
	for isFormat(r) {
		pos -= size
		class, r, size = classBefore(c.text, c.start, pos)
	}
	for at := pos - size; class == extend && size > 0; at -= size {
		class, _, size = classBefore(c.text, c.start, at) // the class of an accented letter is the letter's
	}
	w.from, w.last = pos, class
	for pos-w.from < longest {
		class, r, size := classBefore(c.text, c.start, w.from)
		if class >= lower && class <= digit { // nearly every character
			if class == letter && w.first != letter && w.runes > 0 && script.Unspaced(r) {
				break // a Latin word in Chinese text
			}
			w.runes++
			w.first = class
		} else if size == 0 || !c.extendWord(&w, pos, class, r, size) {
			break
		}
		w.from -= size
	}
	for w.from < pos { // a word does not begin with what joins words
		class, r, n := classAt(c.text, w.from)
		if class.isWord() && r != '’' || r == '§' || r == '@' || r == '_' || r == '°' {
			break
		}
		w.from += n
	}
	w.text = c.text[w.from:pos]
	return w
}

// extendWord reports whether a character before the word that is neither letter nor digit belongs
// to it, and notes what it is. The word ends at pos.
func (c *cutter) extendWord(w *word, pos int, class class, r rune, size int) bool {
	switch {
	case class == extend:
	case r == '.':
		w.parts = true
	case r == ',': // as in 1,000
		before, _, _ := classBefore(c.text, c.start, w.from-size)
		return before == digit && w.first == digit
	case r == '"': // gershayim of Hebrew, typed as a quotation mark
		before, _, _ := classBefore(c.text, c.start, w.from-size)
		return before == letter && w.from < pos
	case r == '-' || r == '\'' || r == '’' || r == '/':
		w.joined = true
	case r == '&' || r == '°' || r == '§' || r == '_' || r == '@':
	default:
		return false
	}
	return true
}
