package segment

import (
	"math/bits"
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/bitext-go/bitext/internal/script"
	"github.com/bitext-go/bitext/segment/layout"
	"golang.org/x/text/language"
)

// A Span is the bytes [Start, End) of a text.
type Span struct{ Start, End int }

// Len returns the number of bytes in the span.
func (s Span) Len() int { return s.End - s.Start }

// A Range is the sentences [Lo, Hi) of a [Text]. It may be empty.
type Range struct{ Lo, Hi int }

// Len returns the number of sentences in the range.
func (r Range) Len() int { return r.Hi - r.Lo }

// A Text is a document in one language, cut into paragraphs and sentences. [New], [Segmenter.Text]
// and [FromSentences] make Texts. They are not changed afterwards, so any number of goroutines may
// read one. Methods panic if a sentence or a range is not in the text.
type Text struct {
	Name       string        // where the text came from, for people: a file name, or ""
	Lang       language.Tag  // language.Und if it is not known
	Body       string        // NFC, valid UTF-8; all Spans are of it
	Sentences  []Span        // in order, without the white space around them
	Paragraphs []Range       // in order, together holding every sentence once; none is empty
	Lines      []layout.Line // in order of Offset, for [Text.LinesOf]
	Notes      []layout.Note // what package layout repaired, in the order of the lines
}

// Sentence returns the wording of sentence i.
func (t *Text) Sentence(i int) string {
	s := t.Sentences[i]
	return t.Body[s.Start:s.End]
}

// Wording returns the sentences of r as one line of text, with the white space between them that
// Body has. A line or paragraph break becomes a space, or nothing between two characters of a
// script that is written without spaces.
func (t *Text) Wording(r Range) string {
	if r.Len() == 1 {
		return t.Sentence(r.Lo)
	}
	var b strings.Builder
	for i := r.Lo; i < r.Hi; i++ {
		if i > r.Lo {
			gap := t.Body[t.Sentences[i-1].End:t.Sentences[i].Start]
			switch {
			case !strings.ContainsAny(gap, "\n\r\u2028\u2029"):
				b.WriteString(gap)
			case !script.Unspaced(script.Last(t.Sentence(i-1))) || !script.Unspaced(script.First(t.Sentence(i))):
				b.WriteByte(' ')
			}
		}
		b.WriteString(t.Sentence(i))
	}
	return b.String()
}

// LinesOf returns the first and the last line in the document of the sentences of r, the first line
// being 1. It returns 0, 0 if r is empty or the text does not know its lines.
func (t *Text) LinesOf(r Range) (first, last int) {
	if r.Len() <= 0 || len(t.Lines) == 0 {
		return 0, 0
	}
	from, to := t.ends(r)
	return from.Number, to.Number
}

// PagesOf returns the first and the last page in the document of the sentences of r, the first page
// being 1. It returns 0, 0 if r is empty or the document has no form feeds, which end pages.
func (t *Text) PagesOf(r Range) (first, last int) {
	if r.Len() <= 0 || len(t.Lines) == 0 {
		return 0, 0
	}
	from, to := t.ends(r)
	return from.Page, to.Page
}

// ends returns the lines of the first and the last character of r.
func (t *Text) ends(r Range) (first, last layout.Line) {
	at := func(offset int) layout.Line {
		i := sort.Search(len(t.Lines), func(i int) bool { return t.Lines[i].Offset > offset })
		return t.Lines[max(i-1, 0)]
	}
	end := t.Sentences[r.Hi-1]
	return at(t.Sentences[r.Lo].Start), at(max(end.Start, end.End-1))
}

// ParagraphOf returns the index in Paragraphs of the paragraph that holds sentence i.
func (t *Text) ParagraphOf(i int) int {
	return sort.Search(len(t.Paragraphs), func(p int) bool { return t.Paragraphs[p].Hi > i })
}

// CharsBefore returns the number of characters other than white space before each sentence, and in
// the last element the number in the whole text.
func (t *Text) CharsBefore() []float64 {
	out := make([]float64, len(t.Sentences)+1)
	n := 0
	for i := range t.Sentences {
		out[i] = float64(n)
		n += charsIn(t.Sentence(i))
	}
	out[len(t.Sentences)] = float64(n)
	return out
}

// charsIn returns the number of characters other than white space in s, which is valid UTF-8. It
// takes eight bytes at once, as one number with a flag in the high bit of each byte.
func charsIn(s string) (n int) {
	const ones, high = 0x0101010101010101, 0x8080808080808080
	i := 0
	for ; i+8 <= len(s); i += 8 {
		b := s[i : i+8]
		x := uint64(b[0]) | uint64(b[1])<<8 | uint64(b[2])<<16 | uint64(b[3])<<24 |
			uint64(b[4])<<32 | uint64(b[5])<<40 | uint64(b[6])<<48 | uint64(b[7])<<56
		begins := (^x | x<<1) & high                      // a character begins with it
		visible := (x&^high + (0x7F-' ')*ones | x) & high // it is above ' '
		low := begins &^ visible
		two, three := x^0xC2*ones, x&(0xFC*ones)^0xE0*ones // zero for the first bytes of white space
		if low>>2&^x != 0 || ((two-ones)&^two|(three-ones)&^three)&high != 0 {
			n += charsBetween(s, i, i+8)
			continue
		}
		n += bits.OnesCount64(begins & visible)
	}
	return n + charsBetween(s, i, len(s))
}

// charsBetween returns the number of characters other than white space that begin from one byte of
// s to another.
func charsBetween(s string, from, to int) (n int) {
	for i := from; i < to; i++ {
		switch c := s[i]; {
		case c&0xC0 == 0x80: // inside a character
		case c < utf8.RuneSelf && unicode.IsSpace(rune(c)), beginsSpace(c) && spaceAt(s, i):
		default:
			n++
		}
	}
	return n
}

// beginsSpace reports whether white space beyond ASCII begins with a byte in UTF-8.
func beginsSpace(c byte) bool { return c == 0xC2 || c >= 0xE1 && c <= 0xE3 }

// spaceAt reports whether the character at byte i of s is white space.
func spaceAt(s string, i int) bool {
	r, _ := utf8.DecodeRuneInString(s[i:])
	return isSpace(r)
}
