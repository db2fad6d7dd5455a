package layout

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/bitext-go/bitext/internal/script"
)

// roleOf returns whether a line is a heading, an item of a list or a drawn line, by its marks.
func roleOf(s string) role {
	switch {
	case drawn(s):
		return ruleLine
	case headingMark(s) > 0, emphasis(s, s) != "" && emphasis(s, s) != "_":
		return headLine
	}
	if n := itemMark(s); n > 0 {
		if strings.HasSuffix(strings.TrimRight(s[:n], " \t"), ".") && unicode.IsLetter(script.First(s)) {
			return weakLine
		}
		if r := script.First(s); r == '—' || r == '–' {
			return dashLine
		}
		return itemLine
	}
	return plainLine
}

// drawn reports whether a line consists of one character, such as a hyphen, and spaces.
func drawn(s string) bool {
	if len(s) < 3 || strings.IndexByte("-*_=~#+.", s[0]) < 0 {
		return false
	}
	return strings.Trim(s, s[:1]+" ") == ""
}

// headingMark returns the length in bytes of the mark of a Markdown heading, including the space
// after it; 0 if there is none.
func headingMark(s string) int {
	n := len(s) - len(strings.TrimLeft(s, "#"))
	if n < 1 || n > 6 || n == len(s) || s[n] != ' ' {
		return 0
	}
	return n + 1
}

// itemMark returns the length in bytes of the mark of a list item; 0 if there is none. The mark is
// a bullet with a space, or a number, letter or Roman numeral with a period, a bracket or their
// Chinese forms.
func itemMark(s string) int {
	r, size := utf8.DecodeRuneInString(s)
	if strings.ContainsRune("-–—*•·‣▪▫■□◦●○◆◇►➢✓→\uF0B7", r) {
		if strings.HasPrefix(s[size:], " ") || strings.HasPrefix(s[size:], "\t") {
			return size + 1
		}
		return 0
	}
	open := strings.ContainsRune("([（【〔", r)
	if !open {
		size = 0
	}
	n := ordinal(s, size)
	if n == 0 || n == len(s) {
		return 0
	}
	first := script.First(s)
	r, size = utf8.DecodeRuneInString(s[n:])
	after := s[n+size:]
	switch {
	case strings.ContainsRune(")]）】〕", r), !open && (r == '、' || r == '．'):
		return n + size
	case open || r != '.' && r != '۔':
		return 0
	case n == utf8.RuneLen(first) && unicode.IsLetter(first) && !unicode.IsLower(first) && !hanDigit(first):
		return 0 // "A. Smith" is a name more often than an item
	case after == "" || after[0] == ' ' || after[0] == '\t' || strings.HasPrefix(after, "\u00A0"),
		script.Unspaced(script.First(after)):
		return n + size
	}
	return 0
}

// ordinal returns the end of the number of an item that begins at pos: up to three digits or
// Chinese numerals, one letter, or a Roman numeral of up to four; 0 if there is none.
func ordinal(s string, pos int) int {
	const mostDigits, mostLetters = 3, 4
	digits, letters, i := 0, 0, pos
	for i < len(s) {
		r, size := utf8.DecodeRuneInString(s[i:])
		switch {
		case unicode.IsDigit(r) || hanDigit(r):
			digits++
		case unicode.IsLetter(r) && !script.Unspaced(r):
			letters++
		default:
			size = 0
		}
		if size == 0 {
			break
		}
		if digits > mostDigits || letters > mostLetters {
			return 0
		}
		i += size
	}
	if i == pos || letters > 0 && digits > 0 || letters > 1 && !roman(s[:i]) {
		return 0
	}
	return i
}

// hanDigit reports whether a character is a Chinese numeral as items are numbered with.
func hanDigit(r rune) bool { return strings.ContainsRune("一二三四五六七八九十百", r) }

// roman reports whether s is a Roman numeral, with or without a bracket before it.
func roman(s string) bool {
	return strings.Trim(strings.ToLower(s), "(ivxlc") == ""
}

// emphasis returns the mark of Markdown emphasis with which the first line of a block begins and
// the last one ends: "***", "**", "__", "*", "_", or "" if there is none.
func emphasis(first, last string) string {
	for _, m := range []string{"***", "**", "__", "*", "_"} {
		if !strings.HasPrefix(first, m) || !strings.HasSuffix(last, m) ||
			len(first) < 2*len(m)+1 || len(last) < 2*len(m)+1 {
			continue
		}
		if blank(script.First(first[len(m):])) {
			return ""
		}
		return m
	}
	return ""
}

// bold reports whether every "**" in a paragraph belongs to a pair around some words: only a space
// or a mark is outside of each, and no space inside.
func bold(text string, lines []line) bool {
	open, found := false, false
	for i := range lines {
		s := text[lines[i].Start:lines[i].End]
		for pos := 0; ; {
			n := strings.Index(s[pos:], "**")
			if n < 0 {
				break
			}
			before, after := script.Last(s[:pos+n]), script.First(s[pos+n+2:])
			pos += n + 2
			if pos-2 == 0 {
				before = ' '
			}
			if pos == len(s) {
				after = ' '
			}
			if open {
				before, after = after, before
			}
			if unicode.IsSpace(after) || after == '*' || before == '*' || unicode.IsMark(before) ||
				unicode.IsMark(after) ||
				unicode.IsLetter(before) && !script.Unspaced(before) || unicode.IsDigit(before) {
				return false
			}
			open, found = !open, true
		}
	}
	return found && !open
}

// dateline reports whether a line is only a place and a date, or only a date: it is short, has few
// words and a year among its numbers, does not begin with a small letter, and ends in a number, or
// in a number with a letter or two after it for "year" or "day".
func dateline(text string, l *line) bool {
	const (
		widest      = 56 // columns
		mostNumbers = 4
		mostWords   = 7 // with at least two numbers
		fewWords    = 3 // with one number, the year
		tailLetters = 2
	)
	if l.width.columns() > widest || l.end != endsOpen || l.start == startsLower {
		return false
	}
	s := text[l.Start:l.End]
	numbers, year, words, tail := 0, false, 0, 0
	for i := 0; i < len(s); {
		r, size := utf8.DecodeRuneInString(s[i:])
		switch {
		case unicode.IsDigit(r):
			n, value := 0, 0
			for unicode.IsDigit(r) {
				value, n = value*10+script.DigitValue(r), n+1
				i += size
				if n > 4 {
					return false
				}
				r, size = utf8.DecodeRuneInString(s[i:])
			}
			numbers++
			tail = 0
			year = year || n == 4 && value >= 1000 && value < 2200
			continue
		case unicode.IsLetter(r):
			words++
			for unicode.IsLetter(r) || unicode.IsMark(r) || r == '\'' || r == '’' {
				i += size
				tail++
				r, size = utf8.DecodeRuneInString(s[i:])
			}
			continue
		case strings.ContainsRune("!?;؟；！？", r):
			return false
		}
		i += size
	}
	return year && tail <= tailLetters && numbers <= mostNumbers && words <= mostWords &&
		(numbers >= 2 || words <= fewWords)
}
