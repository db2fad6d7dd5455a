package check

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/bitext-go/bitext/internal/words"
)

// A lexeme is what a folded word of a language may be besides a word: a number, or a month.
type lexeme struct {
	values  []float64 // as a number word; nil if it is none
	isMonth bool      // it may be the name of a month, or the first word of one
}

// maxLexemes is how many words of a language are remembered.
const maxLexemes = 1 << 16

// lexeme returns what a folded word may be. It remembers the answer.
func (l *languageFacts) lexeme(word string) lexeme {
	x, ok := l.lexemes[word]
	if ok {
		return x
	}
	if l.lexemes == nil {
		l.lexemes = map[string]lexeme{}
		l.numerals = numeralsOf(l.base)
		for name := range otherMonths[l.base] {
			if first, _, two := strings.Cut(name, " "); two {
				l.monthBegins = append(l.monthBegins, first)
			}
		}
	}
	for _, w := range l.withoutParticles(word) {
		if x.values == nil {
			x.values = l.numerals.valuesOf(w)
		}
		x.isMonth = x.isMonth || otherMonths[l.base][w] > 0 || words.MonthForm(w) != ""
		for _, first := range l.monthBegins {
			x.isMonth = x.isMonth || w == first
		}
	}
	if len(l.lexemes) == maxLexemes {
		clear(l.lexemes)
	}
	l.lexemes[strings.Clone(word)] = x
	return x
}

// withoutParticles returns a word, and what is left of it without the particles that Arabic writes
// together with it. The next call overwrites the result.
func (l *languageFacts) withoutParticles(w string) []string {
	out := append(l.forms[:0], w)
	if l.base == "ar" {
		for _, p := range [...]string{"وال", "بال", "فال", "كال", "لل", "ال", "و", "ب", "ل", "ف"} {
			if rest, ok := strings.CutPrefix(w, p); ok && utf8.RuneCountInString(rest) > 1 {
				out = append(out, rest)
			}
		}
	}
	l.forms = out
	return out
}

// A wordSort says what a word of a language may be, as a set of bits.
type wordSort uint8

const (
	examinedWord  wordSort = 1 << iota // the rest is known
	monthWord                          // lexeme.isMonth
	numberWord                         // lexeme.values
	nameWord                           // it may begin the name of a country or language, or refer to one
	beforeCapital                      // … only if a word with a capital letter follows
)

// sortOf returns what a word of the text may be. It remembers the answer by the ID of the word,
// since most words are none of this, and need not be looked up by their letters.
func (s *subject) sortOf(t *words.Token) wordSort {
	l := s.lang
	if t.ID < s.oldest {
		return l.examine(s, t)
	}
	if l.firstID != s.oldest {
		l.sorts, l.firstID = l.sorts[:0], s.oldest
	}
	i := int(t.ID - s.oldest)
	if i >= len(l.sorts) {
		l.sorts = append(l.sorts, make([]wordSort, i+1-len(l.sorts))...)
	}
	if l.sorts[i] == 0 {
		l.sorts[i] = l.examine(s, t)
	}
	return l.sorts[i]
}

func (l *languageFacts) examine(s *subject, t *words.Token) wordSort {
	sort := examinedWord
	x := l.lexeme(t.Full)
	if x.isMonth {
		sort |= monthWord
	}
	if x.values != nil {
		sort |= numberWord
	}
	if l.hasNames {
		may, before := t.ID == 0, false
		if !may {
			may, before = l.finder(s.Lang).MayMention(s.Text[t.Start:t.End])
		}
		if may {
			sort |= nameWord
		}
		if before {
			sort |= beforeCapital
		}
	}
	return sort
}

// mayMention reports whether the text may mention a country or language. Most texts have no word
// that could, and need not be searched.
func (s *subject) mayMention() bool {
	for i := range s.tokens {
		t := &s.tokens[i]
		if t.Kind != words.Word && t.Kind != words.Month {
			continue
		}
		if t.Start > 0 && s.Text[t.Start-1] >= utf8.RuneSelf && joins(s.Text[:t.Start]) {
			return true
		}
		if sort := s.sortOf(t); sort&nameWord != 0 && (sort&beforeCapital == 0 || !s.isSmall(i+1)) {
			return true
		}
	}
	return hasInitials(s.Text)
}

// isSmall reports whether token i is a word in small letters of a script that has capitals.
func (s *subject) isSmall(i int) bool {
	if i >= len(s.tokens) {
		return true
	}
	r, _ := utf8.DecodeRuneInString(s.Text[s.tokens[i].Start:])
	return s.tokens[i].Kind == words.Word && unicode.IsLower(r)
}

// joins reports whether a text ends with a character that may be part of the word after it.
func joins(before string) bool {
	r, _ := utf8.DecodeLastRuneInString(before)
	return unicode.IsMark(r) || unicode.IsLetter(r) || slices.Contains([]rune{0x0640, 0x200C, 0x200D}, r)
}

// hasInitials reports whether a text has capital letters with points between them, as in U.S.
func hasInitials(text string) bool {
	for i := 0; ; {
		at := strings.IndexByte(text[i:], '.')
		if at < 0 {
			return false
		}
		at += i
		i = at + 1
		r, _ := utf8.DecodeRuneInString(text[i:])
		before, _ := utf8.DecodeLastRuneInString(text[:at])
		if unicode.IsUpper(r) && unicode.IsUpper(before) {
			return true
		}
	}
}
