package check

import (
	"sort"
	"unicode"
	"unicode/utf8"

	"github.com/bitext-go/bitext/align/lexicon/cldr"
	"github.com/bitext-go/bitext/internal/quote"
	"github.com/bitext-go/bitext/internal/words"
	"github.com/bitext-go/bitext/segment"
)

// A subject is one side of a unit with what the checks know about it.
type subject struct {
	Side
	lang   *languageFacts
	base   string        // the language by its two or three letters, or "und"
	tokens []words.Token // numbers, months, words
	oldest uint32        // the least ID of a word that the tokenizer remembers

	// values holds every number that the text may be giving, in digits, words or numerals of any
	// kind. A number among them is not missing, but the text need not have it.
	values valueSet
	months [13]bool  // by number, from 1 to 12
	digits []figure  // the numbers in digits, in order
	dates  []date    // in order, except that those in digits alone come last
	urls   []urlSpan // e-mail and web addresses, in order
	marks  []mark    // placeholders and tags, in order

	searched   bool // for mentions
	found      []cldr.Mention
	mentionSet map[name]bool

	folded string // the text, folded; "" until it is asked for
}

// read makes s the subject of a side, in the memory of the one before.
func (s *subject) read(e *examiner, side Side) {
	s.values.clear()
	*s = subject{Side: side, lang: e.language(side.Lang), values: s.values, tokens: s.tokens[:0], digits: s.digits[:0],
		dates: s.dates[:0], mentionSet: s.mentionSet}
	s.base = s.lang.base
	if side.Text == "" {
		return
	}
	s.urls = addressSpans(side.Text)
	s.marks = marksOf(side.Text)
	s.tokens = e.tokenizer.Append(s.tokens, side.Text)
	s.oldest = e.tokenizer.Oldest()
	s.readMonths()
	s.readNumbers()
	s.readDates()
}

// subjectsOf returns the subjects of some sides.
func subjectsOf(sides []Side) []*subject { return newExaminer().read(sides) }

// hasMonth reports whether the text names a month, given by its number.
func (s *subject) hasMonth(m int) bool { return m >= 1 && m <= 12 && s.months[m] }

// clearReported forgets which numbers were reported in another comparison.
func (s *subject) clearReported() {
	for i := range s.digits {
		s.digits[i].reported = false
	}
}

// markReported marks the numbers in a span as reported.
func (s *subject) markReported(span segment.Span) {
	i := sort.Search(len(s.digits), func(i int) bool { return s.digits[i].span.End > span.Start })
	for ; i < len(s.digits) && s.digits[i].span.Start < span.End; i++ {
		s.digits[i].reported = true
	}
}

// fold returns the text, folded.
func (s *subject) fold() string {
	if s.folded == "" {
		s.folded = words.Fold(s.Text)
	}
	return s.folded
}

// mentions returns the countries and languages that the text mentions, in order.
func (s *subject) mentions() []cldr.Mention {
	if s.mentionSet == nil || !s.searched {
		s.searched = true
		if s.mayMention() {
			s.found = s.lang.finder(s.Lang).Find(s.Text)
		}
		if s.mentionSet == nil {
			s.mentionSet = map[name]bool{}
		}
		clear(s.mentionSet)
		for _, m := range s.found {
			s.mentionSet[nameOf(m)] = true
		}
	}
	return s.found
}

// letters returns how many letters a text has, and how many of them belong to a script that is
// written without spaces.
func letters(s string) (all, unspaced int) {
	for _, r := range s {
		if unicode.IsLetter(r) {
			all++
			if words.Unspaced(r) {
				unspaced++
			}
		}
	}
	return all, unspaced
}

// inMarks reports whether an offset is in one of the marks, which are in order.
func inMarks(marks []mark, at int) bool {
	i := sort.Search(len(marks), func(i int) bool { return marks[i].span.End > at })
	return i < len(marks) && marks[i].span.Start <= at
}

// isWording reports whether what is at an offset is neither in an address nor in a placeholder or
// tag.
func (s *subject) isWording(at int) bool { return !inside(s.urls, at) && !inMarks(s.marks, at) }

func decode(s string) (rune, int) { return utf8.DecodeRuneInString(s) }

func isLetterOrDigit(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

func isolated(s string) string { return quote.Isolate(excerpt(s)) }
