package segment

import (
	"iter"
	"strings"

	"github.com/bitext-go/bitext/internal/nfc"
	"github.com/bitext-go/bitext/segment/layout"
	"golang.org/x/text/language"
)

// New makes a Text of a document with the zero [Segmenter].
func New(body string, lang language.Tag) *Text { return new(Segmenter).Text(body, lang) }

// A Segmenter makes Texts of documents. The zero value is ready to use. Any number of goroutines
// may use a Segmenter as long as nobody changes it.
type Segmenter struct {
	Layout layout.Mode // how paragraphs are found; the zero Mode is layout.Repair
	Rules  Rules       // how paragraphs are cut into sentences
}

// Text normalises body to NFC, finds its paragraphs and cuts them into sentences by the rules of
// the language.
func (m *Segmenter) Text(body string, lang language.Tag) *Text {
	d := m.Layout.Read(body)
	t := &Text{Lang: lang, Body: d.Body, Lines: d.Lines, Notes: d.Notes}
	own := m.Rules.wordings()
	for _, p := range d.Paragraphs {
		lo := len(t.Sentences)
		for s := range m.Rules.sentences(d.Body[p.Start:p.End], lang, own) {
			t.Sentences = append(t.Sentences, Span{p.Start + s.Start, p.Start + s.End})
		}
		if len(t.Sentences) > lo {
			t.Paragraphs = append(t.Paragraphs, Range{lo, len(t.Sentences)})
		}
	}
	return t
}

// FromSentences makes a Text of sentences that are cut already. Sentence i of the Text is
// sentences[i], normalised to NFC, without white space around it and with single spaces inside. An
// empty one remains as a sentence without text, so that the indices are the same. The Text is one
// paragraph, and line i+1 of the document is sentence i.
func FromSentences(sentences []string, lang language.Tag) *Text {
	t := &Text{Lang: lang, Lines: make([]layout.Line, 0, len(sentences)), Sentences: make([]Span, 0, len(sentences))}
	size := len(sentences)
	for _, s := range sentences {
		size += len(s)
	}
	var b strings.Builder
	b.Grow(size)
	for i, s := range sentences {
		s = tidy(nfc.Valid(s))
		t.Lines = append(t.Lines, layout.Line{Offset: b.Len(), Number: i + 1})
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

// tidy returns a sentence, which is valid UTF-8, without white space around it, and with single
// spaces inside.
func tidy(s string) string {
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case c > ' ' && c < 0xC2 || c > 0xE3: // most bytes, also those inside a character
		case c < ' ', c == ' ' && (i == 0 || i == len(s)-1 || s[i+1] == ' '), beginsSpace(c) && spaceAt(s, i):
			return strings.Join(strings.Fields(s), " ")
		}
	}
	return s
}

// Paragraphs iterates over the paragraphs of a text, from the first character of each to its last.
// It finds them as [New] does but changes nothing: line breaks and page furniture inside a
// paragraph are part of it. The spans do not overlap, and hold everything except white space and
// invisible marks.
func Paragraphs(text string) iter.Seq[Span] {
	return func(yield func(Span) bool) {
		for p := range layout.Paragraphs(text) {
			if !yield(Span(p)) {
				return
			}
		}
	}
}
