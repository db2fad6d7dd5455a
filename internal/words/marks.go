package words

import "unicode/utf8"

// mark appends the class of a punctuation character, if it is one that translations tend to keep. A
// straight quotation mark counts only where it opens, so that “…” and "…" give the same tokens.
func mark(dst []Token, r rune, at, size int, quoted bool) ([]Token, bool) {
	class := ""
	switch r {
	case '?', '？', '؟', '՞', '፧':
		class = "?"
	case '!', '！', '՜':
		class = "!"
	case ':', '：':
		class = ":"
	case ';', '；', '؛':
		class = ";"
	case '(', '（', '[', '［':
		class = "("
	case '“', '„', '«', '「', '『', '《', '〈', '‹':
		class = `"`
	case '"', '＂':
		if quoted = !quoted; quoted {
			class = `"`
		}
	case '%', '％', '٪':
		class = "%"
	case '$', '€', '£', '¥', '￥', '₽', '₹', '₪':
		class = "$"
	}
	if class == "" {
		return dst, quoted
	}
	if size == 0 {
		size = utf8.RuneLen(r)
	}
	return append(dst, Token{Form: class, Full: class, Kind: Mark, Start: at, End: at + size}), quoted
}
