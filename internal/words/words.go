// Package words makes of a sentence the tokens that aligners compare: folded words cut to their
// stems, numbers by value, months, and classes of punctuation. Lexicons are keyed by the same
// forms, so that what was learned from one text is found in another.
//
// Folding takes away what translations and editions spell differently: case, diacritics, Arabic and
// Hebrew vowel points, tatweel, the shapes of alef, full-width forms, traditional against
// simplified Han characters. What remains is a key, not a word for people to read.
package words

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Kind says what sort of token a [Token] is.
type Kind uint8

const (
	Word   Kind = iota // Form is the stem
	Number             // Form is "#" and the value
	Month              // Form is "@M" and the month from 1 to 12
	Mark               // Form is the ASCII character that stands for the class
)

// A Token is one word, number or mark of a sentence.
type Token struct {
	Form       string // the key: equal forms are the same word to an aligner
	Full       string // the folded word before it was cut to its stem; Form for what is no word
	Kind       Kind
	Title      bool // the word begins with a capital letter
	Start, End int  // bytes of the sentence
}

// A Tokenizer cuts sentences of one language. It remembers words that it has met, so use one for a
// whole document, from one goroutine.
type Tokenizer struct {
	// Longest is the length in bytes of the longest known word that s begins with, 0 if there is
	// none. It is asked only in scripts that are written without spaces; nil knows no words, and
	// such text becomes pairs of characters.
	Longest func(s string) int

	known map[string]Token // by the word as written; spans are not set
	buf   []byte
}

// stemLen is how many letters of a word its form keeps, after its endings came off. From 4 to 9 the
// alignment of test documents hardly differs; 6 keeps tables small and joins most inflected forms.
const stemLen = 6

// Append appends the tokens of sentence to dst.
func (t *Tokenizer) Append(dst []Token, sentence string) []Token {
	if t.known == nil {
		t.known = map[string]Token{}
	}
	quoted := false
	for i := 0; i < len(sentence); {
		c := sentence[i]
		switch {
		case c < utf8.RuneSelf && (c|0x20 >= 'a' && c|0x20 <= 'z'):
			i = t.word(&dst, sentence, i)
			continue
		case c >= '0' && c <= '9':
			i = number(&dst, sentence, i)
			continue
		case c < utf8.RuneSelf:
			dst, quoted = mark(dst, rune(c), i, 1, quoted)
			i++
			continue
		}
		r, n := utf8.DecodeRuneInString(sentence[i:])
		switch {
		case Unspaced(r):
			i = t.run(&dst, sentence, i)
		case unicode.IsLetter(r):
			i = t.word(&dst, sentence, i)
		case unicode.IsDigit(r):
			i = number(&dst, sentence, i)
		default:
			dst, quoted = mark(dst, r, i, n, quoted)
			i += n
		}
	}
	return dst
}

// word appends the word that begins at i and returns where it ends. Apostrophes and hyphens end a
// word; a lone Latin letter beside an apostrophe ("l'", "'s") is no word.
func (t *Tokenizer) word(dst *[]Token, s string, i int) int {
	end := i
	for end < len(s) {
		c := s[end]
		if c < utf8.RuneSelf {
			if c|0x20 < 'a' || c|0x20 > 'z' {
				break
			}
			end++
			continue
		}
		r, n := utf8.DecodeRuneInString(s[end:])
		if !inWord(r) || Unspaced(r) {
			break
		}
		end += n
	}
	if end == i { // a letter that no rule above takes
		_, n := utf8.DecodeRuneInString(s[i:])
		return i + n
	}
	raw := s[i:end]
	tok, ok := t.known[raw]
	if !ok {
		tok = t.study(raw)
		t.known[strings.Clone(raw)] = tok
	}
	if tok.Form == "" || len(tok.Full) == 1 && (apostropheAt(s, end) || i > 0 && apostropheBefore(s, i)) {
		return end
	}
	tok.Start, tok.End = i, end
	*dst = append(*dst, tok)
	return end
}

// study folds a word and finds its form.
func (t *Tokenizer) study(raw string) Token {
	t.buf = t.buf[:0]
	first := true
	tok := Token{}
	for _, r := range raw {
		if first {
			tok.Title = unicode.IsUpper(r) || unicode.IsTitle(r)
			first = false
		}
		t.buf = appendFolded(t.buf, r)
	}
	tok.Full = string(t.buf)
	if tok.Full == "" {
		return tok
	}
	if m := month(tok.Full); m != "" {
		tok.Kind, tok.Form, tok.Full = Month, m, m
		return tok
	}
	tok.Form = stem(tok.Full)
	return tok
}

// stem returns the part of a folded word that its inflected forms share, as far as a light rule can
// tell.
func stem(full string) string {
	r, _ := utf8.DecodeRuneInString(full)
	switch {
	case r < 0x0250:
		return latinStem(full)
	case r >= 0x0400 && r < 0x0530:
		return cyrillicStem(full)
	case r < 0x0590:
		return cut(full, stemLen)
	case r < 0x0600:
		return hebrewStem(full)
	case unicode.Is(unicode.Arabic, r):
		return arabicStem(full)
	case unicode.Is(unicode.Hangul, r):
		return hangulStem(full)
	}
	return cut(full, stemLen)
}

// cut returns the first n characters of s.
func cut(s string, n int) string {
	if len(s) <= n {
		return s
	}
	for i := range s {
		if n == 0 {
			return s[:i]
		}
		n--
	}
	return s
}

func inWord(r rune) bool {
	return unicode.IsLetter(r) || unicode.IsMark(r) || r == 0x200C || r == 0x200D || r == 0x0640 || r == 0x00AD ||
		r == 0x05F3 || r == 0x05F4
}

func apostropheAt(s string, i int) bool {
	return strings.HasPrefix(s[i:], "'") || strings.HasPrefix(s[i:], "’")
}

func apostropheBefore(s string, i int) bool {
	return strings.HasSuffix(s[:i], "'") || strings.HasSuffix(s[:i], "’")
}
