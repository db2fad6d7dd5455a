package layout

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/bitext-go/bitext/internal/script"
)

// A joiner puts two lines of one paragraph together. It learns from the lines of the document what
// a hyphen at the end of a line means, and whether there is a space between ideographs and numbers.
type joiner struct {
	words  map[string]bool // words inside lines, in small letters, with their hyphens; nil if no line ends in one
	spaced bool            // a space is between ideographs and the Latin words or numbers next to them
}

func learnJoiner(text string, lines []line) joiner {
	var s joiner
	with, without := 0, 0
	for i := range lines {
		t := text[lines[i].Start:lines[i].End]
		if s.words == nil && hyphenAt(t) > 0 {
			s.words = map[string]bool{}
		}
		a, b := mixed(t)
		with, without = with+a, without+b
	}
	s.spaced = with > without
	if s.words == nil {
		return s
	}
	broken := false
	for i := range lines {
		t := text[lines[i].Start:lines[i].End]
		words := strings.FieldsFunc(t, func(r rune) bool { return !wordPart(r) })
		if broken && len(words) > 0 {
			words = words[1:]
		}
		if broken = hyphenAt(t) > 0; broken && len(words) > 0 {
			words = words[:len(words)-1]
		}
		for _, w := range words {
			s.words[strings.ToLower(w)] = true
		}
	}
	return s
}

// mixed counts the places where an ideograph is next to a Latin letter or digit, with one space
// between them and without.
func mixed(t string) (with, without int) {
	var last, before rune
	for _, r := range t {
		if r == ' ' {
			before, last = last, r
			continue
		}
		near := last
		if last == ' ' {
			near = before
		}
		if near != 0 && (ideograph(near) && alphanumeric(r) || alphanumeric(near) && ideograph(r)) {
			if last == ' ' {
				with++
			} else {
				without++
			}
		}
		before, last = last, r
	}
	return with, without
}

func ideograph(r rune) bool { return r >= 0x2E80 && script.Unspaced(r) && unicode.IsLetter(r) }

func alphanumeric(r rune) bool {
	return r < utf8.RuneSelf && (r >= '0' && r <= '9' || r|0x20 >= 'a' && r|0x20 <= 'z')
}

// wordPart reports whether a character can be in a word.
func wordPart(r rune) bool {
	return unicode.IsLetter(r) || unicode.IsMark(r) || hyphen(r)
}

func hyphen(r rune) bool { return r == '-' || r == '\u2010' || r == '\u2011' }

// hyphenAt returns the length in bytes of a hyphen at the end of a line right after a letter; 0 if
// there is none.
func hyphenAt(t string) int {
	r, size := utf8.DecodeLastRuneInString(t)
	if !hyphen(r) && r != '\u00AD' && r != '¬' {
		return 0
	}
	if p := script.Last(t[:len(t)-size]); !unicode.IsLetter(p) && !unicode.IsMark(p) {
		return 0
	}
	return size
}

// between returns the separator to write between two lines of one paragraph, and how many bytes to
// cut from the end of the first: a hyphen that is there only because the word was divided.
func (s *joiner) between(before, after string) (sep string, cut int) {
	last, next := script.Last(before), script.First(after)
	if n := hyphenAt(before); n > 0 && unicode.IsLetter(next) {
		if !hyphen(last) || s.divided(before[:len(before)-n], after) {
			return "", n
		}
		return "", 0
	}
	switch {
	case hyphen(last) || last == '/' || last == '—' || last == '–':
		if len(before) > utf8.RuneLen(last) && !unicode.IsSpace(script.Last(before[:len(before)-utf8.RuneLen(last)])) &&
			(unicode.IsLetter(next) || unicode.IsDigit(next)) {
			return "", 0
		}
	case script.Unspaced(last) && script.Unspaced(next):
		return "", 0
	case script.Unspaced(last) || script.Unspaced(next):
		if !ideograph(last) && !ideograph(next) || !s.spaced {
			return "", 0 // full-width marks include their space
		}
	}
	return " ", 0
}

// divided reports whether the hyphen between a line's last word and the first word of the next line
// divides one word, instead of being part of it. It divides a word that the document has without
// the hyphen; it does not divide one that the document has with it, nor one whose capitals or
// further hyphens show a compound. If the document has neither, the hyphen divides a word unless
// both halves are words of the document.
func (s *joiner) divided(before, after string) bool {
	a := before[strings.LastIndexFunc(before, func(r rune) bool { return !wordPart(r) })+1:]
	b := after
	if i := strings.IndexFunc(b, func(r rune) bool { return !wordPart(r) }); i >= 0 {
		b = b[:i]
	}
	if !unicode.IsLower(script.First(b)) && !(allCaps(a) && allCaps(b)) {
		return false
	}
	if strings.ContainsFunc(a, hyphen) || strings.ContainsFunc(b, hyphen) {
		return false
	}
	a, b = strings.ToLower(a), strings.ToLower(b)
	switch {
	case s.words[a+"-"+b]:
		return false
	case s.words[a+b]:
		return true
	}
	return !s.words[a] || !s.words[b]
}

func allCaps(s string) bool {
	return strings.ToUpper(s) == s && strings.ToLower(s) != s
}
