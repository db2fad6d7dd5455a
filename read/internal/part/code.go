package part

import (
	"strings"
	"unicode"

	"github.com/bitext-go/bitext/internal/lazyregexp"
)

// IsProse reports whether a block of code holds sentences all the same, as quoted letters and
// instructions do: half of the lines or more are words, and one of them ends a sentence.
func IsProse(lines []string) bool {
	prose, all, ends := 0, 0, false
	for _, l := range lines {
		l = strings.TrimSpace(l)
		if !strings.ContainsFunc(l, unicode.IsLetter) {
			continue
		}
		all++
		if isProseLine(l) {
			prose++
			ends = ends || endsSentence(l)
		}
	}
	return ends && 2*prose >= all
}

// codeLine matches a line that begins or ends as those of programs and commands do, or has a sign
// that sentences do not have.
var codeLine = lazyregexp.New(`^>>>|[;{}\[(,\\]$|^([{})\]$<#@%&|]|//|/\*|--|\w+ ?=)|` +
	`[=-]>|[!=]=|::|\(\)|\w\.\w+\(|\w=["'\w]|` +
	`^(import|from|package|def|class|func|function|return|const|let|var|public|private|if|else|for|while|` +
	`export|git|npm|cd|sudo)\b`)

// IsCode reports whether at least half of the lines that are not empty have the look of a program.
func IsCode(lines []string) bool {
	code, all := 0, 0
	for _, l := range lines {
		l = strings.TrimSpace(l)
		if l == "" {
			continue
		}
		all++
		if codeLine.MatchString(l) && !isProseLine(l) {
			code++
		}
	}
	return code > 0 && 2*code >= all
}

// Measures of a line of prose.
const (
	proseWords   = 3  // words of a script with spaces
	proseLetters = 8  // letters of a script without
	lettersASign = 20 // letters for each sign that sentences seldom have
)

// remark matches the beginning of a remark in a program, a command or a line of output.
var remark = lazyregexp.New(`^(//|/\*|--|[#$%>*])`)

// isProseLine reports whether a line is made of words.
func isProseLine(l string) bool {
	letters, signs, unspaced := 0, 0, 0
	for _, r := range l {
		switch {
		case unicode.IsLetter(r) || unicode.IsMark(r):
			letters++
			if unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Thai, unicode.Lao, unicode.Khmer,
				unicode.Myanmar) {
				unspaced++
			}
		case strings.ContainsRune("{}[]<>=|\\$@_`#~^*+/", r):
			signs++
		}
	}
	if signs*lettersASign > letters || strings.HasSuffix(l, ";") || remark.MatchString(l) {
		return false
	}
	if unspaced >= proseLetters {
		return true
	}
	words := 0
	for w := range strings.FieldsSeq(l) {
		if strings.HasPrefix(w, "-") && len(w) > 1 {
			return false // an option of a command
		}
		if strings.ContainsFunc(w, unicode.IsLetter) {
			words++
		}
	}
	return words >= proseWords
}

// endsSentence reports whether a line ends with a mark that ends sentences.
func endsSentence(l string) bool {
	runes := []rune(strings.TrimRight(l, `"'”’»)）」』`))
	return len(runes) > 0 && unicode.Is(unicode.Sentence_Terminal, runes[len(runes)-1])
}
