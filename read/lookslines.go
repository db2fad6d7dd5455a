package read

import (
	"slices"
	"strings"
	"unicode"
)

// most reports whether at least minLines lines, and a share of all, match a pattern. It stops where
// that is decided.
func (s *source) most(pattern string, share float64) bool {
	p, lines := compiled(pattern), s.lines()
	enough := func(n int) bool { return n >= minLines && float64(n)/float64(len(lines)) >= share }
	n := 0
	for i, l := range lines {
		if p.matchesLine(l) {
			n++
		}
		if enough(n) {
			return true
		}
		if !enough(n + len(lines) - i - 1) {
			return false
		}
	}
	return false
}

// minLines is how many lines show a format; less may be a quotation.
const minLines = 2

// hasLine reports whether a line of the text matches a pattern.
func (s *source) hasLine(pattern string) bool {
	return slices.ContainsFunc(s.lines(), compiled(pattern).matchesLine)
}

// proseWords is how many words make a line that ends as a line of a program a clause instead.
const proseWords = 4

// isClause reports whether a line is words, as a clause of a contract before a semicolon is.
func isClause(line string) bool {
	words, unspaced := 0, 0
	for w := range strings.FieldsSeq(line) {
		w = strings.Trim(w, "\"'“”‘’«»„().,;:!?–—-…")
		if w == "" {
			continue
		}
		if strings.ContainsAny(w, "{}[]<>=_()$#@\\|*&/;") || strings.Contains(w, ".") && !isAbbreviation(w) {
			return false
		}
		if strings.ContainsFunc(w, unicode.IsLetter) {
			words++
		}
		for _, r := range w {
			if unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Thai, unicode.Lao, unicode.Khmer,
				unicode.Myanmar) {
				unspaced++
			}
		}
	}
	return words >= proseWords || unspaced >= proseWords
}

// isAbbreviation reports whether a word with full stops is letters between them, as "U.N" is, or a
// number.
func isAbbreviation(w string) bool {
	for part := range strings.SplitSeq(w, ".") {
		if letters := []rune(part); len(letters) > 2 && strings.ContainsFunc(part, unicode.IsLetter) {
			return false
		}
	}
	return true
}

var (
	// codeEnd matches the end, and codeBegin the beginning, of a line of a program.
	codeEnd   = compiled(`[;{}]$|\($|\[$|\)\s*(:|\{|=>|->)$`)
	codeBegin = compiled(`^([{})\]]|//|/\*|\*/|\*\s*@|#include|#define|#!|@\w+\(?|<\?php|import |` +
		`from \S+ import|package \w|` +
		`using \w|def \w|fn \w|func |function\b|class \w+.*[:{(]|return\b|if .*[:{(]|elif |else\b|for .*[:{(]|while .*[:{(]|` +
		`try\b|except\b|catch\b|finally\b|with .*:$|end$|do$|done$|fi$|then$|echo |print\(|export |(var|let|const|auto|int|char|` +
		`bool|void|string|float|double|public|private|protected|static|final)\b.*[;={(]|\$\w+ ?=|[\w.]+\(.*\)?;?$|` +
		`[\w.\[\]"']+ ?[-+*/|&:]?= ?\S)`)
)

// endsAsCode reports whether a line ends as one of a program. Most lines show by the last byte that
// they do not.
func endsAsCode(line string) bool {
	return line != "" && strings.IndexByte(";{}([:>", line[len(line)-1]) >= 0 && codeEnd.MatchString(line)
}

// isCode reports whether most lines end or begin as those of programs do, and are no clauses.
func isCode(s *source) bool {
	lines := s.lines()
	n, strong := 0, 0
	for _, l := range lines {
		begins := codeBegin.matchesLine(l)
		if (begins || endsAsCode(l)) && !isClause(l) {
			n++
			if begins || strings.ContainsAny(strings.TrimSuffix(l, ";"), ";{}()=") {
				strong++
			}
		}
	}
	return n >= minLines && float64(n) >= .5*float64(len(lines)) && strong >= minLines
}

// isMostlyMarkup reports whether most lines have the look of markup or data: elements, keys, pairs
// of braces, or more signs than letters.
func isMostlyMarkup(s *source) bool {
	lines := s.lines()
	n := 0
	for _, l := range lines {
		if isMarkup(l) {
			n++
		}
	}
	return n >= minMarkup && float64(n) >= .6*float64(len(lines))
}

// minMarkup is how many lines of markup make a text markup; less may be an address list.
const minMarkup = 4

// markupLine matches a line that begins, and markupEnd one that ends, as lines of markup do.
var markupEnd = compiled(`</[\w:-]+>$`)

var markupLine = compiled(`^</?[\w:-]+[^<>]*>|^[{}\[\]()]+[,;]?$|` +
	`^["']?[\w.@/-]+["']? *[=:] *["'{\[].*["'}\]][,;]?$|^\\\w+[{\[]|^\{%|^\{\{`)

// isMarkup reports whether a line has the look of markup or data. A sign that is repeated, as a
// blank of a form is, counts once.
func isMarkup(line string) bool {
	marked := markupLine.matchesLine(line) || strings.HasSuffix(line, ">") && markupEnd.MatchString(line)
	if marked && !isClause(line) {
		return true
	}
	letters, signs, last := 0, 0, rune(0)
	for _, r := range line {
		switch {
		case unicode.IsLetter(r) || unicode.IsMark(r):
			letters++
		case r != last && strings.ContainsRune("{}[]<>=;|\\/&#$%@^~`\"_", r):
			signs++
		}
		last = r
	}
	return signs > letters && signs > 3 && strings.Trim(line, line[:1]) != ""
}
