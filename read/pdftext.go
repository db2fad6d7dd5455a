package read

import (
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

const (
	columnGap   = 3  // spaces between two columns
	columnText  = 10 // characters of a line in a column
	columnShare = 3  // one line of so many has two columns where a page has
)

// inColumns reports whether the lines of a document, as they stand on its pages, go through two
// columns of text.
func inColumns(text string) bool {
	two, all := 0, 0
	for line := range strings.Lines(text) {
		line = strings.TrimSpace(line)
		if utf8.RuneCountInString(line) < 2*columnText+columnGap {
			continue
		}
		all++
		left, right, found := strings.Cut(line, strings.Repeat(" ", columnGap))
		if found && utf8.RuneCountInString(left) >= columnText && utf8.RuneCountInString(strings.TrimSpace(right)) >= columnText {
			two++
		}
	}
	return two >= columnText && two*columnShare >= all
}

// fromRight reports whether a good part of a text is in a script from right to left.
func fromRight(text string) bool {
	right, all := 0, 0
	for _, r := range text {
		if r >= utf8.RuneSelf && unicode.In(r, unicode.Arabic, unicode.Hebrew) {
			right++
		}
		if unicode.IsLetter(r) {
			all++
		}
	}
	return right*5 > all
}

// mendPDF returns the text of a PDF with its characters as people write them. PDF has glyphs and no
// text, and what pdftotext makes of them needs mending: ligatures and the forms that Arabic letters
// have in a word, marks of direction, and what these do to the order of characters.
func mendPDF(text string) string {
	var b strings.Builder
	b.Grow(len(text))
	for line := range strings.Lines(text) {
		if strings.ContainsRune(line, rightToLeft) {
			line = leftInRight(line)
		}
		b.WriteString(strings.Map(func(r rune) rune {
			if r >= 0x202A && r <= 0x202E || r >= 0x2066 && r <= 0x2069 {
				return -1
			}
			return r
		}, line))
	}
	text = forms.ReplaceAllStringFunc(b.String(), norm.NFKC.String)
	text = looseMarks.ReplaceAllString(text, "$1")
	return lamAlef.ReplaceAllString(text, "ال$1")
}

const (
	rightToLeft = '\u202B'
	leftToRight = "\u202A"
	popped      = "\u202C"
)

var (
	// forms are presentation forms: ligatures of Latin letters, Arabic letters as they look in a
	// word.
	forms = regexp.MustCompile(`[\x{FB00}-\x{FB06}\x{FB1D}-\x{FB4F}\x{FB50}-\x{FD3D}\x{FD50}-\x{FDFC}\x{FE70}-\x{FEFC}]+`)
	// looseMarks are marks on an Arabic letter with a space before them.
	looseMarks = regexp.MustCompile(` ([\x{064B}-\x{0652}])`)
	// lamAlef is the ligature of lam and alef behind an alef, taken apart in the wrong order: no
	// word has two alefs in a row. Elsewhere the order cannot be told from that of other words.
	lamAlef = regexp.MustCompile(`ا([اأإآ])ل`)
)

// leftInRight mends stretches from left to right in a line from right to left. pdftotext takes the
// marks at the edges of a word or number in Latin characters as part of it, in the order in which
// they are seen, from the left: the first is what is read last.
func leftInRight(line string) string {
	parts := strings.Split(line, leftToRight)
	for i, p := range parts[1:] {
		stretch, rest, found := strings.Cut(p, popped)
		if !found {
			continue
		}
		core := strings.TrimFunc(stretch, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
		before, after, _ := strings.Cut(stretch, core)
		if core == "" {
			before, after = "", stretch
		}
		parts[i+1] = reversed(after) + core + reversed(before) + rest
	}
	return strings.Join(parts, "")
}

func reversed(s string) string {
	r := []rune(s)
	slices.Reverse(r)
	return string(r)
}
