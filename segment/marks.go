package segment

import (
	"unicode"
	"unicode/utf8"
)

// A mark is what a punctuation character can do to a sentence.
type mark uint8

const (
	noMark     mark = iota
	period          // . ends a sentence or an abbreviation, or is part of a number
	exclaim         // ! ? ؟ end a sentence unless it continues after them
	ellipsis        // … may end a sentence
	terminal        // 。 । ። end a sentence and have no other use
	semi            // ; ends a clause
	colon           // : ends a sentence in few languages
	comma           // ، ends a sentence in the Golden Rules for Arabic
	item            // ) or a bullet: a list item may begin here
	pictograph      // an emoji may end a sentence
	wordspace       // ፡ is a space between words, and doubled a full stop
	line            // a line break
)

// markOf returns what a character does in every language. A language can say otherwise in its data.
func markOf(r rune) mark {
	if r < tableEnd {
		return lowMarks[r]
	}
	return findMark(r)
}

// lowMarks is findMark for the characters up to tableEnd.
var lowMarks = func() *[tableEnd]mark {
	t := new([tableEnd]mark)
	for r := range marksOfAll {
		if r < tableEnd {
			t[r] = findMark(r)
		}
	}
	return t
}()

func findMark(r rune) mark {
	switch r {
	case '！', '？', '｡':
		return terminal
	case '.', '．', '﹒': // the full-width period is part of numbers too
		return period
	case '!', '?', '؟', '‼', '⁇', '⁈', '⁉', '‽':
		return exclaim
	case '…', '‥', '⋯':
		return ellipsis
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
	case '፡':
		return wordspace
	}
	if isPictograph(r) && r != '❤' && r != '♥' {
		return pictograph
	}
	if r >= utf8.RuneSelf && isTerminal(r) {
		return terminal
	}
	return noMark
}

// isTerminal reports whether a character beyond ASCII ends a sentence and has no other use. These
// are the Sentence_Terminal characters of Unicode except for those that end less than a sentence,
// and the marks of Khmer, Tibetan and Thai.
func isTerminal(r rune) bool {
	switch r {
	// pauses, and marks that are something else above
	case '၊', '᜵', '؞', '؝', '܂', '؟', '‼', '⁇', '⁈', '⁉', '‽', '．', '﹒':
		return false
	case '།', '༎', '༏', '༐', '༑', '༔', '๚', '๛', '។', '៕':
		return true
	}
	return unicode.Is(unicode.STerm, r)
}

// A markTable tells for every byte whether a mark may begin with it. Bit b&63 of entry a is set if
// a mark begins with the bytes a and b; anyByte is the entry of a mark of one byte. Text between
// marks, which is nearly all text, costs one look into the table for every byte.
type markTable [256]uint64

const anyByte = ^uint64(0)

func (t *markTable) add(r rune) {
	if r < utf8.RuneSelf {
		t[r] = anyByte
		return
	}
	var b [utf8.UTFMax]byte
	utf8.EncodeRune(b[:], r)
	t[b[0]] |= 1 << (b[1] & 63)
}

// mayBegin reports whether a mark may begin at text[i], given the entry of that byte. It looks at
// all three bytes of a character that has three, as those of most Asian scripts do.
func mayBegin(entry uint64, text string, i int) bool {
	if i+1 == len(text) || entry>>(text[i+1]&63)&1 == 0 {
		return false
	}
	if b := text[i]; b < 0xE0 || b > 0xEF || i+2 == len(text) {
		return true
	}
	return thirdBytes[text[i]&15][text[i+1]&63]>>(text[i+2]&63)&1 != 0
}

// A pairTable holds pairs of bytes with which words begin, as the low six bits of each.
type pairTable [64]uint64

// add adds the first two bytes of a word; if it has one, a space follows it.
func (t *pairTable) add(word string) {
	second := byte(' ')
	if len(word) > 1 {
		second = word[1]
	}
	t[word[0]&63] |= 1 << (second & 63)
}

// has reports whether a text may begin with one of the words.
func (t *pairTable) has(text string) bool {
	return len(text) > 1 && t[text[0]&63]>>(text[1]&63)&1 != 0
}

// everywhere is the table of the marks of all languages and styles: those that end sentences, and
// those at which list items begin.
var everywhere = func() (t markTable) {
	for r := range marksOfAll {
		if m := findMark(r); m != semi && m != colon && m != comma && m != line {
			t.add(r)
		}
	}
	return t
}()

// thirdBytes holds the third bytes of all marks of three bytes, in any style or language.
var thirdBytes = func() *[16][64]uint64 {
	t := new([16][64]uint64)
	for r := range marksOfAll {
		if utf8.RuneLen(r) == 3 {
			var b [utf8.UTFMax]byte
			utf8.EncodeRune(b[:], r)
			t[b[0]&15][b[1]&63] |= 1 << (b[2] & 63)
		}
	}
	return t
}()

// marksOfAll iterates over the characters that are marks in any style or language.
func marksOfAll(yield func(rune) bool) {
	for _, r := range ".．﹒!?؟‼⁇⁈⁉‽…‥⋯;；؛⁏፤﹔\u037E:：﹕،)）•⁃‣◦▪●■\n\r\u2028\u2029☺☹፡།༎༏༐༑༔๚๛។៕" {
		if !yield(r) {
			return
		}
	}
	for r := rune(0x1F300); r <= 0x1FAFF; r++ {
		if !yield(r) {
			return
		}
	}
	each := func(lo, hi, stride uint32) bool {
		for r := lo; r <= hi; r += stride {
			if r >= utf8.RuneSelf && isTerminal(rune(r)) && !yield(rune(r)) {
				return false
			}
		}
		return true
	}
	for _, r := range unicode.STerm.R16 {
		if !each(uint32(r.Lo), uint32(r.Hi), uint32(r.Stride)) {
			return
		}
	}
	for _, r := range unicode.STerm.R32 {
		if !each(r.Lo, r.Hi, r.Stride) {
			return
		}
	}
}
