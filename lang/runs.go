package lang

import (
	"strings"

	"golang.org/x/text/language"

	"github.com/bitext-go/bitext/segment"
	"github.com/bitext-go/bitext/segment/layout"
)

// A Run is a stretch of a document in one language. It begins at the beginning of a line, or of a
// column.
type Run struct {
	segment.Span
	Lang language.Tag // language.Und if nothing in the document tells
}

// Runs cuts a document into runs: every byte is in exactly one, and neighbours differ in language.
// A line is in one language, unless it and the lines around it have two columns in two scripts. A
// line that is short or has no letters is taken to be in the language of its neighbours. A
// paragraph separator ends a line as a line feed does. If d is a [Narrower], the lines are looked
// at twice.
func Runs(body string, d Detector) []Run {
	if body == "" {
		return nil
	}
	lines := piecesOf(body)
	detect(body, lines, d)
	langs := decide(lines)
	if n, ok := d.(Narrower); ok {
		if narrow := n.Among(common(lines, langs)); narrow != nil {
			detect(body, lines, narrow)
			langs = decide(lines)
		}
	}
	decideTogether(body, lines, langs, d)
	var runs []Run
	for i, tag := range langs {
		l := lines[i]
		if n := len(runs); n > 0 && runs[n-1].Lang == tag {
			runs[n-1].End = l.End
			continue
		}
		runs = append(runs, Run{l.Span, tag})
	}
	return runs
}

// Extract returns the document with the lines of every language but one taken out. The lines that
// remain keep their numbers, and a paragraph separator keeps apart what was not together before.
// runs are those of [Runs] for this document.
func Extract(body string, runs []Run, lang language.Tag) string {
	var b strings.Builder
	for _, r := range runs {
		s := body[r.Start:r.End]
		if r.Lang == lang {
			b.WriteString(s)
			continue
		}
		if (r.Start == 0 || endsLine(body[:r.Start])) && (r.End == len(body) || endsLine(s)) {
			b.WriteString(layout.ParagraphSeparator) // but not for a column beside one that remains
		}
		for _, c := range []byte(s) {
			if c == '\n' || c == '\r' || c == '\f' {
				b.WriteByte(c)
			}
		}
	}
	return b.String()
}

// Split makes one text of each language in a document, in the order in which the languages first
// appear. They may follow one another or alternate. It is [SplitWith] with the zero Segmenter.
func Split(body string, d Detector) []*segment.Text {
	return SplitWith(body, d, new(segment.Segmenter))
}

// SplitWith makes one text of each language in a document, as [Split] does, with your own
// segmenter. For each language of the [Runs] it passes the result of [Extract] to
// [segment.Segmenter.Text].
func SplitWith(body string, d Detector, m *segment.Segmenter) []*segment.Text {
	runs := Runs(body, d)
	var texts []*segment.Text
	seen := map[language.Tag]bool{}
	for _, r := range runs {
		if !seen[r.Lang] {
			seen[r.Lang] = true
			texts = append(texts, m.Text(Extract(body, runs, r.Lang), r.Lang))
		}
	}
	return texts
}
