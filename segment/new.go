package segment

import (
	"iter"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/language"
	"golang.org/x/text/unicode/norm"
)

// New makes a Text of a document: it normalises to NFC, finds the paragraphs, makes whole again what layout has
// broken, and cuts the paragraphs into sentences by the rules of the language. [Layout] says how it does that.
func New(body string, lang language.Tag) *Text {
	return Layout{}.New(body, lang)
}

// FromSentences makes a Text of sentences that are cut already. Sentence i of the Text is sentences[i], normalised to
// NFC, without white space around it, its line breaks made spaces; an empty one stays in its place as a sentence
// without text, so that numbers hold. The whole is one paragraph; line i+1 of the document is sentence i.
func FromSentences(sentences []string, lang language.Tag) *Text {
	t := &Text{Lang: lang, Lines: make([]Line, 0, len(sentences)), Sentences: make([]Span, 0, len(sentences))}
	size := len(sentences)
	for _, s := range sentences {
		size += len(s)
	}
	var b strings.Builder
	b.Grow(size)
	for i, s := range sentences {
		s = tidy(norm.NFC.String(strings.ToValidUTF8(s, "\uFFFD")))
		t.Lines = append(t.Lines, Line{Offset: b.Len(), Number: i + 1})
		t.Sentences = append(t.Sentences, Span{b.Len(), b.Len() + len(s)})
		b.WriteString(s)
		b.WriteByte('\n')
	}
	t.Body = b.String()
	if len(sentences) > 0 {
		t.Paragraphs = []Range{{0, len(sentences)}}
	}
	return t
}

// tidy is a sentence without white space around it, and with single spaces inside.
func tidy(s string) string {
	for i := 0; i < len(s); i++ {
		if c := s[i]; c >= utf8.RuneSelf || c < ' ' || c == ' ' && (i == 0 || i == len(s)-1 || s[i+1] == ' ') {
			if c < utf8.RuneSelf {
				return strings.Join(strings.Fields(s), " ")
			}
			r, n := utf8.DecodeRuneInString(s[i:])
			if unicode.IsSpace(r) {
				return strings.Join(strings.Fields(s), " ")
			}
			i += n - 1
		}
	}
	return s
}

// Paragraphs walks the paragraphs of a text, from the first character of each to its last. It finds them as [New] does,
// by the text's own lines, but leaves everything in its place: what a paragraph holds of line breaks and page
// furniture stays in it. The spans do not overlap, and nothing but white space stands outside them.
func Paragraphs(text string) iter.Seq[Span] {
	return func(yield func(Span) bool) {
		if end, _ := lineEnd(text, 0); end == len(text) { // most calls are for text without line breaks
			trimmed := strings.TrimLeftFunc(text, blank)
			start := len(text) - len(trimmed)
			if trimmed = strings.TrimRightFunc(trimmed, blank); trimmed != "" {
				yield(Span{start, start + len(trimmed)})
			}
			return
		}
		lines := scanLines(text)
		joinLines(text, lines)
		for lo := 0; lo < len(lines); {
			hi := lo + 1
			for hi < len(lines) && lines[hi].join != 0 {
				hi++
			}
			if !yield(Span{lines[lo].Start, lines[hi-1].End}) {
				return
			}
			lo = hi
		}
	}
}

// unspaced says whether words of the rune's script are written without spaces between them.
func unspaced(r rune) bool {
	return unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Thai, unicode.Lao, unicode.Khmer,
		unicode.Myanmar) || r >= 0x3000 && r <= 0x303F || r >= 0xFF00 && r <= 0xFF65
}

func firstRune(s string) rune { r, _ := utf8.DecodeRuneInString(s); return r }
func lastRune(s string) rune  { r, _ := utf8.DecodeLastRuneInString(s); return r }
