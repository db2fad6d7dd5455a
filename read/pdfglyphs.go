package read

import (
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"github.com/bitext-go/bitext/internal/lazyregexp"
)

// fixGlyphs returns the text of a PDF with its characters as people write them. A PDF holds glyphs,
// not text, and the output of pdftotext still has ligatures, the forms that Arabic letters take in
// a word, and marks of direction, which also change the order of characters.
func fixGlyphs(text string) string {
	text = fixForms(text)
	return repairsFor(text).apply(text)
}

// repairs are what the whole of a document shows to be wrong in each of its lines.
type repairs struct {
	lamAlef  bool // the letters of a ligature are turned around
	brackets bool // brackets are as they look
}

// repairsFor returns the repairs that a document needs.
func repairsFor(text string) repairs {
	return repairs{lamAlef: twoAlefs.MatchString(text), brackets: hasTurnedBrackets(text)}
}

// apply returns lines of the document as people write them.
func (r repairs) apply(text string) string {
	if r.lamAlef {
		text = fixLamAlef(text)
	}
	if r.brackets {
		text = turnBrackets(text)
	}
	return text
}

// fixForms returns a text without marks of direction and forms of letters.
func fixForms(text string) string {
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
	text = forms.ReplaceAllStringFunc(bullets.Replace(b.String()), norm.NFKC.String)
	text = looseMarks.ReplaceAllString(text, "$1")
	text = stretched.ReplaceAllString(text, "$1")
	text = latinArabic.ReplaceAllString(text, "$1 $2")
	return afterHan.ReplaceAllString(beforeHan.ReplaceAllString(text, "$1$2"), "$1$2")
}

// Marks of direction, by their names in Unicode.
const (
	rightToLeftEmbedding = '\u202B'
	leftToRightEmbedding = "\u202A"
	popDirectional       = "\u202C"
)

// bullets are those of the fonts Symbol and Wingdings, whose characters are for private use.
var bullets = strings.NewReplacer("\uF0B7", "•", "\uF0A7", "▪", "\uF0D8", "➢", "\uF0FC", "✓", "\uF0A8", "□")

var (
	// forms are presentation forms: ligatures of Latin letters, Arabic letters as they look in a
	// word.
	forms = lazyregexp.New(`[\x{FB00}-\x{FB06}\x{FB1D}-\x{FB4F}` +
		`\x{FB50}-\x{FD3D}\x{FD50}-\x{FDFC}\x{FE70}-\x{FEFC}]+`)
	// looseMarks are marks on an Arabic letter with a space before them.
	looseMarks = lazyregexp.New(` ([\x{064B}-\x{0652}])`)
	// afterHan and beforeHan are a number or a word beside Chinese or Japanese, between which
	// programs leave some room that pdftotext takes for a space.
	afterHan  = lazyregexp.New(`([\p{Han}\p{Hiragana}\p{Katakana}]) ([0-9A-Za-z·])`)
	beforeHan = lazyregexp.New(`([0-9A-Za-z·%]) ([\p{Han}\p{Hiragana}\p{Katakana}])`)
	// latinArabic is a word that Word has drawn with the space after it before it.
	latinArabic = lazyregexp.New(`(\p{Latin})(\p{Arabic})`)
	// stretched is a stroke that makes a word longer. At the end of a word it has a meaning.
	stretched = lazyregexp.New(`\x{0640}+([\x{0621}-\x{0652}])`)
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

// hasTurnedBrackets reports whether most brackets in lines from right to left face the wrong way.
// Some programs write the glyphs as they look, so that a closing bracket is where one opens.
func hasTurnedBrackets(text string) bool {
	right, wrong := 0, 0
	for line := range strings.Lines(text) {
		if isRightToLeft(line) {
			right += len(facing.FindAllStringIndex(line, -1))
			wrong += len(turned.FindAllStringIndex(line, -1))
		}
	}
	return wrong > 2*right
}

// turnBrackets returns a text whose brackets in lines from right to left face the other way.
func turnBrackets(text string) string {
	var b strings.Builder
	for line := range strings.Lines(text) {
		if isRightToLeft(line) {
			line = mirrored.Replace(line)
		}
		b.WriteString(line)
	}
	return b.String()
}

var (
	facing   = lazyregexp.New(`(^|\s)[(\[{«]\S|\S[)\]}»]($|[\s.,،؛:])`)
	turned   = lazyregexp.New(`(^|\s)[)\]}»]\S|\S[(\[{«]($|[\s.,،؛:])`)
	mirrored = strings.NewReplacer("(", ")", ")", "(", "[", "]", "]", "[", "{", "}", "}", "{", "«", "»", "»", "«")
)
