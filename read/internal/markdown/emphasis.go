package markdown

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// emphases returns the offset and the length of each mark of emphasis that has a partner, by the
// rules of CommonMark 6.2.
func emphases(s string) map[int]int {
	type mark struct{ at, n int }
	marks := map[int]int{}
	open := map[byte][]mark{}
	for i := 0; i < len(s); {
		c := s[i]
		switch {
		case c == '\\':
			i += 2
			continue
		case c == '`':
			_, n := codeSpan(s[i:])
			i += n
			continue
		case c != '*' && c != '_' && c != '~' && c != '=':
			i++
			continue
		}
		n := len(s[i:]) - len(strings.TrimLeft(s[i:], string(c)))
		at := i
		i += n
		if (c == '~' || c == '=') && n != 2 || n > 3 {
			continue
		}
		before, _ := utf8.DecodeLastRuneInString(s[:at])
		after, _ := utf8.DecodeRuneInString(s[i:])
		opens, closes := i < len(s) && !unicode.IsSpace(after), at > 0 && !unicode.IsSpace(before)
		if opens && closes {
			left, right := word(before), word(after)
			if left && right && (c == '_' || c == '=' && !eastAsian(before) && !eastAsian(after)) {
				continue // a_name_like_this, a==b
			}
			opens = right || !left
			closes = left || !right
			if c == '*' && left && right || c != '_' && (eastAsian(before) || eastAsian(after)) {
				opens, closes = true, true // CommonMark needs spaces here, which these scripts do not have
			}
			if c == '_' && n == 2 && (!left && eastAsian(after) || !right && eastAsian(before)) {
				opens, closes = true, true
			}
		}
		stack := open[c]
		for closes && n > 0 && len(stack) > 0 {
			last := &stack[len(stack)-1]
			k := min(n, last.n)
			marks[last.at+last.n-k] = k
			marks[at] = k
			at += k
			n -= k
			if last.n -= k; last.n == 0 {
				stack = stack[:len(stack)-1]
			}
		}
		if opens && n > 0 {
			stack = append(stack, mark{at, n})
		}
		open[c] = stack
	}
	return marks
}

// eastAsian reports whether a character is Chinese, Japanese or Korean, a mark of punctuation
// included.
func eastAsian(r rune) bool {
	return unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Hangul) ||
		r >= 0x3000 && r <= 0x303F || r >= 0xFF00 && r <= 0xFFEF
}

// word reports whether a character is part of a word.
func word(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r) }
