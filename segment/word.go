package segment

import (
	"strings"

	"github.com/bitext-go/bitext/internal/script"
)

// A word is the word in front of a period.
type word struct {
	from   int    // where it begins
	text   string // with the periods inside it and without the last
	first  class  // its first character
	last   class  // its last character
	runes  int    // how many letters and digits it has
	parts  bool   // periods stand inside it
	joined bool   // hyphens, apostrophes or strokes stand inside it
}

// wordBefore returns the word that ends at pos. Abbreviations written with spaces, such as "z. B.",
// are one word where they are one word without them.
func (c *cutter) wordBefore(pos int) word {
	w := word{}
	class, r, size := classBefore(c.text, c.start, pos)
	for isFormat(r) {
		pos -= size
		class, r, size = classBefore(c.text, c.start, pos)
	}
	for at := pos - size; class == extend && size > 0; at -= size {
		class, _, size = classBefore(c.text, c.start, at) // the class of an accented letter is the letter's
	}
	size = 1
	w.from, w.last = pos, class
	for pos-w.from < 64 && size > 0 {
		class, r, n := classBefore(c.text, c.start, w.from)
		switch {
		case n == 0:
			size = 0
			continue
		case class == extend:
		case class.isWord() && r != '’':
			w.runes++
			w.first = class
		case r == '.':
			w.parts = true
		case r == ',': // only in 1,000
			if before, _, _ := classBefore(c.text, c.start, w.from-n); before != digit || w.first != digit {
				size = 0
				continue
			}
		case r == '"': // gershayim typed as a quotation mark stand between letters
			if before, _, _ := classBefore(c.text, c.start, w.from-n); before != letter || w.from == pos {
				size = 0
				continue
			}
		case r == '-' || r == '\'' || r == '’' || r == '/':
			w.joined = true
		case r == '&' || r == '°' || r == '§' || r == '_' || r == '@':
		default:
			size = 0
			continue
		}
		w.from -= n
	}
	for w.from < pos { // what joins words does not begin one
		class, r, n := classAt(c.text, w.from)
		if class.isWord() && r != '’' || r == '§' || r == '@' || r == '_' || r == '°' {
			break
		}
		w.from += n
	}
	w.text = c.text[w.from:pos]
	return w
}

// abbreviation returns what the word before a period is in the language.
func (c *cutter) abbreviation(w word) kind {
	for _, a := range c.rules.Abbreviations {
		if a := strings.TrimSuffix(a, "."); a == w.text || strings.Contains(a, " ") && c.covers(a+".", w.from+len(w.text)) {
			return inside
		}
	}
	if k := c.book.kindOf(w.text); k != plain {
		return k
	}
	if k := c.spacedAbbreviation(w); k != plain {
		return k
	}
	if w.joined {
		if i := strings.LastIndexAny(w.text, "-/'’"); i >= 0 {
			if k := c.book.kindOf(strings.TrimLeft(w.text[i:], "-/'’")); k != plain {
				return k
			}
		}
	}
	switch {
	case w.first == digit && w.last == digit:
		if w.runes > 3 || w.parts {
			return plain
		}
		if c.book.ordinals == beforeCapitals && !c.isNumbered(w) || c.inDate(w) {
			return ordinal
		}
	case w.runes == 1 && (w.last == upper || w.last == lower):
		return maybe
	case w.runes == 1 && w.last == letter && isAlphabetic(w.text):
		return inside
	case w.parts && w.last == letter && w.runes <= 9:
		return inside
	case w.parts && w.last != digit && w.runes <= 6 && shortParts(w.text):
		return maybe
	case c.book.ordinals != noOrdinals && w.runes <= 5 && isRoman(w.text):
		return ordinal
	}
	return plain
}

// inDate reports whether another number with a period stands before the number w: "2010. 5. 3."
func (c *cutter) inDate(w word) bool {
	end := trimSpace(c.text, c.start, w.from)
	if end == w.from || end == c.start || c.text[end-1] != '.' {
		return false
	}
	before := c.wordBefore(end - 1)
	return before.first == digit && before.last == digit && !before.parts
}

// isNumbered reports whether an abbreviation that stands before numbers stands before the number w:
// "S. 12".
func (c *cutter) isNumbered(w word) bool {
	end := trimSpace(c.text, c.start, w.from)
	return end < w.from && end > c.start && c.text[end-1] == '.' && c.book.kindOf(c.wordBefore(end-1).text) == number
}

// shortParts reports whether a word is single letters with periods between, as acronyms are.
func shortParts(w string) bool {
	n := 0
	for _, r := range w {
		switch {
		case r == '.':
			n = 0
		case n == 1 && classOf(r) != extend:
			return false
		default:
			n = 1
		}
	}
	return true
}

// isAlphabetic reports whether a lone letter is one of an alphabet, and so an initial, rather than
// a word or syllable.
func isAlphabetic(w string) bool {
	r := script.First(w)
	return r >= 0x0590 && r <= 0x07FF || r >= 0x0B80 && r <= 0x0D7F || r >= 0x10A0 && r <= 0x10FF
}

// spacedAbbreviation looks up the word with the short ones before it that end in a period and a
// space: "z. B.".
func (c *cutter) spacedAbbreviation(w word) kind {
	if w.runes > 4 || w.runes == 0 {
		return plain
	}
	var buf [48]byte
	at := len(buf) - len(w.text)
	if at < 0 {
		return plain
	}
	copy(buf[at:], w.text)
	pos, best := w.from, plain
	for range 4 {
		end := trimSpace(c.text, c.start, pos)
		if end == pos || end == c.start || c.text[end-1] != '.' || pos-end > 4 {
			break
		}
		b := c.wordBefore(end - 1)
		if b.runes == 0 || b.runes > 4 || at < len(b.text)+1 {
			break
		}
		at -= len(b.text) + 1
		copy(buf[at:], b.text)
		buf[at+len(b.text)] = '.'
		if k, ok := c.book.abbreviations[string(buf[at:])]; ok {
			best = k
		}
		pos = b.from
	}
	return best
}

// goesOnAs reports whether the word before a period and the one at pos, which has a period too, are
// one abbreviation: "EE. UU.".
func (c *cutter) goesOnAs(w word, pos int) bool {
	next := wordAt(c.text, pos)
	end := pos + len(next)
	var buf [32]byte
	if end == len(c.text) || c.text[end] != '.' || next == "" || len(w.text)+1+len(next) > len(buf) {
		return false
	}
	n := copy(buf[:], w.text)
	buf[n] = '.'
	n += 1 + copy(buf[n+1:], next)
	_, ok := c.book.abbreviations[string(buf[:n])]
	return ok
}
