package layout

import (
	"github.com/bitext-go/bitext/internal/script"
	"strings"
	"unicode"
	"unicode/utf8"
)

// row is what layout repair knows of one line of a document that is not empty.
type row struct {
	Span             // in the text, without the white space around it
	number int       // 1 for the first line of the document
	page   int       // 1 for what stands before the first form feed
	gap    int       // empty lines between this line and the one before
	hard   bool      // a paragraph separator stands between this line and the one before
	indent int       // columns of white space before it
	width  widths    // of the line itself
	first  widths    // of its first word, or of its first character where words have no spaces
	end    ending    // how it ends
	start  beginning // how it begins
	hyphen bool      // it ends in a hyphen right behind a letter
	mark   markedAs  // an item of a list, a heading, an emphasis
	torn   bool      // page furniture was taken out in front of it
	join   NoteKind  // why it continues the line before; 0 where it begins a paragraph
}

// widths is how wide something is: in columns, as a printer wraps it, and in characters, as many a
// program does. They differ for East Asian wide characters and for marks that sit on other
// characters.
type widths [2]int

const (
	inColumns = iota
	inChars
)

func (w widths) columns() int { return w[inColumns] }

type ending uint8

const (
	endsOpen  ending = iota // nothing says that a sentence or clause ends here
	endsComma               // a comma of any script
	endsColon               // a colon or a semicolon of any script
	endsFull                // a mark that ends sentences, closing quotes and brackets after it or not
)

type beginning uint8

const (
	startsOther beginning = iota // a script without case, a word in capitals, a digit, a mark
	startsLower
	startsUpper
)

type markedAs uint8

const (
	plainLine markedAs = iota
	weakLine           // begins with a letter and a full stop: an item, or an abbreviation if the line before is full
	dashLine           // begins with a dash: an item or a speech, or an insertion if the line before is full
	itemLine           // begins with a number, a letter or a bullet of a list
	headLine           // a Markdown heading
	ruleLine           // a line drawn of hyphens, asterisks, underscores or equals signs
)

// scanLines cuts a text at its line ends: LF, CR LF, CR, form feed, NEL, LS and PS. The first three
// and the form feed in front of a line leave the numbering as editors and wc have it: LF counts, a
// lone CR counts, the others do not.
func scanLines(text string) []row {
	if text == "" {
		return nil
	}
	lines := make([]row, 0, 1+strings.Count(text, "\n"))
	number, page, gap, hard := 1, 1, 0, false
	for pos := 0; pos < len(text); {
		end, next := lineEnd(text, pos)
		l := row{Span: Span{pos, end}, number: number, page: page, gap: gap, hard: hard}
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
		case c == 0xE2 && (strings.HasPrefix(text[i:], LineSeparator) || strings.HasPrefix(text[i:], ParagraphSeparator)):
			return i, i + 3
		}
	}
	return len(text), len(text)
}

// measure trims the line and fills in what it looks like. It reports whether anything is left of
// it.
func (l *row) measure(text string) bool {
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
	l.mark = roleOf(t)
	return true
}

// blank reports whether a character at the edge of a line is nothing to read: white space, or an
// invisible mark that editors and PDF tools leave there.
func blank(r rune) bool {
	return unicode.IsSpace(r) || r == '\uFEFF' || r == '\u200B' || r == 0
}

// widthsOf measures a string: an East Asian wide character takes two columns, a mark that sits on
// another character none, a tab four. What is wider than any line that was wrapped is measured no
// further.
func widthsOf(s string) (w widths) {
	for i := 0; i < len(s) && w[inColumns] < 2*widest; {
		if c := s[i]; c < utf8.RuneSelf {
			i++
			w[inColumns]++
			w[inChars]++
			if c == '\t' {
				w[inColumns] += 3
			}
			continue
		}
		r, size := utf8.DecodeRuneInString(s[i:])
		i += size
		w.add(r)
	}
	return w
}

func (w *widths) add(r rune) {
	w[inColumns] += cells(r)
	w[inChars]++
}

func cells(r rune) int {
	switch {
	case r < 0x300:
		return 1
	case wide(r):
		return 2
	case unicode.In(r, unicode.Mn, unicode.Me, unicode.Cf):
		return 0
	}
	return 1
}

func wide(r rune) bool {
	return r >= 0x1100 && (r <= 0x115F || r >= 0x2E80 && r <= 0xA4CF || r >= 0xAC00 && r <= 0xD7A3 ||
		r >= 0xF900 && r <= 0xFAFF || r >= 0xFE30 && r <= 0xFE6F || r >= 0xFF00 && r <= 0xFF60 ||
		r >= 0xFFE0 && r <= 0xFFE6 || r >= 0x20000 && r <= 0x3FFFD)
}

// firstWord measures up to the first space, or the first character of a script without spaces.
func firstWord(s string) (w widths) {
	for i, r := range s {
		if unicode.IsSpace(r) {
			break
		}
		if script.Unspaced(r) {
			if i == 0 {
				w.add(r)
			}
			break
		}
		w.add(r)
	}
	return w
}

// closing reports whether the character may stand between the mark that ends a sentence and the end
// of the line.
func closing(r rune) bool {
	return r == '"' || r == '\'' || r == '*' || r == '_' || unicode.In(r, unicode.Pe, unicode.Pf, unicode.Pi) || blank(r)
}

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

// initial reports whether the last word is one capital: a full stop behind it marks an initial and
// ends no sentence.
func initial(s string) bool {
	r, size := utf8.DecodeLastRuneInString(s)
	return unicode.IsUpper(r) && (size == len(s) || !unicode.IsLetter(script.Last(s[:len(s)-size])))
}

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
			return startsOther // a word in capitals says nothing
		case unicode.IsUpper(r) || unicode.IsTitle(r):
			upper = true
		case unicode.IsLetter(r) || unicode.IsNumber(r) || unicode.IsSpace(r):
			return startsOther
		}
	}
	return startsOther
}
