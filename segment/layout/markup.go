package layout

import (
	"github.com/bitext-go/bitext/internal/script"
	"strings"
	"unicode"
	"unicode/utf8"
)

// roleOf reports whether the line begins as an item of a list or as a heading does, or is a drawn
// line.
func roleOf(s string) markedAs {
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

func drawn(s string) bool {
	if len(s) < 3 || strings.IndexByte("-*_=~#+.", s[0]) < 0 {
		return false
	}
	return strings.Trim(s, s[:1]+" ") == ""
}

// headingMark returns the bytes of a Markdown heading's mark, the space after it included; 0
// without one.
func headingMark(s string) int {
	n := len(s) - len(strings.TrimLeft(s, "#"))
	if n < 1 || n > 6 || n == len(s) || s[n] != ' ' {
		return 0
	}
	return n + 1
}

// itemMark returns the bytes of a list item's mark: a bullet with a space, a number or one letter
// or a Roman number with a full stop, bracket or their Chinese forms; 0 without one.
func itemMark(s string) int {
	r, size := utf8.DecodeRuneInString(s)
	if strings.ContainsRune("-–—*•·‣▪▫■□◦●○◆◇►➢✓→\uF0B7", r) {
		if strings.HasPrefix(s[size:], " ") || strings.HasPrefix(s[size:], "\t") {
			return size + 1
		}
		return 0
	}
	i, open := 0, false
	if strings.ContainsRune("([（【〔", r) {
		i, open = size, true
	}
	digits, letters, han := 0, 0, 0
	for i < len(s) {
		r, size = utf8.DecodeRuneInString(s[i:])
		switch {
		case unicode.IsDigit(r):
			digits++
		case strings.ContainsRune("一二三四五六七八九十百", r):
			han++
		case unicode.IsLetter(r) && !script.Unspaced(r):
			letters++
		default:
			goto closed
		}
		if digits+han > 3 || letters > 4 {
			return 0
		}
		i += size
	}
closed:
	if digits+letters+han == 0 || i == len(s) || letters > 0 && digits+han > 0 {
		return 0
	}
	if letters > 1 && !roman(s[:i]) {
		return 0
	}
	r, size = utf8.DecodeRuneInString(s[i:])
	i += size
	switch {
	case strings.ContainsRune(")]）】〕", r):
		return i
	case open:
		return 0
	case r == '、' || r == '．':
		return i
	case r != '.' && r != '۔' || letters == 1 && digits == 0 && !unicode.IsLower(script.First(s)):
		return 0 // "A. Smith" is a name more often than an item
	case i == len(s) || s[i] == ' ' || s[i] == '\t' || strings.HasPrefix(s[i:], "\u00A0"):
		return i
	case script.Unspaced(script.First(s[i:])):
		return i
	}
	return 0
}

func roman(s string) bool {
	return strings.Trim(strings.ToLower(s), "(ivxlc") == ""
}

// emphasis returns the mark that stands at both ends of a line or block and nowhere inside: "**",
// "__", "*", "_" or "".
func emphasis(first, last string) string {
	for _, m := range []string{"***", "**", "__", "*", "_"} {
		if strings.HasPrefix(first, m) && strings.HasSuffix(last, m) && len(first) > len(m) && len(last) > len(m) &&
			!strings.HasPrefix(first[len(m):], " ") {
			if len(first) < 2*len(m)+1 || len(last) < 2*len(m)+1 {
				continue
			}
			return m
		}
	}
	return ""
}

// bold reports whether every "**" in a paragraph belongs to a pair of Markdown around a word or
// more: nothing but a space or a mark outside each, and no space inside.
func bold(text string, rows []row) bool {
	open, found := false, false
	for i := range rows {
		s := text[rows[i].Start:rows[i].End]
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
			if unicode.IsSpace(after) || after == '*' || before == '*' || unicode.IsMark(before) || unicode.IsMark(after) ||
				unicode.IsLetter(before) && !script.Unspaced(before) || unicode.IsDigit(before) {
				return false
			}
			open, found = !open, true
		}
	}
	return found && !open
}

// dateline reports whether a line is only a place and a date, or only a date: it is short, has few
// words and a year among its numbers, ends in a number, if need be with a letter or two for "year"
// or "day" behind it, and begins with no small letter.
func dateline(text string, l *row) bool {
	if l.width.columns() > 56 || l.end != endsOpen || l.start == startsLower {
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
				value, n = value*10+digitValue(r), n+1
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
	return year && tail <= 2 && numbers <= 4 && words <= 7 && (numbers >= 2 || words <= 3)
}

// digitValue returns the value of a decimal digit of any script: every script has its ten in a row,
// beginning with zero.
func digitValue(r rune) int {
	if r < utf8.RuneSelf {
		return int(r - '0')
	}
	n := 0
	for n < 9 && unicode.IsDigit(r-1) {
		r--
		n++
	}
	return n
}
