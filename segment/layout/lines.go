package layout

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/bitext-go/bitext/internal/script"
)

// A line is what layout repair knows of one line of a document that is not empty.
type line struct {
	Span                     // in the text, without the white space around it
	number         int       // 1 for the first line of the document
	page           int       // 1 for the lines before the first form feed
	gap            int       // empty lines between this line and the one before
	hard           bool      // a paragraph separator is between this line and the one before
	indent         int       // columns of white space before it
	width          widths    // of the line itself
	first          widths    // of its first word, or of its first character where words have no spaces
	end            ending    // how it ends
	start          beginning // how it begins
	hyphen         bool      // it ends in a hyphen right after a letter
	role           role      // an item of a list, a heading, an emphasis
	afterFurniture bool      // page furniture was taken out before it
	join           NoteKind  // why it continues the line before; 0 if it begins a paragraph
}

// ending is how a line ends.
type ending uint8

const (
	endsOpen  ending = iota // no sign that a sentence or clause ends here
	endsComma               // a comma of any script
	endsColon               // a colon or a semicolon of any script
	endsFull                // a mark that ends sentences, with or without closing quotes and brackets after it
)

// beginning is how a line begins.
type beginning uint8

const (
	startsOther beginning = iota // a script without case, a word in capitals, a digit, a mark
	startsLower
	startsUpper
)

// role is what the mark at the beginning of a line makes it.
type role uint8

const (
	plainLine role = iota
	weakLine       // begins with a letter and a period: an item, or an abbreviation after a full line
	dashLine       // begins with a dash: an item or a speech, or an insertion after a full line
	itemLine       // begins with a number, a letter or a bullet of a list
	headLine       // a Markdown heading
	ruleLine       // a line drawn of hyphens, asterisks, underscores or equals signs
)

// scanLines cuts a text at its line ends: LF, CR LF, CR, form feed, NEL, LS and PS. Lines are
// numbered as editors and wc do: LF, CR LF and a lone CR begin a new line, the others do not.
func scanLines(text string) []line {
	if text == "" {
		return nil
	}
	lines := make([]line, 0, 1+strings.Count(text, "\n"))
	number, page, gap, hard := 1, 1, 0, false
	for pos := 0; pos < len(text); {
		end, next := lineEnd(text, pos)
		l := line{Span: Span{pos, end}, number: number, page: page, gap: gap, hard: hard}
		if l.measure(text) {
			lines = append(lines, l)
			gap, hard = 0, false
		} else {
			gap++
		}
		switch brk := text[end:next]; brk {
		case "\n", "\r\n", "\r":
			number++
		case "\f":
			page++
			gap = max(gap, 1)
		case ParagraphSeparator:
			hard = true
		}
		pos = next
	}
	if len(lines) > 0 {
		lines[0].gap, lines[0].hard = 0, true
	}
	return lines
}

// lineEnd returns the end of the line that begins at pos, and the beginning of the next one.
func lineEnd(text string, pos int) (end, next int) {
	for i := pos; i < len(text); i++ {
		switch c := text[i]; {
		case c == '\n' || c == '\f':
			return i, i + 1
		case c == '\r':
			if i+1 < len(text) && text[i+1] == '\n' {
				return i, i + 2
			}
			return i, i + 1
		case c == 0xC2 && strings.HasPrefix(text[i:], "\u0085"):
			return i, i + 2
		case c == 0xE2 && (strings.HasPrefix(text[i:], LineSeparator) ||
			strings.HasPrefix(text[i:], ParagraphSeparator)):
			return i, i + 3
		}
	}
	return len(text), len(text)
}

// measure trims the line and sets the fields that describe its text. It reports whether anything is
// left of it.
func (l *line) measure(text string) bool {
	s := text[l.Start:l.End]
	t := strings.TrimLeftFunc(s, blank)
	l.indent = widthsOf(s[:len(s)-len(t)]).columns()
	l.Start += len(s) - len(t)
	t = strings.TrimRightFunc(t, blank)
	l.End = l.Start + len(t)
	if t == "" {
		return false
	}
	l.width = widthsOf(t)
	l.first = firstWord(t)
	l.end = endingOf(t)
	l.start = beginningOf(t)
	l.hyphen = hyphenAt(t) > 0
	l.role = roleOf(t)
	return true
}

// blank reports whether a character at the edge of a line is invisible: white space, or a mark that
// editors and PDF tools leave there.
func blank(r rune) bool {
	return unicode.IsSpace(r) || r == '\uFEFF' || r == '\u200B' || r == 0
}

// closing reports whether a character may follow the mark that ends a sentence at the end of a
// line.
func closing(r rune) bool {
	return strings.ContainsRune(`"'*_`, r) || unicode.In(r, unicode.Pe, unicode.Pf, unicode.Pi) || blank(r)
}

// endingOf returns how a line ends.
func endingOf(s string) ending {
	s = strings.TrimRightFunc(s, closing)
	r := script.Last(s)
	switch {
	case s == "":
		return endsOpen
	case strings.ContainsRune(",،，﹐՝߸᠂᠈", r):
		return endsComma
	case strings.ContainsRune(":;：；؛︓︔፤፥፦;᠄·", r):
		return endsColon
	case r == '.' && initial(s[:len(s)-1]):
		return endsOpen
	case r == '…' || unicode.Is(unicode.Sentence_Terminal, r):
		return endsFull
	}
	return endsOpen
}

// initial reports whether the last word is one capital, so that a period after it ends no sentence.
func initial(s string) bool {
	r, size := utf8.DecodeLastRuneInString(s)
	return unicode.IsUpper(r) && (size == len(s) || !unicode.IsLetter(script.Last(s[:len(s)-size])))
}

// beginningOf returns how a line begins, by its first word.
func beginningOf(s string) beginning {
	upper := false
	for _, r := range s {
		switch {
		case unicode.IsLower(r):
			if upper {
				return startsUpper
			}
			return startsLower
		case upper:
			return startsOther // a word in capitals may be anywhere
		case unicode.IsUpper(r) || unicode.IsTitle(r):
			upper = true
		case unicode.IsLetter(r) || unicode.IsNumber(r) || unicode.IsSpace(r):
			return startsOther
		}
	}
	return startsOther
}
