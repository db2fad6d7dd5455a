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
	return func(s, t segment.Range) (same, sentence bool) { return IsCopy(bodyOf(src, s), bodyOf(tgt, t)) }
}

// IsCopy reports of two texts in different languages what the function of [Copies] does.
func IsCopy(a, b string) (same, sentence bool) {
	same = sameLetters(a, b)
	return same, same && isSentence(a)
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
