package segment

import (
	"strings"

	"github.com/bitext-go/bitext/internal/script"
)

// abbreviation returns what the word before a period is in the language.
func (c *cutter) abbreviation(w *word) kind {
	if c.own.abbreviations.has(w.text) || c.own.spaced.covers(c.text, w.from+len(w.text)) {
		return inside
	}
	if k := c.lang.kindOf(w.text); k != plain {
		return k
	}
	if k := c.spacedAbbreviation(w); k != plain {
		return k
	}
	if w.joined {
		if i := strings.LastIndexAny(w.text, "-/'’"); i >= 0 {
			if k := c.lang.kindOf(strings.TrimLeft(w.text[i:], "-/'’")); k != plain {
				return k
			}
		}
	}
	return c.kindByForm(w)
}

// kindByForm returns what a word that no list has is by its form.
func (c *cutter) kindByForm(w *word) kind {
	const (
		ordinalDigits = 3 // most digits of an ordinal number
		romanLetters  = 5 // most letters of one in Roman numerals
		acronym       = 6 // most letters of an acronym with periods
		acronymUncase = 9 // the same in scripts without case
	)
	switch {
	case w.first == digit && w.last == digit:
		if w.runes <= ordinalDigits && !w.parts &&
			(c.lang.ordinals == beforeCapitals && !c.isNumbered(w) || c.inDate(w)) {
			return ordinal
		}
	case w.runes == 1 && w.last == lower && isVowel(script.First(w.text)):
		return common // a word, as Welsh o, Irish í, Haitian a; initials are capitals
	case w.runes == 1 && (w.last == upper || w.last == lower):
		return maybe // an initial
	case w.runes == 1 && w.last == letter && isAlphabetic(w.text):
		return inside
	case w.parts && w.last == letter && w.runes <= acronymUncase:
		return inside
	case w.parts && w.last != digit && w.runes <= acronym && shortParts(w.text):
		return maybe
	case c.lang.ordinals != noOrdinals && w.runes <= romanLetters && isRoman(w.text):
		return ordinal
	}
	return plain
}

// isVowel reports whether a small letter is a vowel of the Latin or Cyrillic alphabet, with or
// without an accent.
func isVowel(r rune) bool {
	return strings.ContainsRune("aeiouyàáâãäåæèéêëìíîïòóôõöøùúûüýāēīōūąęėįųůőűıœаеёиоуыэюяіїє", r)
}

// inDate reports whether another number with a period precedes the number w: "2010. 5. 3."
func (c *cutter) inDate(w *word) bool {
	end := trimSpace(c.text, c.start, w.from)
	if end == w.from || end == c.start || c.text[end-1] != '.' {
		return false
	}
	before := c.wordBefore(end - 1)
	return before.first == digit && before.last == digit && !before.parts
}

// isNumbered reports whether an abbreviation that precedes numbers precedes the number w: "S. 12".
func (c *cutter) isNumbered(w *word) bool {
	end := trimSpace(c.text, c.start, w.from)
	return end < w.from && end > c.start && c.text[end-1] == '.' &&
		c.lang.kindOf(c.wordBefore(end-1).text) == number
}

// shortParts reports whether a word is single letters with periods between them, as acronyms are.
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

// isAlphabetic reports whether a single letter is one of an alphabet without case, and so an
// initial, rather than a word or syllable.
func isAlphabetic(w string) bool {
	r := script.First(w)
	return r >= 0x0590 && r <= 0x07FF || // Hebrew, Arabic, Syriac, Thaana, N'Ko
		r >= 0x0B80 && r <= 0x0D7F || // Tamil, Telugu, Kannada, Malayalam
		r >= 0x10A0 && r <= 0x10FF // Georgian
}

// spacedAbbreviation looks up the word together with the short words before it that end in a period
// and a space: "z. B.".
func (c *cutter) spacedAbbreviation(w *word) kind {
	const (
		longest = 4 // letters of each word
		words   = 4 // words before w
		spaces  = 4 // bytes of white space between two words
	)
	if w.runes > longest || w.runes == 0 {
		return plain
	}
	var buf [48]byte
	at := len(buf) - len(w.text)
	if at < 0 {
		return plain
	}
	copy(buf[at:], w.text)
	pos, best := w.from, plain
	for range words {
		end := trimSpace(c.text, c.start, pos)
		if end == pos || end == c.start || c.text[end-1] != '.' || pos-end > spaces {
			break
		}
		b := c.wordBefore(end - 1)
		if b.runes == 0 || b.runes > longest || at < len(b.text)+1 {
			break
		}
		at -= len(b.text) + 1
		copy(buf[at:], b.text)
		buf[at+len(b.text)] = '.'
		if k, ok := c.lang.abbreviations[string(buf[at:])]; ok {
			best = k
		}
		pos = b.from
	}
	return best
}

// joinsNext reports whether the word before a period and the one at pos, which has a period too,
// are one abbreviation: "EE. UU.".
func (c *cutter) joinsNext(w *word, pos int) bool {
	next := wordAt(c.text, pos)
	end := pos + len(next)
	var buf [32]byte
	if end == len(c.text) || c.text[end] != '.' || next == "" || len(w.text)+1+len(next) > len(buf) {
		return false
	}
	n := copy(buf[:], w.text)
	buf[n] = '.'
	n += 1 + copy(buf[n+1:], next)
	_, ok := c.lang.abbreviations[string(buf[:n])]
	return ok
}
