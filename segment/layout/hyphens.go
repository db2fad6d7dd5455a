package layout

import (
	"github.com/bitext-go/bitext/internal/script"
	"strings"
	"unicode"
	"unicode/utf8"
)

// seams says how two lines of one paragraph are put together. What a hyphen at a line's end means,
// and whether a space stands between ideographs and numbers, it learns from the lines of the
// document.
type seams struct {
	words  map[string]bool // words in mid line, small letters, hyphens in them kept; nil where no line ends in a hyphen
	spaced bool            // ideographs and the Latin words or numbers beside them have a space between
}

func learnSeams(text string, rows []row) seams {
	var s seams
	with, without := 0, 0
	for i := range rows {
		t := text[rows[i].Start:rows[i].End]
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
	for i := range rows {
		t := text[rows[i].Start:rows[i].End]
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

// mixed counts where an ideograph and a Latin letter or digit stand beside one another, with one
// space between and without.
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

func wordPart(r rune) bool {
	return unicode.IsLetter(r) || unicode.IsMark(r) || hyphen(r)
}

func hyphen(r rune) bool { return r == '-' || r == '\u2010' || r == '\u2011' }

// hyphenAt returns the bytes of a hyphen at the end of a line that stands right behind a letter; 0
// without one.
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

// between returns what parts two lines of one paragraph, and how many bytes go from the end of the
// first: a hyphen that is only there because the word was divided.
func (s *seams) between(before, after string) (sep string, cut int) {
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
			return "", 0 // full-width marks bring their own space
		}
	}
	return " ", 0
}

// divided reports whether a hyphen between a line's last word and the first of the next divides one
// word and is not its own: so it is when the document has the word without it, and not when it has
// the word with it, or when capitals or further hyphens show a compound. A word that the document
// does not have elsewhere is divided unless both halves are words.
func (s *seams) divided(before, after string) bool {
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
