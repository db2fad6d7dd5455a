package segment

import (
	"unicode"
	"unicode/utf8"
)

// A mark is what a punctuation character can do to a sentence.
type mark uint8

const (
	noMark mark = iota
	period      // . ends a sentence, or an abbreviation, or stands in a number
	ask         // ! ? ؟ end a sentence unless it goes on after them
	dots        // … may end a sentence
	full        // 。 । ። end a sentence wherever they stand
	semi        // ; ends a clause
	colon       // : ends a sentence in few languages
	comma       // ، ends a sentence in the Golden Rules for Arabic alone
	item        // ) or a bullet: an item of a list may begin here
	line        // a line break
)

// markOf is what a character does in every language. A language can say otherwise in its data.
func markOf(r rune) mark {
	switch r {
	case '.', '．', '﹒': // the full-width one too stands in numbers
		return period
	case '!', '?', '؟', '‼', '⁇', '⁈', '⁉', '‽':
		return ask
	case '…', '‥', '⋯':
		return dots
	case ';', '；', '؛', '⁏', '፤', '﹔', '\u037E':
		return semi
	case ':', '：', '﹕':
		return colon
	case '،':
		return comma
	case ')', '）', '•', '⁃', '‣', '◦', '▪', '●', '■':
		return item
	case '\n', '\r', '\u2028', '\u2029':
		return line
	}
	if r >= utf8.RuneSelf && isFull(r) {
		return full
	}
	return noMark
}

// isFull says whether a character beyond ASCII ends a sentence wherever it stands: the Sentence_Terminal characters of
// Unicode, without those that end less than a sentence, and with the Tibetan shad and the Thai end marks.
func isFull(r rune) bool {
	switch r {
	case '၊', '᜵', '؞', '؝', '܂', '؟', '‼', '⁇', '⁈', '⁉', '‽', '．', '﹒': // pauses, and marks that are something else above
		return false
	case '།', '༎', '༏', '༐', '༑', '༔', '๚', '๛', '\u1362', '\u1368':
		return true
	}
	return unicode.Is(unicode.STerm, r)
}

// A markTable says for every byte, and the byte after it, whether a mark may begin there: bit b&63 of table[a]. Text between
// marks, nearly all of it, costs one look into the table for every byte.
type markTable [256]uint64

func (t *markTable) add(r rune) {
	if r < utf8.RuneSelf {
		t[r] = ^uint64(0)
		return
	}
	var b [utf8.UTFMax]byte
	utf8.EncodeRune(b[:], r)
	t[b[0]] |= 1 << (b[1] & 63)
}

// everywhere holds the marks of all scripts that end sentences, and the bullets.
var everywhere = func() (t markTable) {
	for _, r := range ".．﹒!?؟‼⁇⁈⁉‽…‥⋯)）•⁃‣◦▪●■།༎༏༐༑༔๚๛" {
		t.add(r)
	}
	each := func(lo, hi, stride uint32) {
		for r := lo; r <= hi; r += stride {
			if r >= utf8.RuneSelf && isFull(rune(r)) {
				t.add(rune(r))
			}
		}
	}
	for _, r := range unicode.STerm.R16 {
		each(uint32(r.Lo), uint32(r.Hi), uint32(r.Stride))
	}
	for _, r := range unicode.STerm.R32 {
		each(r.Lo, r.Hi, r.Stride)
	}
	return t
}()
