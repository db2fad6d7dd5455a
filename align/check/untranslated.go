package check

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/bitext-go/bitext/internal/langtag"
	"github.com/bitext-go/bitext/internal/quote"
	"github.com/bitext-go/bitext/internal/words"
	"github.com/bitext-go/bitext/segment"
)

// leastCopied is how many words in a row stand in both texts before they count as not translated;
// names may be long.
const (
	leastCopied = 5
	leastLower  = 3 // of these begin with a small letter, or are in a script without capitals
)

// untranslated finds words in a row that are the same on both sides of a unit in two languages.
// They are reported on the second side, unless their script says that it is the first that was not
// translated; where both languages share a script nothing tells which it was.
func untranslated(a, b *study) []difference {
	if langtag.SameBase(a.Lang, b.Lang) {
		return nil
	}
	x, y := wordsOf(a), wordsOf(b)
	if len(x) == 0 || len(y) == 0 {
		return nil
	}
	i, j, n := longestCommon(x, y, a.Text, b.Text)
	least := leastCopied
	if n == len(x) && n == len(y) {
		least = 3 // nothing else is there
	}
	if n < least {
		return nil
	}
	if quoted(a.Text, x[i].Start, x[i+n-1].End) || quoted(b.Text, y[j].Start, y[j+n-1].End) {
		return nil // a title
	}
	lower := 0
	for _, t := range x[i : i+n] {
		if !t.Title {
			lower++
		}
	}
	if lower < min(leastLower, n-1) {
		return nil
	}
	d := difference{kind: Untranslated, second: true, span: segment.Span{Start: y[j].Start, End: y[j+n-1].End}}
	text := b
	if foreign(a, x[i]) && !foreign(b, y[j]) {
		d.second, text, d.span = false, a, segment.Span{Start: x[i].Start, End: x[i+n-1].End}
	}
	wording := quote.Isolate(excerpt(text.Text[d.span.Start:d.span.End]))
	d.message = wording + " is not translated in " + languageName(text.Lang)
	if scripts[a.base] == scripts[b.base] {
		d.message = wording + " is the same in " + languageName(a.Lang) + " and " + languageName(b.Lang)
	}
	return []difference{d}
}

// quoted reports whether quotation marks stand around a part of a text, and not around all of it.
func quoted(text string, start, end int) bool {
	const marks = `"“”„«»「」『』《》‘’'` + "`*_"
	before, _ := utf8.DecodeLastRuneInString(strings.TrimRight(text[:start], " \u00a0\u202f"))
	after, _ := utf8.DecodeRuneInString(strings.TrimLeft(text[end:], " \u00a0\u202f,.?!"))
	rest, _ := letters(text[:start] + text[end:])
	return rest > 0 && strings.ContainsRune(marks, before) && strings.ContainsRune(marks, after)
}

func wordsOf(s *study) []words.Token {
	var out []words.Token
	for _, t := range s.tokens {
		if t.Kind == words.Word && !inside(s.addresses, t.Start) {
			out = append(out, t)
		}
	}
	return out
}

// longestCommon returns the longest run of words that two texts share, as written.
func longestCommon(x, y []words.Token, a, b string) (i, j, n int) {
	row := make([]int, len(y)+1)
	for p := range x {
		w := a[x[p].Start:x[p].End]
		for q := len(y) - 1; q >= 0; q-- {
			if b[y[q].Start:y[q].End] != w {
				row[q+1] = 0
				continue
			}
			if row[q+1] = row[q] + 1; row[q+1] > n {
				i, j, n = p-row[q], q-row[q], row[q+1]
			}
		}
	}
	return i, j, n
}

// scripts of languages that are not written in Latin letters.
var scripts = map[string]*unicode.RangeTable{"ar": unicode.Arabic, "fa": unicode.Arabic, "ur": unicode.Arabic, "ps": unicode.Arabic,
	"he": unicode.Hebrew, "yi": unicode.Hebrew, "ru": unicode.Cyrillic, "uk": unicode.Cyrillic, "be": unicode.Cyrillic, "bg": unicode.Cyrillic,
	"mk": unicode.Cyrillic, "el": unicode.Greek, "hy": unicode.Armenian, "ka": unicode.Georgian, "hi": unicode.Devanagari,
	"mr": unicode.Devanagari, "ne": unicode.Devanagari, "bn": unicode.Bengali, "ta": unicode.Tamil, "te": unicode.Telugu,
	"kn": unicode.Kannada, "ml": unicode.Malayalam, "gu": unicode.Gujarati, "th": unicode.Thai, "km": unicode.Khmer,
	"lo": unicode.Lao, "my": unicode.Myanmar, "zh": unicode.Han, "ja": unicode.Han, "ko": unicode.Hangul, "am": unicode.Ethiopic}

// foreign reports whether a word is in another script than the language of its text is written in.
func foreign(s *study, t words.Token) bool {
	own := scripts[s.base]
	if own == nil {
		own = unicode.Latin
	}
	r, _ := utf8.DecodeRuneInString(s.Text[t.Start:])
	return !unicode.Is(own, r)
}
