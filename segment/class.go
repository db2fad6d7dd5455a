package segment

import (
	"unicode"
	"unicode/utf8"
)

// A class is what the rules know of a character.
type class uint8

const (
	other   class = iota // symbols, anything unknown, and the end of the text
	space                // white space
	lower                // a small letter
	upper                // a capital or title-case letter
	letter               // a letter of a script without case
	digit                // a number in any script
	opener               // an opening bracket, or a quotation mark that opens in most languages
	closer               // a closing bracket, or a quotation mark that closes in most languages
	quote                // a quotation mark that does both
	dash                 // a dash or a bullet
	pause                // a comma, colon or semicolon of any script
	stop                 // a mark that may end a sentence
	extend               // a combining mark or format character, which belongs to the one before it
	invalid              // a byte that is not UTF-8
)

// classes holds the classes of the characters below tableEnd, among which are all alphabets.
var classes = classTable()

const tableEnd = 0x3100

// classTable makes classes of the properties of Unicode. Later layers replace earlier ones.
func classTable() *[tableEnd]class {
	t := new([tableEnd]class)
	for _, layer := range []struct {
		class  class
		tables []*unicode.RangeTable
	}{
		{closer, []*unicode.RangeTable{unicode.Pe, unicode.Pf}},
		{opener, []*unicode.RangeTable{unicode.Ps, unicode.Pi}},
		{stop, []*unicode.RangeTable{unicode.STerm}},
		{digit, []*unicode.RangeTable{unicode.N}},
		{extend, []*unicode.RangeTable{unicode.Mn, unicode.Me, unicode.Cf}},
		{letter, []*unicode.RangeTable{unicode.L, unicode.Mc}},
		{lower, []*unicode.RangeTable{unicode.Ll}},
		{upper, []*unicode.RangeTable{unicode.Lu, unicode.Lt}},
		{space, []*unicode.RangeTable{unicode.White_Space}},
	} {
		for _, table := range layer.tables {
			for _, r := range table.R16 {
				for c := int(r.Lo); c <= int(r.Hi) && c < tableEnd; c += int(r.Stride) {
					t[c] = layer.class
				}
			}
		}
	}
	for c := range t {
		if isGeorgian(rune(c)) && (t[c] == lower || t[c] == upper) {
			t[c] = letter // the two forms of Georgian are not capitals and small letters
		}
	}
	// Characters whose use in sentences differs from their property.
	for _, layer := range []struct {
		class class
		chars string
	}{
		{opener, "([{“„‘‚«‹¿¡"},
		{closer, ")]}”’»›〞〟"},
		{quote, "\"'`"},
		{dash, "-*•·‣⁃◦▪●■‒–—―"},
		{pause, ",;:،؛٬、՝՛፣፤፥፦၊៖߸᠂᠄\u0387"},
		{stop, ".!?…‥⋯།༎༏༐༑༔๚๛។៕"},
	} {
		for _, c := range layer.chars {
			t[c] = layer.class
		}
	}
	return t
}

// classOf returns the class of a character.
func classOf(r rune) class {
	switch {
	case r >= 0 && r < tableEnd:
		return classes[r]
	case r >= 0x4E00 && r <= 0x9FFF || r >= 0xAC00 && r <= 0xD7A3:
		return letter
	}
	switch r {
	case '，', '；', '：', '､', '︰', '︐', '︑', '︓', '︔':
		return pause
	case '．', '﹒', '！', '？', '｡':
		return stop
	case '）', '］', '｝', '｣':
		return closer
	case '（', '［', '｛', '｢':
		return opener
	case '＂', '＇':
		return quote
	case '－':
		return dash
	}
	switch {
	case unicode.IsUpper(r), unicode.IsTitle(r):
		return upper
	case unicode.IsLower(r):
		return lower
	case unicode.IsLetter(r), unicode.Is(unicode.Mc, r):
		return letter
	case unicode.In(r, unicode.Mn, unicode.Me, unicode.Cf):
		return extend
	case unicode.IsNumber(r):
		return digit
	case isTerminal(r):
		return stop
	case unicode.In(r, unicode.Ps, unicode.Pi):
		return opener
	case unicode.In(r, unicode.Pe, unicode.Pf):
		return closer
	}
	return other
}

// isWord reports whether a character of the class can be in a word.
func (c class) isWord() bool { return c >= lower && c <= digit || c == extend }

// isLetter reports whether the class is one of letters.
func (c class) isLetter() bool { return c == lower || c == upper || c == letter }

// classAt returns the class of the character at a byte offset, the character and its size; at the
// end of the text it returns other and size 0.
func classAt(text string, pos int) (class, rune, int) {
	if pos >= len(text) {
		return other, 0, 0
	}
	b := text[pos]
	if b < utf8.RuneSelf {
		return classes[b], rune(b), 1
	}
	if b >= 0xC2 && b < 0xE0 && pos+1 < len(text) && text[pos+1]&0xC0 == 0x80 { // two bytes: most alphabets
		r := rune(b&0x1F)<<6 | rune(text[pos+1]&0x3F)
		return classes[r], r, 2
	}
	if b > 0xE0 && b < 0xED && pos+2 < len(text) && text[pos+1]&0xC0 == 0x80 && text[pos+2]&0xC0 == 0x80 {
		// three bytes: the scripts of Asia
		r := rune(b&0xF)<<12 | rune(text[pos+1]&0x3F)<<6 | rune(text[pos+2]&0x3F)
		return classOf(r), r, 3
	}
	if b == 0xE0 && pos+2 < len(text) && text[pos+1]&0xE0 == 0xA0 && text[pos+2]&0xC0 == 0x80 {
		// the same from U+0800 on
		r := rune(text[pos+1]&0x3F)<<6 | rune(text[pos+2]&0x3F)
		return classes[r], r, 3
	}
	r, size := utf8.DecodeRuneInString(text[pos:])
	if r == utf8.RuneError && size <= 1 {
		return invalid, r, 1
	}
	return classOf(r), r, size
}

// classBefore returns the class of the character that ends at a byte offset, the character and its
// size; at from it returns other and size 0.
func classBefore(text string, from, pos int) (class, rune, int) {
	if pos <= from {
		return other, 0, 0
	}
	b := text[pos-1]
	if b < utf8.RuneSelf {
		return classes[b], rune(b), 1
	}
	if pos-from >= 2 && b&0xC0 == 0x80 && text[pos-2] >= 0xC2 && text[pos-2] < 0xE0 { // two bytes
		r := rune(text[pos-2]&0x1F)<<6 | rune(b&0x3F)
		return classes[r], r, 2
	}
	r, size := utf8.DecodeLastRuneInString(text[from:pos])
	if r == utf8.RuneError && size <= 1 {
		return invalid, r, 1
	}
	return classOf(r), r, size
}

// isPictograph reports whether a character is an emoji, which belongs to the sentence before it.
func isPictograph(r rune) bool {
	return r >= 0x1F300 && r <= 0x1FAFF || r == '❤' || r == '♥' || r == '☺' || r == '☹'
}

// isFormat reports whether a character is invisible and may be between a word and its period: a
// soft hyphen, a joiner or a mark of direction.
func isFormat(r rune) bool {
	return r == 0xAD || r == 0x61C || r >= 0x200B && r <= 0x200F || r >= 0x202A && r <= 0x202E ||
		r >= 0x2060 && r <= 0x2069 || r == 0xFEFF
}

// isSpace reports the same as unicode.IsSpace, faster.
func isSpace(r rune) bool { return r < tableEnd && classes[r] == space }

// skipSpace returns the first offset from pos on that is not white space.
func skipSpace(text string, pos int) int {
	for pos < len(text) {
		b := text[pos]
		if b < utf8.RuneSelf {
			if classes[b] != space {
				return pos
			}
			pos++
			continue
		}
		r, size := utf8.DecodeRuneInString(text[pos:])
		if !isSpace(r) {
			return pos
		}
		pos += size
	}
	return pos
}

// trimSpace returns the end of text[from:to] without the white space at its end.
func trimSpace(text string, from, to int) int {
	for to > from {
		r, size := utf8.DecodeLastRuneInString(text[from:to])
		if !isSpace(r) {
			break
		}
		to -= size
	}
	return to
}
