package check

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/bitext-go/bitext/internal/quote"
	"github.com/bitext-go/bitext/internal/words"
	"github.com/bitext-go/bitext/segment"
)

// How many words in a row both texts must have before they count as not translated. Names may be
// long, so that some of the words must not begin with a capital letter.
const (
	minCopied = 5
	minWhole  = 3 // if the texts have no other words
	minLower  = 3
)

// untranslated returns the longest run of words that both sides of a unit in two languages have. It
// is on the second side, unless its script shows that the first was not translated; if both
// languages share a script, nothing tells which it was.
func untranslated(a, b *subject) []difference {
	if a.base == b.base {
		return nil
	}
	if !mayShareRun(a, b) {
		return nil
	}
	x, y := plainWords(a), plainWords(b)
	i, j, n := longestCommon(x.forms, y.forms)
	least := minCopied
	if n == len(x.forms) && n == len(y.forms) {
		least = minWhole
	}
	if n < least {
		return nil
	}
	inA, inB := x.span(i, n), y.span(j, n)
	if isQuoted(a.Text, inA) || isQuoted(b.Text, inB) {
		return nil // a title
	}
	lower := 0
	for _, t := range x.tokens[i : i+n] {
		if !t.Title && t.End-t.Start > 1 { // the letters of "g3r4n" are no words
			lower++
		}
	}
	if lower < min(minLower, n-1) {
		return nil
	}
	d := difference{kind: Untranslated, second: true, span: inB}
	side := b
	if isForeign(a, inA.Start) && !isForeign(b, inB.Start) {
		d.second, side, d.span = false, a, inA
	}
	wording := quote.Isolate(excerpt(side.Text[d.span.Start:d.span.End]))
	d.message = wording + " is not translated in " + languageName(side.Lang)
	if scripts[a.base] == scripts[b.base] {
		d.message = wording + " is the same in " + languageName(a.Lang) + " and " + languageName(b.Lang)
	}
	return []difference{d}
}

// A wordRun is the words of a text, without those of addresses.
type wordRun struct {
	tokens []words.Token
	forms  []string // as written
}

func plainWords(s *subject) wordRun {
	var r wordRun
	for _, t := range s.tokens {
		if t.Kind == words.Word && s.isWording(t.Start) {
			r.tokens = append(r.tokens, t)
			r.forms = append(r.forms, s.Text[t.Start:t.End])
		}
	}
	return r
}

// span returns where n words from word i on are in the text.
func (r wordRun) span(i, n int) segment.Span {
	return segment.Span{Start: r.tokens[i].Start, End: r.tokens[i+n-1].End}
}

// isQuoted reports whether quotation marks are around a part of a text, and not around all of it.
func isQuoted(text string, part segment.Span) bool {
	const marks = `"“”„«»「」『』《》‘’'` + "`*_"
	before, _ := utf8.DecodeLastRuneInString(strings.TrimRight(text[:part.Start], " \u00a0\u202f"))
	after, _ := utf8.DecodeRuneInString(strings.TrimLeft(text[part.End:], " \u00a0\u202f,.?!"))
	rest, _ := letters(text[:part.Start] + text[part.End:])
	return rest > 0 && strings.ContainsRune(marks, before) && strings.ContainsRune(marks, after)
}

// scripts holds the scripts of languages that are not written in Latin letters.
var scripts = map[string]*unicode.RangeTable{"ar": unicode.Arabic, "fa": unicode.Arabic, "ur": unicode.Arabic,
	"ps": unicode.Arabic, "he": unicode.Hebrew, "yi": unicode.Hebrew, "ru": unicode.Cyrillic, "uk": unicode.Cyrillic,
	"be": unicode.Cyrillic, "bg": unicode.Cyrillic, "mk": unicode.Cyrillic, "el": unicode.Greek, "hy": unicode.Armenian,
	"ka": unicode.Georgian, "hi": unicode.Devanagari, "mr": unicode.Devanagari, "ne": unicode.Devanagari,
	"bn": unicode.Bengali, "ta": unicode.Tamil, "te": unicode.Telugu, "kn": unicode.Kannada, "ml": unicode.Malayalam,
	"gu": unicode.Gujarati, "th": unicode.Thai, "km": unicode.Khmer, "lo": unicode.Lao, "my": unicode.Myanmar,
	"zh": unicode.Han, "ja": unicode.Han, "ko": unicode.Hangul, "am": unicode.Ethiopic}

// isForeign reports whether the word at an offset is in another script than the language of its
// text is written in.
func isForeign(s *subject, at int) bool {
	own := scripts[s.base]
	if own == nil {
		own = unicode.Latin
	}
	r, _ := utf8.DecodeRuneInString(s.Text[at:])
	return !unicode.Is(own, r)
}
