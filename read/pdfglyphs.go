package read

import (
	"regexp"
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// fixGlyphs returns the text of a PDF with its characters as people write them. A PDF holds glyphs,
// not text, and the output of pdftotext still has ligatures, the forms that Arabic letters take in
// a word, and marks of direction, which also change the order of characters.
func fixGlyphs(text string) string {
	var b strings.Builder
	b.Grow(len(text))
	for line := range strings.Lines(text) {
		if strings.ContainsRune(line, rightToLeftEmbedding) {
			line = fixEmbedded(line)
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

// Marks of direction, by their names in Unicode.
const (
	rightToLeftEmbedding = '\u202B'
	leftToRightEmbedding = "\u202A"
	popDirectional       = "\u202C"
)

var (
	// forms are presentation forms: ligatures of Latin letters, Arabic letters as they look in a
	// word.
	forms = regexp.MustCompile(`[\x{FB00}-\x{FB06}\x{FB1D}-\x{FB4F}` +
		`\x{FB50}-\x{FD3D}\x{FD50}-\x{FDFC}\x{FE70}-\x{FEFC}]+`)
	// looseMarks are marks on an Arabic letter with a space before them.
	looseMarks = regexp.MustCompile(` ([\x{064B}-\x{0652}])`)
	// lamAlef is the ligature of lam and alef after an alef, taken apart in the wrong order: no
	// word has two alefs in a row. Elsewhere the order cannot be told from that of other words.
	lamAlef = regexp.MustCompile(`ا([اأإآ])ل`)
)

// fixEmbedded fixes text from left to right in a line from right to left. pdftotext takes the
// punctuation around a word or number in Latin characters as part of it, in the order in which it
// is seen from the left: the first mark is the one that is read last.
func fixEmbedded(line string) string {
	parts := strings.Split(line, leftToRightEmbedding)
	for i, p := range parts[1:] {
		stretch, rest, found := strings.Cut(p, popDirectional)
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
