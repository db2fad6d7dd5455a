package markdown

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// A references holds the names of links whose addresses the document defines, in lower case.
type references map[string]bool

// link returns the text of a link that begins at a bracket, "[text](address)", "[text][name]" or
// "[name]" of an address that is defined, and the offset after it; 0 if there is none.
func (refs references) link(s string, at int, pairs map[int]int) (text string, end int) {
	end = pairs[at]
	if end == 0 {
		return "", 0
	}
	text = s[at+1 : end-1]
	if strings.HasPrefix(text, "^") && !strings.Contains(text, " ") {
		return "", end // a reference to a footnote
	}
	if end < len(s) && pairs[end] > 0 && (s[end] == '(' || s[end] == '[' && refs.mayName(s, at, end, pairs[end])) {
		return text, pairs[end]
	}
	if refs[strings.ToLower(text)] {
		return text, end
	}
	return "", 0
}

// mayName reports whether the second of two pairs of brackets, from middle to end, names an address
// that the document defines, or that another document may define. Right after a letter of code the
// brackets are text, as in "exec(command[, options][, callback])" and "table[row][column]".
func (refs references) mayName(s string, at, middle, end int) bool {
	code := at > 0 && (s[at-1] == '_' || s[at-1] < utf8.RuneSelf && unicode.In(rune(s[at-1]), unicode.L, unicode.N))
	return !code || refs[strings.ToLower(s[middle+1:end-1])]
}

// brackets returns, for each opening bracket, the offset after the one that closes it.
func brackets(s string) map[int]int {
	pairs := map[int]int{}
	var square, round []int
	for i := 0; i < len(s); i++ {
		switch s[i] {
		case '\\':
			i++
		case '[':
			square = append(square, i)
		case '(':
			if i > 0 && s[i-1] == ']' || len(round) > 0 {
				round = append(round, i)
			}
		case ']':
			if n := len(square); n > 0 {
				pairs[square[n-1]] = i + 1
				square = square[:n-1]
			}
		case ')':
			if n := len(round); n > 0 {
				pairs[round[n-1]] = i + 1
				round = round[:n-1]
			}
		}
	}
	return pairs
}
