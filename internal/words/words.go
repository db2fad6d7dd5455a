// Package words cuts a sentence into the tokens that aligners compare: folded words cut to their
// stems, numbers by value, months, and classes of punctuation. Lexicons are keyed by the same
// forms, so that what was learned from one text is found in another.
//
// Folding removes what translations and editions spell differently: case, diacritics, Arabic and
// Hebrew vowel points, tatweel, the shapes of alef, full-width forms, and the difference between
// traditional and simplified Han characters. The result is a key, not a word for people to read.
package words

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/bitext-go/bitext/internal/runetable"
	"github.com/bitext-go/bitext/internal/script"
)

// A Kind is a sort of token.
type Kind uint8

const (
	Word   Kind = iota // Form is the stem
	Number             // Form is "#" and the value
	Month              // Form is "@M" and the month from 1 to 12
	Mark               // Form is the ASCII character that stands for its class
)

// A Token is one word, number or mark of a sentence.
type Token struct {
	Form  string // the key: equal forms are the same word to an aligner
	Full  string // the folded word before it was cut to its stem; Form if it is not a word
	Kind  Kind
	Title bool // the word begins with a capital letter
	// ID tells words from one another as they are written: it is the same for the same word
	// while the Tokenizer remembers it, and never for another. It is 0 if the Tokenizer remembers
	// nothing of the token.
	ID         uint32
	Start, End int // bytes of the sentence
}

// A Tokenizer cuts sentences of one language into tokens. It remembers the words that it has seen,
// up to a number, so use one for a whole document. Use it from one goroutine. The zero value is
// ready.
type Tokenizer struct {
	// Longest returns the length in bytes of the longest known word that s begins with, or 0. It is
	// called only for scripts that are written without spaces. If it is nil, no words are known,
	// and such text becomes pairs of characters.
	Longest func(s string) int

	known  wordTable // spans are not set
	oldest uint32    // the ID of the first word that it remembers, less 1
	newest uint32    // that of the last
	buf    []byte
}

// Oldest returns the least ID of a word that the Tokenizer remembers.
func (t *Tokenizer) Oldest() uint32 { return t.oldest + 1 }

// maxKnown is how many words a Tokenizer remembers: more than most documents have, in some 10 MB.
const maxKnown = 1 << 16

// Append appends the tokens of sentence to dst.
func (t *Tokenizer) Append(dst []Token, sentence string) []Token {
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
		case script.Letter(r):
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
// word. A single Latin letter beside an apostrophe ("l'", "'s") is not appended.
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
		r, n := rune(c&0x1F)<<6, 2
		if c >= 0xC2 && c < 0xE0 && end+1 < len(s) && s[end+1]&0xC0 == 0x80 {
			r |= rune(s[end+1] & 0x3F)
		} else {
			r, n = utf8.DecodeRuneInString(s[end:])
		}
		if wordChars.At(r) == 0 {
			break
		}
		end += n
	}
	if end == i { // a letter that no rule above takes
		_, n := utf8.DecodeRuneInString(s[i:])
		return i + n
	}
	raw := s[i:end]
	hash := hashOf(raw)
	tok := t.known.find(raw, hash)
	if tok == nil {
		analysed := t.analyse(raw)
		if t.known.len() == maxKnown {
			t.known.clear()
			t.oldest = t.newest
		}
		t.newest++
		analysed.ID = t.newest
		tok = t.known.add(strings.Clone(raw), hash, analysed)
	}
	if tok.Form == "" || len(tok.Full) == 1 && (apostropheAt(s, end) || i > 0 && apostropheBefore(s, i)) {
		return end
	}
	*dst = append(*dst, *tok)
	at := &(*dst)[len(*dst)-1]
	at.Start, at.End = i, end
	return end
}

// analyse folds a word and finds its form.
func (t *Tokenizer) analyse(raw string) Token {
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
	if m := MonthForm(tok.Full); m != "" {
		tok.Kind, tok.Form, tok.Full = Month, m, m
		return tok
	}
	tok.Form = stem(tok.Full)
	return tok
}

// wordChars has 1 for the characters that go on a word of a script with spaces.
var wordChars = runetable.New(func(r rune) uint8 {
	if inWord(r) && !Unspaced(r) {
		return 1
	}
	return 0
})

func inWord(r rune) bool {
	return script.Letter(r) || unicode.IsMark(r) || r == 0x200C || r == 0x200D || r == 0x0640 || r == 0x00AD ||
		r == 0x05F3 || r == 0x05F4
}

func apostropheAt(s string, i int) bool {
	return strings.HasPrefix(s[i:], "'") || strings.HasPrefix(s[i:], "’")
}

func apostropheBefore(s string, i int) bool {
	return strings.HasSuffix(s[:i], "'") || strings.HasSuffix(s[:i], "’")
}
