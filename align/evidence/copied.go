package evidence

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/bitext-go/bitext/internal/langtag"
	"github.com/bitext-go/bitext/internal/words"
	"github.com/bitext-go/bitext/segment"
)

// The fewest words of a copied sentence, how many of them must begin with a small letter, and the
// fewest letters where there are no spaces between words. Names, titles and commands that are
// rightly the same in both languages are shorter, or in capitals.
const (
	copiedWords   = 5
	copiedLower   = 3
	copiedLetters = 10
)

// Copies returns a function that reports whether some sentences of src and of tgt are the same,
// white space and punctuation aside, and whether they are made of words that a translation should
// translate; a name or a command is not. It returns nil if the texts are in one language, where the
// same sentence is no copy. Several goroutines may call the function at a time.
func Copies(src, tgt *segment.Text) func(s, t segment.Range) (same, sentence bool) {
	if langtag.SameBase(src.Lang, tgt.Lang) {
		return nil
	}
	return func(s, t segment.Range) (same, sentence bool) {
		a, b := bodyOf(src, s), bodyOf(tgt, t)
		same = sameLetters(a, b)
		return same, same && isSentence(a)
	}
}

// bodyOf returns the text from the first to the last of some sentences.
func bodyOf(t *segment.Text, r segment.Range) string {
	return t.Body[t.Sentences[r.Lo].Start:t.Sentences[r.Hi-1].End]
}

// sameLetters reports whether two texts have the same letters and digits, at least one.
func sameLetters(a, b string) bool {
	aside := func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.IsMark(r) }
	for any := false; ; any = true {
		a, b = strings.TrimLeftFunc(a, aside), strings.TrimLeftFunc(b, aside)
		if a == "" || b == "" {
			return a == b && any
		}
		x, n := utf8.DecodeRuneInString(a)
		y, m := utf8.DecodeRuneInString(b)
		if x != y {
			return false
		}
		a, b = a[n:], b[m:]
	}
}

// The fewest plain words of a text that ends as a sentence does, or is written as one, with a
// capital only at its beginning; and how many of them must begin with a small letter.
const (
	endedWords = 3
	endedLower = 2
)

// IsUntranslated reports whether two texts in different languages are the same, white space and
// punctuation aside; and whether a translation should translate them, since they are a sentence, or
// about as long as one. Unlike [Copies], it counts plain words only, not "cursor.execute" or
// "g3r4n": a line of code is not a sentence.
func IsUntranslated(a, b string) (same, sentence bool) {
	if !sameLetters(a, b) {
		return false, false
	}
	all, lower, others := proseWords(a)
	if all >= endedWords && lower >= endedLower && (endsSentence(a) || lower == all-1 && others == 0 && isCapital(a)) {
		return true, true
	}
	return true, all >= copiedWords && lower >= copiedLower || all == 0 && isSentence(a)
}

// isCapital reports whether the first letter of a text is a capital.
func isCapital(s string) bool {
	i := strings.IndexFunc(s, unicode.IsLetter)
	r, _ := utf8.DecodeRuneInString(s[max(0, i):])
	return unicode.IsUpper(r)
}

// proseWords returns how many words of a text are letters only, hyphens and apostrophes aside, how
// many of these begin with a small letter, and how many others there are, besides the number of a
// heading. It does not count words of scripts without spaces.
func proseWords(s string) (all, lower, others int) {
	for w := range strings.FieldsSeq(s) {
		w = strings.TrimFunc(w, unicode.IsPunct)
		plain, small := w != "", false
		if all == 0 && strings.IndexFunc(w, unicode.IsLetter) < 0 {
			continue
		}
		previous := ' '
		for _, r := range w {
			switch {
			case r == '-' || r == '\'' || r == '’':
			case !unicode.IsLetter(r) && !unicode.IsMark(r), words.Unspaced(r),
				unicode.IsUpper(r) && unicode.IsLower(previous): // as in camelCase
				plain = false
			}
			if previous == ' ' {
				small = !unicode.IsUpper(r) && !unicode.IsTitle(r)
			}
			previous = r
		}
		if plain {
			all++
			if small {
				lower++
			}
		} else {
			others++
		}
	}
	return all, lower, others
}

// endsSentence reports whether a text ends with the mark of a sentence, quotation marks and
// brackets aside.
func endsSentence(s string) bool {
	s = strings.TrimRightFunc(s, func(r rune) bool {
		return unicode.IsSpace(r) || unicode.In(r, unicode.Pe, unicode.Pf, unicode.Pi) || r == '"' || r == '\''
	})
	r, _ := utf8.DecodeLastRuneInString(s)
	return strings.ContainsRune(".!?;:।؟۔", r)
}

// isSentence reports whether a text is long enough, and has enough words in small letters or in a
// script without capitals, to be a sentence that should be translated.
func isSentence(s string) bool {
	all, lower, letters := 0, 0, 0
	for w := range strings.FieldsSeq(s) {
		first := strings.IndexFunc(w, unicode.IsLetter)
		if first < 0 || strings.Contains(w, "://") {
			continue
		}
		all++
		if r, _ := utf8.DecodeRuneInString(w[first:]); !unicode.IsUpper(r) && !unicode.IsTitle(r) {
			lower++
		}
		for _, r := range w {
			if words.Unspaced(r) && unicode.IsLetter(r) {
				letters++
			}
		}
	}
	return all >= copiedWords && lower >= copiedLower || letters >= copiedLetters
}
