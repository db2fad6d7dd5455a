package charset

import (
	"strings"
	"unicode"
)

// Costs of characters that are not letters of the language, in bits. A wrong encoding is recognised
// by symbols among letters, capitals inside words, scripts mixed within a word, and control
// characters. They were set by hand and checked with the test of accuracy.
const (
	lostCost    = 30 // bytes without a meaning
	rareCost    = 6  // added for a character that is hardly used, see candidate.common
	controlCost = 25 // a control character, or one for private use
	otherLetter = 14 // a letter of the script that the language hardly uses
	otherScript = 18 // a letter of a script that the language is not written in
	latinLetter = 5  // a to z in a language of another script
	quoteCost   = 9  // punctuation outside ASCII that texts have
	signCost    = 14 // any other symbol
	asciiCost   = 5  // a digit or mark of ASCII
	spaceCost   = 2.5
	capitalCost = 2  // a capital at the beginning of a word, or in a word of capitals
	insideCost  = 9  // a capital after a small letter
	mixedCost   = 10 // a letter after one of another script
	amidCost    = 8  // a symbol between two letters
	besideCost  = 4  // a symbol before a letter
)

// punctuation is the punctuation of texts beyond ASCII.
const punctuation = "“”‘’„‚‹›«»–—…·•°§№¿¡€£©®™ª º،؛؟٪“”。，、；：？！（）《》〈〉「」『』【】〔〕・ー～％　" +
	"\u00A0\u200C\u200D\u200E\u200F\uFEFF\u00AD"

// wedges are those of punctuation that are hardly between two letters: "M„rz" is März of MS-DOS.
const wedges = "“”„‚‹›«»•°§¿¡€£©®™"

// A tally has the counts of a text from which its cost in each language follows.
type tally struct {
	letters map[rune]int // how often each letter appears, in lower case
	odd     float64      // bits, the same in every language
}

// A kind is what a character is.
type kind uint8

const (
	space kind = iota
	mark       // punctuation
	wedge      // punctuation that is not between two letters of a word
	sign       // any other symbol
	digit
	lower
	upper
	caseless
)

// count counts the characters of a text.
func (t *tally) count(text string) {
	t.letters = map[rune]int{}
	before, last := space, space // the kinds of the two characters before
	var script *unicode.RangeTable
	for _, r := range text {
		k := space
		switch {
		case r == ' ' || r == '\n' || r == '\r' || r == '\t':
			t.odd += spaceCost
		case r == unicode.ReplacementChar: // counted as a loss
			k = sign
		case !assigned(r): // also control characters, and those for private use
			t.odd += controlCost
			k = sign
		case r >= '0' && r <= '9':
			t.odd += asciiCost
			k = digit
		case unicode.IsLetter(r) || unicode.IsMark(r):
			k = t.letter(r, last, &script)
			switch {
			case last == sign && before >= lower:
				t.odd += amidCost
			case last == sign:
				t.odd += besideCost
			case last == wedge && cased(before) && cased(k):
				t.odd += amidCost
			}
		case r < 0x80:
			t.odd += asciiCost
			k = mark
		case strings.ContainsRune(punctuation, r):
			t.odd += quoteCost
			if k = mark; strings.ContainsRune(wedges, r) {
				k = wedge
			}
		default:
			t.odd += signCost
			k = sign
		}
		before, last = last, k
	}
}

// cased reports whether a character is a letter of a script with capitals.
func cased(k kind) bool { return k == lower || k == upper }

// letter counts a letter, and adds the cost of a capital and of a change of script.
func (t *tally) letter(r rune, last kind, script *(*unicode.RangeTable)) kind {
	small, k := r, caseless
	switch {
	case unicode.IsUpper(r):
		small, k = unicode.ToLower(r), upper
		t.odd += capitalCost
		if last == lower {
			t.odd += insideCost
		}
	case unicode.IsLower(r):
		k = lower
	}
	t.letters[small]++
	if r < 0x80 && *script == unicode.Latin && last >= lower {
		return k
	}
	now := scriptOf(r)
	if now == nil && unicode.IsMark(r) {
		return k
	}
	if last >= lower && now != *script && !mixes(now) && !mixes(*script) {
		t.odd += mixedCost
	}
	*script = now
	return k
}

// mixes reports whether the script is written beside others without a space.
func mixes(s *unicode.RangeTable) bool {
	return s == unicode.Han || s == unicode.Hiragana || s == unicode.Katakana || s == unicode.Hangul
}

// assigned reports whether Unicode has the character.
func assigned(r rune) bool {
	return unicode.IsGraphic(r) || unicode.Is(unicode.Cf, r)
}

// cost returns the cost of the letters in a language.
func (t *tally) cost(l *letters) float64 {
	sum := 0.0
	for r, n := range t.letters {
		cost, known := l.cost[r]
		switch {
		case known:
		case r < 0x80 && l.script != unicode.Latin:
			cost = latinLetter
		case l.script != nil && unicode.Is(l.script, r), l.lang == "ja" && mixes(scriptOf(r)):
			cost = otherLetter
		case unicode.IsMark(r):
			cost = otherLetter
		default:
			cost = otherScript
		}
		sum += cost * float64(n)
	}
	return sum
}
