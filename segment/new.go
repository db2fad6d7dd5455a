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
// broken, and cuts the paragraphs into sentences by the rules of the language.
func New(body string, lang language.Tag) *Text {
	t := &Text{Lang: lang, Body: norm.NFC.String(strings.ToValidUTF8(body, "\uFFFD"))}
	for p := range Paragraphs(t.Body) {
		lo := len(t.Sentences)
		for s := range Sentences(t.Body[p.Start:p.End], lang) {
			t.Sentences = append(t.Sentences, Span{p.Start + s.Start, p.Start + s.End})
		}
		t.Paragraphs = append(t.Paragraphs, Range{lo, len(t.Sentences)})
	}
	t.Lines = lineStarts(t.Body)
	return t
}

// FromSentences makes a Text of sentences that are cut already. Sentence i of the Text is sentences[i], normalised to
// NFC, without white space around it, its line breaks made spaces; an empty one stays in its place as a sentence
// without text, so that numbers hold. The whole is one paragraph; line i+1 of the document is sentence i.
func FromSentences(sentences []string, lang language.Tag) *Text {
	t := &Text{Lang: lang}
	var b strings.Builder
	for i, s := range sentences {
		s = strings.Join(strings.Fields(norm.NFC.String(strings.ToValidUTF8(s, "\uFFFD"))), " ")
		t.Lines = append(t.Lines, Line{b.Len(), i + 1})
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

// Paragraphs walks the paragraphs of a text: runs of lines without an empty line between them.
func Paragraphs(text string) iter.Seq[Span] {
	return func(yield func(Span) bool) {
		start, end := -1, 0
		for pos := 0; pos < len(text); {
			next := len(text)
			if i := strings.IndexByte(text[pos:], '\n'); i >= 0 {
				next = pos + i + 1
			}
			line := strings.TrimSpace(text[pos:next])
			if line == "" {
				if start >= 0 && !yield(Span{start, end}) {
					return
				}
				start = -1
			} else {
				at := pos + strings.Index(text[pos:next], line)
				if start < 0 {
					start = at
				}
				end = at + len(line)
			}
			pos = next
		}
		if start >= 0 {
			yield(Span{start, end})
		}
	}
}

func lineStarts(body string) []Line {
	lines := []Line{{0, 1}}
	for i := range len(body) {
		if body[i] == '\n' {
			lines = append(lines, Line{i + 1, len(lines) + 1})
		}
	}
	return lines
}

// unspaced says whether words of the rune's script are written without spaces between them.
func unspaced(r rune) bool {
	return unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Thai, unicode.Lao, unicode.Khmer,
		unicode.Myanmar) || r >= 0x3000 && r <= 0x303F || r >= 0xFF00 && r <= 0xFF65
}

func firstRune(s string) rune { r, _ := utf8.DecodeRuneInString(s); return r }
func lastRune(s string) rune  { r, _ := utf8.DecodeLastRuneInString(s); return r }
